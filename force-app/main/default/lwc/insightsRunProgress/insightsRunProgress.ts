import { LightningElement, api } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import { FocusKeeper, focusFirst } from 'c/insightsFocus';
import { countRows } from 'c/insightsOutcomes';
import { fill, formatNumber, formatTime } from 'c/insightsFormat';

import abortHeading from '@salesforce/label/c.InsightsProgressAbortHeading';
import abortLabel from '@salesforce/label/c.InsightsProgressAbort';
import abortMessage from '@salesforce/label/c.InsightsProgressAbortMessage';
import abortingLabel from '@salesforce/label/c.InsightsProgressAborting';
import openingLabel from '@salesforce/label/c.InsightsProgressOpening';
import pagesLabel from '@salesforce/label/c.InsightsProgressPages';
import progressLabel from '@salesforce/label/c.InsightsProgressOf';
import rowsLabel from '@salesforce/label/c.InsightsProgressRows';
import waitsSourceLabel from '@salesforce/label/c.InsightsProgressWaitsSource';
import waitsTurnLabel from '@salesforce/label/c.InsightsProgressWaitsTurn';

/**
 * How far a run is that has not ended: pages, rows by outcome, what it waits for.
 * @fires abort when the user has confirmed that the run shall stop; detail: { runId }
 */
export default class InsightsRunProgress extends LightningElement {
  /** A run that has not ended. */
  @api run?: Apex.InsightsRunView | null;
  /** Whether the user may abort it. */
  @api canAbort = false;

  label = { abortLabel };
  private isAsking = false;
  private readonly keeper = new FocusKeeper(this.template!, () => this.focus());

  renderedCallback(): void {
    this.keeper.keep();
  }

  /** Puts the focus on the button, else on what the run does now. */
  @api
  focus(): void {
    focusFirst(this.template!, 'abort', 'text');
  }

  get name(): string {
    return fill(progressLabel, this.run?.name);
  }

  /** Percent of the pages that are done. */
  get percent(): number {
    const total = this.run?.pagesTotal ?? 0;
    return total > 0 ? Math.min(100, Math.floor((100 * (this.run?.pagesDone ?? 0)) / total)) : 0;
  }

  get barStyle(): string {
    return `width: ${this.percent}%`;
  }

  /** What the run does now, for the eye and for those who listen. */
  get text(): string {
    if (this.run?.abortRequested) {
      return abortingLabel;
    }
    if (this.run?.status === 'Queued') {
      const until = this.run.waitsUntil;
      return until ? fill(waitsSourceLabel, formatTime(until)) : waitsTurnLabel;
    }
    return this.run?.pagesTotal ? this.pages : openingLabel;
  }

  get rows(): string {
    const { rowsRead, rowsAnnounced } = this.run ?? {};
    return rowsAnnounced ? fill(rowsLabel, formatNumber(rowsRead ?? 0), formatNumber(rowsAnnounced)) : '';
  }

  get hasRows(): boolean {
    return countRows(this.run) > 0;
  }

  get isAbortable(): boolean {
    return this.canAbort && !this.run?.abortRequested;
  }

  get abortName(): string {
    return `${abortLabel} ${this.run?.name ?? ''}`;
  }

  get pages(): string {
    return fill(pagesLabel, formatNumber(this.run?.pagesDone ?? 0), formatNumber(this.run?.pagesTotal));
  }

  /** The button is not disabled meanwhile, because it would lose the focus. */
  async handleAbort(): Promise<void> {
    if (this.isAsking) {
      return;
    }
    const runId = this.run?.id;
    this.isAsking = true;
    const confirmed = await LightningConfirm.open({ label: abortHeading, message: abortMessage, theme: 'warning' });
    this.isAsking = false;
    if (confirmed) {
      this.dispatchEvent(new CustomEvent('abort', { detail: { runId } }));
    }
  }
}
