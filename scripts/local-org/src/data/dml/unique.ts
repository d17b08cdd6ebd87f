/**
 * Unique fields: compared without letter case unless the field says so; null is never a duplicate.
 */
import type { FieldSchema } from '../../schema/model';
import type { DmlError } from '../../runtime/services';
import { encode, quote, storageKind, type SqlValue } from '../storage/columns';
import { fold } from '../storage/fold';
import type { Table } from '../storage/table';
import type { DataContext } from '../dataContext';
import { errors } from './errors';
import { alive, type Row } from './row';

type KeyValue = string | number | bigint;

function keyOf(field: FieldSchema, stored: SqlValue): KeyValue | null {
  if (stored === null || Buffer.isBuffer(stored)) return null;
  return typeof stored === 'string' && isFolded(field) ? fold(stored) : stored;
}

function isFolded(field: FieldSchema): boolean {
  return storageKind(field) === 'text' && !field.caseSensitive;
}

export function checkUnique(data: DataContext, table: Table, rows: Row[]): void {
  for (const field of table.uniqueFields) {
    const seen = new Map<KeyValue, Row>();
    for (const row of alive(rows)) {
      if (!row.record.values.has(field.name)) continue;
      const key = keyOf(field, encode(field, row.record.values.get(field.name)));
      if (key === null) continue;
      // The other record of the list has no id to name yet.
      if (seen.has(key)) row.errors.push(errors.duplicate(field.name, null));
      else seen.set(key, row);
    }
    if (seen.size > 0) checkStored(data, table, field, seen);
  }
}

function duplicate(field: FieldSchema, id: string): DmlError {
  return field.name === 'Username' ? errors.duplicateUsername() : errors.duplicate(field.name, id);
}

/** A key as the column's index has it. */
function searched(field: FieldSchema, key: KeyValue): string | number {
  if (typeof key === 'bigint') return key.toString();
  return typeof key === 'string' && storageKind(field) === 'text' ? fold(key) : key;
}

function checkStored(data: DataContext, table: Table, field: FieldSchema, wanted: Map<KeyValue, Row>): void {
  const column = quote(field.name);
  // The index is on the folded column; letter case, where it counts, is compared afterwards.
  const expression = storageKind(field) === 'text' ? `fold(${column})` : column;
  const living = table.isSoftDeleted ? ' AND "IsDeleted" = 0' : '';
  const sql = `SELECT "Id", ${column} FROM ${quote(table.schema.name)}
    WHERE ${expression} IN (SELECT value FROM json_each(?))${living}`;
  const values = [...wanted.keys()].map((key) => searched(field, key));
  for (const [id, stored] of data.database.all(sql, [JSON.stringify(values)])) {
    const row = wanted.get(keyOf(field, stored!)!);
    if (row && row.id !== id) row.errors.push(duplicate(field, String(id)));
  }
}
