/**
 * Runs asynchronous Apex between requests: one step, then back to the event loop, so that pages are answered and events are
 * sent while a job runs.
 */
import type { LocalOrg } from '../org';

/** Longest sleep: timers hold 2^31 milliseconds, and the clock may be moved while the pump sleeps. */
const LONGEST_SLEEP_MS = 1_000;

/** After a step that failed or had nothing to do although something seemed due. */
const SHORTEST_SLEEP_MS = 20;

export class Pump {
  private immediate: NodeJS.Immediate | null = null;
  private timer: NodeJS.Timeout | null = null;
  private stopped = false;

  /** `onError` is told of errors that a step lets out: those of Apex jobs are reported elsewhere. */
  constructor(
    private readonly org: Pick<LocalOrg, 'async' | 'clock'>,
    private readonly onError: (error: Error) => void
  ) {}

  /** Looks for work soon; to be called whenever there may be some. */
  wake(): void {
    if (this.stopped || this.immediate) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.immediate = setImmediate(() => this.step());
  }

  /** Runs nothing more. */
  stop(): void {
    this.stopped = true;
    if (this.immediate) clearImmediate(this.immediate);
    if (this.timer) clearTimeout(this.timer);
  }

  private step(): void {
    this.immediate = null;
    if (this.ran()) this.wake();
    else this.sleep();
  }

  private ran(): boolean {
    try {
      return this.org.async.runNext();
    } catch (error) {
      this.onError(error instanceof Error ? error : new Error(String(error)));
      return false;
    }
  }

  private sleep(): void {
    const due = this.org.async.nextDue();
    const wait = due === null ? LONGEST_SLEEP_MS : due - this.org.clock.now();
    this.timer = setTimeout(() => this.wake(), Math.min(Math.max(wait, SHORTEST_SLEEP_MS), LONGEST_SLEEP_MS));
  }
}
