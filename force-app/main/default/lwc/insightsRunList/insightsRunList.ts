import { LightningElement, api } from 'lwc';
import { FocusKeeper } from 'c/insightsFocus';

import emptyLabel from '@salesforce/label/c.InsightsLogEmpty';
import emptyMessage from '@salesforce/label/c.InsightsLogEmptyMessage';
import loadingLabel from '@salesforce/label/c.InsightsStateLoading';
import moreLabel from '@salesforce/label/c.InsightsLogMore';
import showLabel from '@salesforce/label/c.InsightsLogShow';

/**
 * The runs of an integration, the newest first.
 * @fires open when the user wants to see the log of a run; detail: { runId }
 * @fires more when the user wants to see older runs
 * @fires abort when the user has confirmed that a run shall stop; detail: { runId }
 */
export default class InsightsRunList extends LightningElement {
  /** The runs. */
  @api runs: Apex.InsightsRunView[] = [];
  /** Whether the user may abort runs. */
  @api canRun = false;
  /** Whether there are older runs. */
  @api hasMore = false;
  /** Whether older runs are being loaded. */
  @api isLoadingMore = false;

  label = { emptyLabel, emptyMessage, showLabel };
  /** How many runs were there when older ones were asked for. */
  known = 0;
  keeper = new FocusKeeper(this.template!, () => this.focusOlder());

  renderedCallback(): void {
    this.keeper.keep();
  }

  /**
   * Puts the focus on the button of a run, such as after its log was closed.
   * @param runId id of the run
   */
  @api focusRun(runId: string): void {
    this.template?.querySelector<HTMLButtonElement>(`button[data-id="${runId}"]`)?.focus();
  }

  get hasRuns(): boolean {
    return this.runs.length > 0;
  }

  get moreText(): string {
    return this.isLoadingMore ? loadingLabel : moreLabel;
  }

  handleOpen(event: Event): void {
    const runId = (event.currentTarget as HTMLElement).dataset.id;
    this.dispatchEvent(new CustomEvent('open', { detail: { runId } }));
  }

  handleMore(): void {
    this.known = this.runs.length;
    this.dispatchEvent(new CustomEvent('more'));
  }

  /** The button that asked is gone when there are none, or no more. */
  focusOlder(): void {
    const run = this.runs[this.known] ?? this.runs.at(-1);
    this.focusRun(run?.id ?? '');
  }

  handleAbort({ detail }: CustomEvent<{ runId: string }>): void {
    this.dispatchEvent(new CustomEvent('abort', { detail }));
  }
}
