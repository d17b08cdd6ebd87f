/**
 * Finds the stored records that an upsert updates: by Id, or by an external id, compared without letter case.
 * Source: Apex Developer Guide, "Upserting Records": no match inserts, one updates, several are an error.
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { throwNew } from '../../runtime/values/exception';
import { encode, quote, storageKind, type SqlValue } from '../storage/columns';
import { fold } from '../storage/fold';
import type { DataContext } from '../dataContext';
import { errors } from './errors';
import type { Row } from './row';

type Key = string | number;

function keyField(data: DataContext, schema: SObjectSchema, name: string): FieldSchema {
  const field = data.table(schema).schema.fields.get(name.toLowerCase());
  if (!field || !(field.externalId || field.idLookup)) {
    return throwNew(
      'System.SObjectException',
      `Invalid field for upsert, must be an External Id custom or standard indexed field: ${name}`
    );
  }
  return field;
}

function keyOf(field: FieldSchema, stored: SqlValue): Key | null {
  if (stored === null || Buffer.isBuffer(stored)) return null;
  if (typeof stored === 'string') return storageKind(field) === 'text' ? fold(stored) : stored;
  return Number(stored);
}

export function matchUpserts(
  data: DataContext,
  schema: SObjectSchema,
  rows: Row[],
  externalIdField: string | null
): void {
  if (externalIdField === null || externalIdField.toLowerCase() === 'id') {
    for (const row of rows) row.id = row.input.id;
    return;
  }
  const field = keyField(data, schema, externalIdField);
  const byKey = new Map<Key, Row>();
  for (const row of rows) {
    const value = row.input.values.get(field.name);
    const trimmed = typeof value === 'string' ? value.trim() : value;
    const key = trimmed === '' ? null : keyOf(field, encode(field, trimmed));
    if (key === null) row.errors.push(errors.keyMissing(field.name));
    else if (byKey.has(key)) row.errors.push(errors.duplicateKeyInList(field.name, String(value)));
    else byKey.set(key, row);
  }
  assignMatches(data, schema, field, byKey);
}

function assignMatches(data: DataContext, schema: SObjectSchema, field: FieldSchema, byKey: Map<Key, Row>): void {
  const column = quote(field.name);
  const expression = storageKind(field) === 'text' ? `fold(${column})` : column;
  const living = schema.fields.has('isdeleted') ? ' AND "IsDeleted" = 0' : '';
  data.database.wantIndex(schema.name, field.name, expression);
  const sql = `SELECT "Id", ${column} FROM ${quote(schema.name)}
    WHERE ${expression} IN (SELECT value FROM json_each(?))${living}`;
  const matches = new Map<Row, string[]>();
  for (const [id, stored] of data.database.all(sql, [JSON.stringify([...byKey.keys()])])) {
    const row = byKey.get(keyOf(field, stored!)!);
    if (row) matches.set(row, [...(matches.get(row) ?? []), String(id)]);
  }
  for (const [row, ids] of matches) {
    if (ids.length > 1) row.errors.push(errors.severalMatches(field, ids));
    else row.id = ids[0]!;
  }
}
