/** Functions that queries call inside SQLite. */
import type { Database as Sqlite } from 'better-sqlite3';
import { ApexDate } from '../../runtime/values/date';
import { zoneOffset } from '../../runtime/values/timezone';

const DAY_MS = 86400000;

function includes(stored: unknown, wanted: unknown): number {
  if (typeof stored !== 'string') return 0;
  const selected = new Set(stored.split(';'));
  const alternatives = JSON.parse(wanted as string) as (string | null)[];
  return Number(alternatives.some((a) => a !== null && a.split(';').every((value) => selected.has(value))));
}

function dayOfYear(date: ApexDate): number {
  return date.days - ApexDate.of(date.year, 1, 1).days + 1;
}

/** WEEK_IN_YEAR: week 1 is the first seven days of the year (SOQL reference, "Date Functions"). */
const PARTS: Record<string, (date: ApexDate) => number> = {
  CALENDAR_YEAR: (d) => d.year,
  CALENDAR_QUARTER: (d) => Math.ceil(d.month / 3),
  CALENDAR_MONTH: (d) => d.month,
  FISCAL_YEAR: (d) => d.year,
  FISCAL_QUARTER: (d) => Math.ceil(d.month / 3),
  FISCAL_MONTH: (d) => d.month,
  DAY_IN_MONTH: (d) => d.day,
  DAY_IN_WEEK: (d) => d.weekday + 1,
  DAY_IN_YEAR: dayOfYear,
  DAY_ONLY: (d) => d.days,
  WEEK_IN_MONTH: (d) => Math.ceil(d.day / 7),
  WEEK_IN_YEAR: (d) => Math.ceil(dayOfYear(d) / 7)
};

/** Names of the date functions of SOQL. */
export const DATE_FUNCTION_NAMES: ReadonlySet<string> = new Set([...Object.keys(PARTS), 'HOUR_IN_DAY']);

/** `zone` is null for dates. */
function datePart(part: unknown, value: unknown, zone: unknown): number | null {
  if (typeof value !== 'number') return null;
  if (zone === null) return PARTS[part as string]!(new ApexDate(value));
  const local = value + zoneOffset(zone as string, value);
  if (part === 'HOUR_IN_DAY') return Math.floor((((local % DAY_MS) + DAY_MS) % DAY_MS) / 3600000);
  return PARTS[part as string]!(new ApexDate(Math.floor(local / DAY_MS)));
}

/** Numbers with the locale's grouping, dates in its short form: what FORMAT() answers. */
function format(value: unknown, kind: unknown, scale: unknown, locale: unknown, zone: unknown): string | null {
  if (value === null) return null;
  const tag = String(locale).replace(/_/g, '-');
  if (kind === 'date') return new Intl.DateTimeFormat(tag, { timeZone: 'UTC' }).format(Number(value) * DAY_MS);
  if (kind === 'datetime') {
    const options = {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: zone === 'GMT' ? 'UTC' : String(zone)
    } as const;
    return new Intl.DateTimeFormat(tag, options).format(Number(value));
  }
  if (kind === 'decimal' || kind === 'integer' || kind === 'double') {
    const digits = kind === 'decimal' ? Number(scale) : 0;
    const number = kind === 'decimal' ? Number(value) / 10 ** digits : Number(value);
    return new Intl.NumberFormat(tag, { minimumFractionDigits: digits }).format(number);
  }
  return String(value);
}

export function registerFunctions(sqlite: Sqlite): void {
  sqlite.function('sf_includes', { deterministic: true }, includes);
  sqlite.function('sf_datepart', { deterministic: true }, datePart);
  sqlite.function('sf_format', { deterministic: true }, format);
}
