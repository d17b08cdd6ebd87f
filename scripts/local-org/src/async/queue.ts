/**
 * Work that waits: run in order of the time from which it may run, then in order of arrival.
 */
import type { AsyncHost, Origin } from './host';
import { FINAL_STATES } from './host';

/** A piece of waiting work with its AsyncApexJob. */
export interface WaitingJob {
  id: string;
  origin: Origin;
  /** Milliseconds since the epoch. */
  notBefore: number;
  /** A finalizer enqueued it: in a test it runs along with the job before it. */
  fromFinalizer?: boolean;
  run(): void;
}

export class JobQueue {
  private jobs: WaitingJob[] = [];

  constructor(private readonly host: AsyncHost) {}

  add(job: WaitingJob): void {
    this.jobs.push(job);
  }

  /** Drops jobs that a test left. */
  forgetTests(): void {
    this.jobs = this.jobs.filter((job) => !job.origin.inTest);
  }

  /** Earliest time at which something waits to run; null when nothing does. */
  nextDue(inTest: boolean): number | null {
    const times = this.jobs.filter((job) => job.origin.inTest === inTest).map((job) => job.notBefore);
    return times.length === 0 ? null : Math.min(...times);
  }

  /** Takes the next job that may run at `now`. */
  take(now: number, inTest: boolean): WaitingJob | null {
    const due = this.jobs.filter((job) => job.origin.inTest === inTest && job.notBefore <= now);
    const next = due.reduce<WaitingJob | null>(
      (best, job) => (best && best.notBefore <= job.notBefore ? best : job),
      null
    );
    if (next) this.remove(next);
    return next;
  }

  /** Takes all jobs of a test, whatever their delay. */
  takeTestJobs(): WaitingJob[] {
    const taken = this.jobs.filter((job) => job.origin.inTest);
    this.forgetTests();
    return taken;
  }

  /** Takes the jobs of a test that finalizers enqueued. */
  takeFollowingTestJobs(): WaitingJob[] {
    const taken = this.jobs.filter((job) => job.origin.inTest && job.fromFinalizer === true);
    this.jobs = this.jobs.filter((job) => !taken.includes(job));
    return taken;
  }

  private remove(job: WaitingJob): void {
    this.jobs = this.jobs.filter((other) => other !== job);
  }

  /**
   * Runs a job, unless its record is gone (the transaction that enqueued it was rolled back) or says that it was aborted.
   */
  run(job: WaitingJob): void {
    const record = this.host.records.read('AsyncApexJob', job.id);
    if (record === null || FINAL_STATES.has(record['Status'])) return;
    job.run();
  }

  /** How many jobs still wait whose records are of that type and state. */
  get size(): number {
    return this.jobs.length;
  }
}
