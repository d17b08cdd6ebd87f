/**
 * Values that a record's field takes when assigned by name (`put`), where the compiler could not check them.
 */
import type { FieldSchema } from '../../schema/model';
import { ApexBlob } from './blob';
import { ApexDate } from './date';
import { ApexDatetime } from './datetime';
import { ApexDecimal } from './decimal';
import { ApexDouble } from './double';
import { throwNew } from './exception';
import { toId } from './ids';
import { ApexTime } from './time';
import { typeNameOf } from './instance';

function toDecimal(value: unknown): ApexDecimal | undefined {
  if (typeof value === 'number') return ApexDecimal.fromInteger(value);
  if (typeof value === 'bigint') return ApexDecimal.fromLong(value);
  if (value instanceof ApexDouble) return ApexDecimal.fromDouble(value.value);
  return value instanceof ApexDecimal ? value : undefined;
}

function toDouble(value: unknown): ApexDouble | undefined {
  if (value instanceof ApexDouble) return value;
  const decimal = toDecimal(value);
  return decimal === undefined ? undefined : new ApexDouble(decimal.toNumber());
}

const CONVERSIONS: Record<string, (value: unknown) => unknown> = {
  String: (v) => (typeof v === 'string' ? v : undefined),
  Id: (v) => (typeof v === 'string' ? toId(v) : undefined),
  Boolean: (v) => (typeof v === 'boolean' ? v : undefined),
  Integer: (v) => (typeof v === 'number' ? v : undefined),
  Long: (v) => (typeof v === 'number' ? BigInt(v) : typeof v === 'bigint' ? v : undefined),
  Decimal: toDecimal,
  Double: toDouble,
  Date: (v) => (v instanceof ApexDate ? v : undefined),
  Datetime: (v) =>
    v instanceof ApexDatetime ? v : v instanceof ApexDate ? new ApexDatetime(v.days * 86400000) : undefined,
  Time: (v) => (v instanceof ApexTime ? v : undefined),
  Blob: (v) => (v instanceof ApexBlob ? v : undefined)
};

/**
 * The value as the field holds it.
 * @throws SObjectException `Illegal assignment from String to Decimal`
 */
export function coerceToField(field: FieldSchema, value: unknown): unknown {
  if (value === null || value === undefined) return null;
  const convert = CONVERSIONS[field.apexType];
  const converted = convert ? convert(value) : value;
  if (converted === undefined) {
    return throwNew('System.SObjectException', `Illegal assignment from ${typeNameOf(value)} to ${field.apexType}`);
  }
  return converted;
}
