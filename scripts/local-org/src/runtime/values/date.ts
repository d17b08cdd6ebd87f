import { utcMillis } from './timezone';

const DAY = 86400000;

/** A Date: days since 1970-01-01 (proleptic Gregorian). */
export class ApexDate {
  constructor(readonly days: number) {}

  /** Parts out of range roll over, as Date.newInstance does. Month is 1-based. */
  static of(year: number, month: number, day: number): ApexDate {
    return new ApexDate(Math.floor(utcMillis(year, month, day) / DAY));
  }
  /** `yyyy-MM-dd`, or null. */
  static tryParseIso(text: string): ApexDate | null {
    const match = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
    if (!match) return null;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    const date = ApexDate.of(year, month, day);
    return date.month === month && date.day === day ? date : null;
  }

  private get utc(): Date {
    return new Date(this.days * DAY);
  }
  get year(): number {
    return this.utc.getUTCFullYear();
  }
  /** 1 to 12. */
  get month(): number {
    return this.utc.getUTCMonth() + 1;
  }
  get day(): number {
    return this.utc.getUTCDate();
  }
  /** 0 is Sunday. */
  get weekday(): number {
    return this.utc.getUTCDay();
  }
  /** `yyyy-MM-dd`. */
  toIso(): string {
    return `${String(this.year).padStart(4, '0')}-${pad2(this.month)}-${pad2(this.day)}`;
  }
}

export function pad2(n: number): string {
  return n < 10 ? `0${n}` : String(n);
}
