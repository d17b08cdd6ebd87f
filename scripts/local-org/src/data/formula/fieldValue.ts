/**
 * Field values as formulas see them, and a formula's result as its field holds it.
 * Sources: Salesforce Help, "Tips for Working with Picklist and ID Fields in Formulas" (ids have 15 characters); percent
 * fields count as fractions.
 */
import type { FieldSchema } from '../../schema/model';
import { ApexDate } from '../../runtime/values/date';
import { ApexDatetime } from '../../runtime/values/datetime';
import { ApexDecimal } from '../../runtime/values/decimal';
import { ApexDouble } from '../../runtime/values/double';
import { ApexTime } from '../../runtime/values/time';
import { encode, storageKind, type SqlValue } from '../storage/columns';
import { FormulaError } from './ast';
import type { FormulaValue } from './evaluate';

const HUNDRED = ApexDecimal.fromInteger(100);

/** An Apex value of the field as a formula sees it. */
export function toFormulaValue(field: FieldSchema | null, value: unknown): FormulaValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') {
    const isId = field !== null && (field.type === 'ID' || field.type === 'REFERENCE');
    return isId ? value.slice(0, 15) : value;
  }
  if (typeof value === 'number') return ApexDecimal.fromDouble(value);
  if (typeof value === 'bigint') return ApexDecimal.fromLong(value);
  const number = value instanceof ApexDouble ? ApexDecimal.fromDouble(value.value) : value;
  if (number instanceof ApexDecimal) return field?.type === 'PERCENT' ? number.divideBy(HUNDRED) : number;
  if (typeof value === 'boolean') return value;
  if (value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime) return value;
  throw new FormulaError(`A formula cannot use the field ${field?.name ?? ''} of type ${field?.type ?? ''}`);
}

/** The result as an Apex value of the formula's field. @throws FormulaError when it is of another type */
export function fromFormulaValue(field: FieldSchema, value: FormulaValue): unknown {
  const kind = storageKind(field);
  if (kind === 'boolean') return value === true;
  if (value === null || value === '') return null;
  if (value instanceof ApexDecimal) {
    if (kind !== 'decimal' && kind !== 'double' && kind !== 'integer') throw mismatch(field);
    const number = field.type === 'PERCENT' ? value.multiply(HUNDRED) : value;
    return number.setScale(field.scale, 'HALF_UP');
  }
  const fits =
    (kind === 'text' && typeof value === 'string') ||
    (kind === 'date' && value instanceof ApexDate) ||
    (kind === 'datetime' && value instanceof ApexDatetime) ||
    (kind === 'time' && value instanceof ApexTime);
  if (!fits) throw mismatch(field);
  return value;
}

function mismatch(field: FieldSchema): FormulaError {
  return new FormulaError(`The formula of ${field.name} does not answer a ${field.type}`);
}

/** The result as stored by SQLite. */
export function encodeFormulaValue(field: FieldSchema, value: FormulaValue): SqlValue {
  return encode(field, fromFormulaValue(field, value));
}
