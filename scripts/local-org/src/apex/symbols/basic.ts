/**
 * Small building blocks over `ApexType`: constants, construction, sameness, display names and substitution.
 */
import type { ApexType, TypeSymbol } from '../types';

/** A type that is a symbol with its arguments. */
export type NamedType = Extract<ApexType, { kind: 'named' }>;

export const VOID: ApexType = { kind: 'void' };
export const NULL: ApexType = { kind: 'null' };
/** Type of what could not be understood; every rule lets it pass, because its error has been reported. */
export const ERROR: ApexType = { kind: 'error' };

/** The type of a symbol with the given type arguments. */
export function named(symbol: TypeSymbol, args: readonly ApexType[] = []): NamedType {
  return { kind: 'named', symbol, args };
}

/** Full name of a type's symbol (`System.String`); empty for void, null and errors. */
export function fullNameOf(type: ApexType): string {
  return type.kind === 'named' ? type.symbol.fullName : '';
}

/** Whether the type is the platform class of that full name, whatever its arguments. */
export function isPlatform(type: ApexType, fullName: string): type is NamedType {
  return type.kind === 'named' && type.symbol.origin === 'platform' && type.symbol.fullName === fullName;
}

export function isList(type: ApexType): type is NamedType {
  return isPlatform(type, 'System.List');
}
export function isSet(type: ApexType): type is NamedType {
  return isPlatform(type, 'System.Set');
}
export function isMap(type: ApexType): type is NamedType {
  return isPlatform(type, 'System.Map');
}
export function isObject(type: ApexType): boolean {
  return isPlatform(type, 'System.Object');
}
export function isString(type: ApexType): boolean {
  return isPlatform(type, 'System.String');
}
export function isId(type: ApexType): boolean {
  return isPlatform(type, 'System.Id');
}
export function isBoolean(type: ApexType): boolean {
  return isPlatform(type, 'System.Boolean');
}
/** The generic `SObject`, not a record type. */
export function isGenericSObject(type: ApexType): boolean {
  return isPlatform(type, 'System.SObject');
}
/** A record type such as `Account`. */
export function isRecord(type: ApexType): type is NamedType {
  return type.kind === 'named' && type.symbol.origin === 'sobject';
}
export function isSObject(type: ApexType): boolean {
  return isRecord(type) || isGenericSObject(type);
}

/** Integer, Long, Double or Decimal; undefined for the rest. */
export type NumericKind = 'Integer' | 'Long' | 'Double' | 'Decimal';
const NUMERIC: Record<string, NumericKind> = {
  'System.Integer': 'Integer',
  'System.Long': 'Long',
  'System.Double': 'Double',
  'System.Decimal': 'Decimal'
};
/** Which sort of number the type is, or undefined. */
export function numericKind(type: ApexType): NumericKind | undefined {
  return type.kind === 'named' && type.symbol.origin === 'platform' ? NUMERIC[type.symbol.fullName] : undefined;
}

const VALUE_TYPES = new Set(
  ['Integer', 'Long', 'Double', 'Decimal', 'String', 'Id', 'Boolean', 'Date', 'Datetime', 'Time', 'Blob'].map(
    (name) => `System.${name}`
  )
);
/** Whether `===` is refused on it: types whose values have no identity. */
export function isValueType(type: ApexType): boolean {
  return type.kind === 'named' && type.symbol.origin === 'platform' && VALUE_TYPES.has(type.symbol.fullName);
}

/** Platform types that messages name without their namespace. */
const BARE_NAMES = new Set(
  [...VALUE_TYPES].concat(['Object', 'List', 'Set', 'Map', 'SObject', 'Exception'].map((name) => `System.${name}`))
);

/** The name of a type in messages: `List<Account>`, `Foo.Inner`, `Schema.SObjectField`, `NULL`. */
export function typeName(type: ApexType): string {
  switch (type.kind) {
    case 'void':
      return 'void';
    case 'null':
      return 'NULL';
    case 'error':
      return 'unknown';
    case 'typevar':
      return type.name;
    case 'named': {
      const name = symbolName(type.symbol);
      return type.args.length > 0 ? `${name}<${type.args.map(typeName).join(',')}>` : name;
    }
  }
}

/** The name of a symbol in messages. */
export function symbolName(symbol: TypeSymbol): string {
  return BARE_NAMES.has(symbol.fullName) && symbol.origin === 'platform' ? symbol.name : symbol.fullName;
}

/** Whether both are the same type, arguments included. */
export function sameType(a: ApexType, b: ApexType): boolean {
  if (a.kind !== 'named' || b.kind !== 'named') {
    return a.kind === b.kind && (a.kind !== 'typevar' || b.kind !== 'typevar' || a.name === b.name);
  }
  return (
    sameSymbol(a.symbol, b.symbol) &&
    a.args.length === b.args.length &&
    a.args.every((arg, i) => sameType(arg, b.args[i] ?? ERROR))
  );
}

/** Record types are made in more than one place: their name tells them apart, not the object. */
export function sameSymbol(a: TypeSymbol, b: TypeSymbol): boolean {
  return a === b || (a.origin === 'sobject' && b.origin === 'sobject' && a.fullName === b.fullName);
}

/** Replaces the type parameters of `owner` in `type` by `args`. */
export function substitute(type: ApexType, owner: TypeSymbol, args: readonly ApexType[]): ApexType {
  if (owner.typeParams.length === 0 || args.length === 0) return type;
  if (type.kind === 'typevar') return args[owner.typeParams.indexOf(type.name)] ?? type;
  if (type.kind !== 'named' || type.args.length === 0) return type;
  return named(
    type.symbol,
    type.args.map((arg) => substitute(arg, owner, args))
  );
}

/** The class itself and its superclasses, nearest first, each with the arguments it is used with. Survives cycles. */
export function superChain(type: ApexType): NamedType[] {
  const chain: NamedType[] = [];
  let current: ApexType | null = type;
  while (current !== null && current.kind === 'named') {
    const here: NamedType = current;
    if (chain.some((known) => known.symbol === here.symbol)) break;
    chain.push(here);
    const next: ApexType | null = here.symbol.superclass;
    current = next === null ? null : substitute(next, here.symbol, here.args);
  }
  return chain;
}

/** All interfaces of a type and of its superclasses, inherited ones included. */
export function allInterfaces(type: ApexType): NamedType[] {
  const found: NamedType[] = [];
  const visit = (from: NamedType): void => {
    for (const item of from.symbol.interfaces) {
      const actual = substitute(item, from.symbol, from.args);
      if (actual.kind !== 'named' || found.some((known) => sameType(known, actual))) continue;
      found.push(actual);
      visit(actual);
    }
  };
  superChain(type).forEach(visit);
  return found;
}

/** Whether `symbol` is `ancestor` or inherits from it, by class or interface. */
export function inheritsFrom(symbol: TypeSymbol, ancestor: TypeSymbol): boolean {
  const type = named(symbol);
  return (
    superChain(type).some((item) => item.symbol === ancestor) ||
    allInterfaces(type).some((item) => item.symbol === ancestor)
  );
}

/** Whether values of the type can be thrown and caught. */
export function isException(type: ApexType): boolean {
  return superChain(type).some((item) => item.symbol.fullName === 'System.Exception');
}

/** The outermost class around a symbol; itself when top-level. */
export function outermost(symbol: TypeSymbol): TypeSymbol {
  let current = symbol;
  while (current.outer !== null) current = current.outer;
  return current;
}
