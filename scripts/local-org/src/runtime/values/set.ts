import { EqualityTable, keyOf, type Key } from './keys';
import type { RtType } from './rttype';

/** A Set; keeps the order of insertion. */
export class ApexSet {
  private readonly byKey = new Map<Key, unknown>();
  private readonly table = new EqualityTable();

  constructor(
    readonly rtType: RtType,
    values: Iterable<unknown> = []
  ) {
    for (const value of values) this.add(value);
  }

  get elementType(): RtType {
    return this.rtType.args[0]!;
  }
  get size(): number {
    return this.byKey.size;
  }
  /** True when the set changed. */
  add(value: unknown): boolean {
    const key = keyOf(value, this.table);
    if (this.byKey.has(key)) return false;
    this.byKey.set(key, value);
    return true;
  }
  has(value: unknown): boolean {
    return this.byKey.has(keyOf(value, this.table));
  }
  delete(value: unknown): boolean {
    return this.byKey.delete(keyOf(value, this.table));
  }
  clear(): void {
    this.byKey.clear();
  }
  values(): unknown[] {
    return [...this.byKey.values()];
  }
  [Symbol.iterator](): Iterator<unknown> {
    return this.byKey.values();
  }
}
