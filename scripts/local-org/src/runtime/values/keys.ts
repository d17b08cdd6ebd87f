/**
 * Keys of sets and maps: a primitive (or the object itself, for identity) that is equal exactly when two values are the
 * same key. Strings are case-sensitive as keys; user classes follow their `equals` and `hashCode`; records their fields.
 */
import { ApexBlob } from './blob';
import { ApexDate } from './date';
import { ApexDatetime } from './datetime';
import { ApexDecimal } from './decimal';
import { ApexDouble } from './double';
import { ApexTime } from './time';
import { ApexList } from './list';
import { ApexSet } from './set';
import { ApexMap } from './map';
import { SObjectValue } from './sobject';

export type Key = string | number | bigint | boolean | null | object;

const MARK = '\u0000';
const identities = new WeakMap<object, number>();
let nextIdentity = 1;

/** A number that stands for an object's identity (also System.hashCode of objects without their own). */
export function identityOf(object: object): number {
  let id = identities.get(object);
  if (id === undefined) {
    id = nextIdentity++;
    identities.set(object, id);
  }
  return id;
}

/** What emitted classes with own equality look like. */
export interface WithEquality {
  equals$1(other: unknown): boolean | null;
  hashcode$0(): number | null;
}

function hasEquality(value: object): value is WithEquality {
  const candidate = value as Partial<WithEquality>;
  return typeof candidate.equals$1 === 'function' && typeof candidate.hashcode$0 === 'function';
}

/**
 * The key of a value. Objects with their own `equals` need the collection's table, in which equal objects share a slot;
 * without a table their identity is used.
 */
export function keyOf(value: unknown, table?: EqualityTable): Key {
  switch (typeof value) {
    case 'string':
      return value.charCodeAt(0) === 0 ? `${MARK}s${value}` : value;
    case 'object':
      return value === null ? null : objectKey(value, table);
    default:
      return value as Key;
  }
}

function objectKey(value: object, table?: EqualityTable): Key {
  if (value instanceof ApexDecimal) return `${MARK}n${value.stripTrailingZeros().toText()}`;
  if (value instanceof ApexDouble) return `${MARK}d${value.value}`;
  if (value instanceof ApexDate) return `${MARK}D${value.days}`;
  if (value instanceof ApexDatetime) return `${MARK}T${value.seconds}`;
  if (value instanceof ApexTime) return `${MARK}t${value.ms}`;
  if (value instanceof ApexBlob) return `${MARK}b${value.bytes.toString('base64')}`;
  if (value instanceof SObjectValue) return recordKey(value, table);
  if (value instanceof ApexList) return `${MARK}L${value.items.map((v) => keyText(v, table)).join(',')}`;
  if (value instanceof ApexSet)
    return `${MARK}S${value
      .values()
      .map((v) => keyText(v, table))
      .sort()
      .join(',')}`;
  if (value instanceof ApexMap) {
    const entries = value.entries().map(([k, v]) => `${keyText(k, table)}=${keyText(v, table)}`);
    return `${MARK}M${entries.sort().join(',')}`;
  }
  if (hasEquality(value)) return table ? table.slot(value) : value;
  return value;
}

function recordKey(record: SObjectValue, table?: EqualityTable): string {
  const fields = [...record.values.entries()].map(([name, v]) => `${name}=${keyText(v, table)}`);
  return `${MARK}R${record.schema.name}{${fields.sort().join(',')}}`;
}

function keyText(value: unknown, table?: EqualityTable): string {
  const key = keyOf(value, table);
  if (typeof key === 'object' && key !== null) return `@${identityOf(key)}`;
  return typeof key === 'string' ? JSON.stringify(key) : `${typeof key}:${String(key)}`;
}

/** Finds the first object that equals another by its own `equals`, among those with its `hashCode`. */
export class EqualityTable {
  private readonly buckets = new Map<number, WithEquality[]>();

  slot(value: WithEquality): object {
    const hash = value.hashcode$0() ?? 0;
    const bucket = this.buckets.get(hash);
    if (!bucket) {
      this.buckets.set(hash, [value]);
      return value;
    }
    const equal = bucket.find((other) => other === value || value.equals$1(other) === true);
    if (equal) return equal;
    bucket.push(value);
    return value;
  }
}
