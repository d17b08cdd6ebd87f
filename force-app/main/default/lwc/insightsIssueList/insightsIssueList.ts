import { LightningElement, api } from 'lwc';
import { recordAddress } from 'c/insightsDownload';
import { fill, formatNumber } from 'c/insightsFormat';
import { OUTCOMES } from 'c/insightsOutcomes';

import columnFieldLabel from '@salesforce/label/c.InsightsIssuesColumnField';
import keyLabel from '@salesforce/label/c.InsightsIssuesKey';
import newTabLabel from '@salesforce/label/c.InsightsLogNewTab';
import ofRowLabel from '@salesforce/label/c.InsightsIssuesOfRow';
import openRecordLabel from '@salesforce/label/c.InsightsIssuesOpenRecord';
import outcomeLabel from '@salesforce/label/c.InsightsIssuesOutcome';
import reasonLabel from '@salesforce/label/c.InsightsIssuesReason';
import recordLabel from '@salesforce/label/c.InsightsIssuesRecord';
import rowLabel from '@salesforce/label/c.InsightsIssuesRow';
import tableLabel from '@salesforce/label/c.InsightsIssuesTable';

/** A line of the table. */
interface Line {
  issue: Apex.InsightsIssueView;
  rowNumber: string;
  columnAndField: string;
  outcome: string;
  recordAddress: string | null;
  recordOfRow: string;
}

/** Issues as a table: which row, what stood in the way, why, and what to do. */
export default class InsightsIssueList extends LightningElement {
  /** The issues, in report order. */
  @api issues: Apex.InsightsIssueView[] = [];
  /** Number of the run, for the name of the table. */
  @api runName?: string | null;

  label = {
    columnFieldLabel,
    keyLabel,
    newTabLabel,
    openRecordLabel,
    outcomeLabel,
    reasonLabel,
    recordLabel,
    rowLabel
  };

  /**
   * Puts the focus on a line.
   * @param position of the line, counted from 0
   */
  @api focusLine(position: number): void {
    this.template?.querySelectorAll<HTMLElement>('tbody tr')[position]?.focus();
  }

  get name(): string {
    return fill(tableLabel, this.runName);
  }

  /**
   * Records open by address, in a new tab: events of navigation do not reach Lightning Experience out of a modal, and
   * the log stays where it is.
   */
  get lines(): Line[] {
    return this.issues.map((issue) => ({
      issue,
      rowNumber: formatNumber(issue.rowNumber),
      columnAndField: [issue.column, issue.fieldLabel].filter(Boolean).join(' → '),
      outcome: OUTCOMES.find(({ value }) => value === issue.outcome)?.label ?? issue.outcome ?? '',
      recordAddress: issue.recordId ? recordAddress(issue.recordId) : null,
      recordOfRow: fill(ofRowLabel, formatNumber(issue.rowNumber))
    }));
  }
}
