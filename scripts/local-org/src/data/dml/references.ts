/**
 * Lookups of the records to save: the id must belong to an object that the field may point to, and the record must exist.
 * Parents given by external id (`Account = new Account(Key__c = 'x')`) are looked up.
 */
import type { FieldSchema } from '../../schema/model';
import { type SObjectValue } from '../../runtime/values/sobject';
import { encode, quote, storageKind, type SqlValue } from '../storage/columns';
import { fold } from '../storage/fold';
import { hasTable } from '../storage/migrate';
import type { Table } from '../storage/table';
import type { DataContext } from '../dataContext';
import { errors } from './errors';
import { alive, type Row } from './row';

/** Sets reference fields from parents given by external id. @returns names of the fields set, by row */
export function resolveParentKeys(data: DataContext, table: Table, rows: Row[]): void {
  for (const row of rows) {
    // Parents of queried records are no instruction to link them.
    if (row.input.queriedFields !== null) continue;
    for (const [relationship, parent] of row.input.parents) {
      if (!parent || parent.queriedFields !== null) continue;
      const field = table.references.find((f) => f.relationshipName === relationship);
      if (field) resolveParent(data, row, field, parent);
    }
  }
}

function resolveParent(data: DataContext, row: Row, field: FieldSchema, parent: SObjectValue): void {
  const key = [...parent.values].find(([name, value]) => {
    const f = parent.fieldSchema(name);
    return value !== null && (f?.externalId || f?.idLookup) && name !== 'Id';
  });
  if (!key || row.input.values.get(field.name) !== undefined) return;
  const [name, value] = key;
  const keyField = data.table(parent.schema).field(name)!;
  const ids = findByKey(data, parent.schema.name, keyField, encode(keyField, value));
  if (ids.length === 1) row.record.values.set(field.name, ids[0]!);
  else if (ids.length === 0) row.errors.push(errors.unknownForeignKey(String(value), name, parent.schema.name));
  else row.errors.push(errors.severalMatches(keyField, ids));
}

/** Ids of the living records with that key. */
export function findByKey(data: DataContext, object: string, field: FieldSchema, value: SqlValue): string[] {
  const column = quote(field.name);
  const isText = storageKind(field) === 'text';
  const living = data.object(object).fields.has('isdeleted') ? ' AND "IsDeleted" = 0' : '';
  const sql = `SELECT "Id" FROM ${quote(object)} WHERE ${isText ? `fold(${column})` : column} = ?${living} LIMIT 3`;
  const folded = isText && typeof value === 'string' ? fold(value) : value;
  return data.database.all(sql, [folded]).map(([id]) => String(id));
}

interface Wanted {
  row: Row;
  field: FieldSchema;
  id: string;
}

/** Checks the references that the rows set. */
export function checkReferences(data: DataContext, table: Table, rows: Row[]): void {
  const wanted = new Map<string, Wanted[]>();
  for (const row of alive(rows)) {
    for (const field of table.references) {
      const id = row.record.values.get(field.name);
      if (typeof id !== 'string') continue;
      if (row.old && table.raw(row.old, field.name) === id) continue;
      const target = data.queries.byPrefix(id.slice(0, 3));
      if (!target || !field.referenceTo.includes(target.name)) {
        row.errors.push(errors.wrongIdType(field, id));
        continue;
      }
      if (!hasTable(target)) continue;
      const list = wanted.get(target.name) ?? [];
      list.push({ row, field, id });
      wanted.set(target.name, list);
    }
  }
  for (const [object, list] of wanted) checkTargets(data, object, list);
}

function checkTargets(data: DataContext, object: string, list: Wanted[]): void {
  const soft = data.object(object).fields.has('isdeleted');
  const ids = JSON.stringify([...new Set(list.map((w) => w.id))]);
  const sql = `SELECT "Id", ${soft ? '"IsDeleted"' : '0'} FROM ${quote(object)} WHERE "Id" IN (SELECT value FROM json_each(?))`;
  const found = new Map(data.database.all(sql, [ids]).map(([id, deleted]) => [String(id), deleted === 1]));
  for (const { row, id } of list) {
    const deleted = found.get(id);
    if (deleted === undefined) row.errors.push(errors.invalidCrossReference());
    else if (deleted) row.errors.push(errors.deleted());
  }
}
