/**
 * Asynchronous Apex of one org: everything that runs later, and the clock that tells when.
 */
import { kernel } from '../runtime/kernel';
import type { AsyncServices, Services } from '../runtime/services';
import { ApexDatetime, throwNew } from '../runtime/values';
import { Batches } from './batch';
import { Events, type EventListener } from './events';
import { Futures } from './futures';
import { FINAL_STATES, type AsyncHost } from './host';
import { JobQueue, type WaitingJob } from './queue';
import { Queueables } from './queueables';
import { Schedules } from './schedules';

const MINUTE_MS = 60_000;
/** Key prefix of CronTrigger. */
const CRON_TRIGGER = '08e';
/** States of AsyncApexJob before its end. */
const UNFINISHED_STATES = ['Holding', 'Queued', 'Preparing', 'Processing'];

export class AsyncEngine {
  private readonly queue: JobQueue;
  private readonly events: Events;
  private readonly queueables: Queueables;
  private readonly futures: Futures;
  private readonly batches: Batches;
  private readonly schedules: Schedules;

  constructor(private readonly host: AsyncHost) {
    this.queue = new JobQueue(host);
    this.events = new Events(host);
    this.queueables = new Queueables(host, this.queue);
    this.futures = new Futures(host, this.queue);
    this.batches = new Batches(host, this.queue, this.events);
    this.schedules = new Schedules(host);
  }

  /** The slots of the kernel that this engine fills. */
  services(): AsyncServices {
    return {
      enqueueQueueable: (job, options) => this.queueables.enqueue(job, options),
      executeBatch: (job, scopeSize) => this.batches.execute(job, scopeSize),
      scheduleBatch: (job, name, minutes, scopeSize) => this.scheduleBatch(job, name, minutes, scopeSize),
      schedule: (name, cron, job) => this.schedules.add(name, cron, job),
      abortJob: (id) => this.abortJob(id),
      purgeOldAsyncJobs: (beforeMs) => this.purge(beforeMs),
      future: (methodName, hasCallout, run) => this.futures.call(methodName, hasCallout, run),
      attachFinalizer: (finalizer) => this.queueables.attachFinalizer(finalizer),
      publishEvents: (events) => this.events.publish(events),
      runEnqueued: () => this.runTestWork(),
      deliverEvents: () => this.events.deliver(true),
      failEvents: () => this.events.fail(),
      now: () => this.host.clock.now(),
      eventTriggerContext: () => this.events.triggerContext()
    };
  }

  /**
   * Makes events that are published after the commit follow the storage's transactions: answers the services with their
   * transaction slots wrapped. Call it once, with the data folder's services.
   */
  following(
    services: Services
  ): Pick<Services, 'beginTransaction' | 'commitTransaction' | 'rollbackTransaction' | 'savepoint' | 'rollback'> {
    const { beginTransaction, commitTransaction, rollbackTransaction, savepoint, rollback } = services;
    return {
      beginTransaction: () => {
        const token = beginTransaction.call(services);
        this.events.began(token);
        return token;
      },
      commitTransaction: (token) => {
        commitTransaction.call(services, token);
        this.events.committed(token);
      },
      rollbackTransaction: (token) => {
        rollbackTransaction.call(services, token);
        this.events.rolledBack(token);
      },
      savepoint: () => {
        const token = savepoint.call(services);
        this.events.savepointSet(token);
        return token;
      },
      rollback: (token) => {
        rollback.call(services, token);
        this.events.rolledBackTo(token);
      }
    };
  }

  // ------------------------------------------------------------------------------------------------------- the clock

  /** When the next work is due; null when nothing waits. */
  nextDue(): number | null {
    if (this.events.hasWaiting(false)) return this.host.clock.now();
    const times = [this.queue.nextDue(false), this.schedules.nextDue()].filter((time): time is number => time !== null);
    return times.length === 0 ? null : Math.min(...times);
  }

  /** When the next scheduled job fires; null when none is scheduled. */
  nextScheduled(): number | null {
    return this.schedules.nextDue();
  }

  /**
   * Runs one piece of what may run now: the delivery of events, the start, a chunk or the finish of a batch, a queueable, a
   * future call, a scheduled job. False when nothing may. Errors of jobs are reported, not thrown.
   */
  runNext(): boolean {
    return this.step(this.host.clock.now());
  }

  /** Told of each platform event that has left its transaction. Answers a function that ends the subscription. */
  onEvent(listener: EventListener): () => void {
    return this.events.listen(listener);
  }

  /** Runs what may run now, and what that enqueues without delay, until nothing is left. Errors of jobs are reported, not thrown. */
  drain(): void {
    while (this.step(this.host.clock.now())) continue;
  }

  /** Moves the clock to `instant`, running on the way everything that becomes due, in its order. */
  runUntil(instant: number): void {
    for (;;) {
      const due = this.nextDue();
      if (due === null || due > instant) break;
      this.host.clock.advanceTo(due);
      if (!this.step(Math.max(due, this.host.clock.now()))) break;
    }
    this.host.clock.advanceTo(instant);
    this.drain();
  }

  private step(now: number): boolean {
    if (this.events.hasWaiting(false)) {
      this.events.deliver(false);
      return true;
    }
    const job = this.queue.take(now, false);
    if (job) {
      this.guarded(() => this.queue.run(job));
      return true;
    }
    return this.schedules.fireNext(now);
  }

  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      kernel.services.unhandled(error as Error);
    }
  }

  // ----------------------------------------------------------------------------------------------------------- tests

  /**
   * Test.stopTest: events are delivered, then everything that was enqueued runs, and what its finalizers enqueue
   * (beyond-the-cloud-dev/async-lib). What other work enqueues stays for the end of the test. @throws what the work let out
   */
  private runTestWork(): void {
    this.events.deliver(true);
    const jobs = this.queue.takeTestJobs();
    this.schedules.fireTests();
    this.runTestJobs(jobs);
  }

  private runTestJobs(first: WaitingJob[]): void {
    for (let jobs = first; jobs.length > 0; jobs = this.queue.takeFollowingTestJobs()) {
      for (const job of jobs) this.queue.run(job);
    }
  }

  /**
   * The end of a test method: what still waits runs once more, as on an org, and the rest is forgotten. Call it inside the
   * test's transaction. @throws what the work let out
   */
  finishTest(): void {
    try {
      this.runTestWork();
    } finally {
      this.forgetTests();
    }
  }

  /** Drops all work that tests left, for instance after a failed one. */
  forgetTests(): void {
    this.queue.forgetTests();
    this.schedules.forgetTests();
    this.events.forgetTests();
  }

  // ----------------------------------------------------------------------------------------------------- other calls

  /** See `Schedules.restore`. */
  restoreSchedules(makeJob: (apexClassId: string) => object | null): string[] {
    return this.schedules.restore(makeJob);
  }

  /**
   * Ends the jobs that an earlier process left waiting or running: their state was in its memory. An org would go on with them.
   */
  endLostJobs(): void {
    const lost = UNFINISHED_STATES.flatMap((Status) => this.host.records.find('AsyncApexJob', { Status }));
    for (const job of lost) {
      if (job['CronTriggerId']) continue;
      this.host.records.update('AsyncApexJob', String(job['Id']), {
        Status: 'Failed',
        CompletedDate: new ApexDatetime(this.host.clock.now()),
        ExtendedStatus: 'The local org was stopped before the job had ended'
      });
    }
  }

  /** System.scheduleBatch: a CronTrigger that fires once. */
  private scheduleBatch(job: object, name: string, minutes: number, scopeSize: number | null): string {
    if (minutes <= 0) throwNew('System.AsyncException', 'Minutes from now must be greater than zero.');
    return this.schedules.addOnce(name, this.host.clock.now() + minutes * MINUTE_MS, () =>
      this.batches.execute(job, scopeSize)
    );
  }

  private abortJob(id: string): void {
    if (id.startsWith(CRON_TRIGGER)) {
      if (!this.schedules.abort(id)) this.unknownJob();
      return;
    }
    const job = this.host.records.read('AsyncApexJob', id);
    if (job === null) return this.unknownJob();
    if (job['CronTriggerId']) this.schedules.abort(String(job['CronTriggerId']));
    if (FINAL_STATES.has(job['Status'])) return;
    this.host.records.update('AsyncApexJob', id, {
      Status: 'Aborted',
      CompletedDate: new ApexDatetime(this.host.clock.now())
    });
  }

  private unknownJob(): never {
    return throwNew('System.AsyncException', 'Job does not exist or is already aborted.');
  }

  private purge(beforeMs: number): number {
    const old = this.host.records
      .find('AsyncApexJob', {})
      .filter((job) => FINAL_STATES.has(job['Status']) && (job['CompletedDate'] as ApexDatetime).ms < beforeMs);
    for (const job of old) this.host.records.delete('AsyncApexJob', String(job['Id']));
    return old.length;
  }
}
