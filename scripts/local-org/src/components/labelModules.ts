/**
 * Custom labels as modules for Jest, so that tests can assert on what users read.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { packageDirectories, listFiles } from '../project/files';
import { readLabels } from '../schema/labels';
import type { Schema } from '../schema/model';
import { Problems } from '../schema/problems';
import { parseXml } from '../schema/xml';
import { writeWhenDifferent } from './writeWhenDifferent';

/** Where `npm run types` and Jest put the modules, from the project's folder. */
export const LABEL_MODULES = path.join('.local-org', 'types', 'labels');

/**
 * Writes one CommonJS module a label that exports its English text, and removes those of labels that are gone. Only what
 * differs is touched: several runs of Jest may read the folder at the same time.
 */
export function writeLabelModules(root: string, labels: Schema['labels']): void {
  const folder = path.join(root, LABEL_MODULES);
  mkdirSync(folder, { recursive: true });
  const wanted = new Map([...labels.values()].map(({ name, value }) => [`${name}.js`, moduleText(value)]));
  for (const [file, text] of wanted) writeWhenDifferent(path.join(folder, file), text);
  for (const file of readdirSync(folder)) {
    if (!wanted.has(file)) rmSync(path.join(folder, file), { force: true });
  }
}

/** Reads a project's labels and writes their modules. @throws Error when a label file is not what an org accepts */
export function writeProjectLabels(root: string): void {
  const labels: Schema['labels'] = new Map();
  const problems = new Problems();
  const files = listFiles(packageDirectories(root).filter((directory) => existsSync(directory)));
  for (const file of files.filter((name) => name.endsWith('.labels-meta.xml'))) {
    readLabels(labels, parseXml(readFileSync(file, 'utf8')), file, problems);
  }
  const [first] = problems.errors;
  if (first) throw new Error(`${first.file}: ${first.message}`);
  writeLabelModules(root, labels);
}

function moduleText(value: string): string {
  return `exports.default = ${JSON.stringify(value)};\n`;
}
