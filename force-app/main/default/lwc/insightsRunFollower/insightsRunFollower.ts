import loadProgress from '@salesforce/apex/InsightsRunsController.loadProgress';
import type { Stoppable } from 'c/insightsDelay';
import type { RunProgress } from 'c/insightsRunEvents';
import { goesOn, watchRuns } from 'c/insightsRunWatcher';

type Run = Apex.InsightsRunView;

/** A screen that shows the last run of integrations. */
export interface RunsOfIntegrations {
  /** Ids of the integrations that are shown. */
  integrationIds(): string[];
  /** The last run of each of them. */
  lastRuns(): Run[];
  /** Shows a run as the last one of its integration. */
  show(run: Run): void;
  /** Tells the user how a run ended that was started on this screen. */
  tellEnd(run: Run): void;
  /** Reads everything again. */
  reload(): Promise<void>;
}

/** Keeps the last runs of a screen up to date, whoever started them: this screen, somebody else or the schedule. */
export class RunFollower {
  private readonly screen: RunsOfIntegrations;
  /** Runs that were started here: only of these the end is told. */
  private readonly ownRuns = new Set<string>();
  /** Runs of others that have been asked for. */
  private readonly askedRuns = new Set<string>();
  private watching: Stoppable | null = null;

  /**
   * @param screen the screen
   */
  constructor(screen: RunsOfIntegrations) {
    this.screen = screen;
  }

  /** Begins to listen. */
  start(): void {
    this.watching = watchRuns({
      runs: () => this.screen.lastRuns(),
      onRun: (run) => this.take(run),
      onOther: (progress) => this.hearOfOther(progress)
    });
  }

  /** Ends listening. */
  stop(): void {
    this.watching?.stop();
  }

  /** Follows a run that the user of this screen has started or changed. */
  follow(run: Run): void {
    this.ownRuns.add(run.id ?? '');
    this.take(run);
  }

  /** Tells the end of runs that ended while the screen was read again. */
  settle(): void {
    this.screen.lastRuns().forEach((run) => this.tellEndOfOwn(run));
  }

  private take(run: Run): void {
    const before = this.screen.lastRuns().find(({ id }) => id === run.id);
    this.screen.show(run);
    const ended = before && goesOn(before) && !goesOn(run);
    if (!this.tellEndOfOwn(run) && ended) {
      // The schedule moves the next run, too.
      this.screen.reload();
    }
  }

  /** @returns whether the run was started here and has ended, which is told once */
  private tellEndOfOwn(run: Run): boolean {
    const told = !goesOn(run) && this.ownRuns.delete(run.id ?? '');
    if (told) {
      this.screen.tellEnd(run);
    }
    return told;
  }

  /** What the event lacks is asked for once. */
  private async hearOfOther({ runId, integrationId }: RunProgress): Promise<void> {
    if (this.askedRuns.has(runId)) {
      return;
    }
    this.askedRuns.add(runId);
    try {
      // An integration that is not known here was made meanwhile.
      await (this.screen.integrationIds().includes(integrationId) ? null : this.screen.reload());
      (await loadProgress({ runIds: [runId] })).forEach((run) => this.take(run));
    } catch {
      // Nobody here waits for this run: its next event tries again.
      this.askedRuns.delete(runId);
    }
  }
}
