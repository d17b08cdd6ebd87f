import { createElement } from 'lwc';
import loadIssues from '@salesforce/apex/InsightsRunsController.loadIssues';
import InsightsRunIssues from 'c/insightsRunIssues';

jest.mock('@salesforce/apex/InsightsRunsController.loadIssues', () => ({ default: jest.fn() }), { virtual: true });

const load = loadIssues as unknown as jest.Mock;
const RUN = { id: 'r1', name: 'RUN-000001', status: 'CompletedWithIssues', endedAt: '2026-11-24T08:00:00.000Z' };
const PAGE = {
  issues: [{ id: 'i1', rowNumber: 1, message: 'No.', outcome: 'Rejected' }],
  total: 150,
  nextCursor: '1:i1',
  reasons: [{ code: 'NotANumber', outcome: 'Rejected', message: 'No number.', count: 150 }],
  isCapped: false
};
const NEXT = { issues: [{ id: 'i2', rowNumber: 2, message: 'No.', outcome: 'Rejected' }], total: 150 };
const REFUSED = { body: { message: '{"code":"RunGone","message":"It is gone.","remedy":"Choose another."}' } };

type Element = HTMLElement & Record<string, unknown>;
const flush = () => new Promise((done) => setTimeout(done));

async function mount(run: unknown = RUN) {
  const element = createElement('c-insights-run-issues', { is: InsightsRunIssues }) as unknown as Element;
  element.run = run;
  document.body.appendChild(element);
  await flush();
  return element;
}

const one = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<Element>(selector);
const filterBy = async (element: HTMLElement, detail: object) => {
  one(element, 'c-insights-issue-filter')!.dispatchEvent(new CustomEvent('filter', { detail }));
  await flush();
};
const shownIds = (element: HTMLElement) =>
  (one(element, 'c-insights-issue-list')!.issues as { id: string }[]).map(({ id }) => id);

describe('c-insights-run-issues', () => {
  beforeEach(() => load.mockReset().mockResolvedValue(PAGE));
  afterEach(() => document.body.replaceChildren());

  it('shows the first issues with their number and reasons', async () => {
    const element = await mount();
    expect(load).toHaveBeenCalledWith({
      runId: 'r1',
      outcome: '',
      reasonCode: '',
      searchText: '',
      limitTo: 100,
      cursor: null
    });
    expect(shownIds(element)).toEqual(['i1']);
    expect(one(element, '[data-id="count"]')!.textContent).toBe('1 of 150 issues');
    expect(one(element, 'c-insights-issue-filter')!.reasons).toEqual(PAGE.reasons);
    expect(one(element, '[data-id="capped"]')).toBeNull();
  });

  it('adds the next issues and keeps the reasons', async () => {
    const element = await mount();
    load.mockResolvedValue(NEXT);
    one(element, '[data-id="more"]')!.click();
    await flush();
    expect(load.mock.calls[1][0].cursor).toBe('1:i1');
    expect(shownIds(element)).toEqual(['i1', 'i2']);
    expect(one(element, '[data-id="more"]')).toBeNull();
    expect(one(element, 'c-insights-issue-filter')!.reasons).toEqual(PAGE.reasons);
  });

  it('cannot ask twice for the same issues', async () => {
    const element = await mount();
    load.mockReturnValue(new Promise(() => undefined));
    one(element, '[data-id="more"]')!.click();
    await flush();
    expect(one(element, '[data-id="more"]')!.disabled).toBe(true);
  });

  it('begins anew with another filter', async () => {
    const element = await mount();
    load.mockResolvedValue(NEXT);
    await filterBy(element, { outcome: 'Rejected', reasonCode: 'NotADate', searchText: 'acme' });
    expect(load.mock.calls[1][0]).toMatchObject({
      outcome: 'Rejected',
      reasonCode: 'NotADate',
      searchText: 'acme',
      cursor: null
    });
    expect(shownIds(element)).toEqual(['i2']);
  });

  it('shows the answer to the last question, whichever comes last', async () => {
    const element = await mount();
    let answerFirst: (page: unknown) => void = () => undefined;
    load.mockReturnValueOnce(new Promise((answer) => (answerFirst = answer))).mockResolvedValueOnce(NEXT);
    await filterBy(element, { outcome: '', reasonCode: '', searchText: 'a' });
    await filterBy(element, { outcome: '', reasonCode: '', searchText: 'ab' });
    answerFirst(PAGE);
    await flush();
    expect(shownIds(element)).toEqual(['i2']);
  });

  it('offers to clear a filter that nothing matches', async () => {
    const element = await mount();
    load.mockResolvedValueOnce({ total: 0 });
    await filterBy(element, { outcome: '', reasonCode: '', searchText: 'nobody' });
    const state = one(element, 'c-insights-state')!;
    expect(state.heading).toBe('No issue matches');
    expect(one(element, 'c-insights-issue-filter')).not.toBeNull();
    state.dispatchEvent(new CustomEvent('action'));
    await flush();
    expect(load.mock.calls.at(-1)[0].searchText).toBe('');
    expect(shownIds(element)).toEqual(['i1']);
  });

  it.each([
    ['that has ended', RUN, 'Every row'],
    ['that goes on', { ...RUN, endedAt: null }, 'appear here']
  ])('says that a run %s has no issues', async (_which, run, message) => {
    load.mockResolvedValue({ issues: [], total: 0, reasons: [] });
    const element = await mount(run);
    expect(one(element, 'c-insights-state')!.heading).toBe('No issues');
    expect(one(element, 'c-insights-state')!.message).toContain(message);
    expect(one(element, 'c-insights-issue-filter')).toBeNull();
  });

  it('points to the files when more rows have issues than are stored', async () => {
    load.mockResolvedValue({ ...PAGE, isCapped: true });
    const element = await mount();
    const heard = jest.fn();
    element.addEventListener('files', heard);
    one(element, '[data-id="capped"] lightning-button')!.click();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('loads again when the run ends, and not at every step', async () => {
    const element = await mount({ ...RUN, endedAt: null });
    element.run = { ...RUN, endedAt: null, pagesDone: 2 };
    await flush();
    expect(load).toHaveBeenCalledTimes(1);
    element.run = RUN;
    await flush();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('says what went wrong, and tries again', async () => {
    load.mockRejectedValueOnce(REFUSED);
    const element = await mount();
    const state = one(element, 'c-insights-state')!;
    expect([state.variant, state.message, state.remedy]).toEqual(['error', 'It is gone.', 'Choose another.']);
    state.dispatchEvent(new CustomEvent('action'));
    await flush();
    expect(shownIds(element)).toEqual(['i1']);
  });

  it('shows that it is loading', async () => {
    load.mockReturnValue(new Promise(() => undefined));
    expect(one(await mount(), 'c-insights-state')!.variant).toBe('loading');
  });

  it('is accessible', async () => {
    load.mockResolvedValue({ ...PAGE, isCapped: true });
    await expect(await mount()).toBeAccessible();
  });
});
