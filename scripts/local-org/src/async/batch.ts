/**
 * Batch Apex. Source: Apex Developer Guide, "Using Batch Apex".
 */
import { kernel } from '../runtime/kernel';
import { iterate } from '../runtime/lib/system/iterate';
import { ApexDatetime, ApexList, listOf, OBJECT, SObjectValue, throwNew, typeOf, type RtType } from '../runtime/values';
import { cloneState } from './cloneState';
import { BatchableContext } from './contexts';
import type { Events } from './events';
import {
  callApex,
  currentOrigin,
  extendedStatus,
  implementsInterface,
  messageOf,
  newJobValues,
  refuseCallouts,
  runWork,
  typeNameOf,
  type AsyncHost,
  type Origin
} from './host';
import type { JobQueue } from './queue';

const DEFAULT_SCOPE = 200;
/** Largest scope for records of a query locator. */
const MAX_LOCATOR_SCOPE = 2000;
/** Batch jobs that are queued or running at one time; more are held. */
const MAX_CONCURRENT = 5;
const MAX_HELD = 100;
/** JobScope of BatchApexErrorEvent is cut at this many characters. */
const MAX_JOB_SCOPE = 40000;

const REFUSING_KINDS = new Set(['FUTURE', 'BATCH_APEX', 'BATCH_START']);

interface BatchJob {
  id: string;
  /** State as enqueued; stateful jobs: state after the last chunk that succeeded. */
  job: object;
  origin: Origin;
  scopeSize: number;
  stateful: boolean;
}

type Phase = 'START' | 'EXECUTE' | 'FINISH';

export class Batches {
  constructor(
    private readonly host: AsyncHost,
    private readonly queue: JobQueue,
    private readonly events: Events
  ) {}

  /** Database.executeBatch. @throws ApexException AsyncException, TypeException, LimitException */
  execute(job: object, scopeSize: number | null, notBefore = this.host.clock.now()): string {
    if (!implementsInterface(job, 'Database.Batchable')) {
      return throwNew(
        'System.AsyncException',
        'Argument must be an object that implements one of the interfaces: Database.Batchable'
      );
    }
    if (REFUSING_KINDS.has(kernel.tx.kind)) {
      throwNew(
        'System.AsyncException',
        'Database.executeBatch cannot be called from a batch start, batch execute, or future method.'
      );
    }
    if (scopeSize !== null && scopeSize <= 0) {
      throwNew('System.TypeException', 'Invalid value for batch size parameter, must be greater than zero');
    }
    const copy = cloneState(job);
    const values = { ...newJobValues(this.host, typeNameOf(job), 'BatchApex'), Status: this.firstState() };
    const id = this.host.records.insert('AsyncApexJob', values);
    const batch: BatchJob = {
      id,
      job: copy,
      origin: currentOrigin(),
      scopeSize: scopeSize ?? DEFAULT_SCOPE,
      stateful: implementsInterface(job, 'Database.Stateful')
    };
    const steps = new BatchRun(this.host, this.events, batch).steps();
    this.queue.add({ id, origin: batch.origin, notBefore, run: () => this.advance(batch, steps) });
    return id;
  }

  /**
   * Runs the next transaction of a job: its start, one chunk, or its finish; then the job queues up again, so that other work
   * runs in between. In a test the whole job runs at once.
   */
  private advance(batch: BatchJob, steps: Iterator<void>): void {
    const { id, origin } = batch;
    let step = steps.next();
    while (origin.inTest && !step.done) step = steps.next();
    if (step.done) return;
    this.queue.add({ id, origin, notBefore: this.host.clock.now(), run: () => this.advance(batch, steps) });
  }

  private firstState(): string {
    const count = (state: string): number =>
      this.host.records.find('AsyncApexJob', { JobType: 'BatchApex', Status: state }).length;
    const active = count('Queued') + count('Preparing') + count('Processing');
    if (active < MAX_CONCURRENT) return 'Queued';
    if (kernel.tx.isTest) {
      return throwNew(
        'System.AsyncException',
        `Attempted to schedule too many concurrent batch jobs in this org (limit is ${MAX_CONCURRENT}).`
      );
    }
    if (count('Holding') >= MAX_HELD) {
      return throwNew(
        'System.AsyncException',
        `You've exceeded the limit of ${MAX_HELD} jobs in the flex queue for org. Wait for some of your batch jobs to finish before adding more.`
      );
    }
    return 'Holding';
  }
}

class BatchRun {
  private errors = 0;
  private processed = 0;
  private firstError: unknown = null;

  constructor(
    private readonly host: AsyncHost,
    private readonly events: Events,
    private readonly batch: BatchJob
  ) {}

  /** The job, one transaction after the other. An aborted job stops before the next. */
  *steps(): Generator<void, void> {
    this.update({ Status: 'Preparing' });
    const scopes = this.start();
    if (scopes === null) return;
    this.update({ Status: 'Processing', TotalJobItems: scopes.length });
    for (const scope of scopes) {
      yield;
      if (this.isAborted()) return;
      this.executeScope(scope);
    }
    yield;
    if (!this.isAborted()) this.finish();
  }

  private update(values: Record<string, unknown>): void {
    this.host.records.update('AsyncApexJob', this.batch.id, values);
  }

  private isAborted(): boolean {
    return this.host.records.read('AsyncApexJob', this.batch.id)?.['Status'] === 'Aborted';
  }

  /** A copy of the state for one call; stateful jobs keep what the call made of it. */
  private call<T>(kind: 'BATCH_START' | 'BATCH_APEX' | 'BATCH_FINISH', body: (job: object) => T): T {
    const job = cloneState(this.batch.job);
    const result = runWork(kind, this.batch.origin, this.batch.id, () => {
      if (!implementsInterface(job, 'Database.AllowsCallouts')) {
        refuseCallouts(
          'Callout not allowed from this batch job. Please make the class implement Database.AllowsCallouts'
        );
      }
      return body(job);
    });
    if (this.batch.stateful) this.batch.job = cloneState(job);
    return result;
  }

  /** Runs `start` and cuts what it answers into scopes; null when it failed. */
  private start(): ApexList[] | null {
    try {
      return this.call('BATCH_START', (job) => this.cut(callApex(job, ['start$1'], this.context())));
    } catch (error) {
      this.publishError(error, 'START', null);
      this.update({
        Status: 'Failed',
        CompletedDate: this.now(),
        NumberOfErrors: 1,
        ExtendedStatus: extendedStatus(error)
      });
      throw error;
    }
  }

  private cut(source: unknown): ApexList[] {
    if (source === null || source === undefined) {
      return throwNew('System.NullPointerException', 'Attempt to de-reference a null object');
    }
    const isLocator = !(source instanceof ApexList) && Symbol.iterator in (source as object);
    const items = isLocator ? [...(source as Iterable<unknown>)] : [...iterate(source)].map((item) => cloneState(item));
    const type = source instanceof ApexList ? source.rtType : listOf(elementType(items));
    const size = isLocator ? Math.min(this.batch.scopeSize, MAX_LOCATOR_SCOPE) : this.batch.scopeSize;
    const scopes: ApexList[] = [];
    for (let at = 0; at < items.length; at += size) scopes.push(new ApexList(type, items.slice(at, at + size)));
    if (this.batch.origin.inTest && scopes.length > 1) {
      throwNew(
        'System.UnexpectedException',
        'No more than one executeBatch can be called from within a test method. Please make sure the iterable returned from your start method matches the batch size, resulting in one executeBatch invocation.'
      );
    }
    return scopes;
  }

  private context(): BatchableContext {
    return new BatchableContext(this.batch.id);
  }

  private executeScope(scope: ApexList): void {
    try {
      this.call('BATCH_APEX', (job) => callApex(job, ['execute$2'], this.context(), scope));
    } catch (error) {
      this.errors++;
      this.firstError ??= error;
      this.publishError(error, 'EXECUTE', scope);
      this.update({ NumberOfErrors: this.errors, ExtendedStatus: extendedStatus(this.firstError) });
      if (this.batch.origin.inTest) this.end('Completed', error);
      else kernel.services.unhandled(error as Error);
    }
    this.processed++;
    this.update({ JobItemsProcessed: this.processed });
  }

  private finish(): void {
    try {
      this.call('BATCH_FINISH', (job) => callApex(job, ['finish$1'], this.context()));
    } catch (error) {
      this.publishError(error, 'FINISH', null);
      this.update({ NumberOfErrors: this.errors + 1, ExtendedStatus: extendedStatus(this.firstError ?? error) });
      this.end('Failed', error);
    }
    this.update({ Status: 'Completed', CompletedDate: this.now() });
  }

  private end(state: string, error: unknown): never {
    this.update({ Status: state, CompletedDate: this.now() });
    throw error;
  }

  private publishError(error: unknown, phase: Phase, scope: ApexList | null): void {
    if (!implementsInterface(this.batch.job, 'Database.RaisesPlatformEvents')) return;
    const ids = (scope?.items ?? []).map((item) => (item instanceof SObjectValue ? (item.id ?? '') : String(item)));
    const jobScope = ids.join(',');
    this.events.publishSystemEvent(
      'BatchApexErrorEvent',
      {
        AsyncApexJobId: this.batch.id,
        ExceptionType: exceptionType(error),
        JobScope: jobScope.slice(0, MAX_JOB_SCOPE),
        DoesExceedJobScopeMaxLength: jobScope.length > MAX_JOB_SCOPE,
        Message: messageOf(error),
        Phase: phase,
        RequestId: `local-${this.batch.id}`,
        StackTrace: stackOf(error)
      },
      this.batch.origin
    );
  }

  private now(): ApexDatetime {
    return new ApexDatetime(this.host.clock.now());
  }
}

function elementType(items: readonly unknown[]): RtType {
  const first = items[0];
  return first instanceof SObjectValue ? typeOf(first) : OBJECT;
}

function exceptionType(error: unknown): string {
  const name = (error as { typeName?: string }).typeName;
  return name ?? (error instanceof Error ? error.name : 'System.UnexpectedException');
}

function stackOf(error: unknown): string {
  const apex = error as { getStackTraceString?: () => string };
  return typeof apex.getStackTraceString === 'function' ? apex.getStackTraceString() : '';
}
