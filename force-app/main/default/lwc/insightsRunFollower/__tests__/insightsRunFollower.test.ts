import loadProgress from '@salesforce/apex/InsightsRunsController.loadProgress';
import { RunFollower } from 'c/insightsRunFollower';
import { type RunScreen, watchRuns } from 'c/insightsRunWatcher';

jest.mock('@salesforce/apex/InsightsRunsController.loadProgress', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/insightsRunWatcher', () => ({
  ...jest.requireActual('c/insightsRunWatcher'),
  watchRuns: jest.fn()
}));

const RUNNING = { id: 'r1', integrationId: 'a1', status: 'Running' };
const ENDED = { ...RUNNING, status: 'Completed', endedAt: '2026-11-24T08:00:00Z' };
const progressOf = (runId: string, integrationId = 'a1') => ({
  runId,
  integrationId,
  status: 'Running',
  pagesTotal: null,
  pagesDone: null,
  rowsRead: null
});

/** A screen that shows one integration. */
function setUp(lastRun: Apex.InsightsRunView | null = null) {
  let shown = lastRun;
  const screen = {
    integrationIds: () => ['a1'],
    lastRuns: () => (shown ? [shown] : []),
    show: jest.fn((run: Apex.InsightsRunView) => {
      shown = run;
    }),
    tellEnd: jest.fn(),
    reload: jest.fn().mockResolvedValue(undefined)
  };
  const follower = new RunFollower(screen);
  follower.start();
  const watched = (watchRuns as jest.Mock).mock.calls[0][0] as Required<RunScreen>;
  return { screen, follower, watched, set: screen.show };
}

const settled = () => new Promise(process.nextTick);

describe('c/insightsRunFollower', () => {
  let stop: jest.Mock;

  beforeEach(() => {
    jest.resetAllMocks();
    stop = jest.fn();
    (watchRuns as jest.Mock).mockReturnValue({ stop });
  });

  it('tells the end of a run that was started here, once', () => {
    const { screen, follower, watched } = setUp();
    follower.follow(RUNNING);
    expect(screen.show).toHaveBeenCalledWith(RUNNING);
    watched.onRun(ENDED);
    watched.onRun(ENDED);
    expect(screen.tellEnd.mock.calls).toEqual([[ENDED]]);
    expect(screen.reload).not.toHaveBeenCalled();
  });

  it('tells the end that came while the screen was read again', () => {
    const { screen, follower, set } = setUp();
    follower.follow(RUNNING);
    set(ENDED);
    follower.settle();
    follower.settle();
    expect(screen.tellEnd.mock.calls).toEqual([[ENDED]]);
  });

  it('reads the schedule again, without a word, when a run of others has ended', () => {
    const { screen, watched } = setUp(RUNNING);
    watched.onRun(ENDED);
    expect(screen.tellEnd).not.toHaveBeenCalled();
    expect(screen.reload).toHaveBeenCalledTimes(1);
  });

  it('asks once for a run that it hears of', async () => {
    (loadProgress as unknown as jest.Mock).mockResolvedValue([{ ...RUNNING, id: 'r2' }]);
    const { screen, watched } = setUp();
    watched.onOther(progressOf('r2'));
    watched.onOther(progressOf('r2'));
    await settled();
    expect(loadProgress).toHaveBeenCalledTimes(1);
    expect(screen.show).toHaveBeenCalledWith({ ...RUNNING, id: 'r2' });
    expect(screen.reload).not.toHaveBeenCalled();
  });

  it('reads everything again when it hears of an integration that is not shown', async () => {
    (loadProgress as unknown as jest.Mock).mockResolvedValue([]);
    const { screen, watched } = setUp();
    watched.onOther(progressOf('r2', 'a9'));
    await settled();
    expect(screen.reload).toHaveBeenCalledTimes(1);
  });

  it('asks again at the next event when it could not be told', async () => {
    (loadProgress as unknown as jest.Mock).mockRejectedValueOnce(new Error('busy')).mockResolvedValue([RUNNING]);
    const { screen, watched } = setUp();
    watched.onOther(progressOf('r1'));
    await settled();
    watched.onOther(progressOf('r1'));
    await settled();
    expect(screen.show).toHaveBeenCalledWith(RUNNING);
  });

  it('stops watching', () => {
    setUp().follower.stop();
    expect(stop).toHaveBeenCalledTimes(1);
  });
});
