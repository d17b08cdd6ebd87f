/**
 * Governor limits of a transaction.
 * Source: Apex Developer Guide, "Execution Governors and Limits", per-transaction limits.
 */
import { LimitException } from './values';

/** One limit: what it is called in messages, and its ceilings. */
interface LimitDefinition {
  readonly sync: number;
  readonly async: number;
  /** As in `System.LimitException: Too many SOQL queries: 101`; null for limits that are only reported. */
  readonly message: string | null;
}

const DEFINITIONS = {
  soqlQueries: { sync: 100, async: 200, message: 'Too many SOQL queries' },
  soqlRows: { sync: 50000, async: 50000, message: 'Too many query rows' },
  aggregateQueries: { sync: 300, async: 300, message: 'Too many aggregate queries' },
  queryLocatorRows: { sync: 10000, async: 10000, message: 'Too many query locator rows' },
  soslQueries: { sync: 20, async: 20, message: 'Too many SOSL queries' },
  soslRows: { sync: 2000, async: 2000, message: null },
  dmlStatements: { sync: 150, async: 150, message: 'Too many DML statements' },
  dmlRows: { sync: 10000, async: 10000, message: 'Too many DML rows' },
  publishImmediateDml: { sync: 150, async: 150, message: 'Too many immediate publish calls' },
  callouts: { sync: 100, async: 100, message: 'Too many callouts' },
  futureCalls: { sync: 50, async: 0, message: 'Too many future calls' },
  queueableJobs: { sync: 50, async: 1, message: 'Too many queueable jobs added to the queue' },
  emailInvocations: { sync: 10, async: 10, message: 'Too many Email Invocations' },
  mobilePushApexCalls: { sync: 10, async: 10, message: 'Too many Mobile Apex push calls' },
  savepoints: { sync: 150, async: 150, message: null },
  runAs: { sync: 20, async: 20, message: null },
  findSimilarCalls: { sync: 10, async: 10, message: null },
  cursorRows: { sync: 50000000, async: 50000000, message: null },
  fetchCallsOnApexCursor: { sync: 10, async: 10, message: 'Too many fetch calls on cursor' },
  cpuTime: { sync: 10000, async: 60000, message: 'Apex CPU time limit exceeded' },
  heapSize: { sync: 6000000, async: 12000000, message: 'Apex heap size too large' }
} as const satisfies Record<string, LimitDefinition>;

export type LimitName = keyof typeof DEFINITIONS;
export const LIMIT_NAMES = Object.keys(DEFINITIONS) as LimitName[];

/** Which ceilings apply. */
export type LimitMode = 'sync' | 'async';

/**
 * What a turn of a loop and a call of Apex code count, in microseconds of processor time. An org measures its own
 * processors, whose speed is nobody's promise; counting makes a run end the same way on every machine. The figures are
 * of the order that public benchmarks of Apex find (a million turns of a short loop take an org about a second).
 */
const MICROSECONDS_PER_TURN = 1;
const MICROSECONDS_PER_CALL = 2;

/** Counters and ceilings of one set of limits. */
export class Limits {
  /** Turns of loops, and calls of Apex methods and constructors, counted by emitted code. */
  turns = 0;
  calls = 0;
  private readonly used = new Map<LimitName, number>();
  private readonly overrides = new Map<LimitName, number>();

  constructor(readonly mode: LimitMode) {}

  /** Estimated processor time, in milliseconds. */
  cpuMillis(): number {
    return Math.floor((this.turns * MICROSECONDS_PER_TURN + this.calls * MICROSECONDS_PER_CALL) / 1000);
  }

  /** What was used so far. */
  get(name: LimitName): number {
    return this.used.get(name) ?? 0;
  }
  ceiling(name: LimitName): number {
    return this.overrides.get(name) ?? DEFINITIONS[name][this.mode];
  }
  /** Changes one ceiling, e.g. the queueable jobs that a Batch class may add. */
  setCeiling(name: LimitName, ceiling: number): void {
    this.overrides.set(name, ceiling);
  }
  /**
   * Uses `amount` of a limit.
   * @throws LimitException `Too many SOQL queries: 101`
   */
  count(name: LimitName, amount: number): void {
    const used = this.get(name) + amount;
    this.used.set(name, used);
    if (used > this.ceiling(name)) this.exceeded(name, used);
  }
  /** Sets an absolute figure (CPU time). @throws LimitException as `count` */
  set(name: LimitName, used: number): void {
    this.used.set(name, used);
    if (used > this.ceiling(name)) this.exceeded(name, used);
  }

  private exceeded(name: LimitName, used: number): void {
    const message: string | null = DEFINITIONS[name].message;
    if (message === null) return;
    throw new LimitException(name === 'cpuTime' ? message : `${message}: ${used}`);
  }
}
