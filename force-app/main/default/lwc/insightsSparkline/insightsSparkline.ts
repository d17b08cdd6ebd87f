import { LightningElement, api } from 'lwc';
import { fill, formatList, formatNumber } from 'c/insightsFormat';
import { isActiveStatus, isGoodStatus, lookOf } from 'c/insightsStatuses';

import noRunsLabel from '@salesforce/label/c.InsightsGridNoRuns';
import runLabel from '@salesforce/label/c.InsightsGridSparklineRun';
import sparklineLabel from '@salesforce/label/c.InsightsGridSparkline';

const SLOTS = 10;
const SLOT = 8;
const BAR = 6;
const HEIGHT = 20;

/**
 * The last runs of an integration, the newest on the right: a bar as high as the records updated for a run that
 * completed, a cross for one that failed, an empty square for one that was aborted, a dot for one at work. The shapes, not
 * the colours, carry the meaning; the text says the same.
 */
export default class InsightsSparkline extends LightningElement {
  /** The last runs, the newest first, at most ten. */
  @api points?: Apex.InsightsRunPoint[] | null;

  viewBox = `0 0 ${SLOTS * SLOT} ${HEIGHT}`;
  label = { noRunsLabel };

  get hasRuns(): boolean {
    return this.newestFirst.length > 0;
  }

  get description(): string {
    const runs = this.newestFirst.map(describe);
    return fill(sparklineLabel, formatList(runs));
  }

  get bars(): string {
    const most = Math.max(1, ...this.newestFirst.map(({ updated }) => updated ?? 0));
    return this.draw(isGoodStatus, (x, { updated }) => {
      const height = Math.max(1, Math.round(((updated ?? 0) / most) * (HEIGHT - 2)));
      return `M${x} ${HEIGHT}v${-height}h${BAR}v${height}z`;
    });
  }

  get crosses(): string {
    return this.draw(
      (status) => status === 'Failed',
      (x) => `M${x} ${HEIGHT - 7}l6 6m0 -6l-6 6`
    );
  }

  get squares(): string {
    return this.draw(
      (status) => status === 'Aborted',
      (x) => `M${x + 0.5} ${HEIGHT - 6}h5v5h-5z`
    );
  }

  get dots(): string {
    return this.draw(isActiveStatus, (x) => `M${x} ${HEIGHT - 4}a3 3 0 1 0 6 0a3 3 0 1 0 -6 0z`);
  }

  private get newestFirst(): Apex.InsightsRunPoint[] {
    return (this.points ?? []).slice(0, SLOTS);
  }

  private draw(
    belongs: (status?: string | null) => boolean,
    shape: (x: number, point: Apex.InsightsRunPoint) => string
  ): string {
    return this.newestFirst
      .map((point, index) => (belongs(point.status) ? shape((SLOTS - 1 - index) * SLOT + 1, point) : ''))
      .join('');
  }
}

function describe({ status, updated }: Apex.InsightsRunPoint): string {
  const { label } = lookOf(status);
  return isGoodStatus(status) ? fill(runLabel, label, formatNumber(updated ?? 0)) : label;
}
