/** Date functions of formulas. DATEVALUE and TODAY use the running user's time zone, the parts of a date/time GMT. */
import { ApexDate } from '../../runtime/values/date';
import { ApexDatetime } from '../../runtime/values/datetime';
import { ApexDecimal } from '../../runtime/values/decimal';
import { ApexTime } from '../../runtime/values/time';
import { zoneOffset } from '../../runtime/values/timezone';
import { FormulaError, type Formula } from './ast';
import { describe, evaluate, number, type FormulaContext, type FormulaValue } from './evaluate';
import type { FormulaFunction, FormulaFunctions } from './functions';

const DAY_MS = 86400000;

function int(formula: Formula, context: FormulaContext): number | null {
  const value = number(evaluate(formula, context), context);
  return value === null ? null : Number(value.toBigInt());
}

function localDay(ms: number, zone: string): ApexDate {
  return new ApexDate(Math.floor((ms + zoneOffset(zone, ms)) / DAY_MS));
}

function dateValue(value: FormulaValue, context: FormulaContext): ApexDate | null {
  if (value === null || value === '') return null;
  if (value instanceof ApexDate) return value;
  if (value instanceof ApexDatetime) return localDay(value.ms, context.timeZone());
  if (typeof value === 'string') return ApexDate.tryParseIso(value.trim());
  throw new FormulaError(`Incorrect parameter type for function 'DATEVALUE()'. Received ${describe(value)}`);
}

function datetimeValue(value: FormulaValue, context: FormulaContext): ApexDatetime | null {
  if (value === null || value === '') return null;
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) {
    const midnight = value.days * DAY_MS;
    return new ApexDatetime(midnight - zoneOffset(context.timeZone(), midnight));
  }
  const match = /^(\d{4})-(\d\d)-(\d\d)(?: (\d\d):(\d\d)(?::(\d\d))?)?Z?$/.exec(String(value).trim());
  if (!match) return null;
  const [, y, m, d, h, min, s] = match.map((part) => Number(part ?? 0));
  return ApexDatetime.ofUtc(y!, m!, d!, h, min, s);
}

/** A whole number read off a date or time; blank for a blank value. */
function partOf<T>(type: new (...values: never[]) => T, name: string, part: (value: T) => number): FormulaFunction {
  return {
    min: 1,
    max: 1,
    run: ([a], c) => {
      const value = evaluate(a!, c);
      if (value === null) return null;
      if (!(value instanceof type))
        throw new FormulaError(`Incorrect parameter type. Expected ${name}, received ${describe(value)}`);
      return ApexDecimal.fromInteger(part(value));
    }
  };
}

const datePart = (part: (date: ApexDate) => number): FormulaFunction => partOf(ApexDate, 'Date', part);
const timePart = (part: (time: ApexTime) => number): FormulaFunction => partOf(ApexTime, 'Time', part);

/** The last day of the month when the day does not exist there, or when the date was the last day of its month. */
function addMonths(value: FormulaValue, months: number): FormulaValue {
  if (value instanceof ApexDatetime) {
    const day = new ApexDate(Math.floor(value.ms / DAY_MS));
    const moved = addMonths(day, months) as ApexDate;
    return new ApexDatetime(value.ms + (moved.days - day.days) * DAY_MS);
  }
  if (!(value instanceof ApexDate)) return null;
  const isLast = ApexDate.of(value.year, value.month + 1, 0).day === value.day;
  const last = ApexDate.of(value.year, value.month + months + 1, 0);
  return isLast || value.day > last.day ? last : ApexDate.of(value.year, value.month + months, value.day);
}

function isoWeek(date: ApexDate): number {
  const thursday = new ApexDate(date.days + 3 - ((date.weekday + 6) % 7));
  return Math.floor((thursday.days - ApexDate.of(thursday.year, 1, 1).days) / 7) + 1;
}

function makeDate(args: Formula[], c: FormulaContext): ApexDate | null {
  const [year, month, day] = args.map((a) => int(a, c));
  if (year === null || month === null || day === null) return null;
  const date = ApexDate.of(year!, month!, day!);
  return date.month === month && date.day === day ? date : null;
}

function timeValue(value: FormulaValue): ApexTime | null {
  if (value instanceof ApexTime) return value;
  if (value instanceof ApexDatetime) return new ApexTime(value.ms);
  const match = /^(\d\d):(\d\d):(\d\d)(?:\.(\d{1,3}))?Z?$/.exec(String(value ?? '').trim());
  return match
    ? ApexTime.of(Number(match[1]), Number(match[2]), Number(match[3]), Number((match[4] ?? '0').padEnd(3, '0')))
    : null;
}

export const DATE_FUNCTIONS: FormulaFunctions = {
  TODAY: { min: 0, max: 0, run: (_, c) => localDay(c.now(), c.timeZone()) },
  NOW: { min: 0, max: 0, run: (_, c) => new ApexDatetime(c.now()) },
  TIMENOW: { min: 0, max: 0, run: (_, c) => new ApexTime(c.now() + zoneOffset(c.timeZone(), c.now())) },
  DATE: { min: 3, max: 3, run: makeDate },
  DATEVALUE: { min: 1, max: 1, run: ([a], c) => dateValue(evaluate(a!, c), c) },
  DATETIMEVALUE: { min: 1, max: 1, run: ([a], c) => datetimeValue(evaluate(a!, c), c) },
  TIMEVALUE: { min: 1, max: 1, run: ([a], c) => timeValue(evaluate(a!, c)) },
  YEAR: datePart((d) => d.year),
  MONTH: datePart((d) => d.month),
  DAY: datePart((d) => d.day),
  WEEKDAY: datePart((d) => d.weekday + 1),
  DAYOFYEAR: datePart((d) => d.days - ApexDate.of(d.year, 1, 1).days + 1),
  ISOWEEK: datePart(isoWeek),
  ISOYEAR: datePart((d) => new ApexDate(d.days + 3 - ((d.weekday + 6) % 7)).year),
  HOUR: timePart((t) => t.hour),
  MINUTE: timePart((t) => t.minute),
  SECOND: timePart((t) => t.second),
  MILLISECOND: timePart((t) => t.millisecond),
  ADDMONTHS: {
    min: 2,
    max: 2,
    run: ([a, n], c) => addMonths(evaluate(a!, c), int(n!, c) ?? 0)
  },
  UNIXTIMESTAMP: {
    min: 1,
    max: 1,
    run: ([a], c) => {
      const value = datetimeValue(evaluate(a!, c), c);
      return value === null ? null : ApexDecimal.fromLong(BigInt(value.seconds));
    }
  },
  FROMUNIXTIME: {
    min: 1,
    max: 1,
    run: ([a], c) => {
      const seconds = int(a!, c);
      return seconds === null ? null : new ApexDatetime(seconds * 1000);
    }
  }
};
