import type { OracleIntegration, OracleMapping } from './oracle/integration';
import { heldValue, isBlank, readCell, type FieldValue } from './oracle/values';
import type { Cell } from './reports/report';

/** The outcomes of a row in an integration that updates and never creates. */
export const outcomes = ['updated', 'unchanged', 'unmatched', 'ambiguous', 'skipped', 'rejected'] as const;

/** What becomes of a row. */
export type Outcome = (typeof outcomes)[number];

/** A record of the target object as read from the org: `Id`, `IsConverted` for leads, and every field concerned. */
export type OracleRecord = Readonly<Record<string, unknown>> & { readonly Id: string };

/** What must become of one row. */
export interface ExpectedRow {
  /** Number of the row in the report, from 1 as people count. */
  row: number;
  outcome: Outcome;
  /** Why, in a few words, when nothing is written. */
  reason?: string;
  /** The only record that the row matches. */
  recordId?: string;
}

/** What must become of a whole report. */
export interface Expectation {
  rows: ExpectedRow[];
  counts: Record<Outcome, number>;
  /** The fields that must change, by record id; date/times in milliseconds since 1970 UTC. */
  changes: Map<string, Record<string, FieldValue>>;
}

/** A report as it was delivered. */
export interface OracleReport {
  columns: readonly { name: string }[];
  rows: Iterable<readonly Cell[]>;
}

/**
 * Works out what must become of every row of a report, from the rules as documented for admins and from the records as they
 * stood before the run. Shares no code with the engine, and knows nothing of how the data were made.
 *
 * @throws Error when a column is missing, or when the data hold a case for which the oracle has no rule
 */
export function expectedOutcomes(
  integration: OracleIntegration,
  report: OracleReport,
  records: Iterable<OracleRecord>
): Expectation {
  const rows = [...report.rows];
  const columnAt = columnPlaces(integration, report);
  const keyAt = columnAt.get(integration.keyColumn) as number;
  const matches = recordsByKey(records, integration.keyField);
  const firstRow = new Map<string, number>();
  const expectation: Expectation = { rows: [], counts: zeroCounts(), changes: new Map() };
  rows.forEach((cells, index) => {
    const key = keyOf(cells[keyAt]);
    const expected =
      damaged(cells, report.columns.length) ??
      keyless(key) ??
      unwritable(cells, integration, columnAt) ??
      repeated(key, index, firstRow) ??
      matched(key, cells, { integration, columnAt, matches, changes: expectation.changes });
    expectation.rows.push({ row: index + 1, ...expected });
    expectation.counts[expected.outcome]++;
  });
  return expectation;
}

type Verdict = Omit<ExpectedRow, 'row'>;
type ColumnPlaces = ReadonlyMap<string, number>;
interface Matches {
  open: OracleRecord[];
  converted: OracleRecord[];
}

interface MatchContext {
  integration: OracleIntegration;
  columnAt: ColumnPlaces;
  matches: ReadonlyMap<string, Matches>;
  changes: Map<string, Record<string, FieldValue>>;
}

/** Keys are compared without blanks around them and without regard to letter case. */
function keyOf(value: unknown): string {
  return isBlank(value as Cell) ? '' : String(value).trim().toLowerCase();
}

/** A row with more or fewer cells than the report has columns cannot be read at all. */
function damaged(cells: readonly Cell[], columns: number): Verdict | undefined {
  return cells.length === columns ? undefined : { outcome: 'rejected', reason: `${cells.length} cells` };
}

/** A blank key cannot be matched. */
function keyless(key: string): Verdict | undefined {
  return key === '' ? { outcome: 'skipped', reason: 'blank key' } : undefined;
}

/** Of the rows with one key that could be written the first in the report counts, the others are left out. */
function repeated(key: string, index: number, firstRow: Map<string, number>): Verdict | undefined {
  const first = firstRow.get(key);
  if (first !== undefined) return { outcome: 'skipped', reason: `same key as row ${first + 1}` };
  firstRow.set(key, index);
  return undefined;
}

/** One value that does not fit its field rejects the whole row. */
function unwritable(
  cells: readonly Cell[],
  integration: OracleIntegration,
  columnAt: ColumnPlaces
): Verdict | undefined {
  for (const mapping of integration.mappings) {
    const reading = readCell(cellOf(cells, mapping, columnAt), mapping);
    if (typeof reading === 'object' && 'fault' in reading) {
      return { outcome: 'rejected', reason: `${mapping.column}: ${reading.fault}` };
    }
  }
  return undefined;
}

/** Converted leads are read-only: one open lead beside them is the match, without one the row is skipped. */
function matched(key: string, cells: readonly Cell[], context: MatchContext): Verdict {
  const { open, converted } = context.matches.get(key) ?? { open: [], converted: [] };
  if (open.length > 1) return { outcome: 'ambiguous', reason: `${open.length} records` };
  const [record] = open;
  if (record) return written(record, cells, context);
  if (converted.length > 0) return { outcome: 'skipped', reason: 'converted lead' };
  return { outcome: 'unmatched', reason: 'no record' };
}

function written(record: OracleRecord, cells: readonly Cell[], context: MatchContext): Verdict {
  const changes: Record<string, FieldValue> = {};
  for (const mapping of context.integration.mappings) {
    const reading = readCell(cellOf(cells, mapping, context.columnAt), mapping);
    if (reading === 'keep' || 'fault' in reading) continue;
    if (reading.value !== heldValue(record[mapping.field], mapping)) changes[mapping.field] = reading.value;
  }
  if (Object.keys(changes).length === 0) return { outcome: 'unchanged', recordId: record.Id };
  context.changes.set(record.Id, changes);
  return { outcome: 'updated', recordId: record.Id };
}

function cellOf(cells: readonly Cell[], mapping: OracleMapping, columnAt: ColumnPlaces): Cell | undefined {
  return cells[columnAt.get(mapping.column) as number];
}

function columnPlaces(integration: OracleIntegration, report: OracleReport): ColumnPlaces {
  const places = new Map(report.columns.map((column, index) => [column.name, index]));
  for (const name of [integration.keyColumn, ...integration.mappings.map((mapping) => mapping.column)]) {
    if (!places.has(name)) throw new Error(`The report has no column "${name}": a run must fail, not handle rows.`);
  }
  return places;
}

function recordsByKey(records: Iterable<OracleRecord>, keyField: string): Map<string, Matches> {
  const byKey = new Map<string, Matches>();
  for (const record of records) {
    const key = keyOf(record[keyField]);
    if (key === '') continue;
    const found = byKey.get(key) ?? { open: [], converted: [] };
    byKey.set(key, found);
    (isTrue(record['IsConverted']) ? found.converted : found.open).push(record);
  }
  return byKey;
}

/** Databases without a type for true and false store 1 and 0. */
function isTrue(value: unknown): boolean {
  return value === true || value === 1;
}

function zeroCounts(): Record<Outcome, number> {
  return Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
}
