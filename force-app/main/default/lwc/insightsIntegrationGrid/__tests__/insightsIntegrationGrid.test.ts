import { createElement } from 'lwc';
import type LightningBadge from 'lightning/badge';
import type LightningButton from 'lightning/button';
import type LightningCombobox from 'lightning/combobox';
import type LightningInput from 'lightning/input';
import InsightsIntegrationGrid from 'c/insightsIntegrationGrid';
import type InsightsRowActions from 'c/insightsRowActions';
import type InsightsRunProgress from 'c/insightsRunProgress';
import type InsightsStatus from 'c/insightsStatus';

const NOW = '2026-11-24T12:00:00Z';

const integration = (index: number, more: object = {}) => ({
  id: `a${index}`,
  name: `Integration ${String(index).padStart(3, '0')}`,
  reportName: `Report ${String(index).padStart(3, '0')}`,
  targetObject: 'Lead',
  targetLabel: 'Lead',
  active: true,
  runHourUtc: 8,
  recentRuns: [],
  ...more
});

const many = (count: number) => Array.from({ length: count }, (_, index) => integration(index + 1));

function mount(properties: object) {
  const element = createElement('c-insights-integration-grid', { is: InsightsIntegrationGrid });
  Object.assign(element, { now: NOW, rows: many(2), ...properties });
  document.body.appendChild(element);
  return element;
}

const all = <T extends Element = HTMLElement>(element: HTMLElement, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<T>(selector)
];
const one = <T extends Element = HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector)!;
const reports = (element: HTMLElement) => all(element, '.link').map(({ textContent }) => textContent);
const count = (element: HTMLElement) => one(element, '[role="status"]').textContent;
const change = (element: Element, value: string) =>
  element.dispatchEvent(new CustomEvent('change', { detail: { value } }));
const rendered = () => Promise.resolve();

function listen(element: HTMLElement) {
  const heard = jest.fn();
  element.addEventListener('rowaction', (event) => heard((event as CustomEvent).detail));
  return heard;
}

async function search(element: HTMLElement, text: string) {
  change(one(element, 'lightning-input'), text);
  jest.advanceTimersByTime(250);
  await rendered();
}

describe('c-insights-integration-grid', () => {
  beforeEach(() => jest.useFakeTimers());

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  it('shows each integration with its object, schedule and runs', () => {
    const lastRun = { status: 'CompletedWithIssues', startedAt: '2026-11-24T08:00:00Z', updated: 1234 };
    const element = mount({ rows: [integration(1, { lastRun, environmentName: 'Acme', environmentKind: 'Sandbox' })] });
    const text = one(element, 'tbody tr').textContent!;
    for (const part of [
      'Report 001',
      'Integration 001',
      'Lead',
      'Acme',
      'Daily at 08:00 UTC',
      '4 hours ago',
      '1,234'
    ]) {
      expect(text).toContain(part);
    }
    expect(text).toContain('2026-11-24 08:00 UTC');
    expect(one<LwcElement<LightningBadge>>(element, 'lightning-badge').label).toBe('Sandbox');
    expect(one<LwcElement<InsightsStatus>>(element, 'c-insights-status').status).toBe('CompletedWithIssues');
  });

  it('shows fifty at a time', async () => {
    const element = mount({ rows: many(120) });
    expect(reports(element)).toHaveLength(50);
    const more = () => one<LwcElement<LightningButton>>(element, 'div > lightning-button');
    expect(more().label).toBe('Show 50 More');
    more().click();
    await rendered();
    expect(reports(element)).toHaveLength(100);
    expect(more().label).toBe('Show 20 More');
    more().click();
    await rendered();
    expect(reports(element)).toHaveLength(120);
    expect(more()).toBeNull();
  });

  it('searches when the user has stopped typing, and says how many it found', async () => {
    const element = mount({ rows: many(12) });
    change(one(element, 'lightning-input'), 'Report 012');
    await rendered();
    expect(count(element)).toBe('12 integrations');
    jest.advanceTimersByTime(250);
    await rendered();
    expect(reports(element)).toEqual(['Report 012']);
    expect(count(element)).toBe('1 of 12 integrations');
  });

  it('filters by status', async () => {
    const element = mount({ rows: [integration(1), integration(2, { lastRun: { status: 'Failed' } })] });
    change(one(element, 'lightning-combobox'), 'Failed');
    await rendered();
    expect(reports(element)).toEqual(['Report 002']);
  });

  it('offers every status, none, and paused', () => {
    const { options } = one<LwcElement<LightningCombobox>>(mount({}), 'lightning-combobox');
    const values = (options as { value: string }[]).map(({ value }) => value);
    expect(values).toEqual([
      'Any',
      'Queued',
      'Running',
      'Completed',
      'CompletedWithIssues',
      'Failed',
      'Aborted',
      'NeverRun',
      'Paused'
    ]);
  });

  it('clears the filters when nothing fits', async () => {
    const element = mount({});
    await search(element, 'nonsense');
    expect(one(element, 'table')).toBeNull();
    one(element, 'c-insights-state').dispatchEvent(new CustomEvent('action'));
    await rendered();
    expect(reports(element)).toHaveLength(2);
    expect(one<LwcElement<LightningInput>>(element, 'lightning-input').value).toBe('');
  });

  it('begins again at the top when the filter changes', async () => {
    const element = mount({ rows: many(120) });
    one(element, 'div > lightning-button').click();
    await rendered();
    await search(element, 'Report');
    expect(reports(element)).toHaveLength(50);
  });

  it('sorts by a column, and the other way round at the next click', async () => {
    const element = mount({});
    const head = () => one(element, '[data-column="report"]');
    const sort = () => head().closest('th')!.getAttribute('aria-sort');
    expect(sort()).toBe('ascending');
    head().click();
    await rendered();
    expect(sort()).toBe('descending');
    expect(reports(element)).toEqual(['Report 002', 'Report 001']);
    one(element, '[data-column="updated"]').click();
    await rendered();
    expect(sort()).toBe('none');
    expect(one(element, '[data-column="updated"]').closest('th')!.getAttribute('aria-sort')).toBe('ascending');
  });

  it('shows how far a run is instead of how the last one ended', () => {
    const lastRun = { id: 'r1', status: 'Running', pagesTotal: 10, pagesDone: 3 };
    const element = mount({ rows: [integration(1, { lastRun })], canRun: true });
    const progress = one<LwcElement<InsightsRunProgress>>(element, 'c-insights-run-progress');
    expect(progress.run).toEqual(lastRun);
    expect(progress.canAbort).toBe(true);
    expect(one(element, 'c-insights-status')).toBeNull();
    const heard = listen(element);
    progress.dispatchEvent(new CustomEvent('abort', { detail: { runId: 'r1' } }));
    expect(heard).toHaveBeenCalledWith({ action: 'abort', integrationId: 'a1' });
  });

  it('opens the log by the name of the report', () => {
    const element = mount({});
    const heard = listen(element);
    one(element, '.link').click();
    expect(heard).toHaveBeenCalledWith({ action: 'log', integrationId: 'a1' });
  });

  it('hands on what the user chooses, with the rights of the user', () => {
    const element = mount({ canManage: true, canRun: false, busyIds: ['a2'] });
    const [first, second] = all<LwcElement<InsightsRowActions>>(element, 'c-insights-row-actions');
    expect([first!.canManage, first!.canRun, first!.busy, second!.busy]).toEqual([true, false, false, true]);
    expect(all(element, '.actions_busy')).toEqual([second!.parentElement]);
    const heard = listen(element);
    first!.dispatchEvent(new CustomEvent('rowaction', { detail: { action: 'pause', integrationId: 'a1' } }));
    expect(heard).toHaveBeenCalledWith({ action: 'pause', integrationId: 'a1' });
  });

  it.each([
    ['the row that follows on one that is gone', 'a2', ['a1', 'a3'], 'a3'],
    ['the row before the last one when that is gone', 'a3', ['a1', 'a2'], 'a2'],
    ['its row when a part of that is gone', 'a2', ['a1', 'a2', 'a3'], 'a2']
  ])('gives the focus to %s', async (_what, lost, left, next) => {
    const lastRun = { id: 'r1', name: 'RUN-1', status: 'Running' };
    const rows = many(3).map((row) => (row.id === lost ? { ...row, lastRun } : row));
    const element = mount({ rows, canRun: true });
    one(element, 'c-insights-run-progress').focus();
    const actions = all<LwcElement<InsightsRowActions>>(element, 'c-insights-row-actions');
    const focused = actions.map((each) => (each.focus = jest.fn()));
    element.rows = many(3).filter(({ id }) => left.includes(id));
    await rendered();
    expect(
      actions.filter((_each, index) => focused[index]!.mock.calls.length > 0).map(({ dataset }) => dataset.id)
    ).toEqual([next]);
  });

  it('gives the focus to the search when the row was the last one that fits', async () => {
    const lastRun = { id: 'r1', name: 'RUN-1', status: 'Running' };
    const element = mount({ rows: [integration(1, { lastRun }), integration(2)], canRun: true });
    change(one(element, 'lightning-combobox'), 'Running');
    await rendered();
    one(element, 'c-insights-run-progress').focus();
    const focused = (one(element, 'lightning-input').focus = jest.fn());
    element.rows = many(2);
    await rendered();
    expect(focused).toHaveBeenCalledTimes(1);
  });

  it('gives the focus to the pencil of a row', () => {
    const element = mount({});
    const second = all<LwcElement<InsightsRowActions>>(element, 'c-insights-row-actions')[1]!;
    second.focusEdit = jest.fn();
    element.focusEdit('a2');
    expect(second.focusEdit).toHaveBeenCalledTimes(1);
    expect(() => element.focusEdit('gone')).not.toThrow();
  });

  it('marks what is paused by a word', () => {
    const element = mount({ rows: [integration(1, { active: false })] });
    expect(one(element, '.paused').textContent).toContain('Paused');
  });

  it('searches no more once it is gone', () => {
    const element = mount({});
    change(one(element, 'lightning-input'), 'x');
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
  });

  it.each([
    ['with data', {}],
    ['with a run at work', { rows: [integration(1, { lastRun: { status: 'Queued' } })] }],
    ['with nothing that fits', { rows: [] }]
  ])('is accessible %s', async (_what, properties) => {
    jest.useRealTimers();
    await expect(mount(properties)).toBeAccessible();
  });
});
