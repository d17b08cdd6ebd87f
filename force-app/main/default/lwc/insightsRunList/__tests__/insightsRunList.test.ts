import { createElement } from 'lwc';
import InsightsRunList from 'c/insightsRunList';

const RUNS = [
  { id: 'r2', name: 'RUN-000002', status: 'Running' },
  { id: 'r1', name: 'RUN-000001', status: 'Completed', endedAt: '2026-11-24T08:00:00.000Z' }
];

type List = HTMLElement & { runs: unknown; hasMore: boolean; isLoadingMore: boolean; focusRun(id: string): void };

function mount(properties: Partial<List> & { canRun?: boolean } = {}) {
  const element = createElement('c-insights-run-list', { is: InsightsRunList }) as unknown as List;
  Object.assign(element, { runs: RUNS, ...properties });
  document.body.appendChild(element);
  return element;
}

const all = (element: HTMLElement, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement & Record<string, unknown>>(selector)
];

describe('c-insights-run-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the runs in their order', () => {
    const items = all(mount({ canRun: true }), 'c-insights-run-item');
    expect(items.map(({ run }) => (run as { id: string }).id)).toEqual(['r2', 'r1']);
    expect(items.map(({ canRun }) => canRun)).toEqual([true, true]);
  });

  it('tells which log to show, by a button that names its run', () => {
    const element = mount();
    const heard = jest.fn();
    element.addEventListener('open', heard);
    const buttons = all(element, 'button');
    expect(buttons[1]!.textContent!.replace(/\s/g, ' ')).toBe('Show Log RUN-000001');
    buttons[1]!.click();
    expect(heard.mock.calls[0][0].detail).toEqual({ runId: 'r1' });
  });

  it('puts the focus back on the button of a run', () => {
    const element = mount();
    element.focusRun('r1');
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.id).toBe('r1');
  });

  it('passes on that a run shall stop', () => {
    const element = mount();
    const heard = jest.fn();
    element.addEventListener('abort', heard);
    all(element, 'c-insights-run-item')[0]!.dispatchEvent(new CustomEvent('abort', { detail: { runId: 'r2' } }));
    expect(heard.mock.calls[0][0].detail).toEqual({ runId: 'r2' });
  });

  it('asks for older runs only if there are any', () => {
    expect(all(mount(), '[data-id="more"]')).toEqual([]);
    const element = mount({ hasMore: true });
    const heard = jest.fn();
    element.addEventListener('more', heard);
    all(element, '[data-id="more"]')[0]!.click();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('says that older runs are being loaded, by the button that keeps the focus', () => {
    const [more] = all(mount({ hasMore: true, isLoadingMore: true }), '[data-id="more"]');
    expect(more!.label).toBe('Loading');
    expect(more!.disabled).toBeFalsy();
  });

  it.each([
    ['the first of the older runs', [...RUNS, { id: 'r0', name: 'RUN-000000' }], 'r0'],
    ['the last run, when none is older', RUNS, 'r1']
  ])('goes on to %s when there are no more to ask for', async (_which, runs, focused) => {
    const element = mount({ hasMore: true });
    const [more] = all(element, '[data-id="more"]');
    more!.tabIndex = 0;
    more!.focus();
    more!.click();
    element.runs = runs;
    element.hasMore = false;
    await Promise.resolve();
    expect((element.shadowRoot!.activeElement as HTMLElement).dataset.id).toBe(focused);
  });

  it('says what to do when there are no runs', () => {
    const state = all(mount({ runs: [] }), 'c-insights-state')[0]!;
    expect(state.variant).toBe('empty');
    expect(String(state.message)).toContain('Run Now');
  });

  it('is accessible', async () => {
    await expect(mount({ hasMore: true })).toBeAccessible();
    await expect(mount({ runs: [] })).toBeAccessible();
  });
});
