import { createElement } from 'lwc';
import { loadScript } from 'lightning/platformResourceLoader';
import InsightsChart, { type ChartData } from 'c/insightsChart';

const DATA: ChartData = {
  kind: 'bar',
  labelHeading: 'Day',
  labels: ['Nov 1', 'Nov 2'],
  stacked: true,
  series: [
    { name: 'Completed', tone: 'good', values: [3, 1200] },
    { name: 'Failed', tone: 'failed', values: [0, null] }
  ]
};

const drawn: { config: { type: string; data: { datasets: { data: unknown }[] } }; destroyed: boolean }[] = [];

class FakeChart {
  private readonly entry;
  constructor(_canvas: HTMLCanvasElement, config: object) {
    this.entry = { config: config as never, destroyed: false };
    drawn.push(this.entry);
  }
  destroy(): void {
    this.entry.destroyed = true;
  }
}

const settle = async () => {
  for (let turn = 0; turn < 5; turn++) await Promise.resolve();
};

async function mount(data: ChartData | null = DATA) {
  const element = createElement('c-insights-chart', { is: InsightsChart });
  Object.assign(element, { heading: 'Runs by day', summary: 'Three runs ended well.', data });
  document.body.appendChild(element);
  await settle();
  return element as HTMLElement & { data: ChartData | null };
}

const find = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
const texts = (element: HTMLElement, selector: string) =>
  [...element.shadowRoot!.querySelectorAll(selector)].map((each) => each.textContent);

describe('c-insights-chart', () => {
  beforeEach(() => {
    drawn.length = 0;
    (loadScript as jest.Mock).mockReset().mockResolvedValue(undefined);
    (window as unknown as { Chart: unknown }).Chart = FakeChart;
  });
  afterEach(() => document.body.replaceChildren());

  it('draws its series with Chart.js', async () => {
    await mount();
    expect(drawn).toHaveLength(1);
    expect(drawn[0]!.config.type).toBe('bar');
    expect(drawn[0]!.config.data.datasets.map(({ data }) => data)).toEqual([
      [3, 1200],
      [0, null]
    ]);
  });

  it('gives Chart.js arrays of its own, which Chart.js marks', async () => {
    await mount();
    const [first] = drawn[0]!.config.data.datasets;
    expect(() => Object.defineProperty(first!.data, '_chartjs', { value: {} })).not.toThrow();
    expect(DATA.series[0]!.values).not.toHaveProperty('_chartjs');
  });

  it('says in words what it shows', async () => {
    const element = await mount();
    expect(find(element, '[role="img"]')!.getAttribute('aria-label')).toBe('Three runs ended well.');
    expect(texts(element, '.entry')).toEqual(['Completed', 'Failed']);
  });

  it('shows the same as a table on demand, and the chart again', async () => {
    const element = await mount();
    find(element, '[data-id="toggle"]')!.click();
    await settle();
    expect(texts(element, 'thead th')).toEqual(['Day', 'Completed', 'Failed']);
    expect(texts(element, 'tbody tr:last-child > *')).toEqual(['Nov 2', '1,200', '–']);
    expect(drawn[0]!.destroyed).toBe(true);
    await expect(element).toBeAccessible();
    find(element, '[data-id="toggle"]')!.click();
    await settle();
    expect(find(element, 'table')).toBeNull();
    expect(drawn).toHaveLength(2);
  });

  it('draws nothing where there is nothing, and offers no table of it', async () => {
    const element = await mount({ ...DATA, series: [{ name: 'Failed', tone: 'failed', values: [0, null] }] });
    expect(drawn).toHaveLength(0);
    expect(find(element, '[data-id="toggle"]')).toBeNull();
    expect(find(element, '[data-id="summary"]')!.textContent).toBe('Three runs ended well.');
    await expect(element).toBeAccessible();
  });

  it('gives lying bars room for each of them', async () => {
    const element = await mount({ ...DATA, kind: 'lying-bar' });
    expect(find(element, '[role="img"]')!.style.getPropertyValue('--insights-bars')).toBe('2');
  });

  it('draws anew when its data changes', async () => {
    const element = await mount();
    element.data = { ...DATA, kind: 'line' };
    await settle();
    expect(drawn.map(({ config, destroyed }) => [config.type, destroyed])).toEqual([
      ['bar', true],
      ['line', false]
    ]);
  });

  it('shows the table with a notice when Chart.js cannot be loaded', async () => {
    (loadScript as jest.Mock).mockRejectedValue(new Error('blocked'));
    const element = await mount();
    expect(find(element, '[data-id="notice"]')!.textContent).not.toBe('');
    expect(texts(element, 'tbody tr')).toHaveLength(2);
    await expect(element).toBeAccessible();
  });

  it('lets go of the chart when it is removed', async () => {
    const element = await mount();
    element.remove();
    expect(drawn[0]!.destroyed).toBe(true);
  });

  it('is accessible', async () => {
    await expect(await mount()).toBeAccessible();
    await expect(await mount(null)).toBeAccessible();
  });
});
