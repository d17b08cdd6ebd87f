import { type ChartLook, chartConfig } from '../chartConfig';
import { linesOf } from '../chartLabels';
import type { ChartData } from '../chartData';

const LOOK: ChartLook = {
  colors: { good: 'green', failed: 'red', plain: 'blue' },
  text: 'black',
  line: 'grey',
  surface: 'white',
  font: 'Sans',
  moves: false
};
const SENTENCE = 'No Lead has this e-mail address, so that the row was left alone and nothing was written.';

const bars: ChartData = {
  kind: 'bar',
  labelHeading: 'Day',
  labels: ['Nov 1', 'Nov 2'],
  series: [{ name: 'Completed', tone: 'good', values: [3, 0] }],
  stacked: true
};
const line: ChartData = { ...bars, kind: 'line', stacked: false, most: 100, unit: '%' };
const reasons: ChartData = { ...bars, kind: 'lying-bar', labels: [SENTENCE, 'Blank key'], stacked: false };

interface Axis {
  max?: number;
  stacked?: boolean;
  ticks: { callback?: (this: object, value: number) => unknown; precision?: number; autoSkip?: boolean };
}

interface Config {
  type: string;
  data: { labels: unknown[]; datasets: { borderColor: string; backgroundColor: string; data: unknown[] }[] };
  options: {
    animation: unknown;
    indexAxis: string;
    scales: { x: Axis; y: Axis };
    plugins: {
      tooltip: {
        filter: (item: object) => boolean;
        callbacks: { title: (items: object[]) => string[]; label: (item: object) => string };
      };
    };
  };
}

const configOf = (data: ChartData, look: ChartLook = LOOK) => chartConfig(data, look) as Config;

describe('chartConfig', () => {
  it('hands Chart.js nothing that is frozen', () => {
    const frozen = Object.freeze({
      ...bars,
      labels: Object.freeze([...bars.labels]),
      series: [Object.freeze({ ...bars.series[0]!, values: Object.freeze([3, 0]) })]
    });
    const { data } = configOf(frozen);
    expect([Object.isFrozen(data.labels), Object.isFrozen(data.datasets[0]!.data)]).toEqual([false, false]);
  });

  it('counts in whole numbers, and the rate in percent up to 100', () => {
    const { x, y } = configOf(bars).options.scales;
    expect([x.stacked, y.stacked, y.ticks.precision, y.ticks.callback!.call({}, 1200)]).toEqual([
      true,
      true,
      0,
      '1,200'
    ]);
    const rate = configOf(line).options.scales.y;
    expect([rate.max, rate.ticks.callback!.call({}, 50)]).toEqual([100, '50%']);
  });

  it('parts bars by the surface, and draws lines in their colour', () => {
    expect(configOf(bars).data.datasets[0]).toMatchObject({ backgroundColor: 'green', borderColor: 'white' });
    expect(configOf(line).data.datasets[0]).toMatchObject({ borderColor: 'green' });
  });

  it('lets reasons lie, each with its beginning beside it', () => {
    const { data, options } = configOf(reasons);
    expect([options.indexAxis, options.scales.y.ticks.autoSkip]).toEqual(['y', false]);
    expect(data.labels).toEqual([SENTENCE, 'Blank key']);
    const labelIn = (width: number) =>
      options.scales.y.ticks.callback!.call({ chart: { width }, getLabelForValue: (at: number) => data.labels[at] }, 0);
    expect(labelIn(600)).toEqual(linesOf(SENTENCE));
    expect(labelIn(300)).toEqual(['No Lead has this', 'e-mail address, s…']);
    expect(labelIn(50)).toEqual(['No Lead has', 'this e-mail…']);
  });

  it('tells of what is pointed at: the label, and every value but zeros', () => {
    const { filter, callbacks } = configOf(bars).options.plugins.tooltip;
    expect(callbacks.title([{ dataIndex: 1 }])).toEqual(['Nov 2']);
    expect(callbacks.title([])).toEqual(['Nov 1']);
    expect([filter({ raw: 0 }), filter({ raw: 3 })]).toEqual([false, true]);
    const item = { formattedValue: '0', dataset: { label: 'Match rate' } };
    const rate = configOf(line).options.plugins.tooltip;
    expect([rate.filter({ raw: 0 }), rate.callbacks.label(item)]).toEqual([true, 'Match rate: 0%']);
  });

  it('moves only for those who like it', () => {
    expect(configOf(bars).options.animation).toBe(false);
    expect(configOf(bars, { ...LOOK, moves: true }).options.animation).toEqual({ duration: 300 });
  });
});

describe('linesOf', () => {
  it('breaks between words, and ends with an ellipsis what has no room', () => {
    expect(linesOf('Blank key')).toEqual(['Blank key']);
    const lines = linesOf(SENTENCE);
    expect(lines).toEqual(['No Lead has this e-mail address,', 'so that the row was left alone an…']);
  });

  it('breaks what has no spaces, wide letters at half the number', () => {
    expect(linesOf('x'.repeat(40))).toEqual(['x'.repeat(34), 'x'.repeat(6)]);
    expect(linesOf('あ'.repeat(20))).toEqual(['あ'.repeat(17), 'あ'.repeat(3)]);
  });

  it('has one line for nothing', () => {
    expect(linesOf(' ')).toEqual(['']);
  });
});
