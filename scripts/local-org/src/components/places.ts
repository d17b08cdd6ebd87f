/**
 * The folders and files that building components works with.
 */
import path from 'node:path';

/** The half of the local org that runs in the browser: the shell and the platform's modules. */
export const BROWSER = path.resolve(__dirname, '..', '..', 'browser');

/** Modules that the browser's half brings itself, one folder a namespace: `lightning/navigation`, `shell/app`. */
export const BROWSER_MODULES = path.join(BROWSER, 'modules');

/** The folder of an installed package. */
export function packageFolder(name: string): string {
  return path.dirname(require.resolve(`${name}/package.json`));
}

/** The sources of the base components `lightning/*`. */
export const BASE_COMPONENTS = path.join(packageFolder('lightning-base-components'), 'src', 'lightning');
