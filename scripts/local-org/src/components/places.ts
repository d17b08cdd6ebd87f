/**
 * The folders and files that building components works with.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';

/** The half of the local org that runs in the browser: the shell and the platform's modules. */
export const BROWSER = path.resolve(__dirname, '..', '..', 'browser');

/** Modules that the browser's half brings itself, one folder a namespace: `lightning/navigation`, `shell/app`. */
export const BROWSER_MODULES = path.join(BROWSER, 'modules');

/**
 * The folder of an installed package, wherever npm has put it.
 *
 * @throws Error naming the package when it is not installed
 */
export function packageFolder(name: string): string {
  const candidates = (require.resolve.paths(name) ?? []).map((base) => path.join(base, name));
  const found = candidates.find((folder) => existsSync(folder));
  if (found === undefined) throw new Error(`The package ${name} is not installed: run npm ci.`);
  return found;
}

/** The sources of the base components `lightning/*`. */
export const BASE_COMPONENTS = path.join(packageFolder('lightning-base-components'), 'src', 'lightning');
