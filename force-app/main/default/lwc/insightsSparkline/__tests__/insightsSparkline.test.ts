import { createElement } from 'lwc';
import InsightsSparkline from 'c/insightsSparkline';

const point = (status: string, updated = 0) => ({ runId: `a01${status}${updated}`, status, updated });

function mount(points: unknown) {
  const element = createElement('c-insights-sparkline', { is: InsightsSparkline });
  Object.assign(element, { points });
  document.body.appendChild(element);
  return element;
}

const shapes = (element: HTMLElement, name: string) =>
  (element.shadowRoot!.querySelector(`.${name}`)!.getAttribute('d') ?? '').split('M').filter(Boolean);

describe('c-insights-sparkline', () => {
  afterEach(() => document.body.replaceChildren());

  it('draws the newest run on the right, and bars as high as what was updated', () => {
    const element = mount([point('Completed', 50), point('CompletedWithIssues', 100), point('Completed', 0)]);
    expect(shapes(element, 'bars')).toEqual(['73 20v-9h6v9z', '65 20v-18h6v18z', '57 20v-1h6v1z']);
  });

  it('tells runs that did not complete apart by shape', () => {
    const element = mount([point('Running'), point('Failed'), point('Aborted'), point('Queued')]);
    expect(shapes(element, 'bars')).toHaveLength(0);
    expect(shapes(element, 'crosses')).toHaveLength(1);
    expect(shapes(element, 'squares')).toHaveLength(1);
    expect(shapes(element, 'dots')).toHaveLength(2);
  });

  it('says the same in words', () => {
    const element = mount([point('Completed', 1234), point('Failed')]);
    expect(element.shadowRoot!.querySelector('svg')!.getAttribute('aria-label')).toBe(
      'Last runs, newest first: Completed, 1,234 updated and Failed'
    );
  });

  it('draws ten runs at most', () => {
    const points = Array.from({ length: 12 }, (_, index) => point('Completed', index));
    expect(shapes(mount(points), 'bars')).toHaveLength(10);
  });

  it.each([[null], [undefined], [[]]])('says that nothing has run yet for %j', (points) => {
    const element = mount(points);
    expect(element.shadowRoot!.querySelector('svg')).toBeNull();
    expect(element.shadowRoot!.textContent).toBe('No runs yet');
  });

  it('is accessible', async () => {
    await expect(mount([point('Completed', 5), point('Failed')])).toBeAccessible();
  });
});
