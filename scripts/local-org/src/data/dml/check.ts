/**
 * System validation after the before triggers: types and lengths, required fields, picklists, and what the platform
 * computes itself.
 */
import { isClone } from '../../runtime/lib/system/cloneRecord';
import type { FieldSchema } from '../../schema/model';
import { sameValue } from '../../runtime/values/equality';
import type { SObjectValue } from '../../runtime/values/sobject';
import type { Table } from '../storage/table';
import type { DataContext } from '../dataContext';
import { coerce, type SaveOptions } from './coerce';
import { derivation, type Draft } from './derived';
import { errors } from './errors';
import { isSystemField } from './prepare';
import type { Row } from './row';

/** Whether a record may not be saved without the field. */
export function isRequired(field: FieldSchema): boolean {
  if (field.nillable || field.defaultedOnCreate || field.type === 'BOOLEAN' || isSystemField(field.name)) return false;
  return field.createable && field.autoNumberFormat === null && field.summary === null;
}

const requiredFields = new WeakMap<Table, FieldSchema[]>();
function required(table: Table): FieldSchema[] {
  let fields = requiredFields.get(table);
  if (!fields) requiredFields.set(table, (fields = table.fields.filter(isRequired)));
  return fields;
}

/** Brings the row's values to their stored form; what does not fit becomes an error of the row. */
export function checkRow(data: DataContext, table: Table, row: Row, options: SaveOptions): void {
  const { values } = row.record;
  for (const [name, value] of values) {
    const field = table.field(name);
    if (!field || field.type === 'ID') continue;
    if (row.old && row.oldRecord && sameValue(value, row.oldRecord.values.get(name) ?? null)) continue;
    const fitted = coerce(field, value, options, row.errors);
    if (fitted !== value) values.set(name, fitted);
  }
  derivation(table.schema.name)?.(draftOf(table, row), data);
  checkRequired(table, row);
}

function draftOf(table: Table, row: Row): Draft {
  const { record, old } = row;
  return {
    isNew: old === null,
    get: (name) => {
      const value = record.values.get(name);
      if (value !== undefined) return value;
      return old ? table.value(old, name) : null;
    },
    set: (name, value) => {
      if (table.has(name)) record.values.set(name, value);
    },
    given: (name) => {
      const value = record.values.get(name);
      if (value === undefined || value === null) return false;
      return old === null || !sameValue(value, table.value(old, name));
    }
  };
}

function isEmpty(record: SObjectValue, name: string): boolean {
  return (record.values.get(name) ?? null) === null;
}

function checkRequired(table: Table, row: Row): void {
  const { record } = row;
  const missing = required(table).filter(
    (f) => isEmpty(record, f.name) && (row.old === null || record.values.has(f.name))
  );
  if (missing.length > 0) row.errors.push(errors.requiredMissing(missing.map((f) => f.name)));
}

/**
 * Fields that the caller set and that no save may write (created dates, formulas of a record made by hand).
 * On update, values equal to the stored ones pass: a queried record brings them along.
 */
export function checkWritable(table: Table, row: Row): void {
  const bad: string[] = [];
  // A clone brings along what its original was queried with, which an insert passes over ("SObject Class", clone).
  if (row.old === null && isClone(row.input)) return;
  for (const [name, value] of row.input.values) {
    if (name === 'Id') continue;
    const field = table.schema.fields.get(name.toLowerCase());
    if (!field || value === null || row.input.queriedFields?.has(field.name)) continue;
    if (row.old === null ? field.createable : field.updateable) continue;
    if (row.old !== null && sameValue(value, table.value(row.old, name))) continue;
    bad.push(field.name);
  }
  if (bad.length > 0) row.errors.push(errors.notWritable(bad));
}
