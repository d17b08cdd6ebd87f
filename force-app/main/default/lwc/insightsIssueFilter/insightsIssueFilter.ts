import { LightningElement, api } from 'lwc';
import { afterPause } from 'c/insightsDelay';
import { fill, formatNumber } from 'c/insightsFormat';
import { OUTCOMES } from 'c/insightsOutcomes';

import allOutcomes from '@salesforce/label/c.InsightsIssuesAllOutcomes';
import allReasons from '@salesforce/label/c.InsightsIssuesAllReasons';
import optionLabel from '@salesforce/label/c.InsightsIssuesOption';
import outcomeLabel from '@salesforce/label/c.InsightsIssuesOutcome';
import reasonLabel from '@salesforce/label/c.InsightsIssuesFilterReason';
import searchHint from '@salesforce/label/c.InsightsIssuesSearchHint';
import searchLabel from '@salesforce/label/c.InsightsIssuesSearch';

/** Which issues to show; empty texts for all. */
export interface IssueFilter {
  outcome: string;
  reasonCode: string;
  searchText: string;
}

/** The filter that leaves nothing out. */
export const ALL_ISSUES: Readonly<IssueFilter> = { outcome: '', reasonCode: '', searchText: '' };

interface Option {
  label: string;
  value: string;
}

const TYPING_MILLISECONDS = 300;

/**
 * Chooses issues by outcome, reason and text.
 * @fires filter when the choice has changed; detail: {@link IssueFilter}
 */
export default class InsightsIssueFilter extends LightningElement {
  /** How often each reason occurs in the run. */
  @api reasons: Apex.InsightsReasonCount[] = [];
  /** The present choice. */
  @api filter: IssueFilter = ALL_ISSUES;

  label = { outcomeLabel, reasonLabel, searchHint, searchLabel };
  typed = '';
  typing = afterPause(() => this.tell({ searchText: this.typed }), TYPING_MILLISECONDS);

  disconnectedCallback(): void {
    this.typing.stop();
  }

  get outcomeOptions(): Option[] {
    const present = OUTCOMES.filter(({ value }) => this.count({ outcome: value }) > 0).map(({ label, value }) =>
      option(label, this.count({ outcome: value }), value)
    );
    return [{ label: allOutcomes, value: '' }, ...present];
  }

  get reasonOptions(): Option[] {
    const { outcome } = this.filter;
    const codes = new Map<string, Apex.InsightsReasonCount>();
    this.reasons
      .filter((reason) => !outcome || reason.outcome === outcome)
      .forEach((reason) => codes.set(reason.code ?? '', codes.get(reason.code ?? '') ?? reason));
    const present = [...codes].map(([code, { name, message }]) =>
      option(name || message || code, this.count({ outcome, code }), code)
    );
    return [{ label: allReasons, value: '' }, ...present];
  }

  handleOutcome({ detail }: CustomEvent<{ value: string }>): void {
    const outcome = detail.value;
    const { reasonCode } = this.filter;
    const isStillThere = this.count({ outcome, code: reasonCode }) > 0;
    this.tell({ outcome, reasonCode: isStillThere ? reasonCode : '' });
  }

  handleReason({ detail }: CustomEvent<{ value: string }>): void {
    this.tell({ reasonCode: detail.value });
  }

  handleSearch({ detail }: CustomEvent<{ value: string }>): void {
    this.typed = detail.value;
    this.typing.start();
  }

  count({ outcome, code }: { outcome?: string; code?: string }): number {
    return this.reasons
      .filter((reason) => (!outcome || reason.outcome === outcome) && (!code || reason.code === code))
      .reduce((sum, { count }) => sum + (count ?? 0), 0);
  }

  tell(change: Partial<IssueFilter>): void {
    this.dispatchEvent(new CustomEvent<IssueFilter>('filter', { detail: { ...this.filter, ...change } }));
  }
}

function option(text: string, count: number, value: string): Option {
  return { label: fill(optionLabel, text, formatNumber(count)), value };
}
