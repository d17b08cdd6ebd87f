import { createElement } from 'lwc';
import { isEmpEnabled, subscribe } from 'lightning/empApi';
import { ShowToastEventName } from 'lightning/platformShowToastEvent';
import type InsightsGridHeader from 'c/insightsGridHeader';
import type InsightsIntegrationGrid from 'c/insightsIntegrationGrid';
import InsightsIntegrations from 'c/insightsIntegrations';
import InsightsRunLog from 'c/insightsRunLog';
import type InsightsState from 'c/insightsState';
import loadGrid from '@salesforce/apex/InsightsIntegrationsController.loadGrid';
import abortRun from '@salesforce/apex/InsightsIntegrationsController.abortRun';
import runNow from '@salesforce/apex/InsightsIntegrationsController.runNow';
import setActive from '@salesforce/apex/InsightsIntegrationsController.setActive';
import loadProgress from '@salesforce/apex/InsightsRunsController.loadProgress';

jest.mock('@salesforce/apex/InsightsIntegrationsController.loadGrid', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsIntegrationsController.abortRun', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsIntegrationsController.runNow', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsIntegrationsController.setActive', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsRunsController.loadProgress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/insightsRunLog', () => ({ __esModule: true, default: { open: jest.fn() } }));

const LOGINS = { id: 'a1', name: 'Logins', reportName: 'Logins', active: true, runHourUtc: 8, recentRuns: [] };
const VIEW = { integrations: [LOGINS], canManage: true, canRun: true, isInstalled: true, now: '2026-11-24T12:00:00Z' };
const RUN = { id: 'r1', name: 'RUN-1', integrationId: 'a1', integrationName: 'Logins', status: 'Queued' };
const ENDED = { ...RUN, status: 'Completed', updated: 5, endedAt: '2026-11-24T12:01:00Z' };

const mocked = (method: unknown) => method as jest.Mock;
const flush = () => new Promise(process.nextTick);
const refusal = (code: string) => ({ body: { message: JSON.stringify({ code, message: `${code}!`, remedy: 'Do.' }) } });

async function mount(view: object = VIEW) {
  mocked(loadGrid).mockResolvedValue(view);
  const element = createElement('c-insights-integrations', { is: InsightsIntegrations });
  document.body.appendChild(element);
  await flush();
  return element;
}

const grid = (element: HTMLElement) =>
  element.shadowRoot!.querySelector<LwcElement<InsightsIntegrationGrid>>('c-insights-integration-grid')!;
const state = (element: HTMLElement) =>
  element.shadowRoot!.querySelector<LwcElement<InsightsState>>('c-insights-state')!;
const header = (element: HTMLElement) =>
  element.shadowRoot!.querySelector<LwcElement<InsightsGridHeader>>('c-insights-grid-header')!;

function listen(element: HTMLElement, name: string) {
  const heard = jest.fn();
  element.addEventListener(name, (event) => heard((event as CustomEvent).detail));
  return heard;
}

async function choose(element: HTMLElement, action: string) {
  grid(element).dispatchEvent(new CustomEvent('rowaction', { detail: { action, integrationId: 'a1' } }));
  await flush();
}

async function publish(payload: object) {
  mocked(subscribe).mock.calls[0][2]({ data: { payload: { RunId__c: 'r1', IntegrationId__c: 'a1', ...payload } } });
  await flush();
}

describe('c-insights-integrations', () => {
  beforeEach(() => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
    jest.resetAllMocks();
    mocked(isEmpEnabled).mockResolvedValue(true);
    mocked(subscribe).mockResolvedValue({});
    mocked(loadProgress).mockResolvedValue([]);
  });

  afterEach(() => {
    document.body.replaceChildren();
    jest.useRealTimers();
  });

  describe('what it shows', () => {
    it('waits, then shows the integrations with the rights of the user', async () => {
      mocked(loadGrid).mockReturnValue(new Promise(() => null));
      const waiting = createElement('c-insights-integrations', { is: InsightsIntegrations });
      document.body.appendChild(waiting);
      expect(state(waiting).variant).toBe('loading');
      const element = await mount({ ...VIEW, canManage: false });
      expect(grid(element).rows).toEqual([LOGINS]);
      expect([grid(element).canManage, grid(element).canRun, grid(element).now]).toEqual([false, true, VIEW.now]);
    });

    it('leads to the first integration those who may make it', async () => {
      const element = await mount({ ...VIEW, integrations: [] });
      const heard = listen(element, 'create');
      expect(state(element).actionLabel).toBe('New Integration');
      state(element).dispatchEvent(new CustomEvent('action'));
      expect(heard).toHaveBeenCalledTimes(1);
    });

    it('tells the others whom to ask for it', async () => {
      const element = await mount({ ...VIEW, integrations: [], canManage: false });
      expect(state(element).actionLabel).toBeUndefined();
      expect(state(element).message).toContain('Insights Sync Admin');
    });

    it('says why it could not be loaded, and tries again', async () => {
      mocked(loadGrid).mockRejectedValueOnce(refusal('Locked'));
      const element = createElement('c-insights-integrations', { is: InsightsIntegrations });
      document.body.appendChild(element);
      await flush();
      expect([state(element).variant, state(element).message, state(element).remedy]).toEqual([
        'error',
        'Locked!',
        'Do.'
      ]);
      let answer: (view: object) => void = () => undefined;
      mocked(loadGrid).mockReturnValue(new Promise((resolve) => (answer = resolve)));
      state(element).shadowRoot!.querySelector<HTMLElement>('h2')!.focus();
      state(element).dispatchEvent(new CustomEvent('action'));
      await flush();
      expect(state(element).variant).toBe('loading');
      expect(element.shadowRoot!.activeElement).toBe(state(element));
      answer(VIEW);
      await flush();
      expect(grid(element).rows).toHaveLength(1);
      expect(element.shadowRoot!.activeElement).toBe(header(element));
    });

    it('is closed to users without a permission set', async () => {
      mocked(loadGrid).mockRejectedValue(refusal('NoAccess'));
      const element = createElement('c-insights-integrations', { is: InsightsIntegrations });
      document.body.appendChild(element);
      await flush();
      expect(state(element).variant).toBe('no-access');
      expect(header(element).view).toBeNull();
    });

    it('keeps what it shows when a refresh fails, and says so', async () => {
      const element = await mount();
      const toasts = listen(element, ShowToastEventName);
      mocked(loadGrid).mockRejectedValue(new TypeError('Failed to fetch'));
      header(element).dispatchEvent(new CustomEvent('refresh'));
      await flush();
      expect(grid(element).rows).toEqual([LOGINS]);
      expect(toasts).toHaveBeenCalledWith(expect.objectContaining({ variant: 'error' }));
      expect(header(element).refreshing).toBe(false);
    });
  });

  describe('what it does', () => {
    it('hands on what other screens do', async () => {
      const element = await mount();
      const edited = listen(element, 'edit');
      const accounts = listen(element, 'accounts');
      await choose(element, 'edit');
      header(element).dispatchEvent(new CustomEvent('accounts'));
      expect(edited).toHaveBeenCalledWith({ integrationId: 'a1' });
      expect(accounts).toHaveBeenCalledTimes(1);
    });

    it('opens the log, and tells when it was closed', async () => {
      mocked(InsightsRunLog.open).mockResolvedValue(undefined);
      const element = await mount();
      const closed = listen(element, 'logclosed');
      await choose(element, 'log');
      expect(InsightsRunLog.open).toHaveBeenCalledWith(
        expect.objectContaining({
          integrationId: 'a1',
          integrationName: 'Logins',
          canRun: true,
          label: 'Log of Logins'
        })
      );
      expect(closed).toHaveBeenCalledTimes(1);
    });

    it('opens one log at a time, at once, though the grid is being read', async () => {
      const element = await mount();
      mocked(loadGrid).mockReturnValue(new Promise(() => null));
      let close: () => void = () => undefined;
      mocked(InsightsRunLog.open).mockReturnValue(new Promise<void>((resolve) => (close = resolve)));
      header(element).dispatchEvent(new CustomEvent('refresh'));
      await choose(element, 'log');
      await choose(element, 'log');
      expect(InsightsRunLog.open).toHaveBeenCalledTimes(1);
      close();
      await flush();
      await choose(element, 'log');
      expect(InsightsRunLog.open).toHaveBeenCalledTimes(2);
    });

    it('can open a log again after one that could not be opened', async () => {
      mocked(InsightsRunLog.open).mockRejectedValueOnce(new Error('no chunk')).mockResolvedValue(undefined);
      const element = await mount();
      await expect(element.openLog('a1')).rejects.toThrow('no chunk');
      await element.openLog('a1');
      expect(InsightsRunLog.open).toHaveBeenCalledTimes(2);
    });

    it.each(['accounts', 'create'])('comes back to the button that has led to another view: %s', async (button) => {
      const element = await mount();
      const focused = (header(element).focusButton = jest.fn());
      header(element).dispatchEvent(new CustomEvent(button));
      element.focus();
      element.focus();
      expect(focused.mock.calls).toEqual([[button]]);
    });

    it('comes back to the pencil of the row that was edited', async () => {
      const element = await mount();
      grid(element).focusEdit = jest.fn();
      await choose(element, 'edit');
      element.focus();
      expect(grid(element).focusEdit).toHaveBeenCalledWith('a1');
    });

    it('comes back to the heading where nothing has led away', async () => {
      const element = await mount();
      element.focus();
      expect(element.shadowRoot!.activeElement).toBe(header(element));
    });

    it('says once what fails twice', async () => {
      mocked(setActive).mockRejectedValue(new TypeError('Failed to fetch'));
      const element = await mount();
      mocked(loadGrid).mockRejectedValue(new TypeError('Failed to fetch'));
      const toasts = listen(element, ShowToastEventName);
      await choose(element, 'pause');
      expect(toasts).toHaveBeenCalledTimes(1);
      header(element).dispatchEvent(new CustomEvent('refresh'));
      await flush();
      expect(toasts).toHaveBeenCalledTimes(2);
    });

    it('says what was done, and reads the grid again', async () => {
      mocked(setActive).mockResolvedValue(undefined);
      const element = await mount();
      const toasts = listen(element, ShowToastEventName);
      await choose(element, 'pause');
      expect(toasts).toHaveBeenCalledWith(
        expect.objectContaining({ title: expect.stringContaining('Logins is paused'), variant: 'success' })
      );
      expect(loadGrid).toHaveBeenCalledTimes(2);
    });

    it('shows what Apex refuses, with the remedy', async () => {
      mocked(setActive).mockRejectedValue(refusal('NotAllowed'));
      const element = await mount();
      const toasts = listen(element, ShowToastEventName);
      await choose(element, 'pause');
      expect(toasts).toHaveBeenCalledWith({ title: 'NotAllowed!', message: 'Do.', variant: 'error', mode: 'sticky' });
      expect(grid(element).busyIds).toEqual([]);
    });

    it('does the same thing once, however often it is clicked', async () => {
      mocked(runNow).mockReturnValue(new Promise(() => null));
      const element = await mount();
      await choose(element, 'run');
      await choose(element, 'run');
      expect(runNow).toHaveBeenCalledTimes(1);
      expect(grid(element).busyIds).toEqual(['a1']);
    });
  });

  describe('how it follows runs', () => {
    it('shows a run at once, its pages as they are done, and says how it ended', async () => {
      mocked(runNow).mockResolvedValue(RUN);
      const element = await mount();
      const toasts = listen(element, ShowToastEventName);
      await choose(element, 'run');
      expect(grid(element).rows[0]!.lastRun).toEqual(RUN);

      mocked(loadProgress).mockResolvedValue([{ ...RUN, status: 'Running', pagesTotal: 4 }]);
      await publish({ Status__c: 'Running', PagesTotal__c: 4, PagesDone__c: 1, RowsRead__c: 10, RowsUpdated__c: 10 });
      await publish({ Status__c: 'Running', PagesTotal__c: 4, PagesDone__c: 2, RowsRead__c: 20, RowsUpdated__c: 20 });
      expect(grid(element).rows[0]!.lastRun).toMatchObject({ status: 'Running', pagesDone: 2, updated: 20 });

      mocked(loadProgress).mockResolvedValue([ENDED]);
      await publish({ Status__c: 'Completed', PagesTotal__c: 4, PagesDone__c: 4, RowsRead__c: 40 });
      await flush();
      expect(toasts.mock.calls.map(([toast]) => [toast.title, toast.variant])).toEqual([['Logins has run', 'success']]);
      expect(grid(element).rows[0]!.recentRuns).toEqual([expect.objectContaining({ status: 'Completed', updated: 5 })]);
    });

    it('asks every five seconds where no events come', async () => {
      mocked(isEmpEnabled).mockResolvedValue(false);
      mocked(runNow).mockResolvedValue(RUN);
      const element = await mount();
      const toasts = listen(element, ShowToastEventName);
      await choose(element, 'run');
      mocked(loadProgress).mockResolvedValue([
        { ...ENDED, status: 'Failed', errorMessage: 'Closed.', remedy: 'Wait.' }
      ]);
      jest.advanceTimersByTime(5000);
      await flush();
      await flush();
      expect(loadProgress).toHaveBeenCalledWith({ runIds: ['r1'] });
      expect(toasts).toHaveBeenCalledWith(expect.objectContaining({ title: 'Logins has failed', variant: 'error' }));
      jest.advanceTimersByTime(20000);
      expect(loadProgress).toHaveBeenCalledTimes(1);
    });

    it('says nothing more of an abort whose answer comes after the end of the run', async () => {
      const element = await mount({ ...VIEW, integrations: [{ ...LOGINS, lastRun: { ...RUN, status: 'Running' } }] });
      const toasts = listen(element, ShowToastEventName);
      let answer: (aborted: boolean) => void = () => undefined;
      mocked(abortRun).mockReturnValue(new Promise((resolve) => (answer = resolve)));
      await choose(element, 'abort');
      const aborted = { ...ENDED, status: 'Aborted' };
      mocked(loadGrid).mockResolvedValue({ ...VIEW, integrations: [{ ...LOGINS, lastRun: aborted }] });
      header(element).dispatchEvent(new CustomEvent('refresh'));
      await flush();
      expect(grid(element).rows[0]!.lastRun!.status).toBe('Aborted');
      answer(true);
      await flush();
      expect(toasts).not.toHaveBeenCalled();
    });

    it('tells the end of a run that a refresh has brought', async () => {
      mocked(runNow).mockResolvedValue(RUN);
      const element = await mount();
      const toasts = listen(element, ShowToastEventName);
      await choose(element, 'run');
      mocked(loadGrid).mockResolvedValue({ ...VIEW, integrations: [{ ...LOGINS, lastRun: ENDED }] });
      header(element).dispatchEvent(new CustomEvent('refresh'));
      await flush();
      expect(toasts).toHaveBeenCalledTimes(1);
    });

    it('shows runs that others have started, without a toast', async () => {
      const element = await mount();
      const toasts = listen(element, ShowToastEventName);
      mocked(loadProgress).mockResolvedValue([{ ...RUN, status: 'Running' }]);
      await publish({ Status__c: 'Running' });
      expect(grid(element).rows[0]!.lastRun).toMatchObject({ name: 'RUN-1', status: 'Running' });
      mocked(loadProgress).mockResolvedValue([ENDED]);
      await publish({ Status__c: 'Completed' });
      await flush();
      expect(loadGrid).toHaveBeenCalledTimes(2);
      expect(toasts).not.toHaveBeenCalled();
    });

    it('learns of integrations that were made meanwhile', async () => {
      const element = await mount({ ...VIEW, integrations: [] });
      mocked(loadGrid).mockResolvedValue(VIEW);
      await publish({ Status__c: 'Running' });
      expect(grid(element).rows).toHaveLength(1);
    });

    it('asks for the run of somebody else again after a failure', async () => {
      await mount();
      mocked(loadProgress).mockRejectedValueOnce(new Error('busy')).mockResolvedValue([RUN]);
      await publish({ Status__c: 'Running' });
      await publish({ Status__c: 'Running' });
      expect(loadProgress).toHaveBeenCalledTimes(2);
    });

    it('runs an integration that the wizard has saved', async () => {
      mocked(runNow).mockResolvedValue(RUN);
      const element = await mount();
      await element.runIntegration('a1');
      expect(runNow).toHaveBeenCalledWith({ integrationId: 'a1' });
      expect(loadGrid).toHaveBeenCalledTimes(2);
    });

    it('runs what was saved also when the grid cannot be read', async () => {
      mocked(runNow).mockResolvedValue(RUN);
      const element = await mount({ ...VIEW, integrations: [] });
      mocked(loadGrid).mockRejectedValue(refusal('Locked'));
      await element.runIntegration('a1');
      expect(runNow).toHaveBeenCalledWith({ integrationId: 'a1' });
    });

    it('reads the grid once more when a load had begun before a change, and not more often', async () => {
      const element = await mount();
      let answer: (view: object) => void = () => undefined;
      mocked(loadGrid).mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
      header(element).dispatchEvent(new CustomEvent('refresh'));
      const asked = [element.refresh(), element.refresh()];
      expect(loadGrid).toHaveBeenCalledTimes(2);
      mocked(loadGrid).mockResolvedValue({ ...VIEW, integrations: [{ ...LOGINS, active: false }] });
      answer(VIEW);
      await Promise.all(asked);
      expect(loadGrid).toHaveBeenCalledTimes(3);
      await flush();
      expect(grid(element).rows[0]!.active).toBe(false);
    });

    it('keeps counting from the clock of the org', async () => {
      mocked(runNow).mockResolvedValue({ ...RUN, readAt: '2026-11-24T12:30:00.000Z' });
      const element = await mount();
      await choose(element, 'run');
      expect(grid(element).now).toBe('2026-11-24T12:30:00.000Z');
      jest.advanceTimersByTime(60000);
      await flush();
      expect(grid(element).now).toBe('2026-11-24T12:31:00.000Z');
      expect(header(element).refreshedAt).toBe(VIEW.now);
    });

    it('asks no more once it is gone', async () => {
      const element = await mount({ ...VIEW, integrations: [{ ...LOGINS, lastRun: RUN }] });
      element.remove();
      jest.advanceTimersByTime(10000);
      expect(loadProgress).not.toHaveBeenCalled();
    });
  });

  it.each([
    ['with data', VIEW],
    ['without any', { ...VIEW, integrations: [] }],
    ['before it is installed', { ...VIEW, isInstalled: false }]
  ])('is accessible %s', async (_what, view) => {
    const element = await mount(view);
    jest.useRealTimers();
    await expect(element).toBeAccessible();
  });
});
