/**
 * One record on its way through a save.
 */
import type { DmlError } from '../../runtime/services';
import type { SObjectValue } from '../../runtime/values/sobject';
import type { SqlValue } from '../storage/columns';

export interface Row {
  /** Place in the caller's list. */
  readonly index: number;
  /** The caller's record: only its Id is ever changed. */
  readonly input: SObjectValue;
  /** Set for stored records, and for new ones when they are saved. */
  id: string | null;
  /** What is to be stored: whole for new records; on update what was given, or the whole when triggers run. */
  record: SObjectValue;
  /** The stored row; null for new records. */
  old: SqlValue[] | null;
  /** The stored row as record, made when triggers or rules ask for it. */
  oldRecord: SObjectValue | null;
  errors: DmlError[];
}

export function newRow(index: number, input: SObjectValue): Row {
  return { index, input, id: null, record: input, old: null, oldRecord: null, errors: [] };
}

export function alive(rows: readonly Row[]): Row[] {
  return rows.filter((row) => row.errors.length === 0);
}

/** Moves what `addError` put on the trigger's record to the row. */
export function takeErrors(row: Row, record: SObjectValue): void {
  for (const e of record.errors) {
    row.errors.push({ statusCode: e.statusCode, message: e.message, fields: e.field === null ? [] : [e.field] });
  }
  record.errors = [];
}
