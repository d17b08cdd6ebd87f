/** Local variables of a body, by block. */
import type { ApexType, LocalSymbol } from '../types';

/** Words that JavaScript keeps for itself but Apex allows as names, and names that emitted code uses. */
const TAKEN_IN_JAVASCRIPT = new Set(
  (
    'arguments await case const debugger default delete enum eval export function implements import in interface let new null ' +
    'package private protected public static super this true false typeof var void with yield undefined NaN Infinity ' +
    'Number String Boolean Object Array BigInt Math Symbol Map Set Error async of'
  ).split(' ')
);

/** Names visible in nested blocks. Names are compared without regard to letter case. */
export class LocalScopes {
  private readonly blocks: Map<string, LocalSymbol>[] = [new Map()];
  private readonly around = new Map<string, LocalSymbol>();
  private readonly usedNames = new Map<string, number>();

  /** Lets the variables of an anonymous block's body be seen in the methods declared beside it. */
  inherit(outer: LocalScopes): void {
    for (const [key, symbol] of outer.declaredOutermost()) this.around.set(key, symbol);
  }

  private declaredOutermost(): ReadonlyMap<string, LocalSymbol> {
    return this.blocks[0] ?? new Map<string, LocalSymbol>();
  }

  /** Whether no block is open but the body itself. */
  get isOutermost(): boolean {
    return this.blocks.length === 1;
  }

  /** Opens a block. */
  push(): void {
    this.blocks.push(new Map());
  }

  /** Closes the innermost block. */
  pop(): void {
    this.blocks.pop();
  }

  /** The variable of that name, or undefined. */
  find(name: string): LocalSymbol | undefined {
    const key = name.toLowerCase();
    for (let i = this.blocks.length - 1; i >= 0; i--) {
      const found = this.blocks[i]?.get(key);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** A variable of the anonymous block or trigger around the method in hand. */
  findAround(name: string): LocalSymbol | undefined {
    return this.around.get(name.toLowerCase());
  }

  /** Adds a variable to the innermost block, with a JavaScript name that is unique in the body. */
  declare(name: string, type: ApexType, isFinal: boolean): LocalSymbol {
    const symbol: LocalSymbol = { name, type, isFinal, jsName: this.uniqueName(name) };
    this.blocks[this.blocks.length - 1]?.set(name.toLowerCase(), symbol);
    return symbol;
  }

  private uniqueName(name: string): string {
    const count = this.usedNames.get(name) ?? 0;
    this.usedNames.set(name, count + 1);
    return count === 0 && !TAKEN_IN_JAVASCRIPT.has(name) ? name : `${name}$${count + 1}`;
  }
}
