import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { apexTokens } from '../framework/apex-tokens';
import type { Finding } from '../framework/check';
import { filesBelow, shortPath } from '../framework/paths';
import { childText, parseXml } from './xml';

interface Reference {
  readonly label: string;
  readonly line: number;
}

/** Every custom label that Apex, formulas, translations or components name exists. */
export function labelFindings(root: string, folder: string): Finding[] {
  const labels = declaredLabels(folder);
  const accepts = (name: string): boolean => READERS.some(([suffix]) => name.endsWith(suffix));
  return filesBelow(folder, accepts).flatMap((file) => {
    const reader = READERS.find(([suffix]) => file.endsWith(suffix))?.[1];
    const references = reader ? reader(readFileSync(file, 'utf8')) : [];
    return references
      .filter((reference) => !labels.has(reference.label.toLowerCase()))
      .map((reference) => ({
        file: shortPath(root, file),
        line: reference.line,
        message: `There is no custom label ${reference.label}`
      }));
  });
}

/** Every custom label is named by Apex, a component or a formula; a translation alone uses none. */
export function unusedLabelFindings(root: string, folder: string): Finding[] {
  const readers = READERS.filter(([, reader]) => reader !== inTranslation);
  const isTranslation = (name: string): boolean => name.endsWith('.translation-meta.xml');
  const accepts = (name: string): boolean => !isTranslation(name) && readers.some(([suffix]) => name.endsWith(suffix));
  const used = new Set(
    filesBelow(folder, accepts).flatMap((file) => {
      const reader = readers.find(([suffix]) => file.endsWith(suffix))?.[1];
      return reader ? reader(readFileSync(file, 'utf8')).map(({ label }) => label.toLowerCase()) : [];
    })
  );
  return filesBelow(folder, (name) => name.endsWith('.labels-meta.xml')).flatMap((file) =>
    labelElements(file)
      .filter(({ name }) => !used.has(name.toLowerCase()))
      .map(({ name, line }) => ({
        file: shortPath(root, file),
        line,
        message: `No Apex, component or formula uses the custom label ${name}`
      }))
  );
}

const READERS: readonly (readonly [string, (source: string) => Reference[]])[] = [
  ['.cls', inApex],
  ['.trigger', inApex],
  ['.ts', inTypeScript],
  ['.translation-meta.xml', inTranslation],
  ['-meta.xml', inFormulas]
];

function declaredLabels(folder: string): Set<string> {
  const files = filesBelow(folder, (name) => name.endsWith('.labels-meta.xml'));
  return new Set(files.flatMap(labelElements).map(({ name }) => name.toLowerCase()));
}

/** The labels of a file; none when it is not well-formed, which the metadata check reports. */
function labelElements(file: string): { name: string; line: number }[] {
  try {
    const elements = parseXml(readFileSync(file, 'utf8')).children;
    return elements.map((element) => ({ name: childText(element, 'fullName') ?? '', line: element.line }));
  } catch {
    return [];
  }
}

/** `System.Label.X` and `Label.X`; with a namespace, `Label.ns.X` is another package's. */
function inApex(source: string): Reference[] {
  const { code } = apexTokens(source);
  return code.flatMap((token, index) => {
    const isLabel = token.text.toLowerCase() === 'label' && code[index + 1]?.text === '.';
    const before = code[index - 1]?.text === '.' ? code[index - 2]?.text.toLowerCase() : undefined;
    const name = code[index + 2];
    const isOurs = before === undefined ? code[index - 1]?.text !== '.' : before === 'system';
    if (!isLabel || !isOurs || !name) return [];
    const isCall = code[index + 3]?.text === '(';
    return isCall ? [] : [{ label: name.text, line: name.line }];
  });
}

const LABEL_IMPORT = '@salesforce/label/c.';

function inTypeScript(source: string): Reference[] {
  const file = ts.createSourceFile('component.ts', source, ts.ScriptTarget.Latest);
  return file.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) return [];
    const module = statement.moduleSpecifier.text;
    if (!module.startsWith(LABEL_IMPORT)) return [];
    const line = file.getLineAndCharacterOfPosition(statement.getStart(file)).line + 1;
    return [{ label: module.slice(LABEL_IMPORT.length), line }];
  });
}

function inTranslation(source: string): Reference[] {
  try {
    const entries = parseXml(source).children.filter((child) => child.name === 'customLabels');
    return entries.map((entry) => ({ label: childText(entry, 'name') ?? '', line: entry.line }));
  } catch {
    return [];
  }
}

/** `$Label.X` in the formulas of metadata files. */
function inFormulas(source: string): Reference[] {
  return source
    .split('\n')
    .flatMap((text, index) =>
      [...text.matchAll(/\$Label\.(\w+)(?!\w*\.)/g)].map((match) => ({ label: match[1] ?? '', line: index + 1 }))
    );
}
