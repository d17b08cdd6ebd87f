import locale from '@salesforce/i18n/locale';
import { lineWidthIn, linesOf } from './chartLabels';
import type { ChartData, Series } from './chartData';

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
  /** Behind the chart, and between parts of a bar. */
  readonly surface: string;
  readonly font: string;
  /** Whether the user wants to see things move. */
  readonly moves: boolean;
}

/** What Chart.js tells of a value that is pointed at. */
interface PointedAt {
  readonly raw: unknown;
  readonly formattedValue: string;
  readonly dataIndex: number;
  readonly dataset: { readonly label: string };
}

/**
 * @param data what to draw; it may be frozen, as everything is that components hand on
 * @param look how to draw it
 * @returns configuration for Chart.js 4, which writes into the arrays that it is given: they are copies
 */
export function chartConfig(data: ChartData, look: ChartLook): object {
  const lies = data.kind === 'lying-bar';
  return {
    type: data.kind === 'line' ? 'line' : 'bar',
    data: {
      labels: [...data.labels],
      datasets: data.series.map((series) => dataset(series, data, look))
    },
    options: {
      locale,
      indexAxis: lies ? 'y' : 'x',
      responsive: true,
      maintainAspectRatio: false,
      animation: look.moves ? { duration: 300 } : false,
      interaction: { mode: 'index', axis: lies ? 'y' : 'x', intersect: false },
      plugins: { legend: { display: false }, tooltip: tooltip(data) },
      scales: scales(data, look)
    }
  };
}

function dataset({ name, values, tone }: Series, { kind }: ChartData, look: ChartLook): object {
  const isLine = kind === 'line';
  return {
    label: name,
    data: [...values],
    backgroundColor: look.colors[tone],
    borderColor: isLine ? look.colors[tone] : look.surface,
    borderWidth: isLine ? 2 : 1,
    // A day without runs has no rate: the line goes on to the next day that has one.
    spanGaps: true,
    maxBarThickness: 40
  };
}

function scales(data: ChartData, look: ChartLook): object {
  const { stacked, unit = '', most } = data;
  const axis = (ticks: object, grid: object = {}): object => ({
    stacked,
    border: { color: look.line },
    grid: { color: look.line, ...grid },
    ticks: { color: look.text, font: { family: look.font }, ...ticks }
  });
  const withUnit = (value: number | string): string => `${Number(value).toLocaleString(locale)}${unit}`;
  const value = {
    ...axis({ precision: 0, callback: withUnit }),
    beginAtZero: true,
    ...(most === undefined ? {} : { max: most })
  };
  const hidden = { display: false };
  return data.kind === 'lying-bar'
    ? { x: value, y: axis({ autoSkip: false, callback: labelBesideBar }, hidden) }
    : { x: axis({ maxRotation: 0, autoSkipPadding: 12 }, hidden), y: value };
}

/** What Chart.js calls functions of an axis with. */
interface Axis {
  readonly chart: { readonly width: number };
  getLabelForValue(value: number): string;
}

/** The label of a lying bar, in the lines that have room beside it. */
function labelBesideBar(this: Axis, value: number): string[] {
  return linesOf(this.getLabelForValue(value), lineWidthIn(this.chart.width));
}

function tooltip(data: ChartData): object {
  const title = ([first]: readonly PointedAt[]): string[] => linesOf(data.labels[first?.dataIndex ?? 0] ?? '');
  const label = ({ dataset: { label: name }, formattedValue }: PointedAt): string =>
    `${name}: ${formattedValue}${data.unit ?? ''}`;
  return {
    // Of a day with one outcome the six others need not be told.
    filter: ({ raw }: PointedAt) => data.kind === 'line' || raw !== 0,
    callbacks: { title, label }
  };
}
