/**
 * Reads custom labels and their translations.
 */
import type { Schema } from './model';
import { ComponentError, type Problems } from './problems';
import type { XmlElement } from './xml';

type Labels = Schema['labels'];

/** Longest value of a label. Source: Salesforce Help, "Custom Labels". */
const MAX_VALUE = 1000;

function addLabel(labels: Labels, element: XmlElement): void {
  const name = element.text('fullName') ?? '';
  const value = element.text('value');
  if (value === null) throw new ComponentError('Required field is missing: value');
  if (value.length > MAX_VALUE)
    throw new ComponentError(`Value too long for field: Value maximum length is:${MAX_VALUE}`);
  for (const needed of ['language', 'protected', 'shortDescription']) {
    if (element.text(needed) === null) throw new ComponentError(`Required field is missing: ${needed}`);
  }
  if (labels.has(name.toLowerCase())) throw new ComponentError(`Duplicate label ${name}`);
  labels.set(name.toLowerCase(), {
    name,
    value,
    categories: element.text('categories'),
    language: element.text('language')!,
    translations: {}
  });
}

/** Reads a `labels` file. */
export function readLabels(labels: Labels, root: XmlElement, file: string, problems: Problems): void {
  for (const element of root.all('labels')) {
    problems.guard(file, 'CustomLabel', element.text('fullName') ?? '(no name)', () => addLabel(labels, element));
  }
}

/** Reads the label translations of a `translation` file; `language` is the file's name. */
export function readTranslations(
  labels: Labels,
  root: XmlElement,
  language: string,
  file: string,
  problems: Problems
): void {
  for (const element of root.all('customLabels')) {
    const name = element.text('name') ?? '';
    const label = labels.get(name.toLowerCase());
    if (label) label.translations[language] = element.text('label') ?? '';
    else problems.error(file, 'Translations', language, `In field: name - no CustomLabel named ${name} found`);
  }
}
