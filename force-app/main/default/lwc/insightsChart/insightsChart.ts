import { LightningElement, api } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import CHART from '@salesforce/resourceUrl/InsightsChart';
import { formatNumber } from 'c/insightsFormat';
import { type ChartClass, type ChartInstance, type ChartLook, chartConfig } from './chartConfig';
import type { ChartData, Series, Tone } from './chartData';

import notDrawnLabel from '@salesforce/label/c.InsightsChartNotDrawn';
import showChartLabel from '@salesforce/label/c.InsightsChartShowChart';
import showTableLabel from '@salesforce/label/c.InsightsChartShowTable';

export type { ChartData, Series, Tone } from './chartData';

/** The page once the script of Chart.js has run. */
interface ChartPage {
  readonly Chart: ChartClass;
}

/** A line of the table. */
interface Row {
  key: number;
  label: string;
  cells: { key: number; text: string }[];
}

/**
 * A chart with its heading, a sentence that says what it shows, a legend, and the same as a table for those who would
 * rather read. Where Chart.js cannot be loaded there is the table.
 */
export default class InsightsChart extends LightningElement {
  @api heading = '';
  /** What the chart shows, in a sentence: its text for those who do not see it. */
  @api summary = '';

  label = { notDrawnLabel, showChartLabel, showTableLabel };
  tableIsShown = false;
  cannotDraw = false;
  private shown: ChartData | null = null;
  private chart: ChartInstance | null = null;
  private drawn: ChartData | null = null;

  /** What to draw. Another object draws anew. */
  @api
  get data(): ChartData | null {
    return this.shown;
  }
  set data(value: ChartData | null) {
    this.shown = value;
  }

  get hasTable(): boolean {
    return this.tableIsShown || this.cannotDraw;
  }

  get toggleLabel(): string {
    return this.tableIsShown ? showChartLabel : showTableLabel;
  }

  get series(): (Series & { swatchClass: string })[] {
    return (this.shown?.series ?? []).map((each) => ({ ...each, swatchClass: `swatch ${each.tone}` }));
  }

  get labelHeading(): string {
    return this.shown?.labelHeading ?? '';
  }

  get rowLabelClass(): string {
    return this.shown?.kind === 'lying-bar' ? 'row-label sentence' : 'row-label';
  }

  /** Charts of lying bars grow with their bars. */
  get plotStyle(): string | undefined {
    return this.shown?.kind === 'lying-bar' ? `--insights-bars: ${this.shown.labels.length}` : undefined;
  }

  get plotClass(): string {
    return this.shown?.kind === 'lying-bar' ? 'plot plot_lying' : 'plot';
  }

  /** Without a value there is nothing to draw, and the sentence says so. */
  get isEmpty(): boolean {
    return (
      !this.shown || !this.shown.series.some(({ values }) => values.some((value) => value !== null && value !== 0))
    );
  }

  get hasData(): boolean {
    return this.shown !== null && !this.isEmpty;
  }

  get rows(): Row[] {
    const { labels = [], series = [], unit = '' } = this.shown ?? {};
    return labels.map((label, key) => ({
      key,
      label,
      cells: series.map(({ values }, index) => ({ key: index, text: withUnit(values[key], unit) }))
    }));
  }

  renderedCallback(): void {
    if (this.hasTable || !this.shown || this.isEmpty) {
      this.clear();
    } else if (this.drawn !== this.shown) {
      this.drawn = this.shown;
      this.draw();
    }
  }

  disconnectedCallback(): void {
    this.clear();
  }

  handleToggle(): void {
    this.tableIsShown = !this.tableIsShown;
  }

  private async draw(): Promise<void> {
    try {
      await loadScript(this, CHART);
      const place = this.template?.querySelector('.canvas');
      // Meanwhile the chart may have gone, or its data may have been replaced.
      if (!place || !this.shown || this.drawn !== this.shown) {
        return;
      }
      this.chart?.destroy();
      const canvas = document.createElement('canvas');
      place.replaceChildren(canvas);
      this.chart = new (window as unknown as ChartPage).Chart(canvas, chartConfig(this.shown, this.look()));
    } catch {
      this.cannotDraw = true;
    }
  }

  private clear(): void {
    this.chart?.destroy();
    this.chart = null;
    this.drawn = null;
  }

  /** Colours stand in the style sheet, as styling hooks: a canvas has to be told what they come to. */
  private look(): ChartLook {
    const colors: Partial<Record<Tone, string>> = {};
    for (const swatch of this.template!.querySelectorAll<HTMLElement>('.swatch')) {
      colors[swatch.dataset.tone as Tone] = getComputedStyle(swatch).backgroundColor;
    }
    const plot = getComputedStyle(this.template!.querySelector('.plot')!);
    return {
      colors,
      text: plot.color,
      line: plot.borderTopColor,
      surface: plot.backgroundColor,
      font: plot.fontFamily,
      moves: !window.matchMedia?.('(prefers-reduced-motion: reduce)').matches
    };
  }
}

function withUnit(value: number | null | undefined, unit: string): string {
  return value === null || value === undefined ? '–' : `${formatNumber(value)}${unit}`;
}
