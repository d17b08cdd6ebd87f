/**
 * Queueable jobs and their finalizers.
 * Source: Apex Developer Guide, "Queueable Apex" and "Transaction Finalizers".
 */
import { kernel } from '../runtime/kernel';
import type { EnqueueOptions } from '../runtime/services';
import { ApexDatetime, ApexException, throwNew } from '../runtime/values';
import { cloneState } from './cloneState';
import { FinalizerContext, QueueableContext, queueableInfo, setQueueableInfo } from './contexts';
import {
  callApex,
  currentOrigin,
  extendedStatus,
  implementsInterface,
  newJobValues,
  refuseCallouts,
  runWork,
  typeNameOf,
  type AsyncHost,
  type Origin
} from './host';
import type { JobQueue } from './queue';

/** Longest delay of a queueable. Source: Reference, System.enqueueJob(queueable, delay). */
const MAX_DELAY_MINUTES = 10;
/** Future calls that a queueable may make. */
const FUTURE_CALLS = 50;
const MINUTE_MS = 60_000;

const FINALIZER = 'async.finalizer';

interface QueueableJob {
  id: string;
  job: object;
  origin: Origin;
  depth: number;
  options: EnqueueOptions;
}

function isTestOfJob(): boolean {
  return kernel.tx.isTest && kernel.tx.kind === 'QUEUEABLE';
}

export class Queueables {
  /** Signatures of jobs that have not ended, by job id. */
  private readonly signatures = new Map<string, string>();

  constructor(
    private readonly host: AsyncHost,
    private readonly queue: JobQueue
  ) {}

  /** System.enqueueJob. @throws ApexException AsyncException, DuplicateMessageException, LimitException */
  enqueue(job: object, options: EnqueueOptions): string {
    if (!implementsInterface(job, 'System.Queueable')) {
      return throwNew(
        'System.AsyncException',
        `Argument must be an object that implements Queueable: ${typeNameOf(job)}`
      );
    }
    kernel.tx.limits.count('queueableJobs', 1);
    const depth = this.nextDepth(options);
    const delay = this.delay(options);
    this.checkSignature(options.duplicateSignature);
    const copy = cloneState(job);
    const id = this.host.records.insert('AsyncApexJob', newJobValues(this.host, typeNameOf(job), 'Queueable'));
    if (options.duplicateSignature !== null) this.signatures.set(id, options.duplicateSignature);
    const waiting: QueueableJob = { id, job: copy, origin: currentOrigin(), depth, options };
    const notBefore = this.host.clock.now() + delay * MINUTE_MS;
    this.queue.add({
      id,
      origin: waiting.origin,
      notBefore,
      fromFinalizer: kernel.tx.kind === 'TRANSACTION_FINALIZER_QUEUEABLE',
      run: () => this.run(waiting)
    });
    return id;
  }

  /**
   * Depth in the chain. In tests a job may enqueue another only with a maximum depth of its own; a finalizer may without
   * (beyond-the-cloud-dev/async-lib chains its jobs by finalizers in tests).
   */
  private nextDepth(options: EnqueueOptions): number {
    const parent = queueableInfo();
    const depth = (parent?.depth ?? 0) + 1;
    const maximum = options.maximumQueueableStackDepth ?? parent?.maximumDepth ?? null;
    const isTooDeep = maximum === null ? parent !== null && isTestOfJob() : depth > maximum;
    return isTooDeep ? throwNew('System.AsyncException', 'Maximum stack depth has been reached.') : depth;
  }

  private delay(options: EnqueueOptions): number {
    const delay = options.delayMinutes ?? 0;
    if (delay >= 0 && delay <= MAX_DELAY_MINUTES) return delay;
    return throwNew('System.AsyncException', `Delay must be between 0 and ${MAX_DELAY_MINUTES} minutes.`);
  }

  private checkSignature(signature: string | null): void {
    for (const [id, other] of this.signatures) {
      const state = this.host.records.read('AsyncApexJob', id)?.['Status'];
      if (state !== 'Queued' && state !== 'Processing') this.signatures.delete(id);
      else if (other === signature) {
        throwNew('System.DuplicateMessageException', 'Attempt to enqueue job with duplicate queueable signature');
      }
    }
  }

  private run(waiting: QueueableJob): void {
    const { id, origin } = waiting;
    const update = (values: Record<string, unknown>): void => this.host.records.update('AsyncApexJob', id, values);
    update({ Status: 'Processing' });
    let finalizer: object | null = null;
    let failure: unknown = null;
    try {
      runWork('QUEUEABLE', origin, id, (tx) => {
        try {
          this.execute(waiting);
        } finally {
          finalizer = (tx.extra.get(FINALIZER) as object | undefined) ?? null;
        }
      });
      update({ Status: 'Completed', CompletedDate: this.now() });
    } catch (error) {
      failure = error;
      update({ Status: 'Failed', CompletedDate: this.now(), NumberOfErrors: 1, ExtendedStatus: extendedStatus(error) });
    }
    this.signatures.delete(id);
    if (finalizer !== null) this.runFinalizer(finalizer, waiting, failure);
    if (failure !== null) throw failure;
  }

  private execute({ id, job, depth, options }: QueueableJob): void {
    kernel.tx.limits.setCeiling('futureCalls', FUTURE_CALLS);
    setQueueableInfo({ depth, maximumDepth: options.maximumQueueableStackDepth, delayMinutes: options.delayMinutes });
    if (!implementsInterface(job, 'Database.AllowsCallouts')) {
      refuseCallouts(
        'Callout not allowed from this queueable job. Please make the class implement Database.AllowsCallouts'
      );
    }
    callApex(job, ['execute$queueable', 'execute$1'], new QueueableContext(id));
  }

  private runFinalizer(finalizer: object, { id, origin, depth, options }: QueueableJob, failure: unknown): void {
    const exception =
      failure === null ? null : failure instanceof ApexException ? failure : new ApexException(String(failure));
    runWork('TRANSACTION_FINALIZER_QUEUEABLE', origin, id, () => {
      setQueueableInfo({ depth, maximumDepth: options.maximumQueueableStackDepth, delayMinutes: options.delayMinutes });
      callApex(finalizer, ['execute$finalizer', 'execute$1'], new FinalizerContext(id, exception));
    });
  }

  /** System.attachFinalizer. @throws ApexException HandledException outside of a queueable, or for a second one */
  attachFinalizer(finalizer: object): void {
    if (kernel.tx.kind !== 'QUEUEABLE') {
      throwNew('System.HandledException', 'System.attachFinalizer(Finalizer) is not allowed in this context');
    }
    if (kernel.tx.extra.has(FINALIZER)) {
      throwNew('System.HandledException', 'More than one Finalizer cannot be attached to same Async Apex Job');
    }
    kernel.tx.extra.set(FINALIZER, finalizer);
  }

  private now(): ApexDatetime {
    return new ApexDatetime(this.host.clock.now());
  }
}
