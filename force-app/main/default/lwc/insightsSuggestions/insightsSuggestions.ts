/** A column that seems to belong into a field. */
export interface Suggestion {
  readonly column: string;
  /** API name of the field. */
  readonly field: string;
  readonly fieldLabel: string;
  /** From 0 to 1: how sure it is. */
  readonly score: number;
}

/** What kind of values a column holds, or a field takes. */
export type ValueKind = 'text' | 'number' | 'checkbox' | 'date' | 'datetime';

/** Below this, names share too little to be put before a user. */
const MIN_SCORE = 0.6;
/** Words that say nothing. */
const NOISE = new Set(['insights', 'the', 'of', 'in', 'a']);
/** Words that reports and fields use for one thing. */
const SAME: Readonly<Record<string, string>> = {
  mail: 'email',
  number: 'count',
  num: 'count',
  qty: 'count',
  logins: 'login',
  days: 'day',
  identifier: 'id',
  datetime: 'date',
  timestamp: 'date'
};

/**
 * Finds the fields that columns seem to belong into, by their names and types. Each column and each field comes up once.
 * @param columns columns that are not mapped yet
 * @param fields fields that may still be mapped
 * @returns the surest first
 */
export function suggest(
  columns: readonly Apex.InsightsColumnView[],
  fields: readonly Apex.InsightsFieldView[]
): Suggestion[] {
  const targets = fields.map((field) => ({
    field,
    kind: kindOfField(field),
    names: [new Set(wordsOf(field.label)), new Set(wordsOf(field.name))]
  }));
  const candidates = columns.flatMap((column) => {
    const words = new Set(wordsOf(column.name));
    const kind = kindOfColumn(column);
    return targets.flatMap((target) => {
      const score = Math.max(...target.names.map((name) => likeness(words, name))) * fit(kind, target.kind);
      return score < MIN_SCORE ? [] : [suggestion(column, target.field, score)];
    });
  });
  candidates.sort((a, b) => b.score - a.score || a.column.localeCompare(b.column));
  return onceEach(candidates);
}

/** @returns the words of a name: camel and snake case split, lower case, without prefix, suffix and noise */
export function wordsOf(name: string | null | undefined): string[] {
  return (
    (name ?? '')
      .replace(/__c$/i, '')
      // The prefix that WalkMe recommends for fields that its data goes to.
      .replace(/walk[\s_]?me/gi, ' ')
      .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
      .replace(/#/g, ' number ')
      .toLowerCase()
      .replace(/e-mail/g, 'email')
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== '' && !NOISE.has(word))
      .map((word) => SAME[word] ?? word)
  );
}

/** @returns what kind of values a column holds, by the type that the report tells; text when it does not */
export function kindOfColumn({ dataType }: Apex.InsightsColumnView): ValueKind {
  const type = (dataType ?? '').toLowerCase();
  if (/^(date-?time|timestamp)/.test(type)) {
    return 'datetime';
  }
  if (type === 'date') {
    return 'date';
  }
  if (/^(bool|checkbox)/.test(type)) {
    return 'checkbox';
  }
  return /^(num|int|dec|double|float|long|percent|currency)/.test(type) ? 'number' : 'text';
}

/** @returns what kind of values a field takes, by its conversion */
export function kindOfField({ conversion }: Apex.InsightsFieldView): ValueKind {
  const kinds: Record<string, ValueKind> = {
    Number: 'number',
    Integer: 'number',
    Percent: 'number',
    Checkbox: 'checkbox',
    Date: 'date',
    Datetime: 'datetime'
  };
  return kinds[conversion ?? ''] ?? 'text';
}

function suggestion(column: Apex.InsightsColumnView, field: Apex.InsightsFieldView, score: number): Suggestion {
  const name = field.name ?? '';
  return { column: column.name ?? '', field: name, fieldLabel: field.label ?? name, score };
}

/** How well the values of a column suit a field: text takes all, and text may hold anything. */
function fit(column: ValueKind, field: ValueKind): number {
  if (column === field) {
    return 1;
  }
  const areMoments = [column, field].every((one) => one === 'date' || one === 'datetime');
  if (areMoments) {
    return 0.95;
  }
  return field === 'text' || column === 'text' ? 0.9 : 0.5;
}

/** The share of words that two names have in common, from 0 to 1. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0;
  for (const word of a) {
    common += b.has(word) ? 1 : 0;
  }
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}

function onceEach(candidates: Suggestion[]): Suggestion[] {
  const columns = new Set<string>();
  const fields = new Set<string>();
  return candidates.filter(({ column, field }) => {
    const isFree = !columns.has(column) && !fields.has(field);
    if (isFree) {
      columns.add(column);
      fields.add(field);
    }
    return isFree;
  });
}
