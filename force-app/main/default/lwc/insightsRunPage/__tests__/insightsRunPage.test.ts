import { createElement } from 'lwc';
import abortRun from '@salesforce/apex/InsightsIntegrationsController.abortRun';
import loadRun from '@salesforce/apex/InsightsRunsController.loadRun';
import { watchRuns } from 'c/insightsRunWatcher';
import InsightsRunPage from 'c/insightsRunPage';

jest.mock('@salesforce/apex/InsightsIntegrationsController.abortRun', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsRunsController.loadRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsRunsController.loadFiles', () => ({ default: jest.fn(async () => []) }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsRunsController.loadIssues', () => ({ default: jest.fn(async () => ({})) }), {
  virtual: true
});
jest.mock('@salesforce/customPermission/RunInsightsIntegrations', () => ({ default: true }), { virtual: true });
jest.mock('c/insightsRunWatcher', () => ({ __esModule: true, watchRuns: jest.fn(), goesOn: () => false }));

const read = loadRun as unknown as jest.Mock;
const abort = abortRun as unknown as jest.Mock;
const watch = watchRuns as jest.Mock;
const stopWatching = jest.fn();
const flush = () => new Promise((done) => setTimeout(done));

const run = (id: string, change = {}) => ({ id, name: `RUN-${id}`, status: 'Running', rowsRead: 0, ...change });
const apexError = (code: string) => ({
  body: { message: JSON.stringify({ code, message: 'It is gone.', remedy: 'Choose another.' }) }
});

type Element = HTMLElement & Record<string, unknown>;

async function mount(recordId: string | null = 'r1') {
  const element = createElement('c-insights-run-page', { is: InsightsRunPage }) as unknown as Element;
  element.recordId = recordId;
  document.body.appendChild(element);
  await flush();
  return element;
}

const one = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<Element>(selector);
const detail = (element: HTMLElement) => one(element, 'c-insights-run-detail');
const shown = (element: HTMLElement) => detail(element)?.run as Record<string, unknown> | undefined;
const tell = async (target: HTMLElement, name: string, about?: object) => {
  target.dispatchEvent(new CustomEvent(name, { detail: about }));
  await flush();
};
const screen = () => watch.mock.calls[0][0];
/** Stubs of base components take no focus by themselves. */
const giveFocus = (target: HTMLElement) => {
  target.tabIndex = 0;
  target.focus();
};

describe('c-insights-run-page', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    watch.mockReturnValue({ stop: stopWatching });
    read.mockImplementation(async ({ runId }: { runId: string }) => run(runId));
  });
  afterEach(() => document.body.replaceChildren());

  it('shows the log of the run whose page it is, to abort for those who may', async () => {
    const element = await mount();
    expect(read.mock.calls).toEqual([[{ runId: 'r1' }]]);
    expect(shown(element)!.id).toBe('r1');
    expect(detail(element)!.canRun).toBe(true);
    expect(one(element, 'c-insights-state')).toBeNull();
  });

  it('waits for the page to name a run', async () => {
    const element = await mount(null);
    expect(read).not.toHaveBeenCalled();
    element.recordId = 'r2';
    await flush();
    expect(shown(element)!.id).toBe('r2');
  });

  it('passes over the answer for a run that the page has left', async () => {
    let answer: (view: object) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((done) => (answer = done)));
    const element = await mount('r1');
    element.recordId = 'r2';
    await flush();
    answer(run('r1'));
    await flush();
    expect(shown(element)!.id).toBe('r2');
  });

  it('passes over the failure for a run that the page has left', async () => {
    let fail: (error: object) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((_done, refuse) => (fail = refuse)));
    const element = await mount('r1');
    element.recordId = 'r2';
    await flush();
    fail(apexError('RunGone'));
    await flush();
    expect(one(element, 'c-insights-state')).toBeNull();
    expect(shown(element)!.id).toBe('r2');
  });

  it('moves on while the run does', async () => {
    const element = await mount();
    expect(screen().runs()).toEqual([run('r1')]);
    screen().onRun(run('r1', { pagesDone: 3 }));
    await flush();
    expect(shown(element)!.pagesDone).toBe(3);
  });

  it('watches nothing before the run is there, and stops when the page is left', async () => {
    read.mockReturnValue(new Promise(() => undefined));
    const element = await mount();
    expect(screen().runs()).toEqual([]);
    element.remove();
    expect(stopWatching).toHaveBeenCalledTimes(1);
  });

  it('aborts the run and shows that it stops', async () => {
    const element = await mount();
    read.mockResolvedValue(run('r1', { abortRequested: true }));
    await tell(detail(element)!, 'abort', { runId: 'r1' });
    expect(abort).toHaveBeenCalledWith({ runId: 'r1' });
    expect(shown(element)!.abortRequested).toBe(true);
  });

  it('says why the run was not aborted, beside the log, until the next try', async () => {
    abort.mockRejectedValueOnce(apexError('NotAllowed'));
    const element = await mount();
    await tell(detail(element)!, 'abort', { runId: 'r1' });
    expect((one(element, 'c-insights-problem')!.problem as { remedy: string }).remedy).toBe('Choose another.');
    expect(shown(element)!.id).toBe('r1');
    await tell(detail(element)!, 'abort', { runId: 'r1' });
    expect(one(element, 'c-insights-problem')).toBeNull();
  });

  it('shows that it is loading', async () => {
    read.mockReturnValue(new Promise(() => undefined));
    const element = await mount();
    expect(one(element, 'c-insights-state')!.variant).toBe('loading');
    await expect(element).toBeAccessible();
  });

  it('says what went wrong, and tries again', async () => {
    read.mockRejectedValueOnce(apexError('RunGone'));
    const element = await mount();
    const state = one(element, 'c-insights-state')!;
    expect([state.variant, state.message, state.remedy]).toEqual(['error', 'It is gone.', 'Choose another.']);
    expect(state.actionLabel).toBe('Try Again');
    await expect(element).toBeAccessible();
    await tell(state, 'action');
    expect(one(element, 'c-insights-state')).toBeNull();
    expect(shown(element)!.id).toBe('r1');
  });

  it('gives the focus to its heading when the button that had it goes', async () => {
    read.mockRejectedValueOnce(apexError('RunGone'));
    const element = await mount();
    const retry = one(element, 'c-insights-state')!.shadowRoot!.querySelector<HTMLElement>('lightning-button')!;
    giveFocus(retry);
    retry.click();
    await flush();
    expect(element.shadowRoot!.activeElement).toBe(one(element, 'h2'));
  });

  it('does not set a run going again that has ended, when an answer is late', async () => {
    const element = await mount();
    screen().onRun(run('r1', { status: 'Completed', endedAt: '2026-11-24T08:00:00.000Z' }));
    screen().onRun(run('r1'));
    await flush();
    expect(shown(element)!.status).toBe('Completed');
  });

  it('tells users without access so, with nothing to try', async () => {
    read.mockRejectedValueOnce(apexError('NoAccess'));
    const element = await mount();
    const state = one(element, 'c-insights-state')!;
    expect([state.variant, state.actionLabel]).toEqual(['no-access', undefined]);
    await expect(element).toBeAccessible();
  });

  it('is accessible', async () => {
    await expect(await mount()).toBeAccessible();
  });
});
