import { createElement } from 'lwc';
import readFile from '@salesforce/apex/InsightsRunsController.readFile';
import { downloadText } from 'c/insightsDownload';
import InsightsLogDownload from 'c/insightsLogDownload';

jest.mock('@salesforce/apex/InsightsRunsController.readFile', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/insightsDownload', () => ({ __esModule: true, downloadText: jest.fn() }));

const read = readFile as unknown as jest.Mock;
const save = downloadText as jest.Mock;
const flush = () => new Promise((done) => setTimeout(done));

function mount(files: unknown = [{ versionId: 'v1' }, { versionId: 'v2' }]) {
  const element = createElement('c-insights-log-download', { is: InsightsLogDownload });
  Object.assign(element, { files, label: 'Download Rejected Rows', fileName: 'RUN-1 rejected.csv' });
  document.body.appendChild(element);
  return element;
}

const one = (element: HTMLElement, selector: string) =>
  element.shadowRoot!.querySelector<HTMLElement & Record<string, unknown>>(selector);
const click = async (element: HTMLElement, id: string) => {
  one(element, `[data-id="${id}"]`)!.click();
  await flush();
};
/** Stubs of base components take no focus by themselves. */
const giveFocus = (target: HTMLElement) => {
  target.tabIndex = 0;
  target.focus();
};

describe('c-insights-log-download', () => {
  beforeEach(() => {
    save.mockReset();
    read.mockReset();
    read.mockImplementation(({ versionId }: { versionId: string }) => Promise.resolve(`"Key"\r\n"${versionId}"\r\n`));
  });
  afterEach(() => document.body.replaceChildren());

  it('saves all files as one, with one header', async () => {
    await click(mount(), 'download');
    expect(save).toHaveBeenCalledTimes(1);
    expect(save.mock.calls[0][0]).toBe('RUN-1 rejected.csv');
    expect(save.mock.calls[0][1].join('')).toBe('\uFEFF"Key"\r\n"v1"\r\n"v2"\r\n');
  });

  it('tells which file it reads, and can be stopped', async () => {
    let answer: (text: string) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((done) => (answer = done)));
    const element = mount();
    await click(element, 'download');
    expect(one(element, '[role="status"]')!.textContent).toBe('Reading file 1 of 2');
    await click(element, 'download');
    expect(read).toHaveBeenCalledTimes(1);
    await click(element, 'stop');
    answer('"Key"\r\n"v1"\r\n');
    await flush();
    expect(read).toHaveBeenCalledTimes(1);
    expect(save).not.toHaveBeenCalled();
    expect(one(element, '[data-id="stop"]')).toBeNull();
  });

  it.each(['download', 'stop'])('has the focus on its button once it has read, after %s had it', async (id) => {
    let answer: (text: string) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((done) => (answer = done)));
    const element = mount();
    giveFocus(one(element, '[data-id="download"]')!);
    await click(element, 'download');
    giveFocus(one(element, `[data-id="${id}"]`)!);
    expect(element.shadowRoot!.activeElement).toBe(one(element, `[data-id="${id}"]`));
    answer('"Key"\r\n"v1"\r\n');
    await flush();
    expect(save).toHaveBeenCalledTimes(1);
    expect(element.shadowRoot!.activeElement).toBe(one(element, '[data-id="download"]'));
  });

  it('saves nothing once it is gone', async () => {
    let answer: (text: string) => void = () => undefined;
    read.mockReturnValueOnce(new Promise((done) => (answer = done)));
    await click(mount([{ versionId: 'v1' }]), 'download');
    document.body.replaceChildren();
    answer('"Key"\r\n');
    await flush();
    expect(save).not.toHaveBeenCalled();
  });

  it('says what went wrong, and can be tried again', async () => {
    read.mockRejectedValueOnce({
      body: { message: '{"code":"FileTooLarge","message":"Too large.","remedy":"Download it alone."}' }
    });
    const element = mount();
    await click(element, 'download');
    expect(one(element, '[role="alert"]')!.textContent!.trim()).toBe('Too large. Download it alone.');
    await click(element, 'download');
    expect(one(element, '[role="alert"]')).toBeNull();
    expect(save).toHaveBeenCalledTimes(1);
  });

  it('cannot be clicked without files', () => {
    expect(one(mount([]), '[data-id="download"]')!.disabled).toBe(true);
  });

  it('is accessible', async () => {
    await expect(mount()).toBeAccessible();
  });
});
