import { createElement } from 'lwc';
import InsightsRecordCard from 'c/insightsRecordCard';
import loadCard from '@salesforce/apex/InsightsRecordCardController.loadCard';

jest.mock('@salesforce/apex/InsightsRecordCardController.loadCard', () => ({ __esModule: true, default: jest.fn() }), {
  virtual: true
});

const mockNavigate = jest.fn();

jest.mock('lightning/navigation', () => {
  const Navigate = Symbol('Navigate');
  const mixin = (base: new () => object) =>
    class extends base {
      [Navigate](page: object) {
        mockNavigate(page);
      }
    };
  return { NavigationMixin: Object.assign(mixin, { Navigate }) };
});

const load = loadCard as unknown as jest.Mock;
const CARD = {
  objectLabel: 'Lead',
  now: '2026-11-24T08:00:00.000Z',
  integrations: [{ integrationId: 'a01', integrationName: 'Logins' }]
};

const BROKEN = { body: { message: '{"code":"X","message":"It broke.","remedy":"Mend it."}' } };

const settle = async () => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};

async function mount(recordId: string | null = '00Q1') {
  const element = createElement('c-insights-record-card', { is: InsightsRecordCard });
  Object.assign(element, { recordId });
  document.body.appendChild(element);
  await settle();
  return element as HTMLElement & { recordId: string };
}

const find = <T extends HTMLElement>(element: HTMLElement, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector);

describe('c-insights-record-card', () => {
  beforeEach(() => load.mockReset().mockResolvedValue(CARD));
  afterEach(() => document.body.replaceChildren());

  it('shows what each integration did to the record', async () => {
    const element = await mount();
    expect(load).toHaveBeenCalledWith({ recordId: '00Q1' });
    const shown = find<HTMLElement & { source: unknown; now: string }>(element, 'c-insights-record-source')!;
    expect([shown.source, shown.now]).toEqual([CARD.integrations[0], CARD.now]);
    await expect(element).toBeAccessible();
  });

  it('says how many integrations it does not tell of', async () => {
    expect(find(await mount(), '[data-id="more"]')).toBeNull();
    load.mockResolvedValue({ ...CARD, leftOut: 490 });
    expect(find(await mount(), '[data-id="more"]')!.textContent).toContain('490');
  });

  it('follows the page to another record', async () => {
    const element = await mount();
    element.recordId = '00Q2';
    await settle();
    expect(load.mock.calls.map(([parameters]) => parameters.recordId)).toEqual(['00Q1', '00Q2']);
  });

  it('opens the run that is asked for', async () => {
    const element = await mount();
    find(element, 'c-insights-record-source')!.dispatchEvent(new CustomEvent('run', { detail: { runId: 'a03' } }));
    expect(mockNavigate).toHaveBeenCalledWith({
      type: 'standard__recordPage',
      attributes: { recordId: 'a03', objectApiName: 'InsightsRun__c', actionName: 'view' }
    });
  });

  it('says that no integration writes to the object', async () => {
    load.mockResolvedValue({ objectLabel: 'Account', integrations: [] });
    const state = find<HTMLElement & { variant: string; message: string }>(await mount(), 'c-insights-state')!;
    expect(state.variant).toBe('empty');
    expect(state.message).toContain('Account');
  });

  it('says what went wrong, and tries again', async () => {
    load.mockRejectedValueOnce(BROKEN);
    const element = await mount();
    const state = find<HTMLElement & { message: string }>(element, 'c-insights-state')!;
    expect(state.message).toBe('It broke.');
    await expect(element).toBeAccessible();
    state.dispatchEvent(new CustomEvent('action'));
    await settle();
    expect(find(element, 'c-insights-record-source')).not.toBeNull();
  });

  it('shows a user without access no way to try again', async () => {
    load.mockRejectedValue({ body: { message: "You do not have access to the Apex class named 'X'." } });
    const state = find<HTMLElement & { variant: string; actionLabel?: string }>(await mount(), 'c-insights-state')!;
    expect([state.variant, state.actionLabel]).toEqual(['no-access', undefined]);
  });

  it('shows that it tries again, and goes on at its heading', async () => {
    load.mockRejectedValueOnce(BROKEN);
    const element = await mount();
    load.mockReturnValueOnce(new Promise(() => {}));
    find(element, 'c-insights-state')!.dispatchEvent(new CustomEvent('action'));
    await settle();
    const states = [...element.shadowRoot!.querySelectorAll('c-insights-state')] as (HTMLElement & {
      variant: string;
    })[];
    expect(states.map(({ variant }) => variant)).toEqual(['loading']);
    expect(element.shadowRoot!.activeElement).toBe(find(element, 'h2'));
  });

  it('keeps what it shows when a refresh fails, says so, and tries again', async () => {
    const element = await mount();
    load.mockRejectedValueOnce(BROKEN);
    find(element, '[data-id="refresh"]')!.click();
    await settle();
    expect(find(element, 'c-insights-record-source')).not.toBeNull();
    const shown = find<HTMLElement & { problem: { message: string } }>(element, 'c-insights-problem')!;
    expect(shown.problem.message).toBe('It broke.');
    await expect(element).toBeAccessible();

    shown.dispatchEvent(new CustomEvent('retry'));
    await settle();
    expect(find(element, 'c-insights-problem')).toBeNull();
    expect(element.shadowRoot!.activeElement).toBe(find(element, 'h2'));
  });

  it('refreshes once, however often it is clicked, and keeps its button usable', async () => {
    const element = await mount();
    load.mockReturnValueOnce(new Promise(() => {}));
    const refresh = find<HTMLElement & { disabled?: boolean }>(element, '[data-id="refresh"]')!;
    refresh.click();
    refresh.click();
    await settle();
    expect(load).toHaveBeenCalledTimes(2);
    expect(refresh.disabled).toBeFalsy();
    expect(find(element, 'lightning-spinner')).not.toBeNull();
  });

  it('does not carry a problem over to another record', async () => {
    load.mockRejectedValueOnce(BROKEN);
    const element = await mount();
    load.mockReturnValueOnce(new Promise(() => {}));
    element.recordId = '00Q2';
    await settle();
    expect(find<HTMLElement & { variant: string }>(element, 'c-insights-state')!.variant).toBe('loading');
  });
});
