import { UnsupportedError } from './errors';
import type { ApexMap } from './map';
import { setOf } from './rttype';
import { ApexSet } from './set';

/** `keySet()`: a view of the map. What is removed from it leaves the map; adding to it is refused by name. */
export class MapKeySet extends ApexSet {
  constructor(private readonly map: ApexMap) {
    super(setOf(map.keyType));
  }
  override get size(): number {
    return this.map.size;
  }
  override add(): boolean {
    throw new UnsupportedError('adding to the set that Map.keySet() answers');
  }
  override has(value: unknown): boolean {
    return this.map.has(value);
  }
  override delete(value: unknown): boolean {
    const isThere = this.map.has(value);
    this.map.remove(value);
    return isThere;
  }
  override clear(): void {
    this.map.clear();
  }
  override values(): unknown[] {
    return this.map.keys();
  }
  override [Symbol.iterator](): Iterator<unknown> {
    return this.map.keys()[Symbol.iterator]();
  }
}
