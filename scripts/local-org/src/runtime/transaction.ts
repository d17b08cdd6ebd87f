/**
 * A transaction: everything that begins afresh for each entry into Apex.
 */
import { Limits, type LimitMode } from './limits';
import type { AccessMode, SharingMode } from './services';
import { DEFAULT_USER, type UserContext } from './user';
import type { ApexMap, SObjectValue } from './values';

/** What kind of entry began the transaction; names as in System.Quiddity where they exist. */
export type TransactionKind =
  | 'ANONYMOUS'
  | 'AURA'
  | 'BATCH_APEX'
  | 'BATCH_START'
  | 'BATCH_FINISH'
  | 'FUTURE'
  | 'QUEUEABLE'
  | 'SCHEDULED'
  | 'REST'
  | 'RUNTEST_SYNC'
  | 'PLATFORM_EVENT_PUBLISH_CALLBACK'
  | 'INVOCABLE_ACTION'
  | 'TRANSACTION_FINALIZER_QUEUEABLE'
  | 'SYNCHRONOUS'
  | 'UNDEFINED';

const ASYNC_KINDS: ReadonlySet<TransactionKind> = new Set<TransactionKind>([
  'BATCH_APEX',
  'BATCH_START',
  'BATCH_FINISH',
  'FUTURE',
  'QUEUEABLE',
  'TRANSACTION_FINALIZER_QUEUEABLE'
]);

/** What a trigger sees as `Trigger.…`. */
export interface TriggerContext {
  objectName: string;
  isBefore: boolean;
  isAfter: boolean;
  isInsert: boolean;
  isUpdate: boolean;
  isDelete: boolean;
  isUndelete: boolean;
  newRecords: SObjectValue[] | null;
  oldRecords: SObjectValue[] | null;
  newMap: ApexMap | null;
  oldMap: ApexMap | null;
  operationType: string;
  size: number;
}

/** State of a test method. */
export interface TestContext {
  /** `startTest` was called, `stopTest` not yet. */
  started: boolean;
  stopped: boolean;
  /** Limits of the code outside startTest … stopTest, while inside. */
  outerLimits: Limits | null;
  /** Whether DML came before startTest. */
  outerUncommittedWork: boolean;
  seeAllData: boolean;
  /** Implementations set by Test.setMock, by interface name. */
  mocks: Map<string, object>;
  /** Test.setFixedSearchResults. */
  fixedSearchResults: string[] | null;
  /** Test.setCurrentPage and the like. */
  currentPage: object | null;
  /** What the test put into Platform Cache; asynchronous work of the test shares it. */
  caches: Map<string, unknown>;
  /** Name of the running test method, `Class.method`. */
  methodName: string | null;
}

export interface TransactionOptions {
  kind?: TransactionKind;
  user?: UserContext;
  /** Defaults by kind. */
  limitMode?: LimitMode;
  /** Present in tests. */
  test?: Partial<TestContext> | null;
  /** Do not keep what was stored. */
  rollback?: boolean;
  /** Id of the AsyncApexJob or CronTrigger that runs. */
  jobId?: string | null;
}

let nextId = 1;

export class Transaction {
  readonly id = nextId++;
  readonly kind: TransactionKind;
  limits: Limits;
  user: UserContext;
  /** Static fields, one holder a class: created by emitted code on first use. */
  readonly statics = new Map<unknown, unknown>();
  /** Innermost trigger last. */
  readonly triggers: TriggerContext[] = [];
  readonly debugLog: string[] = [];
  readonly test: TestContext | null;
  readonly jobId: string | null;
  /** Depth of Apex calls. */
  stackDepth = 0;
  /** Sharing of the running class, kept by emitted code. */
  sharing: SharingMode = 'without';
  /** Access of statements that name none. */
  defaultAccess: AccessMode = 'system';
  /** DML happened and is not committed: callouts are refused then. */
  uncommittedWork = false;
  readonly startedAt = process.hrtime.bigint();
  /** Free space for library classes that keep something a transaction, by class name. */
  readonly extra = new Map<string, unknown>();

  constructor(options: TransactionOptions = {}) {
    this.kind = options.kind ?? 'SYNCHRONOUS';
    this.limits = new Limits(options.limitMode ?? (this.isAsync ? 'async' : 'sync'));
    this.user = options.user ?? DEFAULT_USER;
    this.jobId = options.jobId ?? null;
    this.test = options.test ? { ...newTestContext(), ...options.test } : null;
    if (this.kind === 'BATCH_APEX' || this.kind === 'BATCH_START') this.limits.setCeiling('futureCalls', 0);
  }

  get isTest(): boolean {
    return this.test !== null;
  }
  get isAsync(): boolean {
    return ASYNC_KINDS.has(this.kind);
  }
  get trigger(): TriggerContext | null {
    return this.triggers[this.triggers.length - 1] ?? null;
  }

  /** Milliseconds of processor time so far, as counted: see `Limits.cpuMillis`. */
  cpuMillis(): number {
    return this.limits.cpuMillis();
  }

  /** A value kept for the length of the transaction. */
  remember<T>(name: string, make: () => T): T {
    if (!this.extra.has(name)) this.extra.set(name, make());
    return this.extra.get(name) as T;
  }
}

function newTestContext(): TestContext {
  return {
    started: false,
    stopped: false,
    outerLimits: null,
    outerUncommittedWork: false,
    seeAllData: false,
    mocks: new Map(),
    fixedSearchResults: null,
    caches: new Map(),
    currentPage: null,
    methodName: null
  };
}
