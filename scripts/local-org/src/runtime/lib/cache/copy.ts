/**
 * Copies of values as a cache keeps them: what is put in and what is got out are never the same object.
 * Source: Apex Developer Guide, "Platform Cache Considerations" (cached data is serialized).
 */
import { ApexException, ApexList, ApexMap, ApexObject, ApexSet, SObjectValue, type RtType } from '../../values';

/** A deep copy; values that cannot change stand for themselves. */
export function copyOf(value: unknown, seen = new Map<object, unknown>()): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (seen.has(value)) return seen.get(value);
  if (value instanceof SObjectValue) return value.copy(true);
  if (value instanceof ApexList) return new ApexList(value.rtType, copies(value.items, seen));
  if (value instanceof ApexSet) return new ApexSet(value.rtType, copies([...value.values()], seen));
  if (value instanceof ApexMap) {
    const entries = value.entries().map(([key, item]): [unknown, unknown] => [copyOf(key, seen), copyOf(item, seen)]);
    return new ApexMap(value.rtType, entries);
  }
  return isUserObject(value) ? copyOfObject(value, seen) : value;
}

function copies(items: readonly unknown[], seen: Map<object, unknown>): unknown[] {
  return items.map((item) => copyOf(item, seen));
}

function isUserObject(value: object): boolean {
  const isObject = value instanceof ApexObject || value instanceof ApexException;
  return isObject && (value as { rtType: RtType }).rtType.isUser === true;
}

function copyOfObject(value: object, seen: Map<object, unknown>): object {
  const copy = Object.create(Object.getPrototypeOf(value) as object) as Record<string, unknown>;
  seen.set(value, copy);
  for (const [name, item] of Object.entries(value)) copy[name] = copyOf(item, seen);
  return copy;
}
