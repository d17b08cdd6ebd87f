import { LightningElement, api } from 'lwc';
import abortRun from '@salesforce/apex/InsightsIntegrationsController.abortRun';
import loadRun from '@salesforce/apex/InsightsRunsController.loadRun';
import mayRun from '@salesforce/customPermission/RunInsightsIntegrations';
import type { Stoppable } from 'c/insightsDelay';
import { type Problem, type ProblemState, stateOf, toProblem } from 'c/insightsErrors';
import { FocusKeeper, focusFirst } from 'c/insightsFocus';
import { newerRun } from 'c/insightsNewerRun';
import { watchRuns } from 'c/insightsRunWatcher';

import headingLabel from '@salesforce/label/c.InsightsRunPageHeading';
import loadingLabel from '@salesforce/label/c.InsightsLogLoading';

/** The log of a run on its record page. It moves on by itself as long as the run does. */
export default class InsightsRunPage extends LightningElement {
  label = { headingLabel, loadingLabel };
  run: Apex.InsightsRunView | null = null;
  problem: Problem | null = null;
  /** Concerns a click; the log is shown all the same. */
  actionProblem: Problem | null = null;
  private readonly keeper = new FocusKeeper(this.template!, () => focusFirst(this.template!, 'heading'));
  private shownId: string | null = null;
  private watching: Stoppable | null = null;

  /** Id of the run, by the page. */
  @api
  get recordId(): string | null {
    return this.shownId;
  }
  set recordId(value: string | null) {
    this.shownId = value;
    this.run = null;
    this.actionProblem = null;
    if (value) {
      this.load();
    }
  }

  connectedCallback(): void {
    this.watching = watchRuns({
      runs: () => (this.run ? [this.run] : []),
      onRun: (run) => this.take(run)
    });
  }

  disconnectedCallback(): void {
    this.watching?.stop();
  }

  renderedCallback(): void {
    this.keeper.keep();
  }

  get canRun(): boolean {
    return mayRun === true;
  }

  get isLoading(): boolean {
    return !this.run && !this.problem;
  }

  get state(): ProblemState | null {
    return stateOf(this.problem);
  }

  async handleAbort({ detail }: CustomEvent<{ runId: string }>): Promise<void> {
    this.actionProblem = null;
    try {
      await abortRun(detail);
      this.take(await loadRun(detail));
    } catch (error) {
      this.actionProblem = toProblem(error);
    }
  }

  async load(): Promise<void> {
    const runId = this.shownId!;
    this.problem = null;
    try {
      this.take(await loadRun({ runId }));
    } catch (error) {
      this.problem = runId === this.shownId ? toProblem(error) : this.problem;
    }
  }

  /** Answers may come when the page shows another run already. */
  private take(run: Apex.InsightsRunView): void {
    this.run = run.id === this.shownId ? newerRun(this.run, run) : this.run;
  }
}
