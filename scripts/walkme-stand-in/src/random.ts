/**
 * Repeatable random numbers that need no history: the numbers of item 999,999 are known without drawing those before.
 *
 * A seed, a stream name and an index are hashed to the start state of a small generator (mulberry32, public domain, by
 * Tommy Ettinger). Good enough for made-up data, of no use for secrets.
 */
export class Random {
  private state: number;

  /**
   * @param seed which data set; the same seed gives the same data on every machine
   * @param stream what is drawn ("name", "logins"), so that one draw more in one place moves nothing in another
   * @param index which item of the stream, a non-negative whole number
   */
  constructor(seed: number, stream: string, index: number) {
    this.state = mix(mix(hashText(stream) ^ seed) ^ index);
  }

  /** A number from 0 up to, but not including, 1. */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let t = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** A whole number from `low` to `high`, both included. */
  int(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1));
  }

  /** True in `share` of the cases, `share` from 0 to 1. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /**
   * One of the items, each as likely as the others.
   * @throws Error when the list is empty
   */
  pick<T>(items: readonly T[]): T {
    const item = items[this.int(0, items.length - 1)];
    if (item === undefined) throw new Error('Cannot pick from an empty list: give at least one item.');
    return item;
  }
}

/** FNV-1a over UTF-16 code units. */
function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 0;
}

/** The finaliser of MurmurHash3: neighbouring numbers become unlike ones. */
function mix(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
