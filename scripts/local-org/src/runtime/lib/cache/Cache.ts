/**
 * Platform Cache: partitions of the org and of a session. What measures hits, misses and times is refused by name, and so
 * are Cache.Org and Cache.Session without a partition, which need a default partition.
 * Source: Apex Reference Guide, "Cache Namespace".
 */
import { kernel } from '../../kernel';
import { printCompact, toJson } from '../../json/write';
import {
  ApexDouble,
  ApexMap,
  ApexObject,
  ApexSet,
  rtType,
  throwNew,
  type ApexTypeValue,
  type RtType
} from '../../values';
import { UnsupportedError } from '../../values/errors';
import { nonNull } from '../args';
import { platformClass } from '../registry';
import { newInstanceOf } from '../system/Type';
import { checkKey, PartitionStore, type CacheSort } from './store';

const STRING = rtType('System.String');
const OBJECT = rtType('System.Object');

class Partition extends ApexObject {
  readonly store: PartitionStore;

  constructor(
    private readonly sort: CacheSort,
    readonly name: string
  ) {
    super();
    this.store = new PartitionStore(sort, name.toLowerCase());
  }
  override get rtType(): RtType {
    return rtType(`Cache.${this.sort}Partition`);
  }
}

/** `local.name`, or only the name: a partition of the project. @throws Cache.Org.OrgCacheException, Cache.SessionCacheException */
function getPartition(sort: CacheSort, given: string | null): Partition {
  const name = nonNull(given);
  const simple = name.toLowerCase().startsWith('local.') ? name.slice('local.'.length) : name;
  if (!kernel.services.hasCachePartition(simple)) {
    const type = sort === 'Org' ? 'Cache.Org.OrgCacheException' : 'Cache.SessionCacheException';
    return throwNew(type, `The partition ${name} is not defined`);
  }
  return new Partition(sort, simple);
}

interface Builder {
  doload$1(key: string | null): unknown;
}

/** The value of a CacheBuilder: loaded by it when the cache does not hold it. */
function getBuilt(self: Partition, type: ApexTypeValue | null, given: string | null): unknown {
  const builder = nonNull(type).type;
  const key = checkKey(nonNull(given));
  const slot = builtKey(builder, key);
  if (self.store.has(slot)) return self.store.get(slot);
  const loader = newInstanceOf(builder) as Partial<Builder>;
  if (!loader.doload$1) {
    return throwNew('Cache.InvalidCacheBuilderException', `${builder.name} does not implement Cache.CacheBuilder`);
  }
  const value = loader.doload$1(key);
  self.store.put(slot, value, null);
  return value;
}

function builtKey(builder: RtType, key: string): string {
  return `${builder.name} ${key}`;
}

function put(self: Partition, key: string | null, value: unknown, seconds: unknown = null): void {
  if (seconds !== null && typeof seconds !== 'number') throw new UnsupportedError('Cache.Visibility');
  const name = checkKey(nonNull(key));
  if (value === null) throw new UnsupportedError('null as a value of Platform Cache');
  self.store.put(name, value, seconds);
}

/** Bytes of the smallest partition that can be set up. */
const SMALLEST_PARTITION = 1024 * 1024;

/** Percentage of the partition in use, by the length of its values as JSON. */
function capacityUsed({ store }: Partition): number {
  const sizes = store.keys().map((key) => Buffer.byteLength(printCompact(toJson(store.get(key), false))));
  return (sizes.reduce((sum, size) => sum + size, 0) / SMALLEST_PARTITION) * 100;
}

function mapOf(keys: ApexSet | null, valueType: RtType, read: (key: string) => unknown): ApexMap {
  const names = [...nonNull(keys).values()] as string[];
  return new ApexMap(
    rtType('System.Map', [STRING, valueType]),
    names.map((key): [unknown, unknown] => [key, read(checkKey(key))])
  );
}

for (const name of ['Cache.Partition', 'Cache.OrgPartition', 'Cache.SessionPartition']) {
  platformClass(name, {
    instance: {
      'contains(String)': (self: Partition, key: string | null) => self.store.has(checkKey(nonNull(key))),
      'contains(Set)': (self: Partition, keys: ApexSet | null) =>
        mapOf(keys, rtType('System.Boolean'), (key) => self.store.has(key)),
      'get(String)': (self: Partition, key: string | null) => self.store.get(checkKey(nonNull(key))),
      'get(Set)': (self: Partition, keys: ApexSet | null) => mapOf(keys, OBJECT, (key) => self.store.get(key)),
      'get(Type,String)': getBuilt,
      'put/2': put,
      'put/3': put,
      'remove(String)': (self: Partition, key: string | null) => self.store.remove(checkKey(nonNull(key))),
      'remove(Type,String)': (self: Partition, type: ApexTypeValue | null, key: string | null) =>
        self.store.remove(builtKey(nonNull(type).type, checkKey(nonNull(key)))),
      'getKeys/0': (self: Partition) => new ApexSet(rtType('System.Set', [STRING]), self.store.keys()),
      'getNumKeys/0': (self: Partition) => BigInt(self.store.keys().length),
      'getCapacity/0': (self: Partition) => new ApexDouble(capacityUsed(self)),
      'getName/0': (self: Partition) => self.name,
      'isAvailable/0': (self: Partition) => self.store.isAvailable
    },
    ...(name === 'Cache.Partition' ? {} : { extends: ['Cache.Partition'] })
  });
}

platformClass('Cache.Org', {
  statics: { 'getPartition/1': (name: string | null) => getPartition('Org', name) }
});
platformClass('Cache.Session', {
  statics: { 'getPartition/1': (name: string | null) => getPartition('Session', name) }
});
