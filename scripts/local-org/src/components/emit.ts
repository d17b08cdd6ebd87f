/**
 * Writes the JavaScript of components beside their TypeScript, for deployment: Salesforce takes no TypeScript.
 */
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { componentFolders } from './bundles';
import { stripTypes } from './stripTypes';
import { writeWhenDifferent } from './writeWhenDifferent';

/** What an emission did, as paths of JavaScript files. */
export interface Emission {
  readonly written: readonly string[];
  readonly removed: readonly string[];
  /** All emitted files, those that were up to date too. */
  readonly files: readonly string[];
}

/**
 * Emits every component of a project. Files that are up to date are left alone; JavaScript whose TypeScript is gone is
 * removed, as long as its component is written in TypeScript.
 *
 * @throws Error with file, line and column when a module is no TypeScript
 */
export function emitComponents(root: string): Emission {
  const bundles = componentFolders(root).flatMap(subfolders);
  const files: string[] = [];
  const written: string[] = [];
  const removed: string[] = [];
  for (const bundle of bundles) {
    const sources = sourcesIn(bundle);
    const emitted = sources.map(javaScriptOf);
    for (const source of sources) {
      const { code } = stripTypes(readFileSync(source, 'utf8'), path.relative(root, source));
      if (writeWhenDifferent(javaScriptOf(source), code)) written.push(javaScriptOf(source));
    }
    if (sources.length > 0) removed.push(...removeOthers(bundle, emitted));
    files.push(...emitted);
  }
  return { files, written, removed };
}

function subfolders(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.filter((entry) => entry.isDirectory()).map((entry) => path.join(folder, entry.name));
}

function sourcesIn(bundle: string): string[] {
  return readdirSync(bundle)
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .map((file) => path.join(bundle, file));
}

function javaScriptOf(source: string): string {
  return source.replace(/\.ts$/, '.js');
}

function removeOthers(bundle: string, emitted: readonly string[]): string[] {
  const stale = readdirSync(bundle)
    .filter((file) => file.endsWith('.js'))
    .map((file) => path.join(bundle, file))
    .filter((file) => !emitted.includes(file) && existsSync(file));
  stale.forEach((file) => rmSync(file));
  return stale;
}
