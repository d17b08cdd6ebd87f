import { createElement } from 'lwc';
import abortRun from '@salesforce/apex/InsightsIntegrationsController.abortRun';
import loadRun from '@salesforce/apex/InsightsRunsController.loadRun';
import loadRuns from '@salesforce/apex/InsightsRunsController.loadRuns';
import { watchRuns } from 'c/insightsRunWatcher';
import InsightsRunLog from 'c/insightsRunLog';

jest.mock('@salesforce/apex/InsightsIntegrationsController.abortRun', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsRunsController.loadRun', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsRunsController.loadRuns', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsRunsController.loadFiles', () => ({ default: jest.fn(async () => []) }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsRunsController.loadIssues', () => ({ default: jest.fn(async () => ({})) }), {
  virtual: true
});
jest.mock('c/insightsRunWatcher', () => ({ __esModule: true, watchRuns: jest.fn(), goesOn: () => false }));

const list = loadRuns as unknown as jest.Mock;
const read = loadRun as unknown as jest.Mock;
const abort = abortRun as unknown as jest.Mock;
const watch = watchRuns as jest.Mock;
const stopWatching = jest.fn();
const flush = () => new Promise((done) => setTimeout(done));

const run = (number: number, change = {}) => ({
  id: `r${number}`,
  name: `RUN-00000${number}`,
  status: 'Completed',
  createdAt: `2026-11-0${number}T08:00:00.000Z`,
  endedAt: `2026-11-0${number}T08:01:00.000Z`,
  ...change
});
const refused = { body: { message: '{"code":"NotAllowed","message":"You may not.","remedy":"Ask an admin."}' } };

type Element = HTMLElement & Record<string, unknown>;

async function mount(properties: object = {}) {
  const element = createElement('c-insights-run-log', { is: InsightsRunLog }) as unknown as Element;
  Object.assign(element, { integrationId: 'i1', integrationName: 'Logins', canRun: true, ...properties });
  document.body.appendChild(element);
  await flush();
  return element;
}

const one = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<Element>(selector);
const runList = (element: HTMLElement) => one(element, 'c-insights-run-list')!;
const idsOf = (element: HTMLElement) => (runList(element).runs as { id: string }[]).map(({ id }) => id);
const tell = async (target: HTMLElement, name: string, detail?: object) => {
  target.dispatchEvent(new CustomEvent(name, { detail }));
  await flush();
};
const screen = () => watch.mock.calls[0][0];
/** Stubs of base components take no focus by themselves. */
const giveFocus = (target: HTMLElement) => {
  target.tabIndex = 0;
  target.focus();
};

describe('c-insights-run-log', () => {
  beforeEach(() => {
    jest.clearAllMocks();
    watch.mockReturnValue({ stop: stopWatching });
    list.mockResolvedValue([run(3), run(2)]);
  });
  afterEach(() => document.body.replaceChildren());

  it('is called by the name that the runs remember when the integration is gone', async () => {
    list.mockResolvedValue([run(1, { integrationName: 'Former' })]);
    expect(one(await mount({ integrationName: '' }), 'lightning-modal-header')!.label).toBe('Log of Former');
    list.mockResolvedValue([]);
    expect(one(await mount({ integrationName: '' }), 'lightning-modal-header')!.label).toBe('Log');
  });

  it('lists the runs of the integration, the newest first', async () => {
    const element = await mount();
    expect(list).toHaveBeenCalledWith({ integrationId: 'i1', limitTo: 20, offset: 0 });
    expect(idsOf(element)).toEqual(['r3', 'r2']);
    expect(one(element, 'lightning-modal-header')!.label).toBe('Log of Logins');
    expect(runList(element).hasMore).toBe(false);
  });

  it('loads older runs', async () => {
    const many = Array.from({ length: 20 }, (_, index) =>
      run(3, { id: `n${index}`, createdAt: `2026-12-01T08:00:00.${String(100 + index)}Z` })
    );
    list.mockResolvedValueOnce(many);
    const element = await mount();
    expect(runList(element).hasMore).toBe(true);
    list.mockResolvedValueOnce([run(2), run(1)]);
    await tell(runList(element), 'more');
    expect(list.mock.calls[1][0].offset).toBe(20);
    expect(idsOf(element).slice(-3)).toEqual(['n0', 'r2', 'r1']);
    expect(runList(element).hasMore).toBe(false);
  });

  it('shows the log of a run, and comes back to its button', async () => {
    const element = await mount();
    await tell(runList(element), 'open', { runId: 'r2' });
    expect((one(element, 'c-insights-run-detail')!.run as { id: string }).id).toBe('r2');
    expect(one(element, 'c-insights-run-list')).toBeNull();
    one(element, '[data-id="back"]')!.click();
    await flush();
    const inner = runList(element).shadowRoot!;
    expect((inner.activeElement as HTMLElement).dataset.id).toBe('r2');
  });

  it('opens with the log of a run, also of one that is not among the newest', async () => {
    read.mockResolvedValue(run(1));
    const element = await mount({ runId: 'r1' });
    expect(read).toHaveBeenCalledWith({ runId: 'r1' });
    expect((one(element, 'c-insights-run-detail')!.run as { id: string }).id).toBe('r1');
  });

  it('passes over no run when it was opened with an old one', async () => {
    read.mockResolvedValue(run(1));
    list.mockResolvedValueOnce(Array.from({ length: 20 }, (_, index) => run(3, { id: `n${index}` })));
    const element = await mount({ runId: 'r1' });
    one(element, '[data-id="back"]')!.click();
    await flush();
    await tell(runList(element), 'more');
    expect(list.mock.calls[1][0].offset).toBe(20);
  });

  it('shows at once how a run goes on', async () => {
    list.mockResolvedValue([run(3, { status: 'Running', endedAt: null }), run(2)]);
    const element = await mount();
    screen().onRun(run(3, { status: 'Running', endedAt: null, pagesDone: 4 }));
    await flush();
    expect((runList(element).runs as { pagesDone: number }[])[0]!.pagesDone).toBe(4);
    expect(screen().runs()).toHaveLength(2);
  });

  it('shows a run that starts meanwhile, of this integration only', async () => {
    const element = await mount();
    read.mockResolvedValue(run(4));
    screen().onOther({ runId: 'x', integrationId: 'other' });
    screen().onOther({ runId: 'r4', integrationId: 'i1' });
    await flush();
    expect(read.mock.calls).toEqual([[{ runId: 'r4' }]]);
    expect(idsOf(element)).toEqual(['r4', 'r3', 'r2']);
  });

  it('aborts a run and shows that it stops', async () => {
    list.mockResolvedValue([run(3, { endedAt: null }), run(2)]);
    const element = await mount();
    read.mockResolvedValue(run(3, { endedAt: null, abortRequested: true }));
    abort.mockResolvedValue(true);
    await tell(runList(element), 'abort', { runId: 'r3' });
    expect(abort).toHaveBeenCalledWith({ runId: 'r3' });
    expect((runList(element).runs as { abortRequested: boolean }[])[0]!.abortRequested).toBe(true);
    expect((runList(element).shadowRoot!.activeElement as HTMLElement).dataset.id).toBe('r3');
  });

  it('says why a run was not aborted, and keeps the list', async () => {
    abort.mockRejectedValue(refused);
    const element = await mount();
    await tell(runList(element), 'abort', { runId: 'r3' });
    expect((one(element, 'c-insights-problem')!.problem as { remedy: string }).remedy).toBe('Ask an admin.');
    expect(idsOf(element)).toEqual(['r3', 'r2']);
  });

  it('says what went wrong with the list, and tries again', async () => {
    list.mockRejectedValueOnce(refused);
    const element = await mount();
    const state = one(element, 'c-insights-state')!;
    expect([state.variant, state.message, state.remedy]).toEqual(['error', 'You may not.', 'Ask an admin.']);
    await tell(state, 'action');
    expect(idsOf(element)).toEqual(['r3', 'r2']);
  });

  it('keeps the list when older runs cannot be loaded', async () => {
    const element = await mount();
    list.mockRejectedValueOnce(refused);
    await tell(runList(element), 'more');
    expect(one(element, 'c-insights-problem')).not.toBeNull();
    expect(idsOf(element)).toEqual(['r3', 'r2']);
    expect(runList(element).isLoadingMore).toBe(false);
  });

  it('asks once for older runs, however often it is told to', async () => {
    const element = await mount();
    list.mockReturnValue(new Promise(() => undefined));
    await tell(runList(element), 'more');
    await tell(runList(element), 'more');
    expect(list).toHaveBeenCalledTimes(2);
  });

  it('keeps the focus inside while it tries again', async () => {
    list.mockRejectedValueOnce(refused);
    const element = await mount();
    const retry = one(element, 'c-insights-state')!.shadowRoot!.querySelector<HTMLElement>('lightning-button')!;
    giveFocus(retry);
    retry.click();
    await flush();
    expect(runList(element)).not.toBeNull();
    expect((element.shadowRoot!.activeElement as HTMLElement).getAttribute('aria-label')).toBe('Log of Logins');
  });

  it('does not set a run going again that has ended, when an answer is late', async () => {
    const element = await mount();
    screen().onRun(run(3, { status: 'Running', endedAt: null }));
    await flush();
    expect((runList(element).runs as { status: string }[])[0]!.status).toBe('Completed');
  });

  it('shows that it is loading', async () => {
    list.mockReturnValue(new Promise(() => undefined));
    expect(one(await mount(), 'c-insights-state')!.variant).toBe('loading');
  });

  it('closes, and watches no longer', async () => {
    const element = await mount();
    const closed = jest.fn();
    element.addEventListener('modalclose', closed);
    one(element, '[data-id="close"]')!.click();
    expect(closed).toHaveBeenCalledTimes(1);
    document.body.replaceChildren();
    expect(stopWatching).toHaveBeenCalled();
  });

  it('is accessible', async () => {
    await expect(await mount()).toBeAccessible();
  });
});
