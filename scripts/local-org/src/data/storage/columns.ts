/**
 * How a field's value is kept in SQLite: numbers as whole numbers scaled by the field's decimal places (lossless and
 * comparable), dates as days, date/times as milliseconds at full seconds, text as it is.
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { ApexBlob } from '../../runtime/values/blob';
import { ApexDate } from '../../runtime/values/date';
import { ApexDatetime } from '../../runtime/values/datetime';
import { ApexDecimal } from '../../runtime/values/decimal';
import { ApexDouble } from '../../runtime/values/double';
import { ApexTime } from '../../runtime/values/time';

export type SqlValue = string | number | bigint | Buffer | null;

/** What a stored value is, whatever the field's Salesforce type. */
export type StorageKind =
  'text' | 'id' | 'boolean' | 'integer' | 'long' | 'decimal' | 'double' | 'date' | 'datetime' | 'time' | 'blob';

const SQL_TYPES: Record<StorageKind, string> = {
  text: 'TEXT',
  id: 'TEXT',
  boolean: 'INTEGER NOT NULL DEFAULT 0',
  integer: 'INTEGER',
  long: 'INTEGER',
  decimal: 'INTEGER',
  double: 'REAL',
  date: 'INTEGER',
  datetime: 'INTEGER',
  time: 'INTEGER',
  blob: 'BLOB'
};

/** Whether the field's value is computed from others and has no column. */
export function isComputed(field: FieldSchema): boolean {
  if (field.type === 'ADDRESS' || field.type === 'LOCATION') return true;
  return field.formula !== null;
}

const KIND_BY_TYPE: Partial<Record<FieldSchema['type'], StorageKind>> = {
  ID: 'id',
  REFERENCE: 'id',
  BOOLEAN: 'boolean',
  DATE: 'date',
  DATETIME: 'datetime',
  TIME: 'time',
  BASE64: 'blob',
  LONG: 'long',
  INTEGER: 'integer'
};

/** How values of the field are kept. */
export function storageKind(field: FieldSchema): StorageKind {
  const fixed = KIND_BY_TYPE[field.type];
  if (fixed) return fixed;
  if (field.type !== 'DOUBLE' && field.type !== 'CURRENCY' && field.type !== 'PERCENT') return 'text';
  return field.apexType === 'Double' ? 'double' : field.apexType === 'Integer' ? 'integer' : 'decimal';
}

/** Column definition for CREATE TABLE and ADD COLUMN. */
export function columnDefinition(field: FieldSchema): string {
  const kind = storageKind(field);
  if (field.name === 'Id') return '"Id" TEXT NOT NULL PRIMARY KEY';
  return `${quote(field.name)} ${SQL_TYPES[kind]}`;
}

/** A name as SQLite identifier. */
export function quote(name: string): string {
  return `"${name.replace(/"/g, '""')}"`;
}

/** Fields of the object that have a column, in describe order. */
export function storedFields(schema: SObjectSchema): FieldSchema[] {
  return [...schema.fields.values()].filter((f) => !isComputed(f));
}

/** A number that SQLite keeps exactly: a JavaScript number where that is safe. */
function sqlInteger(value: bigint): number | bigint {
  const small = Number(value);
  return Number.isSafeInteger(small) ? small : value;
}

/** A Decimal rounded half up to the field's decimal places, as saving does. */
export function scaledInteger(value: ApexDecimal, scale: number): number | bigint {
  return sqlInteger(value.setScale(scale, 'HALF_UP').unscaled);
}

/** Any Apex number as Decimal. */
export function toDecimal(value: unknown): ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  if (value instanceof ApexDouble) return ApexDecimal.fromDouble(value.value);
  if (typeof value === 'number') return ApexDecimal.fromDouble(value);
  if (typeof value === 'bigint') return ApexDecimal.fromLong(value);
  throw new TypeError(`${String(value)} is no number`);
}

/** The value as stored. The value must already have the field's type (see `coerce`). */
export function encode(field: FieldSchema, value: unknown): SqlValue {
  if (value === null || value === undefined) return storageKind(field) === 'boolean' ? 0 : null;
  switch (storageKind(field)) {
    case 'boolean':
      return value === true ? 1 : 0;
    case 'decimal':
      return scaledInteger(toDecimal(value), field.scale);
    case 'integer':
      return sqlInteger(toDecimal(value).setScale(0, 'HALF_UP').unscaled);
    case 'long':
      return sqlInteger(BigInt(value as bigint | number));
    case 'double':
      return toDecimal(value).toNumber();
    default:
      return encodeOther(value);
  }
}

function encodeOther(value: unknown): SqlValue {
  if (value instanceof ApexDate) return value.days;
  // Salesforce keeps date/times to the second: every date/time that its API answers ends in .000.
  if (value instanceof ApexDatetime) return value.seconds * 1000;
  if (value instanceof ApexTime) return value.ms;
  if (value instanceof ApexBlob) return value.bytes;
  return value as string;
}

/** Select expression of a stored column: whole numbers beyond JavaScript's safe range come as text. */
export function readExpression(field: FieldSchema, column: string): string {
  const kind = storageKind(field);
  if ((kind === 'decimal' && field.precision > 15) || kind === 'long') {
    return `CASE WHEN ${column} BETWEEN -9007199254740991 AND 9007199254740991 THEN ${column} ELSE CAST(${column} AS TEXT) END`;
  }
  return column;
}

/** The Apex value of what was stored; never undefined. */
export function decode(field: FieldSchema, stored: SqlValue): unknown {
  return decodeKind(storageKind(field), field.scale, stored);
}

/** As `decode`, for an expression of that kind. */
export function decodeKind(kind: StorageKind, scale: number, stored: SqlValue): unknown {
  if (stored === null || stored === undefined) return kind === 'boolean' ? false : null;
  switch (kind) {
    case 'text':
    case 'id':
      return stored;
    case 'boolean':
      return stored === 1;
    case 'decimal':
      return new ApexDecimal(BigInt(stored as number | string), scale);
    case 'double':
      return new ApexDouble(Number(stored));
    case 'integer':
      return Number(stored);
    default:
      return decodeOther(kind, stored);
  }
}

function decodeOther(kind: StorageKind, stored: SqlValue): unknown {
  switch (kind) {
    case 'long':
      return BigInt(stored as number | string);
    case 'date':
      return new ApexDate(stored as number);
    case 'datetime':
      return new ApexDatetime(stored as number);
    case 'time':
      return new ApexTime(stored as number);
    case 'blob':
      return new ApexBlob(stored as Buffer);
    default:
      return stored;
  }
}
