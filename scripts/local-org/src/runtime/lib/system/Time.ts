/**
 * System.Time and System.TimeZone.
 * Source: Apex Reference Guide, "Time Class", "TimeZone Class".
 */
import {
  type ApexDatetime,
  ApexObject,
  ApexTime,
  isKnownZone,
  pad2,
  rtType,
  valueContext,
  zoneOffset,
  type RtType
} from '../../values';
import { localeTag } from '../../format/localeFormat';
import { withoutNulls } from '../args';
import { platformClass } from '../registry';

const plus = (unit: number) => (self: ApexTime, n: number) => new ApexTime(self.ms + n * unit);

platformClass('System.Time', {
  statics: withoutNulls({
    'newInstance/4': (h: number, m: number, s: number, ms: number) => ApexTime.of(h, m, s, ms)
  }),
  instance: withoutNulls({
    'addHours/1': plus(3600000),
    'addMinutes/1': plus(60000),
    'addSeconds/1': plus(1000),
    'addMilliseconds/1': plus(1),
    'hour/0': (self: ApexTime) => self.hour,
    'minute/0': (self: ApexTime) => self.minute,
    'second/0': (self: ApexTime) => self.second,
    'millisecond/0': (self: ApexTime) => self.millisecond
  })
});

const TYPE = rtType('System.TimeZone');

export class TimeZone extends ApexObject {
  constructor(readonly id: string) {
    super();
  }
  override get rtType(): RtType {
    return TYPE;
  }
  toText(): string {
    return this.id;
  }
  equals$1(other: unknown): boolean {
    return other instanceof TimeZone && other.id === this.id;
  }

  /** `(GMT-08:00) Pacific Standard Time (America/Los_Angeles)`. */
  displayName(): string {
    const standard = Math.min(...[0, 6].map((month) => zoneOffset(this.id, Date.UTC(2025, month, 1)))) / 60000;
    const sign = standard < 0 ? '-' : '+';
    const size = Math.abs(standard);
    const offset = `GMT${sign}${pad2(Math.floor(size / 60))}:${pad2(size % 60)}`;
    return `(${offset}) ${this.longName()} (${this.id})`;
  }

  private longName(): string {
    const locale = localeTag(valueContext.locale());
    const format = new Intl.DateTimeFormat(locale, { timeZone: this.id, timeZoneName: 'long' });
    const part = format.formatToParts(valueContext.now()).find((p) => p.type === 'timeZoneName');
    return part?.value ?? this.id;
  }
}

platformClass('System.TimeZone', {
  jsClass: TimeZone,
  // An unknown id answers GMT, as java.util.TimeZone does.
  statics: withoutNulls({ 'getTimeZone/1': (id: string) => new TimeZone(isKnownZone(id) ? id : 'GMT') }),
  instance: withoutNulls({
    'getDisplayName/0': (self: TimeZone) => self.displayName(),
    'getID/0': (self: TimeZone) => self.id,
    'getOffset/1': (self: TimeZone, at: ApexDatetime) => zoneOffset(self.id, at.ms),
    'toString/0': (self: TimeZone) => self.id
  })
});
