/**
 * Timers in one place: components of Lightning should have few, and each has to be stopped.
 */

/** Something that goes on until it is stopped. */
export interface Stoppable {
  stop(): void;
}

/** Something that happens once, after a pause. */
export interface Delayed extends Stoppable {
  /** Begins the pause, anew if it has begun. */
  start(): void;
}

/**
 * Waits until nothing has begun for a while, such as until the user has stopped typing.
 * @param action what to do
 * @param milliseconds length of the pause
 */
export function afterPause(action: () => void, milliseconds: number): Delayed {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);
  const start = () => {
    stop();
    // eslint-disable-next-line @lwc/lwc/no-async-operation -- stopped by whoever starts it
    timer = setTimeout(action, milliseconds);
  };
  return { start, stop };
}

/**
 * Does something again and again.
 * @param action what to do
 * @param milliseconds time from one beginning to the next
 */
export function every(milliseconds: number, action: () => void): Stoppable {
  // eslint-disable-next-line @lwc/lwc/no-async-operation -- stopped by whoever starts it
  const timer = setInterval(action, milliseconds);
  return { stop: () => clearInterval(timer) };
}
