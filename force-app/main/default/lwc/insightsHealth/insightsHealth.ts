import { LightningElement } from 'lwc';
import { NavigationMixin } from 'lightning/navigation';
import { type Problem, type ProblemState, stateOf, toProblem } from 'c/insightsErrors';
import { type DescribedChart, matchChart, reasonsChart, rowsChart, runsChart } from 'c/insightsHealthCharts';

import loadDays from '@salesforce/apex/InsightsHealthController.loadDays';
import loadFreshness from '@salesforce/apex/InsightsHealthController.loadFreshness';
import loadReasons from '@salesforce/apex/InsightsHealthController.loadReasons';

import * as labels from './labels';

/** How far back the charts look, in days. */
const RANGES = ['7', '30', '90'];

interface Charts {
  /** The range that they show. */
  readonly range: string;
  /** How many of its days they show: fewer when there are too many runs to add up. */
  readonly days: number;
  /** Whether there was any run; those of integrations that were deleted count, too. */
  readonly hasRuns: boolean;
  readonly runs: DescribedChart;
  readonly rows: DescribedChart;
  readonly match: DescribedChart;
}

/**
 * The tab Health: whether the data is fresh, how runs ended, and what kept rows from being written. Each of the three is
 * loaded by itself, and what is shown stays until there is something newer.
 */
export default class InsightsHealth extends NavigationMixin(LightningElement) {
  label = labels;
  /** The range that was asked for last. */
  range = '30';
  charts: Charts | null = null;
  reasons: DescribedChart | null = null;
  freshness: Apex.InsightsFreshnessView | null = null;
  problem: Problem | null = null;
  loading = true;
  /** Tells the answer that was asked for last from those that come late. */
  private asked = 0;

  connectedCallback(): void {
    this.load();
  }

  get ranges(): { label: string; value: string }[] {
    return RANGES.map((value) => ({ value, label: labels.rangeOf(value) }));
  }

  /** While a range loads it is the chosen one; one that could not be loaded gives way to the one that is shown. */
  get shownRange(): string {
    return this.loading ? this.range : (this.charts?.range ?? this.range);
  }

  get isShown(): boolean {
    return !this.isEmpty && (this.freshness ?? this.charts ?? this.reasons) !== null;
  }

  get isLoading(): boolean {
    return this.loading && !this.isShown;
  }

  get isRefreshing(): boolean {
    return this.loading && this.isShown;
  }

  /** What takes the place of everything. */
  get state(): ProblemState | null {
    return this.isShown ? null : stateOf(this.problem);
  }

  /** What stands above that which is shown still. */
  get shownProblem(): Problem | null {
    return this.isShown ? this.problem : null;
  }

  get isRetryable(): boolean {
    return stateOf(this.problem)?.actionLabel !== undefined;
  }

  get isEmpty(): boolean {
    return this.freshness !== null && this.integrations.length === 0 && this.charts?.hasRuns !== true;
  }

  get hasIntegrations(): boolean {
    return this.integrations.length > 0;
  }

  get integrations(): readonly Apex.InsightsFreshness[] {
    return this.freshness?.integrations ?? [];
  }

  get hints(): { id: string; text: string }[] {
    const hints = [
      { id: 'not-scheduled', text: this.freshness && !this.freshness.isScheduled ? labels.notScheduledLabel : null },
      { id: 'left-out', text: labels.leftOutText(this.integrations.length, this.freshness?.leftOut ?? 0) },
      { id: 'shortened', text: this.charts && labels.shortenedText(this.charts.days, Number(this.charts.range)) }
    ];
    return hints.flatMap(({ id, text }) => (text ? [{ id, text }] : []));
  }

  handleRange(event: CustomEvent<{ value: string }>): void {
    this.range = event.detail.value;
    this.load();
  }

  /** Not disabled while it works, because it would lose the focus; a click meanwhile does nothing. */
  handleRefresh(): void {
    if (!this.loading) {
      this.range = this.shownRange;
      this.load();
    }
  }

  /** The button goes away with the problem: the keyboard goes on at the top of this page. */
  handleRetry(): void {
    this.template?.querySelector<HTMLElement>('h1')?.focus();
    this.load();
  }

  handleIntegrations(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'InsightsSync' } });
  }

  private async load(): Promise<void> {
    const { range } = this;
    const mine = ++this.asked;
    this.loading = true;
    this.problem = null;
    const [days, freshness, reasons] = await Promise.allSettled([
      loadDays({ days: Number(range) }),
      loadFreshness(),
      loadReasons()
    ]);
    if (mine === this.asked) {
      this.loading = false;
      this.charts = days.status === 'fulfilled' ? chartsOf(range, days.value) : this.charts;
      this.freshness = freshness.status === 'fulfilled' ? freshness.value : this.freshness;
      this.reasons = reasons.status === 'fulfilled' ? reasonsChart(reasons.value) : this.reasons;
      const failed = [days, freshness, reasons].find(({ status }) => status === 'rejected');
      this.problem = failed ? toProblem((failed as PromiseRejectedResult).reason) : null;
    }
  }
}

function chartsOf(range: string, days: readonly Apex.InsightsHealthDay[]): Charts {
  return {
    range,
    days: days.length,
    hasRuns: days.some((day) =>
      [day.completed, day.withIssues, day.failed, day.aborted].some((count) => (count ?? 0) > 0)
    ),
    runs: runsChart(days),
    rows: rowsChart(days),
    match: matchChart(days)
  };
}
