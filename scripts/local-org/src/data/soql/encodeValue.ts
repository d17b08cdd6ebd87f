/**
 * Values of a query's conditions as they are stored: literals checked against the field's type when the query is planned,
 * binds converted when it runs.
 */
import type { SoqlValue } from '../../apex/ast';
import { ApexDate } from '../../runtime/values/date';
import { ApexDatetime } from '../../runtime/values/datetime';
import { ApexDecimal } from '../../runtime/values/decimal';
import { ApexDouble } from '../../runtime/values/double';
import { ApexEnum } from '../../runtime/values/enum';
import { tryToId } from '../../runtime/values/ids';
import { ApexList } from '../../runtime/values/list';
import { ApexMap } from '../../runtime/values/map';
import { ApexSet } from '../../runtime/values/set';
import { SObjectValue } from '../../runtime/values/sobject';
import { ApexTime } from '../../runtime/values/time';
import { fold } from '../storage/fold';
import type { SqlValue, StorageKind } from '../storage/columns';
import { queryException } from './errors';
import type { Expression, Param } from './plan';

const DAY_MS = 86400000;
const TYPE_NAMES: Record<StorageKind, string> = {
  text: 'string',
  id: 'id',
  boolean: 'boolean',
  integer: 'int',
  long: 'long',
  decimal: 'double',
  double: 'double',
  date: 'date',
  datetime: 'dateTime',
  time: 'time',
  blob: 'base64'
};

/** @throws QueryException `value of filter criterion for field 'X' must be of type double and should not be enclosed in quotes` */
function wrongType(target: Expression): never {
  const name = target.field?.name ?? 'expr';
  const quoted =
    target.kind === 'text' || target.kind === 'id'
      ? 'should be enclosed in quotes'
      : 'should not be enclosed in quotes';
  throw queryException(
    `value of filter criterion for field '${name}' must be of type ${TYPE_NAMES[target.kind]} and ${quoted}`
  );
}

/** Compares exactly: whole at the field's scale, or a fraction between two stored values. */
function scaled(value: ApexDecimal, scale: number): SqlValue {
  if (value.scale <= scale) {
    const unscaled = value.setScale(scale).unscaled;
    const small = Number(unscaled);
    return Number.isSafeInteger(small) ? small : BigInt.asIntN(64, unscaled);
  }
  return Number(value.unscaled) / Math.pow(10, value.scale - scale);
}

function encodeNumber(value: ApexDecimal, target: Expression): SqlValue {
  if (target.kind === 'decimal') return scaled(value, target.scale);
  if (target.kind === 'integer' || target.kind === 'long') return scaled(value, 0);
  return target.kind === 'double' ? value.toNumber() : wrongType(target);
}

/** A literal as parameter. @throws QueryException when its type does not fit the field's */
export function literalValue(value: SoqlValue, target: Expression): SqlValue {
  switch (value.kind) {
    case 'Null':
      return null;
    case 'String':
      return encodeText(value.value, target);
    case 'Number':
      return encodeNumber(ApexDecimal.tryParse(value.text)!, target);
    case 'Boolean':
      return target.kind === 'boolean' ? Number(value.value) : wrongType(target);
    case 'Date':
      return target.kind === 'date' ? (ApexDate.tryParseIso(value.text)?.days ?? wrongType(target)) : wrongType(target);
    case 'Datetime':
      return target.kind === 'datetime' ? Math.floor(Date.parse(value.text) / 1000) * 1000 : wrongType(target);
    case 'Time':
      return target.kind === 'time' ? Date.parse(`1970-01-01T${value.text}`) : wrongType(target);
    default:
      throw queryException(`The local org does not know a ${value.kind} value in SOQL`);
  }
}

function encodeText(value: string, target: Expression): SqlValue {
  if (target.kind === 'text') return value === '' ? null : fold(value);
  if (target.kind !== 'id') return wrongType(target);
  if (value === '') return null;
  const id = tryToId(value);
  if (id === null) throw queryException(`invalid ID field: ${value}`);
  return id;
}

/** A bind variable's value as parameter. @throws QueryException when its type does not fit the field's */
export function bindValue(value: unknown, target: Expression): SqlValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return encodeText(value, target);
  if (value instanceof SObjectValue) return value.id;
  if (value instanceof ApexEnum) return encodeText(value.name, target);
  if (typeof value === 'boolean') return target.kind === 'boolean' ? Number(value) : wrongType(target);
  const number = asDecimal(value);
  if (number) return encodeNumber(number, target);
  return bindTime(value, target);
}

function asDecimal(value: unknown): ApexDecimal | null {
  if (value instanceof ApexDecimal) return value;
  if (value instanceof ApexDouble) return ApexDecimal.fromDouble(value.value);
  if (typeof value === 'number') return ApexDecimal.fromInteger(value);
  return typeof value === 'bigint' ? ApexDecimal.fromLong(value) : null;
}

function bindTime(value: unknown, target: Expression): SqlValue {
  if (value instanceof ApexDate) {
    if (target.kind === 'date') return value.days;
    if (target.kind === 'datetime') return value.days * DAY_MS;
  }
  if (value instanceof ApexDatetime) {
    if (target.kind === 'datetime') return value.seconds * 1000;
    if (target.kind === 'date') return Math.floor(value.ms / DAY_MS);
  }
  if (value instanceof ApexTime && target.kind === 'time') return value.ms;
  throw queryException(`Invalid bind expression type for column of type ${target.apexType}`);
}

/** Members of a bound collection; a single value counts as a collection of one. */
export function bindMembers(value: unknown): unknown[] {
  if (value instanceof ApexList) return value.items;
  if (value instanceof ApexSet) return value.values();
  if (value instanceof ApexMap) return value.keys();
  return [value];
}

/** A scalar value as parameter of the running query. */
export function valueParam(value: SoqlValue, target: Expression): Param {
  if (value.kind === 'Bind') {
    const { slot, name } = value;
    return (input) => bindValue(input.bind(slot, name), target);
  }
  const encoded = literalValue(value, target);
  return () => encoded;
}

/** A LIMIT or OFFSET. @throws QueryException for a negative or missing number */
export function countParam(value: SoqlValue, what: string): Param {
  if (value.kind === 'Number') {
    const count = Number(value.text);
    return () => count;
  }
  if (value.kind !== 'Bind') throw queryException(`unexpected value of ${what}`);
  const { slot, name } = value;
  return (input) => {
    const count = input.bind(slot, name);
    if (count === null || count === undefined) throw queryException(`Invalid ${what}: null`);
    const number = asDecimal(count)?.toNumber() ?? Number.NaN;
    if (!(number >= 0)) throw queryException(`Invalid ${what}: ${String(count)}`);
    return number;
  };
}
