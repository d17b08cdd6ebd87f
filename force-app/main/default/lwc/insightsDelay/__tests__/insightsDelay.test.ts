import { afterPause, every } from 'c/insightsDelay';

describe('c/insightsDelay', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('acts once nothing has begun for a while', () => {
    const action = jest.fn();
    const pause = afterPause(action, 100);
    pause.start();
    jest.advanceTimersByTime(99);
    pause.start();
    jest.advanceTimersByTime(99);
    expect(action).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(action).toHaveBeenCalledTimes(1);
  });

  it('does not act once stopped', () => {
    const action = jest.fn();
    const pause = afterPause(action, 100);
    pause.stop();
    pause.start();
    pause.stop();
    jest.runAllTimers();
    expect(action).not.toHaveBeenCalled();
  });

  it('acts again and again until stopped', () => {
    const action = jest.fn();
    const timer = every(100, action);
    jest.advanceTimersByTime(350);
    timer.stop();
    jest.advanceTimersByTime(350);
    expect(action).toHaveBeenCalledTimes(3);
  });
});
