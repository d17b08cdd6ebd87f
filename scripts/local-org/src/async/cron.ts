/**
 * Cron expressions of System.schedule: seconds, minutes, hours, day of month, month, day of week, and an optional year.
 * Source: Apex Developer Guide, "Apex Scheduler", "System.schedule Method".
 */
import { throwNew } from '../runtime/values';
import { localToInstant, utcMillis, zoneOffset } from '../runtime/values/timezone';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const WEEKDAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];
const FIRST_YEAR = 1970;
const LAST_YEAR = 2099;
const DAY_MS = 86_400_000;

/** A day of the calendar, month 1 to 12. */
interface Day {
  year: number;
  month: number;
  day: number;
}

type DayTest = (day: Day) => boolean;

interface Cron {
  second: number;
  minute: number;
  hours: readonly number[];
  matchesDay: DayTest;
  lastYear: number;
}

class BadField extends Error {}

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** 1 is Sunday. */
function weekday({ year, month, day }: Day): number {
  return new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 1;
}

function readNumber(text: string, low: number, high: number, names: readonly string[] = []): number {
  const named = names.indexOf(text.toUpperCase());
  const value = named >= 0 ? named + low : /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= low && value <= high)) throw new BadField(text);
  return value;
}

/** Every `step`th number from `from` to `to`; a range may run over the end (`FRI-MON`). */
function range(from: number, to: number, step: number, low: number, high: number): number[] {
  const count = to >= from ? to - from : to - from + (high - low + 1);
  const values: number[] = [];
  for (let i = 0; i <= count; i += step) values.push(((from - low + i) % (high - low + 1)) + low);
  return values;
}

function readPart(part: string, low: number, high: number, names: readonly string[]): number[] {
  const [base = '', stepText] = part.split('/');
  const step = stepText === undefined ? 1 : readNumber(stepText, 1, high);
  if (base === '*') return range(low, high, step, low, high);
  const [from = '', to] = base.split('-');
  const start = readNumber(from, low, high, names);
  if (to !== undefined) return range(start, readNumber(to, low, high, names), step, low, high);
  return stepText === undefined ? [start] : range(start, high, step, low, high);
}

function readList(text: string, low: number, high: number, names: readonly string[] = []): number[] {
  const values = text.split(',').flatMap((part) => readPart(part, low, high, names));
  return [...new Set(values)].sort((a, b) => a - b);
}

/** The working day nearest to a day of the month, inside that month. */
function nearestWorkday(year: number, month: number, day: number): number {
  const last = daysInMonth(year, month);
  const wanted = Math.min(day, last);
  const on = weekday({ year, month, day: wanted });
  if (on === 7) return wanted > 1 ? wanted - 1 : wanted + 2;
  if (on === 1) return wanted < last ? wanted + 1 : wanted - 2;
  return wanted;
}

function dayOfMonthTest(text: string): DayTest {
  const upper = text.toUpperCase();
  if (upper === 'L') return ({ year, month, day }) => day === daysInMonth(year, month);
  if (upper === 'LW' || upper === 'WL') return ({ year, month, day }) => day === nearestWorkday(year, month, 31);
  if (upper.endsWith('W')) {
    const wanted = readNumber(upper.slice(0, -1), 1, 31);
    return ({ year, month, day }) => day === nearestWorkday(year, month, wanted);
  }
  const days = new Set(readList(text, 1, 31));
  return ({ day }) => days.has(day);
}

function dayOfWeekTest(text: string): DayTest {
  const upper = text.toUpperCase();
  if (upper === 'L') return (day) => weekday(day) === 7;
  if (upper.endsWith('L')) {
    const wanted = readNumber(upper.slice(0, -1), 1, 7, WEEKDAYS);
    return (day) => weekday(day) === wanted && day.day + 7 > daysInMonth(day.year, day.month);
  }
  if (upper.includes('#')) {
    const [name = '', nth = ''] = upper.split('#');
    const wanted = readNumber(name, 1, 7, WEEKDAYS);
    const week = readNumber(nth, 1, 5);
    return (day) => weekday(day) === wanted && Math.ceil(day.day / 7) === week;
  }
  const days = new Set(readList(text, 1, 7, WEEKDAYS));
  return (day) => days.has(weekday(day));
}

function dayTest(dayOfMonth: string, month: string, dayOfWeek: string, year: string): DayTest {
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) throw new BadField('?');
  const byDay = dayOfMonth === '?' ? dayOfWeekTest(dayOfWeek) : dayOfMonthTest(dayOfMonth);
  const months = new Set(readList(month, 1, 12, MONTHS));
  const years = new Set(readList(year, FIRST_YEAR, LAST_YEAR));
  return (day) => months.has(day.month) && years.has(day.year) && byDay(day);
}

function illegal(expression: string): never {
  return throwNew('System.StringException', `Illegal cron expression format (${expression})`);
}

/**
 * Reads an expression.
 * @throws ApexException StringException for one that Salesforce does not take
 */
function parseCron(expression: string): Cron {
  const fields = expression.trim().split(/\s+/);
  if (fields.length < 6 || fields.length > 7) return illegal(expression);
  const [second = '', minute = '', hour = '', dayOfMonth = '', month = '', dayOfWeek = '', year = '*'] = fields;
  if (!/^\d+$/.test(second) || !/^\d+$/.test(minute)) {
    return throwNew('System.StringException', `Seconds and minutes must be specified as integers: ${expression}`);
  }
  try {
    return {
      second: readNumber(second, 0, 59),
      minute: readNumber(minute, 0, 59),
      hours: readList(hour, 0, 23),
      matchesDay: dayTest(dayOfMonth, month, dayOfWeek, year),
      lastYear: Math.max(...readList(year, FIRST_YEAR, LAST_YEAR))
    };
  } catch (error) {
    if (error instanceof BadField) return illegal(expression);
    throw error;
  }
}

/** Instants of one day on which the expression fires, in order. An hour that the clock skips in spring does not fire. */
function instantsOn(cron: Cron, { year, month, day }: Day, zone: string): number[] {
  return cron.hours.flatMap((hour) => {
    const local = utcMillis(year, month, day, hour, cron.minute, cron.second);
    const instant = localToInstant(zone, local);
    return instant + zoneOffset(zone, instant) === local ? [instant] : [];
  });
}

/**
 * The first instant after `after` on which the expression fires, by the clock of `zone`; null when it never does again.
 * @throws ApexException StringException for an expression that Salesforce does not take
 */
export function nextFireTime(expression: string, after: number, zone: string): number | null {
  const cron = parseCron(expression);
  let midnight = Math.floor((after + zoneOffset(zone, after)) / DAY_MS) * DAY_MS;
  const end = Date.UTC(cron.lastYear + 1, 0, 1);
  for (; midnight < end; midnight += DAY_MS) {
    const date = new Date(midnight);
    const day = { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
    if (!cron.matchesDay(day)) continue;
    const found = instantsOn(cron, day, zone).find((instant) => instant > after);
    if (found !== undefined) return found;
  }
  return null;
}
