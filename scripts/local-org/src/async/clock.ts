/**
 * The org's clock: real time, until somebody moves it ahead. It never goes back.
 */
export class Clock {
  private offset = 0;
  private frozenAt: number | null = null;

  constructor(private readonly realNow: () => number = Date.now) {}

  /** Milliseconds since the epoch. */
  now(): number {
    return this.frozenAt ?? this.realNow() + this.offset;
  }

  /** Moves the clock to `instant`; an instant in the past leaves it as it is. Time goes on from there. */
  advanceTo(instant: number): void {
    const ahead = instant - this.now();
    if (ahead <= 0) return;
    this.offset += ahead;
    if (this.frozenAt !== null) this.frozenAt = instant;
  }

  /** Stops the clock where it stands, so that only `advanceTo` moves it. */
  freeze(): void {
    this.frozenAt = this.now();
  }
}
