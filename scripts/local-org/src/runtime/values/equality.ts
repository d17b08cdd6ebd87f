/**
 * Equality and order.
 */
import { ApexBlob } from './blob';
import { ApexDate } from './date';
import { ApexDatetime } from './datetime';
import { ApexDecimal } from './decimal';
import { ApexDouble } from './double';
import { throwNew } from './exception';
import { ApexEnum } from './enum';
import { ApexList } from './list';
import { ApexMap } from './map';
import { ApexSet } from './set';
import { SObjectValue } from './sobject';
import { ApexTime } from './time';

/** The operator `==` on any two values: strings without regard to letter case. */
export function apexEquals(a: unknown, b: unknown): boolean {
  if (typeof a === 'string' && typeof b === 'string') return a === b || a.toLowerCase() === b.toLowerCase();
  return sameValue(a, b);
}

/** Equality as collections, `equals` and `System.assertEquals` see it: strings by letter case. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (a === null || b === null || a === undefined || b === undefined) return false;
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b) === 0;
  if (typeof a !== 'object' || typeof b !== 'object') return false;
  return sameObject(a, b);
}

type Numeric = number | bigint | ApexDecimal | ApexDouble;
function isNumeric(value: unknown): value is Numeric {
  if (typeof value === 'number' || typeof value === 'bigint') return true;
  return value instanceof ApexDecimal || value instanceof ApexDouble;
}

/** -1, 0 or 1; NaN is greater than all, as Java orders Doubles. */
export function compareNumbers(a: Numeric, b: Numeric): number {
  if (a instanceof ApexDecimal && b instanceof ApexDecimal) return a.compareTo(b);
  if (a instanceof ApexDecimal && !(b instanceof ApexDouble)) return a.compareTo(exact(b));
  if (b instanceof ApexDecimal && !(a instanceof ApexDouble)) return exact(a).compareTo(b);
  const x = plain(a);
  const y = plain(b);
  if (x < y) return -1;
  if (x > y) return 1;
  return Number(Number.isNaN(x)) - Number(Number.isNaN(y));
}

function exact(value: number | bigint | ApexDecimal): ApexDecimal {
  if (value instanceof ApexDecimal) return value;
  return typeof value === 'number' ? ApexDecimal.fromInteger(value) : ApexDecimal.fromLong(value);
}
function plain(value: Numeric): number | bigint {
  if (value instanceof ApexDouble) return value.value;
  return value instanceof ApexDecimal ? value.toNumber() : value;
}

function sameObject(a: object, b: object): boolean {
  if (a instanceof ApexDate && b instanceof ApexDate) return a.days === b.days;
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return a.seconds === b.seconds;
  if (a instanceof ApexTime && b instanceof ApexTime) return a.ms === b.ms;
  if (a instanceof ApexBlob && b instanceof ApexBlob) return a.equals(b);
  if (a instanceof ApexList && b instanceof ApexList) return sameLists(a, b);
  if (a instanceof ApexSet && b instanceof ApexSet) return a.size === b.size && a.values().every((v) => b.has(v));
  if (a instanceof ApexMap && b instanceof ApexMap) return sameMaps(a, b);
  if (a instanceof SObjectValue && b instanceof SObjectValue) return sameRecords(a, b);
  const own = a as { equals$1?: (other: unknown) => boolean | null };
  return typeof own.equals$1 === 'function' ? own.equals$1(b) === true : false;
}

function sameLists(a: ApexList, b: ApexList): boolean {
  return a.items.length === b.items.length && a.items.every((v, i) => sameValue(v, b.items[i]));
}
function sameMaps(a: ApexMap, b: ApexMap): boolean {
  return a.size === b.size && a.entries().every(([k, v]) => b.has(k) && sameValue(v, b.get(k)));
}
function sameRecords(a: SObjectValue, b: SObjectValue): boolean {
  if (a.schema !== b.schema || a.values.size !== b.values.size) return false;
  for (const [name, value] of a.values) if (!b.values.has(name) || !sameValue(value, b.values.get(name))) return false;
  return true;
}

/** `a < b` on strings: without regard to letter case. */
export function compareStringsIgnoringCase(a: string, b: string): number {
  const x = a.toLowerCase();
  const y = b.toLowerCase();
  return x < y ? -1 : x > y ? 1 : 0;
}

/**
 * Natural order, as `List.sort()` uses it: null first; strings by code unit; objects by their `compareTo`.
 * @throws ListException when a value has no order
 */
export function compareValues(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null) return -1;
  if (b === null) return 1;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : 1;
  if (isNumeric(a) && isNumeric(b)) return compareNumbers(a, b);
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return compareObjects(a, b);
}

function compareObjects(a: unknown, b: unknown): number {
  if (a instanceof ApexDate && b instanceof ApexDate) return Math.sign(a.days - b.days);
  if (a instanceof ApexDatetime && b instanceof ApexDatetime) return Math.sign(a.seconds - b.seconds);
  if (a instanceof ApexTime && b instanceof ApexTime) return Math.sign(a.ms - b.ms);
  if (a instanceof ApexEnum && b instanceof ApexEnum) return Math.sign(a.ordinal - b.ordinal);
  const own = a as { compareto$1?: (other: unknown) => number | null };
  if (typeof own.compareto$1 === 'function') return own.compareto$1(b) ?? 0;
  return throwNew('System.ListException', 'One or more of the items in this list is not Comparable.');
}
