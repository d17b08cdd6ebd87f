/**
 * Values as they are saved: text without blanks at its ends (empty text is null), numbers rounded half up to the field's
 * decimal places, and the checks that every save makes of a value.
 * Sources: SOAP API Developer Guide, "Primitive Data Types"; Object Reference, "Field Types".
 */
import type { FieldSchema } from '../../schema/model';
import type { DmlError } from '../../runtime/services';
import { ApexBlob } from '../../runtime/values/blob';
import { ApexDecimal, pow10 } from '../../runtime/values/decimal';
import { ApexDouble } from '../../runtime/values/double';
import { tryToId } from '../../runtime/values/ids';
import { storageKind, toDecimal } from '../storage/columns';
import { errors } from './errors';

/** Local part and domain with a dot in it; the characters that an org takes. Source: Salesforce Help, "Email field type". */
const EMAIL =
  /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$/;

export interface SaveOptions {
  /** Database.DMLOptions.allowFieldTruncation. */
  truncate: boolean;
}

/** The value to store. Pushes onto `problems` when it does not fit the field. */
export function coerce(field: FieldSchema, value: unknown, options: SaveOptions, problems: DmlError[]): unknown {
  if (value === null || value === undefined) {
    // As reported at salesforce.stackexchange.com/q/127548: "Flag: value not of required type: ".
    return storageKind(field) === 'boolean' ? wrong(field, '', problems) : null;
  }
  switch (storageKind(field)) {
    case 'text':
      return coerceText(field, value, options, problems);
    case 'id':
      return coerceId(field, value, problems);
    case 'decimal':
    case 'double':
    case 'integer':
      return coerceNumber(field, value, problems);
    case 'blob':
      return value instanceof ApexBlob ? value : wrong(field, value, problems);
    default:
      return value;
  }
}

function wrong(field: FieldSchema, value: unknown, problems: DmlError[]): null {
  problems.push(errors.wrongType(field, String(value)));
  return null;
}

function coerceText(field: FieldSchema, value: unknown, options: SaveOptions, problems: DmlError[]): unknown {
  if (typeof value !== 'string') return wrong(field, value, problems);
  const trimmed = value.trim();
  if (trimmed === '') return null;
  if (
    field.length > 0 &&
    trimmed.length > field.length &&
    field.type !== 'PICKLIST' &&
    field.type !== 'MULTIPICKLIST'
  ) {
    if (options.truncate) return trimmed.slice(0, field.length);
    problems.push(errors.tooLong(field, trimmed));
    return trimmed;
  }
  if (field.type === 'EMAIL' && !EMAIL.test(trimmed)) problems.push(errors.invalidEmail(field, trimmed));
  if (field.restrictedPicklist) checkPicklist(field, trimmed, problems);
  return field.type === 'MULTIPICKLIST' ? normalizeSelections(field, trimmed) : trimmed;
}

/** Of a few standard fields the values are not known; those take any. */
function checkPicklist(field: FieldSchema, value: string, problems: DmlError[]): void {
  if (field.picklistValues.length === 0) return;
  const chosen = field.type === 'MULTIPICKLIST' ? value.split(';') : [value];
  const values = new Set(field.picklistValues.filter((v) => v.isActive).map((v) => v.value));
  const bad = chosen.find((c) => c !== '' && !values.has(c));
  if (bad !== undefined) problems.push(errors.badPicklist(field, bad));
}

/** Selections are kept in the order of the field's values. */
function normalizeSelections(field: FieldSchema, value: string): string {
  const order = new Map(field.picklistValues.map((v, i) => [v.value, i]));
  const chosen = [...new Set(value.split(';').filter((c) => c !== ''))];
  return chosen.sort((a, b) => (order.get(a) ?? Infinity) - (order.get(b) ?? Infinity) || 0).join(';');
}

function coerceId(field: FieldSchema, value: unknown, problems: DmlError[]): unknown {
  if (typeof value !== 'string' || value === '') return null;
  const id = tryToId(value);
  if (id === null) problems.push(errors.malformedId(field.label, value));
  return id;
}

function coerceNumber(field: FieldSchema, value: unknown, problems: DmlError[]): unknown {
  const isNumber =
    value instanceof ApexDecimal ||
    value instanceof ApexDouble ||
    typeof value === 'number' ||
    typeof value === 'bigint';
  if (!isNumber) return wrong(field, value, problems);
  const number = toDecimal(value);
  const integer = storageKind(field) === 'integer';
  const rounded = number.setScale(integer ? 0 : field.scale, 'HALF_UP');
  if (exceeds(field, rounded)) problems.push(errors.outOfRange(field, number.stripTrailingZeros().toPlainString()));
  if (integer) return Number(rounded.toBigInt());
  return field.apexType === 'Double' ? new ApexDouble(rounded.toNumber()) : rounded;
}

/** More digits before the point than `precision - scale` allows. */
function exceeds(field: FieldSchema, value: ApexDecimal): boolean {
  if (field.precision <= 0) return false;
  const scale = storageKind(field) === 'integer' ? 0 : field.scale;
  return value.abs().compareTo(new ApexDecimal(pow10(Math.max(0, field.precision - scale)), 0)) >= 0;
}
