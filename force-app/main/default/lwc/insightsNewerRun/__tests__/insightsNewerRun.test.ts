import { newerRun } from 'c/insightsNewerRun';

const RUNNING = { id: 'r1', status: 'Running', rowsRead: 20, readAt: '2026-11-24T08:00:20.000Z' };
const ENDED = { ...RUNNING, status: 'Completed', endedAt: '2026-11-24T08:00:30.000Z' };

describe('c/insightsNewerRun', () => {
  it.each([
    ['of what is not shown yet', undefined, RUNNING],
    ['of another run', { ...ENDED, id: 'r0' }, RUNNING],
    ['that tells more rows', RUNNING, { ...RUNNING, rowsRead: 30 }],
    ['that was read later', RUNNING, { ...RUNNING, readAt: '2026-11-24T08:00:21.000Z', abortRequested: true }],
    ['that tells the end', { ...RUNNING, readAt: '2026-11-24T08:00:40.000Z' }, ENDED],
    ['that does not say when it was read', RUNNING, { ...RUNNING, readAt: null }]
  ])('takes an answer %s', (_which, shown, answer) => {
    expect(newerRun(shown, answer)).toBe(answer);
  });

  it.each([
    ['that does not know of the end', ENDED, { ...RUNNING, readAt: '2026-11-24T08:00:40.000Z' }],
    ['that tells fewer rows', RUNNING, { ...RUNNING, rowsRead: 10, readAt: '2026-11-24T08:00:21.000Z' }],
    ['that was read earlier', RUNNING, { ...RUNNING, readAt: '2026-11-24T08:00:19.000Z' }]
  ])('passes over an answer %s', (_which, shown, answer) => {
    expect(newerRun(shown, answer)).toBe(shown);
  });
});
