import { createElement } from 'lwc';
import readFile from '@salesforce/apex/InsightsRunsController.readFile';
import InsightsLogViewer from 'c/insightsLogViewer';

jest.mock('@salesforce/apex/InsightsRunsController.readFile', () => ({ default: jest.fn() }), { virtual: true });

const read = readFile as unknown as jest.Mock;
const flush = () => new Promise((done) => setTimeout(done));
const FILES = [{ versionId: 'v1' }, { versionId: 'v2' }, { versionId: 'v3' }];

/** A file of 80 lines, whose keys name the file. */
function textOf(versionId: string): string {
  const lines = Array.from({ length: 80 }, (_, index) => `"${index + 1}","${versionId}-${index + 1}"`);
  return `\uFEFF"Row","Key"\r\n${lines.join('\r\n')}\r\n`;
}

type Element = HTMLElement & Record<string, unknown>;

async function mount(files: unknown = FILES) {
  const element = createElement('c-insights-log-viewer', { is: InsightsLogViewer }) as unknown as Element;
  element.files = files;
  document.body.appendChild(element);
  await flush();
  return element;
}

const one = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<Element>(selector);
const keysOf = (element: HTMLElement) =>
  [...element.shadowRoot!.querySelectorAll('tbody tr td:nth-child(2)')].map(({ textContent }) => textContent);
const progressOf = (element: HTMLElement) => one(element, '[data-id="progress"]')!.textContent;
const click = async (element: HTMLElement, id: string) => {
  one(element, `[data-id="${id}"]`)!.click();
  await flush();
};

async function search(element: HTMLElement, value: string) {
  jest.useFakeTimers();
  one(element, '[data-id="search"]')!.dispatchEvent(new CustomEvent('change', { detail: { value } }));
  jest.advanceTimersByTime(400);
  jest.useRealTimers();
  await flush();
}
/** Stubs of base components take no focus by themselves. */
const giveFocus = (target: HTMLElement) => {
  target.tabIndex = 0;
  target.focus();
};

describe('c-insights-log-viewer', () => {
  beforeEach(() => {
    read.mockReset();
    read.mockImplementation(({ versionId }: { versionId: string }) => Promise.resolve(textOf(versionId)));
  });
  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('reads as many files as the first hundred lines need', async () => {
    const element = await mount();
    expect(read).toHaveBeenCalledTimes(2);
    expect(keysOf(element)).toHaveLength(100);
    expect(progressOf(element)).toBe('100 lines, 2 of 3 files read');
    expect([...element.shadowRoot!.querySelectorAll('th')].map(({ textContent }) => textContent)).toEqual([
      'Row',
      'Key'
    ]);
    expect(
      [...element.shadowRoot!.querySelectorAll('tbody tr:first-child td')].map((cell) =>
        cell.getAttribute('data-label')
      )
    ).toEqual(['Row', 'Key']);
  });

  it('shows the next hundred lines, to the end of the last file', async () => {
    const element = await mount();
    await click(element, 'more');
    expect(keysOf(element)).toHaveLength(200);
    expect(progressOf(element)).toBe('200 of 240 lines');
    await click(element, 'more');
    expect(keysOf(element)).toHaveLength(240);
    expect(keysOf(element).at(-1)).toBe('v3-80');
    expect(one(element, '[data-id="more"]')).toBeNull();
  });

  it('searches all files', async () => {
    const element = await mount();
    await search(element, 'V3-7');
    expect(keysOf(element)).toEqual(['v3-7', ...Array.from({ length: 10 }, (_, index) => `v3-${70 + index}`)]);
    expect(progressOf(element)).toBe('11 of 11 lines');
  });

  it('says that nothing was found', async () => {
    const element = await mount();
    await search(element, 'nobody');
    expect(one(element, '[data-id="nothing"]')!.textContent).toBe('No line holds this text');
    expect(one(element, 'table')).toBeNull();
  });

  it('tells which file it reads, can be stopped, and goes on', async () => {
    const element = await mount();
    let answer: (text: string) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((done) => (answer = done)));
    await search(element, 'v3-80');
    expect(progressOf(element)).toBe('Reading file 3 of 3');
    await click(element, 'stop');
    answer(textOf('v3'));
    await flush();
    expect(keysOf(element)).toEqual(['v3-80']);

    await search(element, 'nobody');
    expect(one(element, '[data-id="stop"]')).toBeNull();
  });

  it('stops between two files', async () => {
    let answer: (text: string) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((done) => (answer = done)));
    const element = await mount();
    await click(element, 'stop');
    answer('"Row","Key"\r\n');
    await flush();
    expect(read).toHaveBeenCalledTimes(1);
    expect(one(element, '[data-id="nothing"]')!.textContent).toContain('Show More');
    await click(element, 'more');
    expect(keysOf(element)[0]).toBe('v2-1');
  });

  it('shows the last search, whichever file comes last', async () => {
    const element = await mount();
    let answer: (text: string) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((done) => (answer = done)));
    await search(element, 'v3-1');
    await search(element, 'v1-80');
    answer(textOf('v3'));
    await flush();
    expect(keysOf(element)).toEqual(['v1-80']);
    expect(one(element, '[data-id="stop"]')).toBeNull();
  });

  it('shows cells as they were delivered', async () => {
    read.mockResolvedValue('"Row","Key"\r\n"1","\'=cmd"\r\n"2"\r\n');
    expect(keysOf(await mount([{ versionId: 'v1' }]))).toEqual(['=cmd', '']);
  });

  it('says what went wrong, and goes on where it was', async () => {
    read.mockRejectedValueOnce({
      body: { message: '{"code":"FileGone","message":"Gone.","remedy":"Open it again."}' }
    });
    const element = await mount();
    const state = one(element, 'c-insights-state')!;
    expect([state.variant, state.message, state.remedy]).toEqual(['error', 'Gone.', 'Open it again.']);
    state.dispatchEvent(new CustomEvent('action'));
    await flush();
    expect(keysOf(element)).toHaveLength(100);
    expect(one(element, 'c-insights-state')).toBeNull();
  });

  it('keeps the button for more lines, and asks once', async () => {
    const element = await mount();
    let answer: (text: string) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((done) => (answer = done)));
    const more = one(element, '[data-id="more"]')!;
    more.click();
    await flush();
    more.click();
    expect(one(element, '[data-id="more"]')).toBe(more);
    answer(textOf('v3'));
    await flush();
    expect(keysOf(element)).toHaveLength(200);
  });

  it('gives the focus to the lines when there are no more to ask for', async () => {
    const element = await mount(FILES.slice(0, 2));
    giveFocus(one(element, '[data-id="more"]')!);
    await click(element, 'more');
    expect(keysOf(element)).toHaveLength(160);
    expect(element.shadowRoot!.activeElement).toBe(one(element, '[role="region"]'));
  });

  it('gives the focus to the lines when nothing is left to stop', async () => {
    const element = await mount();
    let answer: (text: string) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((done) => (answer = done)));
    await search(element, '1');
    giveFocus(one(element, '[data-id="stop"]')!);
    answer(textOf('v3'));
    await flush();
    expect(one(element, '[data-id="stop"]')).toBeNull();
    expect(element.shadowRoot!.activeElement).toBe(one(element, '[role="region"]'));
  });

  it('gives the focus to the search when no line is left', async () => {
    read.mockRejectedValueOnce(new Error('x'));
    const element = await mount();
    let answer: (text: string) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((done) => (answer = done)));
    const searching = one(element, '[data-id="search"]')!;
    searching.tabIndex = 0;
    const retry = one(element, 'c-insights-state')!.shadowRoot!.querySelector<HTMLElement>('lightning-button')!;
    giveFocus(retry);
    retry.click();
    await flush();
    expect(element.shadowRoot!.activeElement).toBe(searching);
    answer(textOf('v1'));
  });

  it('reads nothing anew when it is told the same files', async () => {
    const element = await mount();
    element.files = FILES.map((file) => ({ ...file }));
    await flush();
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('begins anew with more files', async () => {
    const element = await mount([]);
    expect(one(element, 'c-insights-state')!.variant).toBe('empty');
    element.files = FILES;
    await flush();
    expect(keysOf(element)).toHaveLength(100);
  });

  it('is accessible', async () => {
    read.mockResolvedValue('"Row","Key"\r\n"1","a"\r\n"2","b"\r\n');
    await expect(await mount()).toBeAccessible();
  });
});
