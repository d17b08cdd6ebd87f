/** Iterators: those of collections, and a common way to walk collections and user iterables. */
import { ApexList, ApexObject, ApexSet, rtType, throwNew, type RtType } from '../../values';
import { platformClass } from '../registry';

/** The iterator of a List or Set. */
export class CollectionIterator extends ApexObject {
  private index = 0;
  constructor(
    private readonly values: unknown[],
    private readonly elementType: RtType
  ) {
    super();
  }
  override get rtType(): RtType {
    return rtType('System.Iterator', [this.elementType]);
  }
  hasnext$0(): boolean {
    return this.index < this.values.length;
  }
  /** @throws NoSuchElementException at the end */
  next$0(): unknown {
    if (this.index >= this.values.length)
      return throwNew('System.NoSuchElementException', 'Iterator has no more elements');
    return this.values[this.index++];
  }
}

interface UserIterator {
  hasnext$0(): boolean | null;
  next$0(): unknown;
}

/** All values of a List, Set, Iterable or Iterator. */
export function* iterate(source: unknown): Generator<unknown> {
  if (source instanceof ApexList || source instanceof ApexSet) {
    yield* [...source];
    return;
  }
  const iterable = source as { iterator$0?: () => UserIterator } & Partial<UserIterator>;
  const iterator = typeof iterable.iterator$0 === 'function' ? iterable.iterator$0() : (iterable as UserIterator);
  while (iterator.hasnext$0() === true) yield iterator.next$0();
}

platformClass('System.Iterator', {
  instance: {
    'hasNext/0': (self: UserIterator) => self.hasnext$0(),
    'next/0': (self: UserIterator) => self.next$0()
  }
});

platformClass('System.Iterable', {
  instance: {
    'iterator/0': (self: unknown) => {
      if (self instanceof ApexList) return new CollectionIterator(self.items, self.elementType);
      if (self instanceof ApexSet) return new CollectionIterator(self.values(), self.elementType);
      return (self as { iterator$0(): unknown }).iterator$0();
    }
  }
});
