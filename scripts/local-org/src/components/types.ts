/**
 * `npm run types`: writes what TypeScript has to know of the project to `.local-org/types`.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { OWN_PROJECT, packageDirectories, readApexSources } from '../project/files';
import { loadProject } from '../schema/load';
import { declareApex } from './apexTypes';
import { bundlesIn, projectBundles } from './bundles';
import { writeLabelModules } from './labelModules';
import { declareModules } from './moduleTypes';
import { BASE_COMPONENTS, BROWSER_MODULES } from './places';

const HEADER = `// Written by "npm run types" from the project's Apex and metadata.
interface WireAdapter<Config, Data> {
  new (callback: (value: { data?: Data; error?: unknown }) => void): {
    connect(): void;
    disconnect(): void;
    update(config: Config): void;
  };
}
`;

/** What was written. */
export interface WrittenTypes {
  readonly apexMethods: number;
  readonly labels: number;
  readonly modules: number;
}

/**
 * Writes `salesforce.d.ts` (Apex and metadata), `tsconfig.json` (where the modules of components are) and the labels for
 * Jest.
 *
 * @param root the project's folder
 * @throws Error when Apex does not parse, or names a type that components cannot be given
 */
export function writeTypes(root: string): WrittenTypes {
  const folder = path.join(root, '.local-org', 'types');
  mkdirSync(folder, { recursive: true });
  const project = loadProject(root);
  const apex = declareApex(readApexSources(packageDirectories(root).filter((directory) => existsSync(directory))));
  const text = [HEADER, apex.text, declareModules(project)].join('\n');
  writeFileSync(path.join(folder, 'salesforce.d.ts'), `${text}\n`);
  const paths = modulePaths(root, folder);
  writeFileSync(path.join(folder, 'tsconfig.json'), `${JSON.stringify({ compilerOptions: { paths } }, null, 2)}\n`);
  writeLabelModules(root, project.schema.labels);
  return { apexMethods: apex.methods.length, labels: project.schema.labels.size, modules: Object.keys(paths).length };
}

/** Where TypeScript finds each module: later ones win, so that this project's own stand before the base components'. */
function modulePaths(root: string, folder: string): Record<string, string[]> {
  const paths: Record<string, string[]> = {};
  const add = (specifier: string, file: string): void => {
    const relative = path.relative(folder, file).split(path.sep).join('/');
    paths[specifier] = [relative.startsWith('.') ? relative : `./${relative}`];
  };
  for (const name of readdirSync(BASE_COMPONENTS)) {
    const declaration = path.join(BASE_COMPONENTS, name, `${name}.d.ts`);
    if (existsSync(declaration)) add(`lightning/${name}`, declaration);
  }
  for (const namespace of readdirSync(BROWSER_MODULES)) {
    bundlesIn(path.join(BROWSER_MODULES, namespace), namespace).forEach(({ specifier, main }) => add(specifier, main));
  }
  for (const { specifier, main } of projectBundles(root)) {
    if (main.endsWith('.ts') || main.endsWith('.js')) add(specifier, main);
  }
  return paths;
}

if (require.main === module) {
  const { apexMethods, labels, modules } = writeTypes(OWN_PROJECT);
  console.log(`Types of ${apexMethods} Apex methods, ${labels} labels and ${modules} modules written.`);
}
