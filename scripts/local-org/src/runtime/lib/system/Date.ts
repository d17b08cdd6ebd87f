/**
 * System.Date.
 * Source: Apex Reference Guide, "Date Class".
 */
import { kernel } from '../../kernel';
import { ApexDate, ApexDatetime, throwNew, typeNameOf, utcMillis, valueContext } from '../../values';
import { firstWeekday, formatDate, parseDate } from '../../format/localeFormat';
import { nonNull, withoutNulls } from '../args';
import { platformClass } from '../registry';

/** Days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(utcMillis(year, month + 1, 0)).getUTCDate();
}

/** Keeps the day, or takes the last one of a shorter month. */
export function addMonths(date: ApexDate, months: number): ApexDate {
  const first = ApexDate.of(date.year, date.month + months, 1);
  return ApexDate.of(first.year, first.month, Math.min(date.day, daysInMonth(first.year, first.month)));
}

/** Today in the running user's time zone. */
export function today(): ApexDate {
  const p = new ApexDatetime(kernel.services.now()).parts(valueContext.timeZone());
  return ApexDate.of(p.year, p.month, p.day);
}

/** `yyyy-MM-dd`, with or without a time after it. @throws TypeException `Invalid date: x` */
function dateOfText(text: string): ApexDate {
  const match = /^(\d{4}-\d{1,2}-\d{1,2})(?:[ T].*)?$/.exec(text);
  const date = match && ApexDate.tryParseIso(match[1]!);
  return date ?? throwNew('System.TypeException', `Invalid date: ${text}`);
}

function valueOf(value: unknown): ApexDate | null {
  if (value === null) return null;
  if (value instanceof ApexDate) return value;
  if (typeof value === 'string') return dateOfText(value);
  if (value instanceof ApexDatetime) return localDate(value, valueContext.timeZone());
  return throwNew('System.TypeException', `Invalid date: ${typeNameOf(value)}`);
}

/** The date of an instant in a zone. */
export function localDate(value: ApexDatetime, zone: string): ApexDate {
  const p = value.parts(zone);
  return ApexDate.of(p.year, p.month, p.day);
}

function startOfWeek(date: ApexDate): ApexDate {
  return new ApexDate(date.days - ((date.weekday - firstWeekday(valueContext.locale()) + 7) % 7));
}

const isLeapYear = (year: number): boolean => daysInMonth(year, 2) === 29;

platformClass('System.Date', {
  statics: {
    ...withoutNulls({
      'daysInMonth/2': daysInMonth,
      'isLeapYear/1': isLeapYear,
      'newInstance/3': (y: number, m: number, d: number) => ApexDate.of(y, m, d),
      'parse/1': (text: string) => parseDate(text, valueContext.locale()),
      'today/0': today
    }),
    'valueOf/1': valueOf,
    'valueOf(String)': (text: string | null) => dateOfText(nonNull(text))
  },
  instance: withoutNulls({
    'addDays/1': (self: ApexDate, n: number) => new ApexDate(self.days + n),
    'addMonths/1': addMonths,
    'addYears/1': (self: ApexDate, n: number) => addMonths(self, n * 12),
    'day/0': (self: ApexDate) => self.day,
    'dayOfYear/0': (self: ApexDate) => self.days - ApexDate.of(self.year, 1, 1).days + 1,
    'daysBetween/1': (self: ApexDate, other: ApexDate) => other.days - self.days,
    'format/0': (self: ApexDate) => formatDate(self, valueContext.locale()),
    'isSameDay/1': (self: ApexDate, other: ApexDate) => self.days === other.days,
    'month/0': (self: ApexDate) => self.month,
    'monthsBetween/1': (self: ApexDate, other: ApexDate) => (other.year - self.year) * 12 + other.month - self.month,
    'toStartOfMonth/0': (self: ApexDate) => ApexDate.of(self.year, self.month, 1),
    'toStartOfWeek/0': startOfWeek,
    'year/0': (self: ApexDate) => self.year
  })
});
