import locale from '@salesforce/i18n/locale';
import type { ChartData, Tone } from 'c/insightsChart';
import { fill, formatNumber } from 'c/insightsFormat';
import { OUTCOMES } from 'c/insightsOutcomes';
import { lookOf } from 'c/insightsStatuses';

import cappedLabel from '@salesforce/label/c.InsightsHealthReasonsCapped';
import dayLabel from '@salesforce/label/c.InsightsHealthDay';
import issuesLabel from '@salesforce/label/c.InsightsHealthIssues';
import matchRateLabel from '@salesforce/label/c.InsightsHealthMatchRate';
import matchSummaryLabel from '@salesforce/label/c.InsightsHealthMatchSummary';
import noMatchLabel from '@salesforce/label/c.InsightsHealthNoMatch';
import noReasonsLabel from '@salesforce/label/c.InsightsHealthNoReasons';
import reasonLabel from '@salesforce/label/c.InsightsHealthReason';
import reasonsSummaryLabel from '@salesforce/label/c.InsightsHealthReasonsSummary';
import rowsSummaryLabel from '@salesforce/label/c.InsightsHealthRowsSummary';
import runsSummaryLabel from '@salesforce/label/c.InsightsHealthRunsSummary';

/** A chart with the sentence that says what it shows. */
export interface DescribedChart {
  readonly data: ChartData;
  readonly summary: string;
}

type Day = Apex.InsightsHealthDay;

const RUN_SERIES: readonly { member: 'completed' | 'withIssues' | 'failed' | 'aborted'; status: string; tone: Tone }[] =
  [
    { member: 'completed', status: 'Completed', tone: 'good' },
    { member: 'withIssues', status: 'CompletedWithIssues', tone: 'issues' },
    { member: 'failed', status: 'Failed', tone: 'failed' },
    { member: 'aborted', status: 'Aborted', tone: 'aborted' }
  ];

/** Days are dates of the user's calendar already: they must not be moved to a time zone again. */
const days = new Intl.DateTimeFormat(locale, { month: 'short', day: 'numeric', timeZone: 'UTC' });
const MOST_REASONS = 10;

const sum = (values: readonly (number | null | undefined)[]): number =>
  values.reduce<number>((total, value) => total + (value ?? 0), 0);
const labelsOf = (all: readonly Day[]): string[] => all.map(({ day }) => (day ? days.format(Date.parse(day)) : ''));

/** Runs of each day by how they ended. */
export function runsChart(all: readonly Day[]): DescribedChart {
  const series = RUN_SERIES.map(({ member, status, tone }) => ({
    name: lookOf(status).label,
    tone,
    values: all.map((day) => day[member] ?? 0)
  }));
  const [completed, withIssues, failed, aborted] = series.map(({ values }) => formatNumber(sum(values)));
  return {
    data: { kind: 'bar', labelHeading: dayLabel, labels: labelsOf(all), series, stacked: true },
    summary: fill(runsSummaryLabel, completed, withIssues, failed, aborted)
  };
}

/** Rows of each day by outcome. */
export function rowsChart(all: readonly Day[]): DescribedChart {
  const series = OUTCOMES.map(({ name, label }) => ({
    name: label,
    tone: name,
    values: all.map((day) => day[name] ?? 0)
  })).filter(({ values }) => sum(values) > 0);
  return {
    data: { kind: 'bar', labelHeading: dayLabel, labels: labelsOf(all), series, stacked: true },
    summary: fill(
      rowsSummaryLabel,
      formatNumber(sum(all.map(({ rowsRead }) => rowsRead))),
      formatNumber(sum(all.map(({ updated }) => updated)))
    )
  };
}

/**
 * The share of rows that found their record, in percent with one decimal place. Rows that were skipped, or rejected for
 * their values, take no part: they say nothing of keys.
 * @returns null when no row takes part
 */
export function matchRate(all: readonly Day[]): number | null {
  const matched = sum(all.flatMap(({ updated, unchanged, created }) => [updated, unchanged, created]));
  const rows = matched + sum(all.flatMap(({ unmatched, ambiguous }) => [unmatched, ambiguous]));
  return rows > 0 ? Math.round((matched / rows) * 1000) / 10 : null;
}

/** The share of rows of each day that found their record. */
export function matchChart(all: readonly Day[]): DescribedChart {
  const rate = matchRate(all);
  return {
    data: {
      kind: 'line',
      labelHeading: dayLabel,
      labels: labelsOf(all),
      series: [{ name: matchRateLabel, tone: 'plain', values: all.map((day) => matchRate([day])) }],
      most: 100,
      unit: '%'
    },
    summary: rate === null ? noMatchLabel : fill(matchSummaryLabel, formatNumber(rate))
  };
}

/** The most frequent reasons why rows were not written. */
export function reasonsChart({ reasons, isCapped }: Apex.InsightsFrequentReasonsView): DescribedChart {
  const shown = (reasons ?? []).slice(0, MOST_REASONS);
  const sentences = shown.map(({ name, message, code }) => name ?? message ?? code ?? '');
  const [first] = sentences;
  return {
    data: {
      kind: 'lying-bar',
      labelHeading: reasonLabel,
      labels: sentences,
      series: [{ name: issuesLabel, tone: 'plain', values: shown.map(({ count }) => count ?? 0) }]
    },
    summary: [
      first === undefined ? noReasonsLabel : fill(reasonsSummaryLabel, formatNumber(shown[0]!.count), first),
      isCapped ? cappedLabel : ''
    ]
      .join(' ')
      .trim()
  };
}
