import { LightningElement, api } from 'lwc';
import { DEFAULT_HOUR_UTC, type Draft, change, draftChange } from 'c/insightsDraft';
import { fill, formatDateTime, formatRelative, formatUtc } from 'c/insightsFormat';
import type { SummaryItem } from 'c/insightsWizardSummary';

import { hourOptions, nextTime } from './hours';
import * as labels from './labels';

type Choice = 'daily' | 'other' | 'paused';

/**
 * Last step: the name, when the integration runs, and what was chosen before.
 * @fires draftchange when the user changes something
 */
export default class InsightsWizardSchedule extends LightningElement {
  /** What the integration is called while the user has not named it. */
  @api proposedName = '';
  @api summary: readonly SummaryItem[] = [];
  /** The moment that the next run is counted from, ISO 8601. */
  @api now = new Date().toISOString();

  label = labels;
  private current!: Draft;
  /** Another hour is asked for, even while it still is 08:00. */
  private wantsOther = false;

  @api
  get draft(): Draft {
    return this.current;
  }

  set draft(draft: Draft) {
    this.current = draft;
    this.wantsOther ||= draft.runHourUtc !== DEFAULT_HOUR_UTC;
  }

  get name(): string {
    return this.current.name ?? this.proposedName;
  }

  get choice(): Choice {
    if (!this.current.active) {
      return 'paused';
    }
    return this.wantsOther ? 'other' : 'daily';
  }

  get choices(): { value: Choice; label: string; help: string; isChosen: boolean }[] {
    const all: [Choice, string, string][] = [
      ['daily', labels.daily, labels.dailyHelp],
      ['other', labels.other, labels.otherHelp],
      ['paused', labels.paused, labels.pausedHelp]
    ];
    return all.map(([value, label, help]) => ({ value, label, help, isChosen: value === this.choice }));
  }

  get isOther(): boolean {
    return this.choice === 'other';
  }

  get hours(): { value: number; label: string; isChosen: boolean }[] {
    return hourOptions(this.now).map((hour) => ({ ...hour, isChosen: hour.value === this.current.runHourUtc }));
  }

  get nextRunText(): string {
    if (!this.current.active) {
      return labels.nextRunNever;
    }
    const next = this.nextRun;
    return fill(labels.nextRun, formatDateTime(next), formatUtc(next), formatRelative(next, this.now));
  }

  /** What Salesforce has planned stays planned as long as the hour is the same: today's run may be over already. */
  private get nextRun(): string {
    const { planned, runHourUtc } = this.current;
    const isStillPlanned = planned?.hourUtc === runHourUtc && Date.parse(planned.at) > Date.parse(this.now);
    return isStillPlanned ? planned.at : nextTime(runHourUtc, this.now);
  }

  handleName(event: CustomEvent<{ value: string }>): void {
    const value = event.detail.value;
    const name = value.trim() === '' || value === this.proposedName ? null : value;
    this.dispatchEvent(draftChange((draft) => change(draft, { name })));
  }

  handleChoice(event: Event): void {
    const choice = (event.target as HTMLInputElement).value as Choice;
    if (choice === 'paused') {
      this.dispatchEvent(draftChange((draft) => change(draft, { active: false })));
      return;
    }
    this.wantsOther = choice === 'other';
    const hour = this.wantsOther ? {} : { runHourUtc: DEFAULT_HOUR_UTC };
    this.dispatchEvent(draftChange((draft) => change(draft, { active: true, ...hour })));
  }

  handleHour(event: Event): void {
    const runHourUtc = Number((event.target as HTMLSelectElement).value);
    this.dispatchEvent(draftChange((draft) => change(draft, { runHourUtc })));
  }
}
