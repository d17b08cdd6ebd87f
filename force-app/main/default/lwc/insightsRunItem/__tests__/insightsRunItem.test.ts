import { createElement } from 'lwc';
import InsightsRunItem from 'c/insightsRunItem';

const ENDED = {
  id: 'r1',
  name: 'RUN-000001',
  status: 'CompletedWithIssues',
  reportName: 'Logins',
  targetObject: 'Lead',
  targetLabel: 'Lead',
  triggeredBy: 'Schedule',
  createdAt: '2026-11-24T08:00:00.000Z',
  startedAt: '2026-11-24T08:00:00.000Z',
  endedAt: '2026-11-24T08:02:05.000Z',
  readAt: '2026-11-24T10:30:00.000Z',
  rowsRead: 1500,
  updated: 1500
};

function mount(run: Apex.InsightsRunView | null, canRun = true) {
  const element = createElement('c-insights-run-item', { is: InsightsRunItem });
  Object.assign(element, { run, canRun });
  document.body.appendChild(element);
  return element;
}

const one = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);
const textOf = (element: HTMLElement, id: string) => one(element, `[data-id="${id}"]`)?.textContent?.trim();

describe('c-insights-run-item', () => {
  afterEach(() => document.body.replaceChildren());

  it('says when the run began, in UTC, and how long it took', () => {
    const element = mount(ENDED);
    expect(textOf(element, 'start')).toBe('2026-11-24 08:00 UTC 2 hours ago');
    expect(textOf(element, 'duration')).toBe('2 min 5 sec');
    expect(textOf(element, 'rows')).toBe('1,500');
    expect(one(element, '.report')!.textContent).toBe('Logins to Lead');
  });

  it('shows status and outcomes', () => {
    const element = mount(ENDED);
    expect((one(element, 'c-insights-status') as HTMLElement & { status: string }).status).toBe('CompletedWithIssues');
    expect((one(element, 'c-insights-outcome-bar') as HTMLElement & { run: unknown }).run).toEqual(ENDED);
    expect(one(element, 'c-insights-run-progress')).toBeNull();
  });

  it.each([
    ['Schedule', 'Schedule'],
    ['Manual', 'Run Now by Ada'],
    ['Email', 'Email']
  ])('says what started it: %s', (triggeredBy, words) => {
    expect(textOf(mount({ ...ENDED, triggeredBy, startedByName: 'Ada' }), 'trigger')).toBe(words);
  });

  it('puts error and remedy of a failed run on top', () => {
    const element = mount({
      ...ENDED,
      status: 'Failed',
      errorMessage: 'The key was refused.',
      remedy: 'Enter it again.'
    });
    expect(textOf(element, 'problem')).toBe('The key was refused.Enter it again.');
    expect(one(element, '.problem_failed')).not.toBeNull();
    const [first] = element.shadowRoot!.querySelectorAll('[data-id="problem"], dl');
    expect(first!.getAttribute('data-id')).toBe('problem');
  });

  it('shows no outcomes of a run that has ended without a row', () => {
    const element = mount({ ...ENDED, rowsRead: 0, updated: 0 });
    expect(one(element, 'c-insights-outcome-bar')).toBeNull();
    expect(textOf(element, 'rows')).toBe('0');
  });

  it('says what happened to a run that has ended all the same, less loudly', () => {
    const element = mount({ ...ENDED, errorMessage: 'The report was refreshed meanwhile.' });
    expect(textOf(element, 'problem')).toBe('The report was refreshed meanwhile.');
    expect(one(element, '.problem_failed')).toBeNull();
    expect(one(element, '[data-id="remedy"]')).toBeNull();
  });

  it('shows the progress of a run that goes on, which can be aborted', () => {
    const run = { ...ENDED, status: 'Running', endedAt: null };
    const element = mount(run);
    const heard = jest.fn();
    element.addEventListener('abort', heard);
    const progress = one(element, 'c-insights-run-progress') as HTMLElement & { run: unknown; canAbort: boolean };
    expect(progress.run).toEqual(run);
    expect(progress.canAbort).toBe(true);
    progress.dispatchEvent(new CustomEvent('abort', { detail: { runId: 'r1' } }));
    expect(heard.mock.calls[0][0].detail).toEqual({ runId: 'r1' });
    expect(textOf(element, 'duration')).toBeUndefined();
  });

  it('says since when a run waits that has not begun', () => {
    const element = mount({
      ...ENDED,
      status: 'Queued',
      startedAt: null,
      endedAt: null,
      createdAt: '2026-11-24T07:59:00.000Z'
    });
    expect(textOf(element, 'start')).toMatch(/^2026-11-24 07:59 UTC/);
    expect(element.shadowRoot!.querySelector('dt')!.textContent).toBe('Queued');
  });

  it('shows the API name of an object without a label, and nothing without a run', () => {
    expect(one(mount({ ...ENDED, targetLabel: undefined }), '.report')!.textContent).toBe('Logins to Lead');
    expect(mount(null).shadowRoot!.children).toHaveLength(0);
  });

  it('keeps the focus when the run ends whose button had it', async () => {
    const element = mount({ ...ENDED, status: 'Running', endedAt: null });
    const progress = one(element, 'c-insights-run-progress')!;
    progress.tabIndex = 0;
    progress.focus();
    Object.assign(element, { run: ENDED });
    await Promise.resolve();
    expect(element.shadowRoot!.activeElement!.getAttribute('aria-label')).toBe('RUN-000001');
  });

  it.each([
    ['ended', ENDED],
    ['failed', { ...ENDED, status: 'Failed', errorMessage: 'No.', remedy: 'Do.' }]
  ])('is accessible: %s', async (_what, run) => {
    await expect(mount(run)).toBeAccessible();
  });
});
