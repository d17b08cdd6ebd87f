/**
 * System.List.
 * Source: Apex Reference Guide, "List Class".
 */
import {
  ApexList,
  ApexSet,
  compareValues,
  rtType,
  sameValue,
  SObjectTypeValue,
  SObjectValue,
  toConcatString,
  type RtType
} from '../../values';
import { argumentNull, nonNull } from '../args';
import { platformClass } from '../registry';
import { CollectionIterator, iterate } from './iterate';
import { cloneRecord } from './cloneRecord';

/** Stable merge of values by an order; JavaScript's own sort is stable. */
function sortNatural(list: ApexList): void {
  const first = list.items.find((v) => v !== null);
  if (first instanceof SObjectValue) list.items.sort(compareRecords);
  else list.items.sort(compareValues);
}

/**
 * Records sort by label of the object, then name field, then the other standard fields in alphabetical order.
 * Source: Apex Developer Guide, "Sorting Lists of SObjects".
 */
function compareRecords(a: unknown, b: unknown): number {
  if (a === null || b === null) return compareValues(a === null ? null : 1, b === null ? null : 1);
  const [x, y] = [a as SObjectValue, b as SObjectValue];
  const byLabel = compareValues(x.schema.label, y.schema.label);
  if (byLabel !== 0) return byLabel;
  const name = x.schema.nameField;
  const names = [...x.schema.fields.values()]
    .map((f) => f.name)
    .filter((n) => n !== name)
    .sort();
  for (const field of name ? [name, ...names] : names) {
    const [left, right] = [x.values.get(field) ?? null, y.values.get(field) ?? null];
    if (sameValue(left, right)) continue;
    return compareScalar(left, right);
  }
  return 0;
}

function compareScalar(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') {
    return compareValues(a.toLowerCase(), b.toLowerCase());
  }
  return compareValues(a, b);
}

interface UserComparator {
  compare$2(a: unknown, b: unknown): number | null;
}

function insertAt(list: ApexList, index: number | null, value: unknown): void {
  if (index === null) return argumentNull();
  if (index < 0 || index > list.items.length) return list.outOfBounds(index);
  list.items.splice(index, 0, value);
}

function removeAt(list: ApexList, index: number | null): unknown {
  if (index === null) return argumentNull();
  if (index < 0 || index >= list.items.length) return list.outOfBounds(index);
  return list.items.splice(index, 1)[0];
}

/** Keeps appending in chunks: spreading a very long list would overflow the stack. */
function addAll(list: ApexList, source: unknown): void {
  for (const value of [...iterate(nonNull(source))]) list.items.push(value);
}

function deepClone(list: ApexList, keepId = false, keepTimestamps = false, keepAutonumber = false): ApexList {
  const items = list.items.map((v) =>
    v instanceof SObjectValue ? cloneRecord(v, { keepId, deep: true, keepTimestamps, keepAutonumber }) : v
  );
  return new ApexList(list.rtType, items);
}

function objectType(list: ApexList): SObjectTypeValue | null {
  const schema = list.elementType.sobject;
  if (schema) return SObjectTypeValue.of(schema);
  const first = list.items[0];
  return first instanceof SObjectValue ? SObjectTypeValue.of(first.schema) : null;
}

platformClass('System.List', {
  generic: true,
  construct: {
    '/0': (type: RtType) => new ApexList(type),
    '/1': (type: RtType, source: unknown) => new ApexList(type, [...iterate(nonNull(source))]),
    '(Integer)': (type: RtType, size: number | null) => new ApexList(type, new Array(nonNull(size)).fill(null))
  },
  instance: {
    'add/1': (self: ApexList, value: unknown) => self.items.push(value),
    'add/2': insertAt,
    'addAll/1': addAll,
    'clear/0': (self: ApexList) => void (self.items.length = 0),
    'clone/0': (self: ApexList) => new ApexList(self.rtType, [...self.items]),
    'contains/1': (self: ApexList, value: unknown) => self.items.some((v) => sameValue(v, value)),
    'deepClone/0': deepClone,
    'deepClone/1': deepClone,
    'deepClone/2': deepClone,
    'deepClone/3': deepClone,
    'get/1': (self: ApexList, index: number | null) => self.get(index),
    'getSObjectType/0': objectType,
    'indexOf/1': (self: ApexList, value: unknown) => self.items.findIndex((v) => sameValue(v, value)),
    'isEmpty/0': (self: ApexList) => self.items.length === 0,
    'iterator/0': (self: ApexList) => new CollectionIterator(self.items, self.elementType),
    'remove/1': removeAt,
    'set/2': (self: ApexList, index: number | null, value: unknown) => self.set(index, value),
    'size/0': (self: ApexList) => self.items.length,
    'sort/0': sortNatural,
    'sort/1': (self: ApexList, by: UserComparator | null) => {
      const comparator = nonNull(by);
      self.items.sort((a, b) => nonNull(comparator.compare$2(a, b)));
    },
    'toString/0': (self: ApexList) => toConcatString(self)
  },
  extends: ['System.Iterable']
});

platformClass('System.Set', {
  generic: true,
  construct: {
    '/0': (type: RtType) => new ApexSet(type),
    '/1': (type: RtType, source: unknown) => new ApexSet(type, iterate(nonNull(source)))
  },
  instance: {
    'add/1': (self: ApexSet, value: unknown) => self.add(value),
    'addAll/1': (self: ApexSet, values: unknown) => {
      const before = self.size;
      for (const value of iterate(nonNull(values))) self.add(value);
      return self.size > before;
    },
    'clear/0': (self: ApexSet) => self.clear(),
    'clone/0': (self: ApexSet) => new ApexSet(self.rtType, self.values()),
    'contains/1': (self: ApexSet, value: unknown) => self.has(value),
    'containsAll/1': (self: ApexSet, values: unknown) => [...iterate(nonNull(values))].every((v) => self.has(v)),
    'isEmpty/0': (self: ApexSet) => self.size === 0,
    'iterator/0': (self: ApexSet) => new CollectionIterator(self.values(), self.elementType),
    'remove/1': (self: ApexSet, value: unknown) => self.delete(value),
    'removeAll/1': (self: ApexSet, values: unknown) => {
      const before = self.size;
      for (const value of iterate(nonNull(values))) self.delete(value);
      return self.size < before;
    },
    'retainAll/1': (self: ApexSet, values: unknown) => {
      const kept = new ApexSet(rtType('System.Set', [self.elementType]), iterate(nonNull(values)));
      const before = self.size;
      for (const value of self.values()) if (!kept.has(value)) self.delete(value);
      return self.size < before;
    },
    'size/0': (self: ApexSet) => self.size,
    'toString/0': (self: ApexSet) => toConcatString(self)
  },
  extends: ['System.Iterable']
});
