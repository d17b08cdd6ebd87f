import { LightningElement, api } from 'lwc';
import { FocusKeeper, focusFirst } from 'c/insightsFocus';
import { countRows } from 'c/insightsOutcomes';
import { fill, formatDateTime, formatDuration, formatNumber, formatRelative, formatUtc } from 'c/insightsFormat';

import durationLabel from '@salesforce/label/c.InsightsLogDuration';
import manualLabel from '@salesforce/label/c.InsightsLogTriggerManual';
import queuedLabel from '@salesforce/label/c.InsightsLogQueued';
import reportToObject from '@salesforce/label/c.InsightsLogReportToObject';
import rowsLabel from '@salesforce/label/c.InsightsLogRowsRead';
import scheduleLabel from '@salesforce/label/c.InsightsLogTriggerSchedule';
import startedLabel from '@salesforce/label/c.InsightsLogStarted';
import triggerLabel from '@salesforce/label/c.InsightsLogTrigger';

/**
 * One run: when, how long, who started it, what became of its rows, and what went wrong.
 * @fires abort when the user has confirmed that the run shall stop; detail: { runId }
 */
export default class InsightsRunItem extends LightningElement {
  /** The run. */
  @api run?: Apex.InsightsRunView | null;
  /** Whether the user may abort runs. */
  @api canRun = false;

  label = { durationLabel, rowsLabel, triggerLabel };
  keeper = new FocusKeeper(this.template!, () => focusFirst(this.template!, 'item'));

  renderedCallback(): void {
    this.keeper.keep();
  }

  get isActive(): boolean {
    return !this.run?.endedAt;
  }

  get reportToObject(): string {
    return fill(reportToObject, this.run?.reportName ?? '', this.run?.targetLabel ?? this.run?.targetObject);
  }

  get startLabel(): string {
    return this.run?.startedAt ? startedLabel : queuedLabel;
  }

  get start(): string | null | undefined {
    return this.run?.startedAt ?? this.run?.createdAt;
  }

  get startUtc(): string {
    return formatUtc(this.start);
  }

  get startRelative(): string {
    return formatRelative(this.start, this.run?.readAt);
  }

  get startLocal(): string {
    return formatDateTime(this.start);
  }

  get duration(): string {
    return formatDuration(this.run?.startedAt, this.run?.endedAt);
  }

  get trigger(): string {
    const { triggeredBy, startedByName } = this.run ?? {};
    const words: Record<string, string> = { Schedule: scheduleLabel, Manual: fill(manualLabel, startedByName) };
    return words[triggeredBy ?? ''] ?? triggeredBy ?? '';
  }

  get rows(): string {
    return formatNumber(this.run?.rowsRead ?? 0);
  }

  /** A run that has ended without a row has nothing to show. */
  get hasRows(): boolean {
    return countRows(this.run) > 0;
  }

  get problemClass(): string {
    const kind = this.run?.status === 'Failed' ? 'problem problem_failed' : 'problem';
    return `${kind} slds-m-top_x-small slds-p-around_x-small`;
  }

  handleAbort({ detail }: CustomEvent<{ runId: string }>): void {
    this.dispatchEvent(new CustomEvent('abort', { detail }));
  }
}
