/**
 * What the asynchronous parts of the org share.
 */
import type { TriggerSource } from '../data/dataContext';
import { kernel, withTransaction } from '../runtime/kernel';
import type { Transaction, TransactionKind } from '../runtime/transaction';
import type { UserContext } from '../runtime/user';
import { ApexDatetime, ApexException, inheritsSymbol, type ApexObject, type RtType } from '../runtime/values';
import type { Clock } from './clock';
import type { SystemRecords } from './systemRecords';

/** What the asynchronous engine needs from the org. */
export interface AsyncHost {
  clock: Clock;
  records: SystemRecords;
  /** The project's triggers, for platform events. */
  triggers: TriggerSource;
  /** Id of the ApexClass record of a top-level class; null when there is none. */
  apexClassId(className: string): string | null;
  /** The user in whose name triggers on platform events run. */
  automatedProcessUser(): UserContext;
}

/** A method of an Apex object, called by name. */
export type ApexMethods = ApexObject & Record<string, ((...args: unknown[]) => unknown) | undefined>;

/**
 * Calls the method by which an Apex object implements an interface of the platform: the first of the names that it has.
 * @throws Error when it has none of them
 */
export function callApex(target: object, names: readonly string[], ...args: unknown[]): unknown {
  const methods = target as ApexMethods;
  const name = names.find((candidate) => typeof methods[candidate] === 'function');
  if (name === undefined) throw new Error(`${typeNameOf(target)} has no method ${names.join(' or ')}`);
  return methods[name]!(...args);
}

/** `Outer.Inner` of an Apex object. */
export function typeNameOf(target: object): string {
  return (target as { rtType: RtType }).rtType.symbolName;
}

/** Whether the object's class implements an interface of the platform, by full name. */
export function implementsInterface(target: object, symbolName: string): boolean {
  return inheritsSymbol((target as { rtType: RtType }).rtType, symbolName);
}

/** Values of a new AsyncApexJob. */
export function newJobValues(host: AsyncHost, className: string, jobType: string): Record<string, unknown> {
  const topLevel = className.split('.')[0]!;
  return {
    ApexClassId: host.apexClassId(topLevel),
    JobType: jobType,
    Status: 'Queued',
    JobItemsProcessed: 0,
    TotalJobItems: 0,
    NumberOfErrors: 0,
    CreatedById: kernel.tx.user.id,
    CreatedDate: new ApexDatetime(host.clock.now())
  };
}

/** Job states after which nothing happens any more. */
export const FINAL_STATES: ReadonlySet<unknown> = new Set(['Aborted', 'Completed', 'Failed']);

/** Longest text that AsyncApexJob.ExtendedStatus takes. */
const EXTENDED_STATUS_LENGTH = 1000;

/** `First error: …` as AsyncApexJob.ExtendedStatus has it. */
export function extendedStatus(error: unknown): string {
  return `First error: ${messageOf(error)}`.slice(0, EXTENDED_STATUS_LENGTH);
}

/** Message of whatever was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof ApexException) return error.getMessage();
  return error instanceof Error ? error.message : String(error);
}

/** Who started a job, and whether a test did. */
export interface Origin {
  user: UserContext;
  inTest: boolean;
}

/** The origin of work that the current transaction starts. */
export function currentOrigin(): Origin {
  return { user: kernel.tx.user, inTest: kernel.tx.isTest };
}

/**
 * Runs a piece of asynchronous work in a transaction of its own. In a test it sees the test's mocks and its static
 * variables, as on an org, where stopTest runs such work in the test's own request.
 */
export function runWork<T>(kind: TransactionKind, origin: Origin, jobId: string, body: (tx: Transaction) => T): T {
  const outer = kernel.tx;
  const test =
    origin.inTest && outer.test ? { ...outer.test, started: false, stopped: false, outerLimits: null } : null;
  return withTransaction({ kind, user: origin.user, test, jobId }, (tx) => {
    if (test !== null) (tx as { statics: Transaction['statics'] }).statics = outer.statics;
    return body(tx);
  });
}

const CALLOUTS_REFUSED = 'http.refused';

/** Makes callouts of the current transaction fail with that message. */
export function refuseCallouts(message: string): void {
  kernel.tx.extra.set(CALLOUTS_REFUSED, message);
}

/** Why the current transaction may not make callouts; null when it may. */
export function calloutsRefused(): string | null {
  return (kernel.tx.extra.get(CALLOUTS_REFUSED) as string | undefined) ?? null;
}
