import { EqualityTable, keyOf, type Key } from './keys';
import type { RtType } from './rttype';

/** A Map; keeps the order of insertion. A missing key reads as null. */
export class ApexMap {
  private readonly byKey = new Map<Key, [unknown, unknown]>();
  private readonly table = new EqualityTable();

  constructor(
    readonly rtType: RtType,
    entries: Iterable<readonly [unknown, unknown]> = []
  ) {
    for (const [key, value] of entries) this.put(key, value);
  }

  get keyType(): RtType {
    return this.rtType.args[0]!;
  }
  get valueType(): RtType {
    return this.rtType.args[1]!;
  }
  get size(): number {
    return this.byKey.size;
  }
  get(key: unknown): unknown {
    const entry = this.byKey.get(keyOf(key, this.table));
    return entry === undefined ? null : entry[1];
  }
  has(key: unknown): boolean {
    return this.byKey.has(keyOf(key, this.table));
  }
  /** Answers the value that the key had, or null. */
  put(key: unknown, value: unknown): unknown {
    const slot = keyOf(key, this.table);
    const entry = this.byKey.get(slot);
    if (entry === undefined) {
      this.byKey.set(slot, [key, value]);
      return null;
    }
    const old = entry[1];
    entry[1] = value;
    return old;
  }
  /** Answers the value that the key had, or null. */
  remove(key: unknown): unknown {
    const slot = keyOf(key, this.table);
    const entry = this.byKey.get(slot);
    if (entry === undefined) return null;
    this.byKey.delete(slot);
    return entry[1];
  }
  clear(): void {
    this.byKey.clear();
  }
  keys(): unknown[] {
    return [...this.byKey.values()].map((e) => e[0]);
  }
  values(): unknown[] {
    return [...this.byKey.values()].map((e) => e[1]);
  }
  entries(): [unknown, unknown][] {
    return [...this.byKey.values()];
  }
}
