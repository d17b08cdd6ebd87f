import { createElement } from 'lwc';
import loadFiles from '@salesforce/apex/InsightsRunsController.loadFiles';
import InsightsRunDetail from 'c/insightsRunDetail';

jest.mock('@salesforce/apex/InsightsRunsController.loadFiles', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsRunsController.loadIssues', () => ({ default: jest.fn(async () => ({})) }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsRunsController.readFile', () => ({ default: jest.fn(async () => '') }), {
  virtual: true
});

const load = loadFiles as unknown as jest.Mock;
const flush = () => new Promise((done) => setTimeout(done));
const RUN = { id: 'r1', name: 'RUN-000001', status: 'CompletedWithIssues', endedAt: '2026-11-24T08:00:00.000Z' };
const FILES = [
  { versionId: 'v1', kind: 'Log', firstRow: 1, lastRow: 1000 },
  { versionId: 'v2', kind: 'Rejected', firstRow: 1, lastRow: 1000 }
];

type Element = HTMLElement & Record<string, unknown>;

async function mount(run: unknown = RUN) {
  const element = createElement('c-insights-run-detail', { is: InsightsRunDetail }) as unknown as Element;
  Object.assign(element, { run, canRun: true });
  document.body.appendChild(element);
  await flush();
  return element;
}

const all = (element: HTMLElement, selector: string) => [...element.shadowRoot!.querySelectorAll<Element>(selector)];
const one = (element: HTMLElement, selector: string) => all(element, selector)[0];

describe('c-insights-run-detail', () => {
  beforeEach(() => load.mockReset().mockResolvedValue(FILES));
  afterEach(() => document.body.replaceChildren());

  it('hands the run and its files to those who show them', async () => {
    const element = await mount();
    expect(load).toHaveBeenCalledWith({ runId: 'r1' });
    expect(one(element, 'c-insights-run-item')!.run).toEqual(RUN);
    expect(one(element, 'c-insights-run-issues')!.run).toEqual(RUN);
    expect(one(element, 'c-insights-log-viewer')!.files).toEqual([FILES[0]]);
    expect(one(element, 'c-insights-file-list')!.files).toEqual(FILES);
  });

  it('offers the rejected rows as one file beside the issues, and everything beside the files', async () => {
    const downloads = all(await mount(), 'c-insights-log-download');
    expect(downloads.map(({ fileName, files }) => [fileName, files])).toEqual([
      ['RUN-000001 rejected.csv', [FILES[1]]],
      ['RUN-000001 log.csv', [FILES[0]]],
      ['RUN-000001 rejected.csv', [FILES[1]]]
    ]);
  });

  it('offers no rejected rows when there are none', async () => {
    load.mockResolvedValue([FILES[0]]);
    const downloads = all(await mount(), '[value="issues"] c-insights-log-download');
    expect(downloads).toEqual([]);
  });

  it('shows the files when the issues point to them', async () => {
    const element = await mount();
    one(element, 'c-insights-run-issues')!.dispatchEvent(new CustomEvent('files'));
    await flush();
    expect(one(element, 'lightning-tabset')!.activeTabValue).toBe('files');
    one(element, 'lightning-tab')!.dispatchEvent(new CustomEvent('active'));
    await flush();
    expect(one(element, 'lightning-tabset')!.activeTabValue).toBe('issues');
  });

  it('loads the files again when the run ends, and not at every step', async () => {
    const element = await mount({ ...RUN, endedAt: null });
    element.run = { ...RUN, endedAt: null, pagesDone: 3 };
    await flush();
    expect(load).toHaveBeenCalledTimes(1);
    element.run = RUN;
    await flush();
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('passes on that the run shall stop', async () => {
    const element = await mount();
    const heard = jest.fn();
    element.addEventListener('abort', heard);
    one(element, 'c-insights-run-item')!.dispatchEvent(new CustomEvent('abort', { detail: { runId: 'r1' } }));
    expect(heard.mock.calls[0][0].detail).toEqual({ runId: 'r1' });
  });

  it('says what went wrong with the files, and tries again', async () => {
    load.mockRejectedValueOnce({
      body: { message: '{"code":"RunGone","message":"Gone.","remedy":"Choose another."}' }
    });
    const element = await mount();
    expect(one(element, 'c-insights-problem')!.problem).toEqual({
      code: 'RunGone',
      message: 'Gone.',
      remedy: 'Choose another.'
    });
    expect(one(element, 'c-insights-run-issues')).toBeDefined();
    one(element, 'c-insights-problem')!.dispatchEvent(new CustomEvent('retry'));
    await flush();
    expect(one(element, 'c-insights-file-list')).toBeDefined();
  });

  it('keeps the focus on its part of the log while it tries again', async () => {
    load.mockRejectedValueOnce(new Error('x'));
    const element = await mount();
    const files = all(element, 'lightning-tab')[2]!;
    files.dispatchEvent(new CustomEvent('active'));
    await flush();
    const retry = files
      .querySelector('c-insights-problem')!
      .shadowRoot!.querySelector<HTMLElement>('lightning-button')!;
    retry.tabIndex = 0;
    retry.focus();
    retry.click();
    await flush();
    const focused = element.shadowRoot!.activeElement!;
    expect(focused.getAttribute('aria-label')).toBe('Files');
    expect(focused.contains(one(element, 'c-insights-file-list')!)).toBe(true);
  });

  it('does not blame the run that is shown for what went wrong with another', async () => {
    let refuse: (error: unknown) => void = () => undefined;
    load.mockReturnValueOnce(new Promise((_resolve, reject) => (refuse = reject)));
    const element = await mount();
    element.run = { ...RUN, id: 'r2' };
    await flush();
    refuse(new Error('x'));
    await flush();
    expect(one(element, 'c-insights-problem')).toBeUndefined();
    expect(load).toHaveBeenLastCalledWith({ runId: 'r2' });
  });

  it('is accessible', async () => {
    await expect(await mount()).toBeAccessible();
  });
});
