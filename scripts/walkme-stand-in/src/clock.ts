/** Tells the time in milliseconds since 1970 UTC; a virtual clock can stand in for the machine's. */
export type Clock = () => number;

/** The machine's own clock. */
export const realClock: Clock = () => Date.now();
