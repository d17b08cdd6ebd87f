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
/** Stubs of base components take no focus by themselves. */
const giveFocus = (target: HTMLElement) => {
  target.tabIndex = 0;
  target.focus();
};

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

  it('does not ask twice for the same issues, and keeps the button that has the focus', async () => {
    const element = await mount();
    load.mockReturnValue(new Promise(() => undefined));
    const more = one(element, '[data-id="more"]')!;
    more.click();
    await flush();
    more.click();
    expect(load).toHaveBeenCalledTimes(2);
    expect(more.disabled).toBeFalsy();
  });

  it('goes to the first of the next issues when there are no more to ask for', async () => {
    const element = await mount();
    load.mockResolvedValue(NEXT);
    giveFocus(one(element, '[data-id="more"]')!);
    one(element, '[data-id="more"]')!.click();
    await flush();
    const lines = one(element, 'c-insights-issue-list')!.shadowRoot!;
    expect(lines.activeElement).toBe(lines.querySelectorAll('tbody tr')[1]);
  });

  it('keeps the issues when the next ones cannot be loaded, and asks for the same again', async () => {
    const element = await mount();
    load.mockRejectedValueOnce(REFUSED);
    one(element, '[data-id="more"]')!.click();
    await flush();
    expect((one(element, 'c-insights-problem')!.problem as { message: string }).message).toBe('It is gone.');
    expect(shownIds(element)).toEqual(['i1']);
    load.mockResolvedValueOnce(NEXT);
    one(element, '[data-id="more"]')!.click();
    await flush();
    expect(load.mock.calls.map(([{ cursor }]) => cursor)).toEqual([null, '1:i1', '1:i1']);
    expect(shownIds(element)).toEqual(['i1', 'i2']);
    expect(one(element, 'c-insights-problem')).toBeNull();
  });

  it('keeps the issues when they cannot be loaded again at the end of the run', async () => {
    const element = await mount({ ...RUN, endedAt: null });
    load.mockRejectedValueOnce(REFUSED);
    element.run = RUN;
    await flush();
    expect(shownIds(element)).toEqual(['i1']);
    const problem = one(element, 'c-insights-problem')!;
    expect(problem.retryable).toBe(true);
    load.mockResolvedValueOnce({ ...NEXT, total: 1 });
    problem.dispatchEvent(new CustomEvent('retry'));
    await flush();
    expect(shownIds(element)).toEqual(['i2']);
  });

  it('shows no issues of another filter when those of the chosen one cannot be loaded', async () => {
    const element = await mount();
    load.mockRejectedValueOnce(REFUSED);
    await filterBy(element, { outcome: '', reasonCode: '', searchText: 'a' });
    expect(one(element, 'c-insights-issue-list')).toBeNull();
    expect(one(element, 'c-insights-state')!.variant).toBe('error');
  });

  it('says that it is loading while the issues of another filter are still to come', async () => {
    const element = await mount();
    let answer: (page: unknown) => void = () => undefined;
    load.mockReturnValueOnce(new Promise((done) => (answer = done)));
    await filterBy(element, { outcome: '', reasonCode: '', searchText: 'a' });
    const status = one(element, '[role="status"]')!;
    expect(status.textContent).toBe('Loading');
    expect(one(element, '[aria-busy="true"]')).not.toBeNull();
    answer(NEXT);
    await flush();
    expect(status.textContent).toBe('1 of 150 issues');
    expect(one(element, '[aria-busy="true"]')).toBeNull();
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

  it('keeps the filter while all issues are still to come', async () => {
    const element = await mount();
    load.mockResolvedValueOnce({ total: 0 });
    await filterBy(element, { outcome: '', reasonCode: '', searchText: 'nobody' });
    load.mockReturnValue(new Promise(() => undefined));
    await filterBy(element, { outcome: '', reasonCode: '', searchText: '' });
    expect(one(element, 'c-insights-issue-filter')).not.toBeNull();
  });

  it.each([
    ['that nothing matches', { total: 0 }],
    ['whose issues could not be loaded', REFUSED]
  ])('keeps the focus when it leaves a filter %s', async (_which, answer) => {
    const element = await mount();
    load.mockImplementationOnce(async () => ('body' in answer ? Promise.reject(answer) : answer));
    await filterBy(element, { outcome: '', reasonCode: '', searchText: 'nobody' });
    const button = one(element, 'c-insights-state')!.shadowRoot!.querySelector<HTMLElement>('lightning-button')!;
    giveFocus(button);
    button.click();
    await flush();
    expect((element.shadowRoot!.activeElement as HTMLElement).getAttribute('aria-label')).toBe('Issues');
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
