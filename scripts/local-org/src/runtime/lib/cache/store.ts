/**
 * Where Platform Cache keeps its values: a store an org and one for each test method, which begins empty.
 * Sources: Apex Reference Guide, "Cache Namespace"; Apex Developer Guide, "Platform Cache".
 */
import { kernel, type Org } from '../../kernel';
import { throwNew } from '../../values';
import { copyOf } from './copy';

interface Entry {
  value: unknown;
  /** Milliseconds since 1970. */
  expires: number;
}

type Store = Map<string, Map<string, Entry>>;

const stores = new WeakMap<Org, Store>();

function currentStore(): Store {
  const { test } = kernel.tx;
  if (test) return test.caches as Store;
  const known = stores.get(kernel.org);
  if (known) return known;
  const store: Store = new Map();
  stores.set(kernel.org, store);
  return store;
}

export type CacheSort = 'Org' | 'Session';

/** Longest and usual time to live in seconds ("OrgPartition Class", "SessionPartition Class"). */
const LIFETIMES: Record<CacheSort, { longest: number; usual: number }> = {
  Org: { longest: 172_800, usual: 86_400 },
  Session: { longest: 28_800, usual: 28_800 }
};
const SHORTEST = 300;
const LONGEST_KEY = 50;

function isKey(key: string): boolean {
  if (key.length === 0 || key.length > LONGEST_KEY) return false;
  return [...key].every((c) => (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'));
}

/** Keys are alphanumeric and at most 50 characters long. @throws Cache.InvalidParamException */
export function checkKey(key: string): string {
  return isKey(key)
    ? key
    : throwNew(
        'Cache.InvalidParamException',
        `The key ${key} is not alphanumeric or longer than ${LONGEST_KEY} characters`
      );
}

/** The values of one partition, as the running user sees them. */
export class PartitionStore {
  constructor(
    private readonly sort: CacheSort,
    private readonly partition: string
  ) {}

  /** Sessions belong to users who are logged in: asynchronous work has none. */
  get isAvailable(): boolean {
    return this.sort === 'Org' || !kernel.tx.isAsync;
  }

  private entries(): Map<string, Entry> {
    if (!this.isAvailable) throwNew('Cache.SessionCacheNoSessionException', 'There is no session');
    const owner = this.sort === 'Org' ? '' : kernel.tx.user.id;
    const name = [this.sort, owner, this.partition].join(' ');
    const store = currentStore();
    let entries = store.get(name);
    if (!entries) store.set(name, (entries = new Map<string, Entry>()));
    const now = kernel.services.now();
    for (const [key, entry] of entries) if (entry.expires <= now) entries.delete(key);
    return entries;
  }

  has(key: string): boolean {
    return this.entries().has(key);
  }

  get(key: string): unknown {
    return copyOf(this.entries().get(key)?.value ?? null);
  }

  /** @throws Cache.InvalidParamException for a lifetime out of range */
  put(key: string, value: unknown, seconds: number | null): void {
    const { longest, usual } = LIFETIMES[this.sort];
    const lifetime = seconds ?? usual;
    if (lifetime < SHORTEST || lifetime > longest) {
      throwNew('Cache.InvalidParamException', `The time to live must be between ${SHORTEST} and ${longest} seconds`);
    }
    this.entries().set(key, { value: copyOf(value), expires: kernel.services.now() + lifetime * 1000 });
  }

  remove(key: string): boolean {
    return this.entries().delete(key);
  }

  keys(): string[] {
    return [...this.entries().keys()];
  }
}
