/**
 * Tells whether a bundle is made of the sources that are there now.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { listFiles, packageDirectories } from '../../project/files';
import { componentFolders } from '../bundles';
import { BROWSER } from '../places';

const STAMP = '.stamp.json';
const BUILDER = path.resolve(__dirname, '..');

/** What a bundle was made of. */
export interface BundleStamp {
  readonly signature: string;
  /** Modules of the first stage that it asks for. */
  readonly vendorModules: readonly string[];
}

/** The stamp of a built folder; undefined when there is none that can be read. */
export function readStamp(folder: string): BundleStamp | undefined {
  const file = path.join(folder, STAMP);
  if (!existsSync(file)) return undefined;
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as BundleStamp;
  } catch {
    return undefined;
  }
}

/** Says what the files of a folder were made of. */
export function writeStamp(folder: string, stamp: BundleStamp): void {
  writeFileSync(path.join(folder, STAMP), JSON.stringify(stamp));
}

/** Changes with every source of the bundle: components, shell, the builder itself, and the metadata that they name. */
export function sourceSignature(root: string, mode: string): string {
  const hash = createHash('sha256').update(`${mode}\n${metadataSignature(root)}`);
  for (const folder of [...componentFolders(root), BROWSER, BUILDER]) {
    for (const file of sourcesBelow(folder)) hash.update(`\n${file}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Emitted JavaScript and tests are no sources. */
function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|html|css|xml)$/.test(file) && !file.includes('__tests__'))
    .sort()
    .map((file) => path.join(folder, file));
}

/** Changes when a file of the project beside its components changes. */
export function metadataSignature(root: string): string {
  const isBeside = (file: string): boolean => !file.includes(`${path.sep}lwc${path.sep}`);
  const files = listFiles(packageDirectories(root)).filter(isBeside);
  return [root, files.length, Math.max(0, ...files.map((file) => statSync(file).mtimeMs))].join(' ');
}
