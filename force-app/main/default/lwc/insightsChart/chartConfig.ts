import locale from '@salesforce/i18n/locale';
import type { ChartData } from './chartData';

/** The part of Chart.js that is used. */
export interface ChartInstance {
  destroy(): void;
}

/** Chart.js as its script leaves it in the page. */
export type ChartClass = new (canvas: HTMLCanvasElement, config: object) => ChartInstance;

/** What a chart takes over from the styles of the page. */
export interface ChartLook {
  /** Colour of each series by its tone. */
  readonly colors: Readonly<Record<string, string>>;
  readonly text: string;
  readonly line: string;
  readonly font: string;
  /** Whether the user wants to see things move. */
  readonly moves: boolean;
}

/**
 * @param data what to draw
 * @param look how to draw it
 * @returns configuration for Chart.js 4
 */
export function chartConfig(data: ChartData, look: ChartLook): object {
  const { kind, labels, series, stacked } = data;
  const axis = (extra: object): object => ({
    stacked,
    border: { color: look.line },
    grid: { color: look.line },
    ticks: { color: look.text, font: { family: look.font } },
    ...extra
  });
  const value = axis({ beginAtZero: true, ...(data.most === undefined ? {} : { max: data.most }) });
  const category = axis({ grid: { display: false } });
  const lies = kind === 'lying-bar';
  return {
    type: kind === 'line' ? 'line' : 'bar',
    data: {
      labels,
      datasets: series.map(({ name, values, tone }) => ({
        label: name,
        data: values,
        backgroundColor: look.colors[tone],
        borderColor: look.colors[tone],
        // A day without runs has no rate: the line goes on to the next day that has one.
        spanGaps: true,
        maxBarThickness: 40
      }))
    },
    options: {
      locale,
      indexAxis: lies ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      animation: look.moves ? { duration: 300 } : false,
      plugins: { legend: { display: false } },
      scales: lies ? { x: value, y: category } : { x: category, y: value }
    }
  };
}
