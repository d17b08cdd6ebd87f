import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseXml } from '../schema/xml';

/** An Apex source file of a project. */
export interface ApexSource {
  /** Path as the user would write it: relative to the working directory where it is below it. */
  file: string;
  kind: 'class' | 'trigger';
  source: string;
  /** As its `-meta.xml` says; absent where there is none. */
  apiVersion?: number;
}

/** The folder of the project that this local org is part of. */
export const OWN_PROJECT = path.resolve(__dirname, '..', '..', '..', '..');

/** Folders that never hold deployable source. */
const SKIPPED_FOLDERS = new Set(['node_modules', '.git', '.sfdx', '.sf', '.local-org', '__tests__']);

/** A folder or file that the user named and that is not there. */
export class MissingPathError extends Error {}

/**
 * Every file below the given folders, in a stable order.
 * @throws MissingPathError naming the folder that does not exist
 */
export function listFiles(dirs: readonly string[]): string[] {
  const found = new Set<string>();
  for (const dir of dirs) {
    if (!existsSync(dir)) throw new MissingPathError(`There is no folder or file ${dir}.`);
    walk(path.resolve(dir), found);
  }
  return [...found].sort();
}

function walk(entry: string, found: Set<string>): void {
  if (!statSync(entry).isDirectory()) {
    found.add(entry);
    return;
  }
  for (const name of readdirSync(entry)) {
    if (!SKIPPED_FOLDERS.has(name)) walk(path.join(entry, name), found);
  }
}

/** Reads all classes and triggers below the given folders. */
export function readApexSources(dirs: readonly string[]): ApexSource[] {
  return listFiles(dirs).flatMap((file) => {
    const kind = file.endsWith('.cls') ? 'class' : file.endsWith('.trigger') ? 'trigger' : undefined;
    return kind ? [{ file: displayPath(file), kind, source: readSource(file), ...apiVersionOf(file) }] : [];
  });
}

/** The version in the metadata file beside a source; a file that is no XML is the metadata check's to report. */
function apiVersionOf(file: string): Pick<ApexSource, 'apiVersion'> {
  const meta = `${file}-meta.xml`;
  if (!existsSync(meta)) return {};
  const version = readMetadataVersion(readFileSync(meta, 'utf8'));
  return version === null ? {} : { apiVersion: version };
}

function readMetadataVersion(text: string): number | null {
  try {
    const version = Number(parseXml(text).text('apiVersion') ?? '');
    return Number.isFinite(version) && version > 0 ? version : null;
  } catch {
    return null;
  }
}

/** Text of a source file without the byte order mark that some editors write. */
function readSource(file: string): string {
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
}

function displayPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}

/**
 * The folder of the sfdx project that holds `dir`: the nearest one upwards with a sfdx-project.json.
 * @returns undefined for loose source folders
 */
export function findProjectRoot(dir: string): string | undefined {
  let folder = path.resolve(dir);
  for (;;) {
    if (existsSync(path.join(folder, 'sfdx-project.json'))) return folder;
    const parent = path.dirname(folder);
    if (parent === folder) return undefined;
    folder = parent;
  }
}

/**
 * The package directories that a project's sfdx-project.json lists, as absolute paths.
 * @throws Error when the file is not JSON or lists none
 */
export function packageDirectories(projectRoot: string): string[] {
  const file = path.join(projectRoot, 'sfdx-project.json');
  const project = parseJson(file) as { packageDirectories?: { path?: unknown }[] };
  const dirs = (project.packageDirectories ?? []).map((entry) => entry.path);
  if (dirs.length === 0 || dirs.some((dir) => typeof dir !== 'string')) {
    throw new Error(`${file} lists no packageDirectories with a path.`);
  }
  return dirs.map((dir) => path.resolve(projectRoot, dir as string));
}

function parseJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new Error(`${file} is not valid JSON: ${(error as Error).message}`);
  }
}
