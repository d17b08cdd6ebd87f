/**
 * What user mode and sharing forbid before a record is touched.
 *
 * Words and types: Apex Developer Guide, "Enforce User Mode for Database Operations" (`Operation failed due to fields being
 * inaccessible on Sobject X, check errors on Exception or Result!`, fields by getDmlFieldNames); an object that the user
 * may not write is a SecurityException (`Access to entity 'X' denied`).
 */
import type { SObjectSchema } from '../../schema/model';
import type { DmlError, DmlOperation, DmlRequest, DmlResult } from '../../runtime/services';
import { kernel } from '../../runtime/kernel';
import { newException, throwNew } from '../../runtime/values/exception';
import type { RecordNeed } from '../security/sharing';
import type { ObjectGrant } from '../security/profiles';
import type { DataContext } from '../dataContext';
import { errors } from './errors';
import { failuresOf } from './exception';
import { isSystemField } from './prepare';
import type { Row } from './row';

export function isUserMode(request: DmlRequest): boolean {
  return (request.access ?? kernel.tx.defaultAccess) === 'user';
}

const NEEDS: Record<DmlOperation, (keyof ObjectGrant)[]> = {
  insert: ['create'],
  update: ['edit'],
  upsert: ['create', 'edit'],
  delete: ['delete'],
  undelete: ['create'],
  merge: ['edit', 'delete']
};

/** @throws SecurityException `Access to entity 'Lead' denied` */
export function checkObject(data: DataContext, schema: SObjectSchema, operation: DmlOperation): void {
  const grant = data.permissions.of(kernel.tx.user.id).object(schema);
  if (NEEDS[operation].every((need) => grant[need])) return;
  throwNew('System.SecurityException', `Access to entity '${schema.name}' denied`);
}

/** Fields of the record that the user may not write. Null counts as written. */
function deniedFields(data: DataContext, schema: SObjectSchema, row: Row): string[] {
  const permissions = data.permissions.of(kernel.tx.user.id);
  const denied: string[] = [];
  for (const name of row.input.values.keys()) {
    const field = schema.fields.get(name.toLowerCase());
    // Fields that nobody writes come along with queried records; saving sees to them.
    if (!field || isSystemField(field.name) || !(row.id === null ? field.createable : field.updateable)) continue;
    if (!permissions.field(schema, field).edit) denied.push(field.name);
  }
  return denied;
}

/** Adds an error to each row with a field that the user may not write. @throws DmlException in all-or-none mode */
export function checkFields(data: DataContext, schema: SObjectSchema, rows: Row[], request: DmlRequest): void {
  let failed = false;
  for (const row of rows) {
    const fields = deniedFields(data, schema, row);
    if (fields.length === 0) continue;
    failed = true;
    row.errors.push(inaccessible(schema, fields));
  }
  if (!failed || !request.allOrNone) return;
  const results: DmlResult[] = rows.map((r) => ({ id: r.id, success: false, errors: r.errors }));
  throw newException('System.DmlException', inaccessible(schema, []).message, { dmlErrors: failuresOf(results) });
}

function inaccessible(schema: SObjectSchema, fields: string[]): DmlError {
  return errors.custom(
    'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY',
    `Operation failed due to fields being inaccessible on Sobject ${schema.name}, check errors on Exception or Result!`,
    fields
  );
}

/** Adds an error to each stored record that sharing does not let the user change. */
export function checkSharing(data: DataContext, schema: SObjectSchema, rows: Row[], need: RecordNeed): void {
  const ids = rows.flatMap((r) => (r.id === null ? [] : [r.id]));
  const denied = data.sharing.denied(schema, ids, kernel.tx.user.id, need);
  if (denied.size === 0) return;
  const known = new Set(storedIds(data, schema, [...denied]));
  // Records that do not exist get their own error.
  for (const row of rows) if (row.id !== null && known.has(row.id)) row.errors.push(errors.noAccess());
}

function storedIds(data: DataContext, schema: SObjectSchema, ids: string[]): string[] {
  const sql = `SELECT "Id" FROM "${schema.name}" WHERE "Id" IN (SELECT value FROM json_each(?))`;
  return data.database.all(sql, [JSON.stringify(ids)]).map(([id]) => String(id));
}
