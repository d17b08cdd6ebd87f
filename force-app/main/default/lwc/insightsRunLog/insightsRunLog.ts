import { api } from 'lwc';
import LightningModal from 'lightning/modal';
import abortRun from '@salesforce/apex/InsightsIntegrationsController.abortRun';
import loadRun from '@salesforce/apex/InsightsRunsController.loadRun';
import loadRuns from '@salesforce/apex/InsightsRunsController.loadRuns';
import type { Stoppable } from 'c/insightsDelay';
import { type Problem, toProblem } from 'c/insightsErrors';
import { FocusKeeper, focusFirst } from 'c/insightsFocus';
import { fill } from 'c/insightsFormat';
import { newerRun } from 'c/insightsNewerRun';
import type { RunProgress } from 'c/insightsRunEvents';
import type InsightsRunList from 'c/insightsRunList';
import { watchRuns } from 'c/insightsRunWatcher';

import backLabel from '@salesforce/label/c.InsightsLogBack';
import closeLabel from '@salesforce/label/c.InsightsLogClose';
import logLabel from '@salesforce/label/c.InsightsGridLog';
import headingLabel from '@salesforce/label/c.InsightsLogHeading';
import loadingLabel from '@salesforce/label/c.InsightsLogLoading';
import retryLabel from '@salesforce/label/c.InsightsStateRetry';

type Run = Apex.InsightsRunView;

const PAGE_SIZE = 20;

/** The log of an integration, over the page: its runs, and the log of each. Closed by X or Escape. */
export default class InsightsRunLog extends LightningModal {
  /** Id of the integration. */
  @api integrationId?: string | null;
  /** Name of the integration; empty when it is not known, such as after it was deleted: its runs have it, too. */
  @api integrationName = '';
  /** The run whose log is shown first; the list of runs when left out. */
  @api runId?: string | null;
  /** Whether the user may abort runs. */
  @api canRun = false;

  text = { backLabel, closeLabel, loadingLabel, retryLabel };
  runs: Run[] = [];
  openId: string | null = null;
  hasMore = false;
  /** How many of the newest runs have been loaded; a run that was opened by its id may be older than those. */
  listed = 0;
  isLoading = true;
  isLoadingMore = false;
  problem: Problem | null = null;
  /** Concerns a click; the runs are shown all the same. */
  actionProblem: Problem | null = null;
  watching: Stoppable | null = null;
  /** What gets the focus once it is there: the way back, or the button of a run. */
  focusOn: string | null = null;
  keeper = new FocusKeeper(this.template!, () => focusFirst(this.template!, 'content'));

  connectedCallback(): void {
    this.openId = this.runId ?? null;
    this.watching = watchRuns({
      runs: () => this.runs,
      onRun: (run) => this.take(run),
      onOther: (progress) => this.hearOfOther(progress)
    });
    this.load();
  }

  disconnectedCallback(): void {
    this.watching?.stop();
  }

  renderedCallback(): void {
    if (this.focusOn === 'back') {
      focusFirst(this.template!, 'back');
    } else if (this.focusOn) {
      (this.refs?.list as LwcElement<InsightsRunList> | undefined)?.focusRun(this.focusOn);
    }
    this.focusOn = null;
    this.keeper.keep();
  }

  get heading(): string {
    const name = this.integrationName || this.runs[0]?.integrationName;
    return name ? fill(headingLabel, name) : logLabel;
  }

  get openRun(): Run | undefined {
    return this.runs.find(({ id }) => id === this.openId);
  }

  handleOpen({ detail }: CustomEvent<{ runId: string }>): void {
    this.openId = detail.runId;
    this.actionProblem = null;
    this.focusOn = 'back';
  }

  handleBack(): void {
    this.focusOn = this.openId;
    this.openId = null;
    this.actionProblem = null;
  }

  handleClose(): void {
    this.close();
  }

  async handleAbort({ detail }: CustomEvent<{ runId: string }>): Promise<void> {
    this.actionProblem = null;
    try {
      await abortRun(detail);
      const run = await loadRun(detail);
      // The button that was clicked goes away.
      this.focusOn = this.openId ? 'back' : detail.runId;
      this.take(run);
    } catch (error) {
      this.actionProblem = toProblem(error);
    }
  }

  async handleMore(): Promise<void> {
    if (this.isLoadingMore) {
      return;
    }
    this.isLoadingMore = true;
    this.actionProblem = null;
    try {
      await this.loadPage(this.listed);
    } catch (error) {
      this.actionProblem = toProblem(error);
    }
    this.isLoadingMore = false;
  }

  async load(): Promise<void> {
    this.isLoading = true;
    this.problem = null;
    try {
      await this.loadPage(0);
      if (this.openId && !this.openRun) {
        // Older than the runs that are listed.
        this.runs = [...this.runs, await loadRun({ runId: this.openId })];
      }
    } catch (error) {
      this.problem = toProblem(error);
    }
    this.isLoading = false;
  }

  async loadPage(offset: number): Promise<void> {
    const page = await loadRuns({ integrationId: this.integrationId, limitTo: PAGE_SIZE, offset });
    this.hasMore = page.length === PAGE_SIZE;
    this.listed = offset + page.length;
    page.forEach((run) => this.take(run));
  }

  async hearOfOther({ integrationId, runId }: RunProgress): Promise<void> {
    if (integrationId !== this.integrationId || this.isLoading) {
      return;
    }
    try {
      this.take(await loadRun({ runId }));
    } catch {
      // A run that is not stored yet comes with its next event.
    }
  }

  /** Puts a run in its place, whether it is new or known: runs may start while older ones are loaded. */
  take(answer: Run): void {
    const others = this.runs.filter(({ id }) => id !== answer.id);
    const shown = this.runs.find(({ id }) => id === answer.id);
    this.runs = [...others, newerRun(shown, answer)].sort((left, right) => (orderOf(left) < orderOf(right) ? 1 : -1));
  }
}

/** The newest first, as Apex sorts. */
function orderOf({ createdAt, id }: Run): string {
  return `${createdAt ?? ''} ${id ?? ''}`;
}
