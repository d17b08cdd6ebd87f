import appNameLabel from '@salesforce/label/c.InsightsGridAppName';
import emptyAction from '@salesforce/label/c.InsightsHealthEmptyAction';
import emptyHeading from '@salesforce/label/c.InsightsHealthEmptyHeading';
import emptyMessage from '@salesforce/label/c.InsightsHealthEmptyMessage';
import matchHeading from '@salesforce/label/c.InsightsHealthMatchHeading';
import notScheduledLabel from '@salesforce/label/c.InsightsHealthNotScheduled';
import rangeLabel from '@salesforce/label/c.InsightsHealthRange';
import reasonsHeading from '@salesforce/label/c.InsightsHealthReasonsHeading';
import refreshLabel from '@salesforce/label/c.InsightsGridRefresh';
import rowsHeading from '@salesforce/label/c.InsightsHealthRowsHeading';
import runsHeading from '@salesforce/label/c.InsightsHealthRunsHeading';
import titleLabel from '@salesforce/label/c.InsightsHealthTitle';
import rangeTemplate from '@salesforce/label/c.InsightsHealthRangeDays';
import { fill } from 'c/insightsFormat';

export {
  appNameLabel,
  emptyAction,
  emptyHeading,
  emptyMessage,
  matchHeading,
  notScheduledLabel,
  rangeLabel,
  reasonsHeading,
  refreshLabel,
  rowsHeading,
  runsHeading,
  titleLabel
};

/** @returns name of a range of days */
export function rangeOf(days: string): string {
  return fill(rangeTemplate, days);
}
