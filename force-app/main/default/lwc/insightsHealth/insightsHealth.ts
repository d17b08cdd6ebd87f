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
  readonly runs: DescribedChart;
  readonly rows: DescribedChart;
  readonly match: DescribedChart;
}

/** The tab Health: whether the data is fresh, how runs ended, and what kept rows from being written. */
export default class InsightsHealth extends NavigationMixin(LightningElement) {
  label = labels;
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

  get isLoading(): boolean {
    return this.loading && !this.freshness;
  }

  get isRefreshing(): boolean {
    return this.loading && this.freshness !== null;
  }

  get state(): ProblemState | null {
    return stateOf(this.problem);
  }

  get isEmpty(): boolean {
    return !this.problem && this.freshness !== null && (this.freshness.integrations ?? []).length === 0;
  }

  get isShown(): boolean {
    return !this.problem && this.freshness !== null && !this.isEmpty;
  }

  get isNotScheduled(): boolean {
    return this.isShown && this.freshness?.isScheduled !== true;
  }

  handleRange(event: CustomEvent<{ value: string }>): void {
    this.range = event.detail.value;
    this.load();
  }

  handleRefresh(): void {
    this.load();
  }

  handleIntegrations(): void {
    this[NavigationMixin.Navigate]({ type: 'standard__navItemPage', attributes: { apiName: 'InsightsSync' } });
  }

  private async load(): Promise<void> {
    const mine = ++this.asked;
    this.loading = true;
    try {
      const [days, freshness, reasons] = await Promise.all([
        loadDays({ days: Number(this.range) }),
        loadFreshness(),
        loadReasons()
      ]);
      if (mine === this.asked) {
        this.charts = { runs: runsChart(days), rows: rowsChart(days), match: matchChart(days) };
        this.reasons = reasonsChart(reasons);
        this.freshness = freshness;
        this.problem = null;
      }
    } catch (error) {
      if (mine === this.asked) {
        this.problem = toProblem(error);
      }
    } finally {
      if (mine === this.asked) {
        this.loading = false;
      }
    }
  }
}
