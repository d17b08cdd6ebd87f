/**
 * Writes the snapshots `snapshot/classes.snapshot.json` and `snapshot/objects.snapshot.json`:
 * `node -r ts-node/register scripts/local-org/src/platform/generate.ts`.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readJar } from './classfile';
import { generateClasses } from './generateClasses';
import { generateObjects, readNillability } from './generateObjects';
import type { ClassesSnapshot, ObjectsSnapshot } from './snapshot';

/** The API version of the type libraries; the project's sourceApiVersion is the same. */
const API_VERSION = '65.0.0';

function findPackageFile(packageName: string, file: string): string {
  for (const root of module.paths) {
    const candidate = path.join(root, packageName, file);
    try {
      readFileSync(candidate);
      return candidate;
    } catch {
      continue;
    }
  }
  throw new Error(`The snapshot needs ${packageName} (${file}): run the full install first`);
}

function libraryJar(name: string): Buffer {
  const file = `dist/java-lib/${name}-${API_VERSION}.jar`;
  return readFileSync(findPackageFile('@salesforce/code-analyzer-pmd-engine', file));
}

/** The text of a snapshot file: one class or object a line, so that a change reads well. */
export function snapshotText(snapshot: ClassesSnapshot | ObjectsSnapshot): string {
  const lines = Object.entries(snapshot).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`);
  return `{\n${lines.join(',\n')}\n}\n`;
}

/** Both snapshots, made from the installed type libraries. */
export async function generateSnapshots(): Promise<{ classes: ClassesSnapshot; objects: ObjectsSnapshot }> {
  const classes = generateClasses(await readJar(libraryJar('standard-types')));
  const declarations = readFileSync(findPackageFile('@jsforce/jsforce-node', 'lib/types/standard-schema.d.ts'), 'utf8');
  const files = await readJar(libraryJar('sobject-types'), (name) =>
    name.startsWith('com/nawforce/runforce/SObjects/')
  );
  return { classes, objects: generateObjects(files, readNillability(declarations)) };
}

async function main(): Promise<void> {
  const { classes, objects } = await generateSnapshots();
  const folder = path.join(__dirname, 'snapshot');
  writeFileSync(path.join(folder, 'classes.snapshot.json'), snapshotText(classes));
  writeFileSync(path.join(folder, 'objects.snapshot.json'), snapshotText(objects));
}

if (require.main === module) {
  main().catch((error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  });
}
