import appNameLabel from '@salesforce/label/c.InsightsGridAppName';
import emptyAction from '@salesforce/label/c.InsightsHealthEmptyAction';
import emptyHeading from '@salesforce/label/c.InsightsHealthEmptyHeading';
import emptyMessage from '@salesforce/label/c.InsightsHealthEmptyMessage';
import leftOutTemplate from '@salesforce/label/c.InsightsHealthLeftOut';
import matchHeading from '@salesforce/label/c.InsightsHealthMatchHeading';
import notScheduledLabel from '@salesforce/label/c.InsightsHealthNotScheduled';
import rangeLabel from '@salesforce/label/c.InsightsHealthRange';
import reasonsHeading from '@salesforce/label/c.InsightsHealthReasonsHeading';
import refreshLabel from '@salesforce/label/c.InsightsGridRefresh';
import rowsHeading from '@salesforce/label/c.InsightsHealthRowsHeading';
import runsHeading from '@salesforce/label/c.InsightsHealthRunsHeading';
import shortenedTemplate from '@salesforce/label/c.InsightsHealthShortened';
import titleLabel from '@salesforce/label/c.InsightsHealthTitle';
import rangeTemplate from '@salesforce/label/c.InsightsHealthRangeDays';
import workingLabel from '@salesforce/label/c.InsightsStateLoading';
import { fill, formatNumber } from 'c/insightsFormat';

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
  titleLabel,
  workingLabel
};

/** @returns name of a range of days */
export function rangeOf(days: string): string {
  return fill(rangeTemplate, days);
}

/** @returns how many integrations are not shown; null when all are */
export function leftOutText(shown: number, leftOut: number): string | null {
  return leftOut > 0 ? fill(leftOutTemplate, formatNumber(shown), formatNumber(leftOut)) : null;
}

/** @returns that charts show fewer days than were asked for; null when they show them all */
export function shortenedText(shown: number, asked: number): string | null {
  return shown < asked ? fill(shortenedTemplate, formatNumber(shown)) : null;
}
