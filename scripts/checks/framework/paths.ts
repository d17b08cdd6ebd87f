import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';

/** The folder of this project, where its packages are installed. */
export const PROJECT_ROOT = join(__dirname, '..', '..', '..');

/** Path from a folder, with forward slashes on every system. */
export function shortPath(root: string, file: string): string {
  return relative(root, file).split(sep).join('/');
}

/**
 * The folder of an installed package, wherever npm has put it.
 *
 * @throws Error naming the package when it is not installed
 */
export function packageFolder(name: string): string {
  for (const base of require.resolve.paths(name) ?? []) {
    const folder = join(base, name);
    try {
      readdirSync(folder);
      return folder;
    } catch {
      continue;
    }
  }
  throw new Error(`The package ${name} is not installed: run npm install in ${PROJECT_ROOT}`);
}

const NEVER_ENTERED = new Set(['node_modules', '.git', '.local-org', '.sf', '.sfdx', 'coverage', 'dist']);

/** Every file below a folder whose name passes, sorted; nothing when the folder does not exist. */
export function filesBelow(folder: string, accepts: (name: string) => boolean): string[] {
  const found: string[] = [];
  const walk = (current: string): void => {
    for (const entry of readdirSync(current, { withFileTypes: true })) {
      const path = join(current, entry.name);
      if (entry.isDirectory()) {
        if (!NEVER_ENTERED.has(entry.name)) walk(path);
      } else if (accepts(entry.name)) {
        found.push(path);
      }
    }
  };
  try {
    walk(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return found.sort();
}
