import LightningConfirm from 'lightning/confirm';
import { perform } from 'c/insightsIntegrationActions';
import abortRun from '@salesforce/apex/InsightsIntegrationsController.abortRun';
import deletionImpact from '@salesforce/apex/InsightsIntegrationsController.deletionImpact';
import duplicate from '@salesforce/apex/InsightsIntegrationsController.duplicate';
import remove from '@salesforce/apex/InsightsIntegrationsController.remove';
import runNow from '@salesforce/apex/InsightsIntegrationsController.runNow';
import setActive from '@salesforce/apex/InsightsIntegrationsController.setActive';

jest.mock('@salesforce/apex/InsightsIntegrationsController.abortRun', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsIntegrationsController.deletionImpact', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsIntegrationsController.duplicate', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsIntegrationsController.remove', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsIntegrationsController.runNow', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsIntegrationsController.setActive', () => ({ default: jest.fn() }), {
  virtual: true
});

const ROW: Apex.InsightsIntegrationRow = { id: 'a00', name: 'Logins', active: true, lastRun: { id: 'r1' } };
const answer = (method: unknown, value: unknown) => (method as jest.Mock).mockResolvedValue(value);

describe('c/insightsIntegrationActions', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    LightningConfirm.open = jest.fn();
  });

  it('runs, and gives the run back', async () => {
    answer(runNow, { id: 'r2' });
    expect(await perform('run', ROW)).toEqual({ run: { id: 'r2' }, reload: false });
    expect(runNow).toHaveBeenCalledWith({ integrationId: 'a00' });
  });

  it('aborts the run at work', async () => {
    answer(abortRun, true);
    const done = await perform('abort', ROW);
    expect(abortRun).toHaveBeenCalledWith({ runId: 'r1' });
    expect(done).toMatchObject({ run: { id: 'r1', abortRequested: true }, message: expect.stringContaining('Logins') });
  });

  it('says that a run had ended before it could be aborted', async () => {
    answer(abortRun, false);
    expect(await perform('abort', ROW)).toEqual({
      message: 'Logins had ended already.',
      variant: 'info',
      reload: true
    });
    expect(await perform('abort', { id: 'a00', name: 'Logins' })).toMatchObject({ variant: 'info' });
  });

  it.each([
    ['pause', false, 'Logins is paused. You can still run it by hand.'],
    ['resume', true, 'Logins runs on its schedule again.']
  ] as const)('can %s', async (action, active, message) => {
    expect(await perform(action, ROW)).toEqual({ message, reload: true });
    expect(setActive).toHaveBeenCalledWith({ integrationId: 'a00', active });
  });

  it('duplicates', async () => {
    expect(await perform('duplicate', ROW)).toMatchObject({ message: expect.stringContaining('Logins'), reload: true });
    expect(duplicate).toHaveBeenCalledWith({ integrationId: 'a00' });
  });

  it('names what is lost and what is kept before it deletes', async () => {
    answer(deletionImpact, { name: 'Logins', mappings: 3, runs: 1200, isRunning: false });
    answer(LightningConfirm.open, true);
    expect(await perform('delete', ROW)).toEqual({ message: 'Logins was deleted.', reload: true });
    const { label, message } = (LightningConfirm.open as jest.Mock).mock.calls[0][0];
    expect(label).toBe('Delete Logins?');
    expect(message).toMatch(/mappings \(3\).*runs \(1,200\).*Recycle Bin.*15 days/);
    expect(remove).toHaveBeenCalledWith({ integrationId: 'a00' });
  });

  it('deletes nothing when the user thinks better of it', async () => {
    answer(deletionImpact, { name: 'Logins', mappings: 3, runs: 1, isRunning: false });
    answer(LightningConfirm.open, false);
    expect(await perform('delete', ROW)).toEqual({ reload: false });
    expect(remove).not.toHaveBeenCalled();
  });

  it('lets Apex refuse to delete what is running, without asking first', async () => {
    answer(deletionImpact, { name: 'Logins', isRunning: true });
    (remove as unknown as jest.Mock).mockRejectedValue(new Error('IsRunning'));
    await expect(perform('delete', ROW)).rejects.toThrow('IsRunning');
    expect(LightningConfirm.open).not.toHaveBeenCalled();
  });

  it('hands on what Apex refuses', async () => {
    (runNow as unknown as jest.Mock).mockRejectedValue(new Error('AlreadyRunning'));
    await expect(perform('run', ROW)).rejects.toThrow('AlreadyRunning');
  });
});
