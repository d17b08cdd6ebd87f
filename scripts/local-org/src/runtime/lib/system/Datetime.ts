/**
 * System.Datetime. Methods without `Gmt` see the running user's time zone.
 * Source: Apex Reference Guide, "Datetime Class".
 */
import { kernel } from '../../kernel';
import {
  ApexDate,
  ApexDatetime,
  ApexTime,
  isKnownZone,
  localToInstant,
  throwNew,
  typeNameOf,
  utcMillis,
  valueContext,
  type DatetimeParts
} from '../../values';
import { formatWithPattern } from '../../format/dateFormat';
import { formatDatetime, formatDatetimeLong, localeTag, parseDatetime } from '../../format/localeFormat';
import { nonNull, withoutNulls } from '../args';
import { platformClass, type PlatformFunction } from '../registry';
import { addMonths, localDate } from './Date';

const zone = (): string => valueContext.timeZone();

function at(inZone: string, y: number, month: number, d: number, h = 0, m = 0, s = 0, ms = 0): ApexDatetime {
  return new ApexDatetime(localToInstant(inZone, utcMillis(y, month, d, h, m, s, ms)));
}

function fromDateAndTime(date: ApexDate, time: ApexTime, inZone: string): ApexDatetime {
  return new ApexDatetime(localToInstant(inZone, date.days * 86400000 + time.ms));
}

/** `yyyy-MM-dd HH:mm:ss`; what follows is not read. @throws TypeException `Invalid date/time: x` */
function ofText(text: string, inZone: string): ApexDatetime {
  const match = /^(\d{4}-\d{1,2}-\d{1,2}) (\d{1,2}):(\d{1,2}):(\d{1,2})/.exec(text);
  const date = match && ApexDate.tryParseIso(match[1]!);
  const [h, m, s] = match ? match.slice(2).map(Number) : [];
  if (!date || h! > 23 || m! > 59 || s! > 59) return throwNew('System.TypeException', `Invalid date/time: ${text}`);
  return at(inZone, date.year, date.month, date.day, h, m, s);
}

function valueOf(value: unknown): ApexDatetime | null {
  if (value === null) return null;
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return new ApexDatetime(value.days * 86400000);
  if (typeof value === 'string') return ofText(value, zone());
  return throwNew('System.TypeException', `Invalid date/time: ${typeNameOf(value)}`);
}

function knownZone(name: string): string {
  return isKnownZone(name) ? name : 'GMT';
}

function format(value: ApexDatetime, pattern: string, inZone: string): string {
  return formatWithPattern(value, pattern, inZone, localeTag(valueContext.locale()));
}

function plusMonths(value: ApexDatetime, months: number): ApexDatetime {
  const day = new ApexDate(Math.floor(value.ms / 86400000));
  return new ApexDatetime(addMonths(day, months).days * 86400000 + (value.ms - day.days * 86400000));
}

function plus(unit: number): PlatformFunction {
  return (self: ApexDatetime, n: number) => new ApexDatetime(self.ms + n * unit);
}

/** `hour` and `hourGmt` and their like. */
function partMembers(): Record<string, PlatformFunction> {
  const members: Record<string, PlatformFunction> = {};
  const names: (keyof DatetimeParts)[] = ['year', 'month', 'day', 'hour', 'minute', 'second', 'millisecond'];
  for (const name of names) {
    members[`${name}/0`] = (self: ApexDatetime) => self.parts(zone())[name];
    members[`${name}Gmt/0`] = (self: ApexDatetime) => self.parts('GMT')[name];
  }
  return members;
}

function timeOf(value: ApexDatetime, inZone: string): ApexTime {
  const p = value.parts(inZone);
  return ApexTime.of(p.hour, p.minute, p.second, p.millisecond);
}

function dayOfYear(date: ApexDate): number {
  return date.days - ApexDate.of(date.year, 1, 1).days + 1;
}

platformClass('System.Datetime', {
  statics: {
    ...withoutNulls({
      'newInstance(Long)': (ms: bigint | number) => new ApexDatetime(Number(ms)),
      'newInstance(Date,Time)': (date: ApexDate, time: ApexTime) => fromDateAndTime(date, time, zone()),
      'newInstance/3': (y: number, m: number, d: number) => at(zone(), y, m, d),
      'newInstance/6': (y: number, mo: number, d: number, h: number, m: number, s: number) =>
        at(zone(), y, mo, d, h, m, s),
      'newInstanceGmt(Date,Time)': (date: ApexDate, time: ApexTime) => fromDateAndTime(date, time, 'GMT'),
      'newInstanceGmt/3': (y: number, m: number, d: number) => at('GMT', y, m, d),
      'newInstanceGmt/6': (y: number, mo: number, d: number, h: number, m: number, s: number) =>
        at('GMT', y, mo, d, h, m, s),
      'now/0': () => new ApexDatetime(kernel.services.now()),
      'parse/1': (text: string) => parseDatetime(text, zone(), valueContext.locale()),
      'valueOfGmt/1': (text: string) => ofText(text, 'GMT')
    }),
    'valueOf/1': valueOf,
    'valueOf(String)': (text: string | null) => ofText(nonNull(text), zone())
  },
  instance: withoutNulls({
    ...partMembers(),
    'addDays/1': plus(86400000),
    'addHours/1': plus(3600000),
    'addMinutes/1': plus(60000),
    'addSeconds/1': plus(1000),
    'addMonths/1': plusMonths,
    'addYears/1': (self: ApexDatetime, n: number) => plusMonths(self, n * 12),
    'date/0': (self: ApexDatetime) => localDate(self, zone()),
    'dateGmt/0': (self: ApexDatetime) => localDate(self, 'GMT'),
    'time/0': (self: ApexDatetime) => timeOf(self, zone()),
    'timeGmt/0': (self: ApexDatetime) => timeOf(self, 'GMT'),
    'dayOfYear/0': (self: ApexDatetime) => dayOfYear(localDate(self, zone())),
    'dayOfYearGmt/0': (self: ApexDatetime) => dayOfYear(localDate(self, 'GMT')),
    'format/0': (self: ApexDatetime) => formatDatetime(self, zone(), valueContext.locale()),
    'format/1': (self: ApexDatetime, pattern: string) => format(self, pattern, zone()),
    'format/2': (self: ApexDatetime, pattern: string, inZone: string) => format(self, pattern, knownZone(inZone)),
    'formatGmt/1': (self: ApexDatetime, pattern: string) => format(self, pattern, 'GMT'),
    'formatLong/0': (self: ApexDatetime) => formatDatetimeLong(self, zone(), valueContext.locale()),
    'getTime/0': (self: ApexDatetime) => BigInt(self.ms),
    'isSameDay/1': (self: ApexDatetime, other: ApexDatetime) =>
      localDate(self, zone()).days === localDate(other, zone()).days
  })
});
