/** DML statements. */
import type { DmlStatement } from '../ast';
import { ERROR, isGenericSObject, isId, isList, isRecord, isSObject, typeName, type NamedType } from '../symbols/basic';
import type { ApexType } from '../types';
import type { BodyContext } from './context';
import { isSingleRowQuery } from './convert';
import { checkExpression } from './expressions';
import type { SObjectSchema } from '../../schema/model';

/** The record type of a record or list of records; undefined when it is neither. */
function recordOf(type: ApexType): NamedType | undefined {
  if (isSObject(type)) return type as NamedType;
  const item = isList(type) ? type.args[0] : undefined;
  return item !== undefined && isSObject(item) ? (item as NamedType) : undefined;
}

/** Checks `insert`, `update`, `upsert`, `delete`, `undelete` and `merge`. */
export function checkDml(cx: BodyContext, statement: DmlStatement): void {
  const type = checkExpression(cx, statement.target);
  if (statement.mergeSource !== null) checkExpression(cx, statement.mergeSource);
  if (type.kind === 'error') return;
  const record = recordOf(type);
  if (record === undefined) {
    cx.error(statement.pos, `DML requires SObject or SObject list type: ${typeName(type)}`);
    return;
  }
  checkAllowed(cx, statement, record);
  if (statement.upsertField !== null) checkUpsertField(cx, statement, record);
  if (statement.operation === 'merge') checkMerge(cx, statement, type, record);
}

const FLAGS: Record<DmlStatement['operation'], keyof SObjectSchema> = {
  insert: 'createable',
  update: 'updateable',
  upsert: 'createable',
  delete: 'deletable',
  undelete: 'undeletable',
  merge: 'mergeable'
};

function checkAllowed(cx: BodyContext, statement: DmlStatement, record: NamedType): void {
  const schema = isRecord(record) ? cx.table.objectSchema(record.symbol.name) : undefined;
  if (schema === undefined || schema[FLAGS[statement.operation]] === true) return;
  const name = typeName(record);
  if (statement.operation === 'merge') {
    cx.error(statement.pos, `Specified type ${name} cannot be merged`);
    return;
  }
  const operation = statement.operation.charAt(0).toUpperCase() + statement.operation.slice(1);
  cx.error(statement.pos, `DML operation ${operation} not allowed on ${name}`);
}

function checkUpsertField(cx: BodyContext, statement: DmlStatement, record: NamedType): void {
  const written = statement.upsertField;
  if (written === null) return;
  if (isGenericSObject(record)) {
    cx.error(statement.pos, 'Upsert with a field specification requires a concrete SObject type');
    return;
  }
  const parts = written.text.split('.');
  const name = parts[parts.length - 1] ?? written.text;
  const field = cx.table.objectSchema(record.symbol.name)?.fields.get(name.toLowerCase());
  const known = field !== undefined && (field.externalId || field.idLookup || field.name === 'Id');
  if (field === undefined || !known) {
    cx.error(
      written.pos,
      `Invalid field for upsert, must be an External Id custom or standard indexed field: ${written.text}`
    );
    return;
  }
  statement.upsertFieldName = field.name;
}

function checkMerge(cx: BodyContext, statement: DmlStatement, type: ApexType, record: NamedType): void {
  if (isGenericSObject(record) || isList(type)) {
    cx.error(statement.pos, `Merge requires a concrete SObject type: ${typeName(type)}`);
    return;
  }
  const source = statement.mergeSource?.type ?? ERROR;
  if (source.kind === 'error') return;
  const given = recordOf(source);
  const ids = isId(source) || (isList(source) && isId(source.args[0] ?? ERROR));
  const isQuery = statement.mergeSource !== null && isSingleRowQuery(statement.mergeSource, type);
  if (ids || isQuery || (given !== undefined && typeName(given) === typeName(record))) return;
  cx.error(statement.pos, 'Invalid type for duplicate records');
}
