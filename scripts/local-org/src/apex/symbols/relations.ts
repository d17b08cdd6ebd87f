/**
 * Relations between types: what may be assigned, cast, compared. The rules are those of Salesforce's own compiler,
 * found by asking it about every pair of some sixty types.
 */
import type { ApexType, Conversion } from '../types';
import {
  allInterfaces,
  isException,
  isGenericSObject,
  isId,
  isList,
  isMap,
  isObject,
  isPlatform,
  isRecord,
  isSet,
  isString,
  numericKind,
  sameType,
  superChain,
  type NamedType
} from './basic';

/** Numbers that take the values of another number without a cast. Decimal and Double convert both ways. */
const WIDENS: Record<string, readonly string[]> = {
  Integer: ['Long', 'Double', 'Decimal'],
  Long: ['Double', 'Decimal'],
  Double: ['Decimal'],
  Decimal: ['Double']
};

/** Whether a value of `from` may be stored where `to` is wanted. */
export function isAssignable(from: ApexType, to: ApexType): boolean {
  if (from.kind === 'error' || to.kind === 'error') return true;
  if (from.kind === 'void' || to.kind === 'void') return false;
  if (from.kind === 'null' || to.kind === 'null') return to.kind !== 'null' || from.kind === 'null';
  if (sameType(from, to)) return true;
  if (from.kind !== 'named' || to.kind !== 'named') return to.kind === 'named' && isObject(to);
  return isObject(to) || valueAssignable(from, to) || referenceAssignable(from, to);
}

function valueAssignable(from: NamedType, to: NamedType): boolean {
  const fromNumber = numericKind(from);
  const toNumber = numericKind(to);
  if (fromNumber !== undefined) return toNumber !== undefined && (WIDENS[fromNumber] ?? []).includes(toNumber);
  if (isString(from)) return isId(to);
  if (isId(from)) return isString(to);
  return isPlatform(from, 'System.Date') && isPlatform(to, 'System.Datetime');
}

function referenceAssignable(from: NamedType, to: NamedType): boolean {
  if (isGenericSObject(to)) return isRecord(from);
  if (isList(from) && isList(to)) return listAssignable(from, to);
  if (isMap(from) && isMap(to)) return mapAssignable(from, to);
  if (isPlatform(to, 'System.Iterable')) return iterableAssignable(from, to);
  return superChain(from).some((item) => sameType(item, to)) || allInterfaces(from).some((item) => sameType(item, to));
}

/** Lists are covariant, and a list of SObject may be put where a list of one record type is wanted. */
function listAssignable(from: NamedType, to: NamedType): boolean {
  const [fromItem, toItem] = [from.args[0], to.args[0]];
  if (fromItem === undefined || toItem === undefined) return false;
  if (isAssignable(fromItem, toItem)) return true;
  return isGenericSObject(fromItem) && isRecord(toItem);
}

/** Maps are covariant in their values; keys must be the same. */
function mapAssignable(from: NamedType, to: NamedType): boolean {
  const [fromKey, fromValue] = from.args;
  const [toKey, toValue] = to.args;
  if (!fromKey || !fromValue || !toKey || !toValue) return false;
  return sameType(fromKey, toKey) && isAssignable(fromValue, toValue);
}

function iterableAssignable(from: NamedType, to: NamedType): boolean {
  const item = iterableItem(from);
  const wanted = to.args[0];
  return item !== undefined && wanted !== undefined && isAssignable(item, wanted);
}

/** What a `for` loop over the type or an Iterable of it gives: items of lists, sets and of all that is Iterable. */
export function iterableItem(type: ApexType): ApexType | undefined {
  if (isList(type) || isSet(type) || isPlatform(type, 'System.Iterable')) return type.args[0];
  return allInterfaces(type).find((item) => isPlatform(item, 'System.Iterable'))?.args[0];
}

/** Whether `(to) value-of-from` compiles. Any interface can be cast to and from. */
export function isCastable(from: ApexType, to: ApexType): boolean {
  if (isAssignable(from, to) || isAssignable(to, from)) return true;
  if (from.kind !== 'named' || to.kind !== 'named') return false;
  if (numericKind(from) && numericKind(to)) return true;
  return from.symbol.kind === 'interface' || to.symbol.kind === 'interface';
}

/** Whether `==` may compare the two. */
export function isComparable(a: ApexType, b: ApexType): boolean {
  return isAssignable(a, b) || isAssignable(b, a);
}

/** The conversion of a value that `isAssignable` lets pass; undefined when the value stays as it is. */
export function conversionOf(from: ApexType, to: ApexType): Conversion | undefined {
  if (from.kind !== 'named' || to.kind !== 'named') return undefined;
  const fromNumber = numericKind(from);
  const toNumber = numericKind(to);
  if (fromNumber && toNumber && fromNumber !== toNumber) {
    return { kind: `${fromNumber}To${toNumber}` } as Conversion;
  }
  if (isString(from) && isId(to)) return { kind: 'StringToId' };
  if (isPlatform(from, 'System.Date') && isPlatform(to, 'System.Datetime')) return { kind: 'DateToDatetime' };
  if (isList(from) && isList(to) && !sameType(from, to)) {
    const [fromItem, toItem] = [from.args[0], to.args[0]];
    if (fromItem && toItem && isGenericSObject(fromItem) && isRecord(toItem)) return { kind: 'CheckedCast', to };
  }
  return undefined;
}

/** The type that both sides of `?:` or `??` share; undefined when neither takes the other. */
export function commonType(a: ApexType, b: ApexType): ApexType | undefined {
  if (a.kind === 'error' || b.kind === 'error') return a.kind === 'error' ? b : a;
  if (a.kind === 'null') return b;
  if (b.kind === 'null') return a;
  if (isAssignable(b, a) && !(numericKind(a) === 'Double' && numericKind(b) === 'Decimal')) return a;
  return isAssignable(a, b) ? b : undefined;
}

/** Whether a value of the type can be thrown. */
export function isThrowable(type: ApexType): boolean {
  return type.kind === 'error' || isException(type);
}
