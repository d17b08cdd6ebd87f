import { runToast } from 'c/insightsRunToast';

const run = (status: string, more: object = {}) => ({ id: 'r1', integrationName: 'Logins', status, ...more });

describe('c/insightsRunToast', () => {
  it('says what a run has done, with a link to its log', () => {
    expect(runToast(run('Completed', { updated: 1234, unchanged: 5 }), '/log')).toEqual({
      title: 'Logins has run',
      message: '{0} {1}',
      messageData: ['Updated 1,234 and Unchanged 5.', { url: '/log', label: 'Show log' }],
      variant: 'success',
      mode: 'dismissible'
    });
  });

  it('warns of issues until the user has seen it', () => {
    const toast = runToast(run('CompletedWithIssues', { updated: 1, rejected: 2 }), '/log');
    expect(toast).toMatchObject({ title: 'Logins has run, with issues', variant: 'warning', mode: 'sticky' });
    expect(toast.messageData[0]).toBe('Updated 1 and Rejected 2.');
  });

  it('says why a run has failed and what to do', () => {
    const toast = runToast(run('Failed', { errorMessage: 'WalkMe is closed.', remedy: 'Wait.', updated: 3 }), '/log');
    expect(toast).toMatchObject({ title: 'Logins has failed', variant: 'error', mode: 'sticky' });
    expect(toast.messageData[0]).toBe('WalkMe is closed. Wait. Updated 3.');
  });

  it('tells of an abort without alarm', () => {
    expect(runToast(run('Aborted'), '/log')).toMatchObject({ title: 'Logins was aborted', variant: 'info' });
  });

  it('says that an empty report is empty', () => {
    expect(runToast(run('Completed'), '/log').messageData[0]).toBe('The report has no rows.');
  });
});
