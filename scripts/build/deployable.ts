/**
 * `npm run build`: makes what a deployment needs and version control does not keep, the JavaScript of the components and
 * the libraries that are static resources.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../local-org/src/components/places';
import { emitComponents } from '../local-org/src/components/emit';
import { writeWhenDifferent } from '../local-org/src/components/writeWhenDifferent';
import { OWN_PROJECT } from '../local-org/src/project/files';

const STATIC_RESOURCES = path.join('force-app', 'main', 'default', 'staticresources');

/** Static resources that are files of a package, as they stand: their first lines name author and licence. */
const LIBRARIES = [{ resource: 'InsightsChart', packageName: 'chart.js', file: path.join('dist', 'chart.umd.min.js') }];

/** Paths of the files that were written or removed. */
export function makeDeployable(root: string): string[] {
  const { written, removed } = emitComponents(root);
  const copied = LIBRARIES.flatMap(({ resource, packageName, file }) => {
    const content = readFileSync(path.join(packageFolder(packageName), file));
    const target = path.join(root, STATIC_RESOURCES, `${resource}.js`);
    return writeWhenDifferent(target, content) ? [target] : [];
  });
  return [...written, ...removed, ...copied];
}

if (require.main === module) {
  const changed = makeDeployable(OWN_PROJECT);
  for (const file of changed) {
    console.log(`${existsSync(file) ? 'wrote  ' : 'removed'} ${path.relative(OWN_PROJECT, file)}`);
  }
  console.log(changed.length === 0 ? 'Everything is up to date.' : `${changed.length} files changed.`);
}
