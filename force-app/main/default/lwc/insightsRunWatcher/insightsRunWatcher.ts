import loadProgress from '@salesforce/apex/InsightsRunsController.loadProgress';
import { type Stoppable, every } from 'c/insightsDelay';
import { type RunProgress, subscribeToRuns } from 'c/insightsRunEvents';

/** What the watcher asks and tells. */
export interface RunScreen {
  /** The runs on the screen, as they are shown now. */
  runs(): Apex.InsightsRunView[];
  /** A run of the screen has moved on. */
  onRun(run: Apex.InsightsRunView): void;
  /** A run that is not on the screen has moved on. */
  onOther?(progress: RunProgress): void;
}

const POLL_MILLISECONDS = 5000;

/** @returns whether more is to come of a run: its status may have been told before its end is stored */
export function goesOn(run: Apex.InsightsRunView): boolean {
  return !run.endedAt;
}

/**
 * Keeps the runs of a screen up to date: by events where streaming is on, else by asking every five seconds as long as
 * a run goes on.
 * @param screen the screen
 * @returns stops watching
 */
export function watchRuns(screen: RunScreen): Stoppable {
  const watcher = new RunWatcher(screen);
  const timer = every(POLL_MILLISECONDS, () => watcher.poll());
  const unsubscribe = subscribeToRuns((progress) => watcher.hear(progress));
  return {
    stop: () => {
      watcher.isStopped = true;
      timer.stop();
      unsubscribe();
    }
  };
}

/** Whether events come is seen by whether any has come since the last poll. */
class RunWatcher {
  isStopped = false;
  heard = new Set<string>();
  screen: RunScreen;

  constructor(screen: RunScreen) {
    this.screen = screen;
  }

  hear(progress: RunProgress): void {
    const run = this.screen.runs().find(({ id }) => id === progress.runId);
    if (!run) {
      this.screen.onOther?.(progress);
      return;
    }
    if (!goesOn(run)) {
      return;
    }
    this.heard.add(progress.runId);
    const statusChanged = run.status !== progress.status;
    this.screen.onRun(merge(run, progress));
    if (statusChanged) {
      // The event does not tell times, error and remedy.
      this.load([progress.runId]);
    }
  }

  poll(): void {
    const silent = this.screen
      .runs()
      .filter((run) => goesOn(run) && !this.heard.has(run.id ?? ''))
      .map(({ id }) => id ?? '');
    this.heard.clear();
    if (silent.length > 0) {
      this.load(silent);
    }
  }

  async load(runIds: string[]): Promise<void> {
    try {
      const runs = await loadProgress({ runIds });
      if (!this.isStopped) {
        runs.forEach((run) => this.screen.onRun(run));
      }
    } catch {
      // The screen shows what it knew; the next poll tries again.
    }
  }
}

/** Events may arrive late: what is done is never taken back. */
function merge(run: Apex.InsightsRunView, progress: RunProgress): Apex.InsightsRunView {
  const isOlder = (progress.rowsRead ?? 0) < (run.rowsRead ?? 0);
  if (isOlder) {
    return run;
  }
  const told = Object.entries(progress).filter(
    ([name, value]) => value !== null && name !== 'runId' && name !== 'integrationId'
  );
  return { ...run, ...Object.fromEntries(told) };
}
