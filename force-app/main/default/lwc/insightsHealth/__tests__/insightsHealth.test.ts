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

const BROKEN = { body: { message: JSON.stringify({ code: 'Broken', message: 'It broke.', remedy: 'Mend it.' }) } };
const NEVER = new Promise(() => {});

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

const variants = (element: HTMLElement) =>
  [...element.shadowRoot!.querySelectorAll<HTMLElement & { variant: string }>('c-insights-state')].map(
    ({ variant }) => variant
  );
const problem = (element: HTMLElement) =>
  find<HTMLElement & { problem: { message: string } }>(element, 'c-insights-problem');
const choose = (element: HTMLElement, value: string) =>
  find(element, 'lightning-radio-group')!.dispatchEvent(new CustomEvent('change', { detail: { value } }));

describe('c-insights-health', () => {
  beforeEach(() => {
    days.mockReset().mockResolvedValue([DAY]);
    freshness.mockReset().mockResolvedValue(FRESH);
    reasons.mockReset().mockResolvedValue({ reasons: [{ code: 'NoMatch', message: 'No record.', count: 3 }] });
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
    days.mockResolvedValue([{ day: '2026-11-24' }]);
    const element = await mount();
    const state = find<HTMLElement & { variant: string }>(element, 'c-insights-state')!;
    expect(state.variant).toBe('empty');
    expect(find(element, 'c-insights-chart')).toBeNull();
    await expect(element).toBeAccessible();
  });

  it('goes on showing the runs of integrations that were deleted', async () => {
    freshness.mockResolvedValue({ ...FRESH, integrations: [] });
    const element = await mount();
    expect(find(element, 'c-insights-state')).toBeNull();
    expect(find(element, 'c-insights-freshness-table')).toBeNull();
    expect(element.shadowRoot!.querySelectorAll('c-insights-chart')).toHaveLength(4);
  });

  it('warns when scheduled runs do not happen', async () => {
    freshness.mockResolvedValue({ ...FRESH, isScheduled: false });
    expect(find(await mount(), '[data-id="not-scheduled"]')!.textContent).not.toBe('');
  });

  it('says what went wrong, and tries again', async () => {
    [days, freshness, reasons].forEach((call) => call.mockRejectedValueOnce(BROKEN));
    const element = await mount();
    const state = find<HTMLElement & { message: string; remedy: string }>(element, 'c-insights-state')!;
    expect([state.message, state.remedy]).toEqual(['It broke.', 'Mend it.']);
    await expect(element).toBeAccessible();
    state.dispatchEvent(new CustomEvent('action'));
    await settle();
    expect(find(element, 'c-insights-freshness-table')).not.toBeNull();
  });

  it('offers no retry to a user without access', async () => {
    const closed = { body: { message: "You do not have access to the Apex class named 'InsightsHealthController'." } };
    [days, freshness, reasons].forEach((call) => call.mockRejectedValue(closed));
    const state = find<HTMLElement & { variant: string; actionLabel?: string }>(await mount(), 'c-insights-state')!;
    expect(state.variant).toBe('no-access');
    expect(state.actionLabel).toBeUndefined();
  });

  it('shows that it tries again after a first failure, instead of the failure, and goes on at its heading', async () => {
    [days, freshness, reasons].forEach((call) => call.mockRejectedValueOnce(BROKEN).mockReturnValueOnce(NEVER));
    const element = await mount();
    find(element, 'c-insights-state')!.dispatchEvent(new CustomEvent('action'));
    await settle();
    expect(variants(element)).toEqual(['loading']);
    expect(element.shadowRoot!.activeElement).toBe(find(element, 'h1'));
  });

  it('keeps charts, and goes back to their range, when another range cannot be loaded', async () => {
    const element = await mount();
    days.mockRejectedValueOnce(BROKEN);
    choose(element, '90');
    await settle();
    expect(element.shadowRoot!.querySelectorAll('c-insights-chart')).toHaveLength(4);
    expect(find<HTMLElement & { value: string }>(element, 'lightning-radio-group')!.value).toBe('30');
    expect(problem(element)!.problem.message).toBe('It broke.');
    await expect(element).toBeAccessible();
  });

  it('tries the range again that could not be loaded, and shows that it does', async () => {
    const element = await mount();
    days.mockRejectedValueOnce(BROKEN);
    choose(element, '90');
    await settle();
    days.mockReturnValueOnce(NEVER);
    problem(element)!.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(days).toHaveBeenLastCalledWith({ days: 90 });
    expect(problem(element)).toBeNull();
    expect(find(element, 'lightning-spinner')).not.toBeNull();
    expect(element.shadowRoot!.activeElement).toBe(find(element, 'h1'));
  });

  it('shows what could be loaded when a part could not', async () => {
    days.mockRejectedValue(BROKEN);
    const element = await mount();
    expect(find(element, 'c-insights-freshness-table')).not.toBeNull();
    expect(element.shadowRoot!.querySelectorAll('c-insights-chart')).toHaveLength(1);
    expect(problem(element)!.problem.message).toBe('It broke.');
  });

  it('refreshes once, however often it is clicked, and keeps its button usable', async () => {
    const element = await mount();
    days.mockReturnValueOnce(NEVER);
    const refresh = find<HTMLElement & { disabled?: boolean }>(element, '[data-id="refresh"]')!;
    refresh.click();
    refresh.click();
    await settle();
    expect(days).toHaveBeenCalledTimes(2);
    expect(refresh.disabled).toBeFalsy();
    expect(find(element, 'lightning-spinner')).not.toBeNull();
  });

  it('says how many integrations are left out, and that a range is shortened', async () => {
    freshness.mockResolvedValue({ ...FRESH, leftOut: 1200 });
    const element = await mount();
    expect(find(element, '[data-id="left-out"]')!.textContent).toContain('1,200');
    expect(find(element, '[data-id="shortened"]')!.textContent).toContain('newest 1 days');
    await expect(element).toBeAccessible();
  });

  it('says nothing of the kind while all is shown', async () => {
    days.mockResolvedValue(Array.from({ length: 30 }, () => DAY));
    const element = await mount();
    expect(find(element, '[data-id="left-out"], [data-id="shortened"], [data-id="not-scheduled"]')).toBeNull();
  });
});
