import loadProgress from '@salesforce/apex/InsightsRunsController.loadProgress';
import { subscribeToRuns } from 'c/insightsRunEvents';
import { watchRuns } from 'c/insightsRunWatcher';

jest.mock('@salesforce/apex/InsightsRunsController.loadProgress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/insightsRunEvents', () => ({ __esModule: true, subscribeToRuns: jest.fn() }));

const load = loadProgress as unknown as jest.Mock;
const unsubscribe = jest.fn();
const publish = (progress: object) => (subscribeToRuns as jest.Mock).mock.calls[0][0](progress);
const settle = async () => {
  for (let turn = 0; turn < 5; turn++) {
    await Promise.resolve();
  }
};

function screenOf(...runs: Apex.InsightsRunView[]) {
  const screen = {
    shown: runs,
    runs: () => screen.shown,
    onRun: jest.fn((run: Apex.InsightsRunView) => {
      screen.shown = screen.shown.map((each) => (each.id === run.id ? run : each));
    }),
    onOther: jest.fn()
  };
  return screen;
}

describe('c/insightsRunWatcher', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    jest.clearAllMocks();
    (subscribeToRuns as jest.Mock).mockReturnValue(unsubscribe);
    load.mockResolvedValue([]);
  });
  afterEach(() => jest.useRealTimers());

  it('shows what an event tells without asking', () => {
    const screen = screenOf({ id: 'r1', status: 'Running', rowsRead: 10, updated: 10, name: 'RUN-1' });
    const watch = watchRuns(screen);
    publish({
      runId: 'r1',
      integrationId: 'i1',
      status: 'Running',
      pagesDone: 2,
      pagesTotal: null,
      rowsRead: 20,
      updated: 19,
      rejected: 1
    });
    expect(screen.shown[0]).toEqual({
      id: 'r1',
      name: 'RUN-1',
      status: 'Running',
      pagesDone: 2,
      rowsRead: 20,
      updated: 19,
      rejected: 1
    });
    jest.advanceTimersByTime(5000);
    expect(load).not.toHaveBeenCalled();
    watch.stop();
  });

  it('takes nothing back when an event is late', () => {
    const screen = screenOf({ id: 'r1', status: 'Running', rowsRead: 30 });
    const watch = watchRuns(screen);
    publish({ runId: 'r1', status: 'Running', rowsRead: 20 });
    expect(screen.shown[0]?.rowsRead).toBe(30);
    watch.stop();
  });

  it('asks for times and error when the status changes', async () => {
    const ended = { id: 'r1', status: 'Failed', endedAt: '2026-01-31T08:00:00.000Z', errorMessage: 'No key.' };
    load.mockResolvedValue([ended]);
    const screen = screenOf({ id: 'r1', status: 'Running' });
    const watch = watchRuns(screen);
    publish({ runId: 'r1', status: 'Failed' });
    await settle();
    expect(load).toHaveBeenCalledWith({ runIds: ['r1'] });
    expect(screen.shown[0]).toEqual(ended);
    watch.stop();
  });

  it('asks every five seconds for runs that no event tells of, and only for those that go on', async () => {
    load.mockResolvedValue([{ id: 'r2', status: 'Running', rowsRead: 5 }]);
    const screen = screenOf(
      { id: 'r1', status: 'Completed', endedAt: '2026-01-31T08:00:00.000Z' },
      { id: 'r2', status: 'Queued' }
    );
    const watch = watchRuns(screen);
    jest.advanceTimersByTime(10000);
    await settle();
    expect(load.mock.calls).toEqual([[{ runIds: ['r2'] }], [{ runIds: ['r2'] }]]);
    expect(screen.shown[1]?.rowsRead).toBe(5);
    watch.stop();
  });

  it('leaves a run alone that has ended', () => {
    const screen = screenOf({ id: 'r1', status: 'Completed', endedAt: '2026-01-31T08:00:00.000Z' });
    const watch = watchRuns(screen);
    publish({ runId: 'r1', status: 'Running', rowsRead: 1 });
    expect(screen.onRun).not.toHaveBeenCalled();
    watch.stop();
  });

  it('tells of runs that are not on the screen', () => {
    const screen = screenOf();
    const watch = watchRuns(screen);
    publish({ runId: 'r9', status: 'Queued' });
    expect(screen.onOther).toHaveBeenCalledWith({ runId: 'r9', status: 'Queued' });
    watch.stop();
  });

  it('goes on after a poll that failed', async () => {
    load
      .mockRejectedValueOnce(new Error('offline'))
      .mockResolvedValueOnce([{ id: 'r1', status: 'Running', rowsRead: 7 }]);
    const screen = screenOf({ id: 'r1', status: 'Running' });
    const watch = watchRuns(screen);
    jest.advanceTimersByTime(5000);
    await settle();
    jest.advanceTimersByTime(5000);
    await settle();
    expect(screen.shown[0]?.rowsRead).toBe(7);
    watch.stop();
  });

  it('is silent once stopped', async () => {
    const screen = screenOf({ id: 'r1', status: 'Running' });
    load.mockResolvedValue([{ id: 'r1', status: 'Running', rowsRead: 7 }]);
    const watch = watchRuns(screen);
    jest.advanceTimersByTime(5000);
    watch.stop();
    jest.advanceTimersByTime(5000);
    await settle();
    expect(load).toHaveBeenCalledTimes(1);
    expect(screen.onRun).not.toHaveBeenCalled();
    expect(unsubscribe).toHaveBeenCalled();
  });
});
