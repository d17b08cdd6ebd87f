/** Types that annotated methods may take and give. */
import {
  isGenericSObject,
  isList,
  isMap,
  isObject,
  isRecord,
  isSet,
  isString,
  isValueType,
  typeName
} from '../symbols/basic';
import type { ApexType } from '../types';

/** `@Future` takes primitive values and collections of them. Source: Apex Developer Guide, "Future Annotation". */
export function isFutureType(type: ApexType): boolean {
  if (isValueType(type)) return true;
  return type.kind === 'named' && (isList(type) || isSet(type) || isMap(type)) && type.args.every(isFutureType);
}

/** What a component can send and get: no sets, and maps with text keys. */
export function isAuraType(type: ApexType): boolean {
  const isOfSets = isList(type) && !type.args.every(isAuraType);
  return !isSet(type) && !isOfSets;
}

/** What is wrong with the parameter of an invocable method, or null. */
export function invocableProblem(type: ApexType): string | null {
  if (type.kind === 'error') return null;
  const item = isList(type) ? type.args[0] : undefined;
  if (item !== undefined && isInvocableItem(item)) return null;
  return `Unsupported parameter type ${typeName(type)}. Valid invocable parameters must be List types like List<T> where T is a supported type`;
}

function isInvocableItem(type: ApexType): boolean {
  if (type.kind !== 'named' || ['System.Map', 'System.Set'].includes(type.symbol.fullName)) return false;
  if (type.symbol.fullName === 'System.List') return type.args.every(isInvocableItem);
  return (
    isValueType(type) ||
    isRecord(type) ||
    isGenericSObject(type) ||
    isObject(type) ||
    isString(type) ||
    isUserClass(type)
  );
}

/**
 * Whether the items of a list can cross an invocable method as far as user code goes: a class must be visible and have
 * an invocable variable of its own; enums cannot.
 */
export function isInvocableClassList(type: ApexType): boolean {
  if (type.kind !== 'named' || isGenericSObject(type)) return true;
  const { origin, kind, access, fields, fullName } = type.symbol;
  if (isList(type)) return type.args.every(isInvocableClassList);
  if (origin === 'platform') return isValueType(type) || isString(type) || !fullName.startsWith('System.');
  if (origin !== 'user') return true;
  if (kind !== 'class' || (access !== 'public' && access !== 'global')) return false;
  return [...fields.values()].some((field) => field.annotations.includes('invocablevariable'));
}

function isUserClass(type: ApexType): boolean {
  return type.kind === 'named' && (type.symbol.origin === 'user' || type.symbol.origin === 'platform');
}
