import { pad2 } from './date';
import { utcMillis, zoneOffset } from './timezone';

/** Parts of a Datetime in some zone. */
export interface DatetimeParts {
  year: number;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  weekday: number;
}

/** A Datetime: milliseconds since the epoch. Apex compares them by whole seconds. */
export class ApexDatetime {
  constructor(readonly ms: number) {}

  static ofUtc(y: number, month: number, day: number, h = 0, m = 0, s = 0, ms = 0): ApexDatetime {
    return new ApexDatetime(utcMillis(y, month, day, h, m, s, ms));
  }
  /** What equality and order see. */
  get seconds(): number {
    return Math.floor(this.ms / 1000);
  }
  parts(zone: string): DatetimeParts {
    const local = new Date(this.ms + zoneOffset(zone, this.ms));
    return {
      year: local.getUTCFullYear(),
      month: local.getUTCMonth() + 1,
      day: local.getUTCDate(),
      hour: local.getUTCHours(),
      minute: local.getUTCMinutes(),
      second: local.getUTCSeconds(),
      millisecond: local.getUTCMilliseconds(),
      weekday: local.getUTCDay()
    };
  }
  /** `yyyy-MM-dd HH:mm:ss` in the zone. */
  toText(zone: string): string {
    const p = this.parts(zone);
    const date = `${String(p.year).padStart(4, '0')}-${pad2(p.month)}-${pad2(p.day)}`;
    return `${date} ${pad2(p.hour)}:${pad2(p.minute)}:${pad2(p.second)}`;
  }
  /** `yyyy-MM-ddTHH:mm:ss.SSSZ`, as JSON writes it. */
  toIso(): string {
    return new Date(this.ms).toISOString();
  }
}
