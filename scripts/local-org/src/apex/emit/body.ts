/**
 * The state of emitting one function: temporaries, the class around, what is known of its locals.
 */
import type { FieldSymbol, LocalSymbol, TypeSymbol } from '../types';
import type { Expression } from '../ast';
import type { FileEmitter } from './file';
import type { Writer } from './writer';

export interface BodyOptions {
  owner: TypeSymbol;
  /** The property whose accessor is emitted: inside it, its name means the storage. */
  accessorOf?: FieldSymbol | null;
  /** `return` in a constructor returns the object. */
  isConstructor?: boolean;
  isStatic?: boolean;
}

export class BodyEmitter {
  readonly w: Writer;
  /** Locals that never hold null. */
  nonNullLocals: ReadonlySet<LocalSymbol> = new Set();
  /** Receivers already evaluated into a temporary, while the rest of a `?.` chain is emitted. */
  readonly evaluated = new Map<Expression, string>();
  /** Chains whose `?.` are dealt with. */
  readonly openedChains = new Set<Expression>();
  /** Local variables in scope, innermost block last: dynamic SOQL binds to them by name. */
  readonly scopes: LocalSymbol[][] = [[]];
  private temps = 0;
  private uniques = 0;
  private usesTick = false;

  constructor(
    readonly file: FileEmitter,
    readonly options: BodyOptions
  ) {
    this.w = file.w;
  }

  get owner(): TypeSymbol {
    return this.options.owner;
  }

  /** A fresh temporary variable of the function. */
  temp(): string {
    return `$t${++this.temps}`;
  }

  /** A name that nothing else in the function has, for a constant declared where it is used. */
  unique(prefix: string): string {
    return `${prefix}${++this.uniques}`;
  }

  /** Emits the check of processor time at the end of a loop's body. */
  tick(): void {
    this.usesTick = true;
    this.w.write('if(((++$l)&1023)===0)$r.tick(1024);');
  }

  /** Declarations of what the body used, for the head of the function. */
  declarations(): string {
    const names = Array.from({ length: this.temps }, (_, i) => `$t${i + 1}`);
    if (this.usesTick) names.push('$l=0');
    return names.length > 0 ? `let ${names.join(',')};` : '';
  }

  /** Marks a line as run and as one that counts. */
  cover(line: number): void {
    this.file.coverable.add(line);
    this.w.write(`$c[${line}]=1;`);
  }

  /** Emits a block's inside: its locals end with it. */
  scope(body: () => void): void {
    this.scopes.push([]);
    body();
    this.scopes.pop();
  }

  declare(symbol: LocalSymbol): void {
    this.scopes[this.scopes.length - 1]!.push(symbol);
  }
}
