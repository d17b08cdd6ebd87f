import { createElement } from 'lwc';
import LightningConfirm from 'lightning/confirm';
import InsightsRunProgress from 'c/insightsRunProgress';

const RUNNING = {
  id: 'r1',
  name: 'RUN-000001',
  status: 'Running',
  pagesTotal: 20,
  pagesDone: 5,
  rowsAnnounced: 20000,
  rowsRead: 5000,
  updated: 5000
};

function mount(run: Apex.InsightsRunView, canAbort = true) {
  const element = createElement('c-insights-run-progress', { is: InsightsRunProgress });
  Object.assign(element, { run, canAbort });
  document.body.appendChild(element);
  return element;
}

const one = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
const textOf = (element: HTMLElement) => one(element, '[data-id="text"]')!.textContent!.trim();

describe('c-insights-run-progress', () => {
  beforeEach(() => {
    LightningConfirm.open = jest.fn().mockResolvedValue(true);
  });
  afterEach(() => document.body.replaceChildren());

  it('shows how many pages and rows are done', () => {
    const element = mount(RUNNING);
    const bar = one(element, '[role="progressbar"]')!;
    expect(bar.getAttribute('aria-valuenow')).toBe('25');
    expect(bar.getAttribute('aria-label')).toBe('Progress of RUN-000001');
    expect(bar.getAttribute('aria-valuetext')).toBe('5 of 20 pages');
    expect(one(element, '.slds-progress-bar__value')!.style.width).toBe('25%');
    expect(one(element, '[data-id="rows"]')!.textContent).toBe('5,000 of 20,000 rows');
  });

  it('says the rows by outcome', () => {
    const bar = one(mount(RUNNING), 'c-insights-outcome-bar') as HTMLElement & { run: unknown };
    expect(bar.run).toEqual(RUNNING);
    expect(one(mount({ ...RUNNING, updated: 0 }), 'c-insights-outcome-bar')).toBeNull();
  });

  it.each([
    ['before the report is open', { pagesTotal: null }, 'Opening the report'],
    ['in the queue', { status: 'Queued', pagesTotal: null }, 'Waits for its turn'],
    ['when somebody has stopped it', { abortRequested: true }, 'Stops after the page in hand']
  ])('says what happens %s', (_when, change, text) => {
    expect(textOf(mount({ ...RUNNING, rowsAnnounced: null, ...change }))).toBe(text);
  });

  it('says until when it leaves the source alone', () => {
    const element = mount({
      ...RUNNING,
      rowsAnnounced: null,
      status: 'Queued',
      waitsUntil: '2026-01-31T16:04:00.000Z'
    });
    expect(textOf(element)).toMatch(/^Waits for the source until .*04/);
  });

  it('aborts once that is confirmed', async () => {
    const element = mount(RUNNING);
    const heard = jest.fn();
    element.addEventListener('abort', heard);
    one(element, 'button')!.click();
    await Promise.resolve();
    await Promise.resolve();
    expect(heard.mock.calls[0][0].detail).toEqual({ runId: 'r1' });
  });

  it('does not abort when the user thinks better of it', async () => {
    (LightningConfirm.open as jest.Mock).mockResolvedValue(false);
    const element = mount(RUNNING);
    const heard = jest.fn();
    element.addEventListener('abort', heard);
    one(element, 'button')!.click();
    await Promise.resolve();
    await Promise.resolve();
    expect(heard).not.toHaveBeenCalled();
  });

  it('asks once, however often the button is clicked', async () => {
    (LightningConfirm.open as jest.Mock).mockReturnValue(new Promise(() => undefined));
    const element = mount(RUNNING);
    one(element, 'button')!.click();
    await Promise.resolve();
    one(element, 'button')!.click();
    expect(LightningConfirm.open).toHaveBeenCalledTimes(1);
  });

  it('keeps the focus with the user who has aborted', async () => {
    const element = mount(RUNNING);
    one(element, 'button')!.focus();
    element.run = { ...RUNNING, abortRequested: true };
    await Promise.resolve();
    expect(element.shadowRoot!.activeElement).toBe(one(element, '[data-id="text"]'));
  });

  it.each([
    ['to a user who may not', RUNNING, false],
    ['twice', { ...RUNNING, abortRequested: true }, true]
  ])('does not offer to abort %s', (_why, run, canAbort) => {
    expect(one(mount(run, canAbort), 'button')).toBeNull();
  });

  it('is accessible', async () => {
    await expect(mount(RUNNING)).toBeAccessible();
  });
});
