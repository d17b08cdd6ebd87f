/**
 * `instanceof`, casts and catch at run time.
 */
import { ApexBlob } from './blob';
import { ApexDate } from './date';
import { ApexDatetime } from './datetime';
import { ApexDecimal } from './decimal';
import { ApexDouble } from './double';
import { throwNew } from './exception';
import { isIdForm, toId } from './ids';
import {
  BLOB,
  BOOLEAN,
  DATE,
  DATETIME,
  DECIMAL,
  DOUBLE,
  ID,
  inherits,
  INTEGER,
  LONG,
  OBJECT,
  SOBJECT,
  STRING,
  TIME,
  type RtType
} from './rttype';
import { ApexTime } from './time';

/** The run-time type of any value but null. */
export function typeOf(value: unknown): RtType {
  switch (typeof value) {
    case 'string':
      return STRING;
    case 'number':
      return INTEGER;
    case 'bigint':
      return LONG;
    case 'boolean':
      return BOOLEAN;
    default:
      return objectTypeOf(value as object);
  }
}

function objectTypeOf(value: object): RtType {
  if (value instanceof ApexDecimal) return DECIMAL;
  if (value instanceof ApexDouble) return DOUBLE;
  if (value instanceof ApexDate) return DATE;
  if (value instanceof ApexDatetime) return DATETIME;
  if (value instanceof ApexTime) return TIME;
  if (value instanceof ApexBlob) return BLOB;
  return (value as { rtType?: RtType }).rtType ?? OBJECT;
}

/** Name of a value's type as error messages print it. */
export function typeNameOf(value: unknown): string {
  return errorTypeName(typeOf(value));
}

/** A type as conversion errors print it: Object as a type argument is `ANY` there. */
export function errorTypeName(type: RtType): string {
  if (type.args.length === 0) return type.name;
  const args = type.args.map((arg) => (arg === OBJECT ? 'ANY' : errorTypeName(arg)));
  return `${type.name.slice(0, type.name.indexOf('<'))}<${args.join(',')}>`;
}

/** Types that a primitive is an instance of. An Integer is a Long, and both are Decimal and Double (as on an org). */
const WIDER = new Map<RtType, RtType[]>([
  [INTEGER, [LONG, DECIMAL, DOUBLE]],
  [LONG, [DECIMAL, DOUBLE]],
  [DOUBLE, [DECIMAL]],
  [DECIMAL, [DOUBLE]],
  [DATE, [DATETIME]]
]);

/** Whether one type of value can stand where the other is wanted. */
export function isSubtype(type: RtType, target: RtType): boolean {
  if (type === target || target === OBJECT) return true;
  if (target === SOBJECT) return type.kind === 'sobject';
  if (WIDER.get(type)?.includes(target)) return true;
  if (type.args.length > 0 || target.args.length > 0) return isGenericSubtype(type, target);
  return inherits(type, target);
}

function isGenericSubtype(type: RtType, target: RtType): boolean {
  if (type.symbolName === target.symbolName) {
    return type.args.every((arg, i) => {
      const wanted = target.args[i];
      return wanted !== undefined && (isSubtypeArg(arg, wanted) || bothRecords(arg, wanted));
    });
  }
  return type.supertypes.some((s) => isSubtype(s, target));
}

/**
 * Collections of records pass for collections of any other object's records: an org does not look at the object
 * (fflib-apex-common's own tests rely on it: testGetChangedFieldsAsStrings).
 */
function bothRecords(arg: RtType, wanted: RtType): boolean {
  return (arg === SOBJECT || arg.kind === 'sobject') && wanted.kind === 'sobject';
}

/** Type arguments vary with their types, but numbers and dates do not widen inside a collection. */
function isSubtypeArg(arg: RtType, wanted: RtType): boolean {
  return arg === wanted || wanted === OBJECT || (!WIDER.has(arg) && isSubtype(arg, wanted));
}

/** `value instanceof type`; null is an instance of nothing. */
export function isInstance(value: unknown, type: RtType): boolean {
  if (value === null || value === undefined) return false;
  if (type === OBJECT) return true;
  if (type === ID) return typeof value === 'string' && isIdForm(value);
  return isSubtype(typeOf(value), type);
}

/**
 * `(Type) value`: checks the type and converts numbers and ids to it.
 * @throws TypeException `Invalid conversion from runtime type String to Integer`
 */
export function castValue(value: unknown, type: RtType): unknown {
  if (value === null || value === undefined) return null;
  if (type === ID && typeof value === 'string') return toId(value);
  if (!isInstance(value, type)) {
    return throwNew(
      'System.TypeException',
      `Invalid conversion from runtime type ${typeNameOf(value)} to ${type.name}`
    );
  }
  return widen(value, type);
}

/** Turns a number or date into the wider type; other values pass. */
export function widen(value: unknown, type: RtType): unknown {
  switch (type) {
    case LONG:
      return typeof value === 'number' ? BigInt(value) : value;
    case DECIMAL:
      return widenToDecimal(value);
    case DOUBLE:
      return value instanceof ApexDouble ? value : new ApexDouble(Number(numberText(value)));
    case DATETIME:
      return value instanceof ApexDate ? new ApexDatetime(value.days * 86400000) : value;
    default:
      return value;
  }
}

function numberText(value: unknown): string {
  return value instanceof ApexDecimal ? value.toText() : String(value);
}

function widenToDecimal(value: unknown): unknown {
  if (typeof value === 'number') return ApexDecimal.fromInteger(value);
  if (typeof value === 'bigint') return ApexDecimal.fromLong(value);
  return value instanceof ApexDouble ? ApexDecimal.fromDouble(value.value) : value;
}
