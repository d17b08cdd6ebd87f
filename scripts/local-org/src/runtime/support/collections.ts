/**
 * Collections in code: `new List<X>{…}` and loops over them.
 */
import { iterate } from '../lib/system/iterate';
import { ApexList, ApexMap, ApexSet, nullPointer, throwNew, type RtType } from '../values';

function modified(): never {
  return throwNew('System.FinalException', 'Cannot modify a collection while it is being iterated.');
}

/** Walks an array that must keep its length meanwhile. */
class ArrayWalk implements IterableIterator<unknown> {
  private index = 0;
  private readonly result: { done: boolean; value: unknown } = { done: false, value: null };

  constructor(
    private readonly items: readonly unknown[],
    private readonly currentSize: () => number,
    private readonly size: number
  ) {}

  next(): IteratorResult<unknown> {
    if (this.currentSize() !== this.size) modified();
    const { result } = this;
    if (this.index >= this.size) return { done: true, value: undefined };
    result.value = this.items[this.index++];
    return result as IteratorResult<unknown>;
  }
  [Symbol.iterator](): this {
    return this;
  }
}

export const collections = {
  newList: (type: RtType, items: unknown[]): ApexList => new ApexList(type, items),
  newSet: (type: RtType, items: unknown[]): ApexSet => new ApexSet(type, items),
  newMap: (type: RtType, entries: [unknown, unknown][]): ApexMap => new ApexMap(type, entries),
  /** `new Integer[3]`: so many nulls. */
  newArray: (type: RtType, size: number | null): ApexList =>
    new ApexList(type, new Array<unknown>(size ?? nullPointer()).fill(null)),
  /** Loops throw FinalException when the collection changes its size meanwhile. */
  listItems: (list: ApexList | null): Iterable<unknown> => {
    const { items } = list ?? nullPointer();
    return new ArrayWalk(items, () => items.length, items.length);
  },
  setItems: (set: ApexSet | null): Iterable<unknown> => {
    const known = set ?? nullPointer();
    return new ArrayWalk(known.values(), () => known.size, known.size);
  },
  /** Any Iterable or Iterator. */
  iterate: (source: unknown): Iterable<unknown> => iterate(source ?? nullPointer())
};
