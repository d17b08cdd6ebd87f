/**
 * Date literals of SOQL (`TODAY`, `LAST_N_DAYS:30`) as ranges of days in the user's time zone. Weeks begin on Sunday; the
 * fiscal year is the calendar year, as in a new org.
 * Source: SOQL and SOSL Reference, "Date Formats and Date Literals in WHERE".
 */
import { ApexDate } from '../../runtime/values/date';
import { localToInstant, zoneOffset } from '../../runtime/values/timezone';
import { queryException } from './errors';

const DAY_MS = 86400000;

/** First day, and the day after the last. */
export interface DayRange {
  start: ApexDate;
  end: ApexDate;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** Start of the period that contains the day. */
function startOf(day: ApexDate, unit: Unit): ApexDate {
  switch (unit) {
    case 'DAY':
      return day;
    case 'WEEK':
      return new ApexDate(day.days - day.weekday);
    case 'MONTH':
      return ApexDate.of(day.year, day.month, 1);
    case 'QUARTER':
      return ApexDate.of(day.year, Math.floor((day.month - 1) / 3) * 3 + 1, 1);
    case 'YEAR':
      return ApexDate.of(day.year, 1, 1);
  }
}

function shift(day: ApexDate, unit: Unit, count: number): ApexDate {
  switch (unit) {
    case 'DAY':
      return new ApexDate(day.days + count);
    case 'WEEK':
      return new ApexDate(day.days + 7 * count);
    case 'MONTH':
      return ApexDate.of(day.year, day.month + count, 1);
    case 'QUARTER':
      return ApexDate.of(day.year, day.month + 3 * count, 1);
    case 'YEAR':
      return ApexDate.of(day.year + count, day.month, 1);
  }
}

/** Periods `from` to `to` (exclusive), counted from the one that contains today. */
function periods(today: ApexDate, unit: Unit, from: number, to: number): DayRange {
  const start = startOf(today, unit);
  return { start: shift(start, unit, from), end: shift(start, unit, to) };
}

const DAYS: Record<string, [number, number]> = {
  YESTERDAY: [-1, 0],
  TODAY: [0, 1],
  TOMORROW: [1, 2],
  LAST_90_DAYS: [-90, 1],
  NEXT_90_DAYS: [1, 91]
};

function unitOf(word: string): Unit {
  return word.replace(/^FISCAL_/, '').replace(/S$/, '') as Unit;
}

function relative(today: ApexDate, name: string): DayRange | null {
  const match = /^(LAST|THIS|NEXT)_(WEEK|MONTH|(?:FISCAL_)?QUARTER|(?:FISCAL_)?YEAR)$/.exec(name);
  if (!match) return null;
  const from = match[1] === 'LAST' ? -1 : match[1] === 'THIS' ? 0 : 1;
  return periods(today, unitOf(match[2]!), from, from + 1);
}

function counted(today: ApexDate, name: string, n: number): DayRange | null {
  const span = /^(LAST|NEXT)_N_(DAYS|WEEKS|MONTHS|(?:FISCAL_)?QUARTERS|(?:FISCAL_)?YEARS)$/.exec(name);
  if (span) {
    const unit = unitOf(span[2]!);
    // LAST_N_DAYS goes on up to now; the longer units end before the current one.
    if (span[1] === 'LAST') return periods(today, unit, -n, unit === 'DAY' ? 1 : 0);
    return periods(today, unit, 1, n + 1);
  }
  const ago = /^N_(DAYS|WEEKS|MONTHS|(?:FISCAL_)?QUARTERS|(?:FISCAL_)?YEARS)_AGO$/.exec(name);
  return ago ? periods(today, unitOf(ago[1]!), -n, -n + 1) : null;
}

/** @throws QueryException for a literal that SOQL does not have */
export function dayRange(name: string, n: number | null, now: number, zone: string): DayRange {
  const today = new ApexDate(Math.floor((now + zoneOffset(zone, now)) / DAY_MS));
  const days = DAYS[name];
  if (days) return periods(today, 'DAY', days[0], days[1]);
  const range = n === null ? relative(today, name) : counted(today, name, n);
  if (!range) throw queryException(`unexpected token: '${name}'`);
  return range;
}

/** The instant at which the day begins in the zone. */
export function startOfDay(day: ApexDate, zone: string): number {
  return localToInstant(zone, day.days * DAY_MS);
}
