import { fill, widthOf } from 'c/insightsFormat';
import { EMAIL } from 'c/insightsKeyChoice';
import { kindOfColumn } from 'c/insightsSuggestions';

/** The types of new fields that the request can ask for. */
export const FIELD_TYPES = [
  'Text',
  'TextArea',
  'Number',
  'Percent',
  'Checkbox',
  'Date',
  'DateTime',
  'Email',
  'Phone',
  'Url'
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

/** A field that is wanted for a column. */
export interface PlannedField {
  /** Column of the report that shall be written to it. */
  readonly column: string;
  readonly isWanted: boolean;
  /** API name without the suffix __c. */
  readonly name: string;
  readonly label: string;
  readonly type: FieldType;
}

/** Why a planned field cannot be made. */
export type FieldFault =
  'nameMissing' | 'nameShape' | 'nameLong' | 'nameTaken' | 'nameTwice' | 'labelMissing' | 'labelLong';

/** What the e-mail says around its table, as labels. Placeholders: {0} label of the object, {1} its API name. */
export interface MailWords {
  readonly subject: string;
  readonly greeting: string;
  readonly body: string;
  readonly closing: string;
  readonly nameHeading: string;
  readonly labelHeading: string;
  readonly typeHeading: string;
  readonly typeLabels: Readonly<Record<FieldType, string>>;
}

const PREFIX = 'WalkMe_';
const SUFFIX = '__c';
/** Salesforce's own limits for names and labels of fields. */
const MAX_NAME = 40;
const MAX_LABEL = 40;
const MAX_TEXT = 255;
const NAME_SHAPE = /^[a-z](_?[a-z0-9])*$/i;
const ADDRESS = /^https?:\/\/\S+$/i;
const NUMBER = /^-?\d+(\.\d+)?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/;
const TRUTH = /^(true|false|yes|no)$/i;

/**
 * Proposes a field for a column: an API name with the prefix that WalkMe recommends, a label, and a type that holds the
 * values.
 * @param column column of the report
 * @param values its sample values; blank ones are passed over
 * @param taken API names without suffix, in lower case, that are in use
 * @param order number of the column, which names it when its own name has no letters that an API name may have
 */
export function planField(
  column: Apex.InsightsColumnView,
  values: readonly string[],
  taken: ReadonlySet<string>,
  order: number
): Omit<PlannedField, 'isWanted'> {
  const name = column.name ?? '';
  const words = name.normalize('NFKD').match(/[a-z0-9]+/gi) ?? [];
  const stem = words.length > 0 ? words.join('_') : `Field_${order}`;
  const proposed = (PREFIX + stem.replace(/^WalkMe_/i, '')).slice(0, MAX_NAME).replace(/_+$/, '');
  return {
    column: name,
    name: freeName(proposed, taken),
    label: name.slice(0, MAX_LABEL),
    type: typeFor(column, values)
  };
}

/**
 * @param field a planned field
 * @param others all planned fields
 * @param taken API names without suffix, in lower case, that the object has already
 * @returns why it cannot be made, or null when it can
 */
export function faultOf(
  field: PlannedField,
  others: readonly PlannedField[],
  taken: ReadonlySet<string>
): FieldFault | null {
  const name = field.name.toLowerCase();
  const namesakes = others.filter((other) => other.isWanted && other.name.toLowerCase() === name);
  const faults: [FieldFault, boolean][] = [
    ['nameMissing', name === ''],
    ['nameShape', !NAME_SHAPE.test(name)],
    ['nameLong', name.length > MAX_NAME],
    ['nameTaken', taken.has(name)],
    ['nameTwice', namesakes.length > 1],
    ['labelMissing', field.label.trim() === ''],
    ['labelLong', field.label.trim().length > MAX_LABEL]
  ];
  return faults.find(([, applies]) => applies)?.[0] ?? null;
}

/** @returns the field as Salesforce's metadata describes it */
export function toNewField({ name, label, type }: PlannedField): Apex.InsightsNewField {
  const sizes: Partial<Record<FieldType, Apex.InsightsNewField>> = {
    Text: { length: MAX_TEXT },
    Number: { precision: 18, scale: 2 },
    Percent: { precision: 18, scale: 2 }
  };
  return { name: name + SUFFIX, label: label.trim(), type, ...sizes[type] };
}

/** @returns the request to the Salesforce admin as plain text, its table aligned with blanks */
export function mailText(
  fields: readonly PlannedField[],
  objectLabel: string,
  objectName: string,
  words: MailWords
): { subject: string; body: string } {
  const rows = fields.map(({ name, label, type }) => [name + SUFFIX, label.trim(), words.typeLabels[type]]);
  const table = alignRows([[words.nameHeading, words.labelHeading, words.typeHeading], ...rows]);
  const paragraphs = [words.greeting, fill(words.body, objectLabel, objectName), table, words.closing];
  return { subject: fill(words.subject, objectLabel, objectName), body: paragraphs.join('\n\n') };
}

/** @returns an address that opens the user's mail program with the request */
export function mailAddress(subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replace(/\n/g, '\r\n'))}`;
}

function freeName(proposed: string, taken: ReadonlySet<string>): string {
  let name = proposed;
  for (let count = 2; taken.has(name.toLowerCase()); count++) {
    const ending = `_${count}`;
    name = proposed.slice(0, MAX_NAME - ending.length) + ending;
  }
  return name;
}

function typeFor(column: Apex.InsightsColumnView, values: readonly string[]): FieldType {
  const kinds = { number: 'Number', checkbox: 'Checkbox', date: 'Date', datetime: 'DateTime' } as const;
  const kind = kindOfColumn(column);
  return kind === 'text'
    ? typeOfValues(values.map((value) => value.trim()).filter((value) => value !== ''))
    : kinds[kind];
}

/** A type only when all values suit it: text loses nothing. */
function typeOfValues(values: string[]): FieldType {
  const shapes: [FieldType, RegExp][] = [
    ['Email', EMAIL],
    ['Url', ADDRESS],
    ['DateTime', MOMENT],
    ['Date', DAY],
    ['Number', NUMBER],
    ['Checkbox', TRUTH]
  ];
  const shape = values.length > 0 && shapes.find(([, pattern]) => values.every((value) => pattern.test(value)));
  if (shape) {
    return shape[0];
  }
  return values.some((value) => value.includes('\n')) ? 'TextArea' : 'Text';
}

function alignRows(rows: string[][]): string {
  const widths = rows[0]!.map((_cell, index) => Math.max(...rows.map((row) => widthOf(row[index] ?? ''))));
  const print = (row: string[]) =>
    row
      .map((cell, index) => cell + ' '.repeat(widths[index]! - widthOf(cell)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '-'.repeat(width));
  return [rows[0]!, rule, ...rows.slice(1)].map(print).join('\n');
}
