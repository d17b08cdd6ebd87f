import { throwNew } from './exception';
import type { RtType } from './rttype';

/** A List. */
export class ApexList {
  constructor(
    readonly rtType: RtType,
    readonly items: unknown[] = []
  ) {}

  get elementType(): RtType {
    return this.rtType.args[0]!;
  }
  get size(): number {
    return this.items.length;
  }
  /** @throws ListException `List index out of bounds: 3` */
  get(index: number | null): unknown {
    if (index === null) return throwNew('System.NullPointerException', 'Argument cannot be null.');
    if (index < 0 || index >= this.items.length) return this.outOfBounds(index);
    return this.items[index];
  }
  /** @throws ListException as `get` */
  set(index: number | null, value: unknown): void {
    if (index === null) return throwNew('System.NullPointerException', 'Argument cannot be null.');
    if (index < 0 || index >= this.items.length) return this.outOfBounds(index);
    this.items[index] = value;
  }
  add(value: unknown): void {
    this.items.push(value);
  }
  outOfBounds(index: number): never {
    return throwNew('System.ListException', `List index out of bounds: ${index}`);
  }
  [Symbol.iterator](): Iterator<unknown> {
    return this.items[Symbol.iterator]();
  }
}
