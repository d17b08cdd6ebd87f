import { createElement } from 'lwc';
import InsightsHealth from 'c/insightsHealth';
import loadDays from '@salesforce/apex/InsightsHealthController.loadDays';
import loadFreshness from '@salesforce/apex/InsightsHealthController.loadFreshness';
import loadReasons from '@salesforce/apex/InsightsHealthController.loadReasons';

jest.mock('@salesforce/apex/InsightsHealthController.loadDays', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsHealthController.loadFreshness', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsHealthController.loadReasons', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true
});

const days = loadDays as unknown as jest.Mock;
const freshness = loadFreshness as unknown as jest.Mock;
const reasons = loadReasons as unknown as jest.Mock;

const DAY = { day: '2026-11-24', completed: 1, rowsRead: 10, updated: 10 };
const FRESH = {
  integrations: [{ id: '1', name: 'Logins', active: true }],
  isScheduled: true,
  now: '2026-11-24T10:00:00Z'
};

const settle = async () => {
  for (let turn = 0; turn < 10; turn++) await Promise.resolve();
};

async function mount() {
  const element = createElement('c-insights-health', { is: InsightsHealth });
  document.body.appendChild(element);
  await settle();
  return element;
}

const find = <T extends HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector);

describe('c-insights-health', () => {
  beforeEach(() => {
    days.mockReset().mockResolvedValue([DAY]);
    freshness.mockReset().mockResolvedValue(FRESH);
    reasons.mockReset().mockResolvedValue([{ code: 'NoMatch', message: 'No record.', count: 3 }]);
  });
  afterEach(() => document.body.replaceChildren());

  it('shows freshness and four charts', async () => {
    const element = await mount();
    expect(find(element, 'c-insights-freshness-table')).not.toBeNull();
    const charts = [...element.shadowRoot!.querySelectorAll('c-insights-chart')] as (HTMLElement & {
      summary: string;
    })[];
    expect(charts).toHaveLength(4);
    expect(charts[3]!.summary).toContain('No record.');
    await expect(element).toBeAccessible();
  });

  it('loads another range when one is chosen', async () => {
    const element = await mount();
    find(element, 'lightning-radio-group')!.dispatchEvent(new CustomEvent('change', { detail: { value: '90' } }));
    await settle();
    expect(days.mock.calls.map(([parameters]) => parameters)).toEqual([{ days: 30 }, { days: 90 }]);
  });

  it('shows the range that was chosen last, however late the others come', async () => {
    const element = await mount();
    let late!: (value: unknown) => void;
    days.mockReturnValueOnce(new Promise((resolve) => (late = resolve)));
    const group = find(element, 'lightning-radio-group')!;
    group.dispatchEvent(new CustomEvent('change', { detail: { value: '90' } }));
    days.mockResolvedValue([{ ...DAY, completed: 7 }]);
    group.dispatchEvent(new CustomEvent('change', { detail: { value: '7' } }));
    await settle();
    late([{ ...DAY, completed: 90 }]);
    await settle();
    expect(find<HTMLElement & { summary: string }>(element, 'c-insights-chart')!.summary).toContain('7 completed');
  });

  it('leads to the integrations while there is none', async () => {
    freshness.mockResolvedValue({ ...FRESH, integrations: [] });
    const element = await mount();
    const state = find<HTMLElement & { variant: string }>(element, 'c-insights-state')!;
    expect(state.variant).toBe('empty');
    expect(find(element, 'c-insights-chart')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('warns when scheduled runs do not happen', async () => {
    freshness.mockResolvedValue({ ...FRESH, isScheduled: false });
    expect(find(await mount(), '[data-id="not-scheduled"]')!.textContent).not.toBe('');
  });

  it('says what went wrong, and tries again', async () => {
    const message = JSON.stringify({ code: 'Broken', message: 'It broke.', remedy: 'Mend it.' });
    reasons.mockRejectedValueOnce({ body: { message } });
    const element = await mount();
    const state = find<HTMLElement & { message: string; remedy: string }>(element, 'c-insights-state')!;
    expect([state.message, state.remedy]).toEqual(['It broke.', 'Mend it.']);
    await expect(element).toBeAccessible();
    state.dispatchEvent(new CustomEvent('action'));
    await settle();
    expect(find(element, 'c-insights-freshness-table')).not.toBeNull();
  });

  it('offers no retry to a user without access', async () => {
    days.mockRejectedValue({
      body: { message: "You do not have access to the Apex class named 'InsightsHealthController'." }
    });
    const state = find<HTMLElement & { variant: string; actionLabel?: string }>(await mount(), 'c-insights-state')!;
    expect(state.variant).toBe('no-access');
    expect(state.actionLabel).toBeUndefined();
  });
});
