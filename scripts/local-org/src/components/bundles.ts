/**
 * Where the Lightning Web Components of a project are, and what each bundle consists of.
 */
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { packageDirectories } from '../project/files';

/** The folder of one component: `lwc/insightsApp`. */
export interface ComponentBundle {
  /** `insightsApp`. */
  readonly name: string;
  /** The name by which modules import it: `c/insightsApp`. */
  readonly specifier: string;
  readonly folder: string;
  /** The file that says what the component is: the TypeScript, else JavaScript, else only a template or style. */
  readonly main: string;
}

const MAIN_EXTENSIONS = ['.ts', '.js', '.html', '.css'];

/**
 * The `lwc` folders of a project's package directories.
 *
 * @param root the folder with sfdx-project.json
 */
export function componentFolders(root: string): string[] {
  return packageDirectories(root).flatMap((directory) =>
    existsSync(directory) ? findComponentFolders(directory) : []
  );
}

function findComponentFolders(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (!entry.isDirectory()) return [];
    const inner = path.join(folder, entry.name);
    return entry.name === 'lwc' ? [inner] : findComponentFolders(inner);
  });
}

/**
 * The bundles in a folder of components, by name; a folder without a file of its own name is left out.
 *
 * @param folder holds one folder a component
 * @param namespace what stands before the slash of the module's name
 */
export function bundlesIn(folder: string, namespace: string): ComponentBundle[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return entries
    .map((entry) => entry.name)
    .sort()
    .flatMap((name) => {
      const base = path.join(folder, name, name);
      const extension = MAIN_EXTENSIONS.find((candidate) => existsSync(base + candidate));
      if (extension === undefined) return [];
      return [{ name, specifier: `${namespace}/${name}`, folder: path.dirname(base), main: base + extension }];
    });
}

/** Every bundle of a project. */
export function projectBundles(root: string): ComponentBundle[] {
  return componentFolders(root).flatMap((folder) => bundlesIn(folder, 'c'));
}
