/**
 * System.Map.
 * Source: Apex Reference Guide, "Map Class".
 */
import {
  ApexList,
  ApexMap,
  listOf,
  MapKeySet,
  SObjectTypeValue,
  SObjectValue,
  throwNew,
  toConcatString,
  type RtType
} from '../../values';
import { nonNull } from '../args';
import { platformClass } from '../registry';
import { cloneRecord } from './cloneRecord';

/**
 * Records by their Id.
 * @throws ListException for null records and records without or with the same Id
 */
function putRecords(map: ApexMap, records: ApexList): void {
  const seen = new Set<string>();
  records.items.forEach((record, row) => {
    if (record === null) return throwNew('System.NullPointerException', 'Attempt to de-reference a null object');
    const id = (record as SObjectValue).id;
    if (id === null) return throwNew('System.ListException', `Row with null Id at index: ${row}`);
    if (seen.has(id)) return throwNew('System.ListException', `Row with duplicate Id at index: ${row}`);
    seen.add(id);
    return map.put(id, record);
  });
}

function construct(type: RtType, source: ApexMap | ApexList | null): ApexMap {
  const map = new ApexMap(type);
  fill(map, nonNull(source));
  return map;
}

function fill(map: ApexMap, source: ApexMap | ApexList): void {
  if (source instanceof ApexMap) for (const [key, value] of source.entries()) map.put(key, value);
  else putRecords(map, source);
}

function deepClone(map: ApexMap): ApexMap {
  const options = { keepId: true, deep: true, keepTimestamps: true, keepAutonumber: true };
  const entries = map.entries().map(([k, v]): [unknown, unknown] => {
    return [k, v instanceof SObjectValue ? cloneRecord(v, options) : v];
  });
  return new ApexMap(map.rtType, entries);
}

function objectType(map: ApexMap): SObjectTypeValue | null {
  const schema = map.valueType.sobject;
  return schema ? SObjectTypeValue.of(schema) : null;
}

platformClass('System.Map', {
  generic: true,
  construct: { '/0': (type: RtType) => new ApexMap(type), '/1': construct },
  instance: {
    'clear/0': (self: ApexMap) => self.clear(),
    'clone/0': (self: ApexMap) => new ApexMap(self.rtType, self.entries()),
    'containsKey/1': (self: ApexMap, key: unknown) => self.has(key),
    'deepClone/0': deepClone,
    'get/1': (self: ApexMap, key: unknown) => self.get(key),
    'getSObjectType/0': objectType,
    'isEmpty/0': (self: ApexMap) => self.size === 0,
    'keySet/0': (self: ApexMap) => new MapKeySet(self),
    'put/2': (self: ApexMap, key: unknown, value: unknown) => self.put(key, value),
    'putAll/1': (self: ApexMap, source: ApexMap | ApexList | null) => fill(self, nonNull(source)),
    'remove/1': (self: ApexMap, key: unknown) => self.remove(key),
    'size/0': (self: ApexMap) => self.size,
    'toString/0': (self: ApexMap) => toConcatString(self),
    'values/0': (self: ApexMap) => new ApexList(listOf(self.valueType), self.values())
  }
});
