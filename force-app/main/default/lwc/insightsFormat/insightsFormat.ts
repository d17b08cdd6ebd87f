import lang from '@salesforce/i18n/lang';
import locale from '@salesforce/i18n/locale';
import timeZone from '@salesforce/i18n/timeZone';

/** A moment as Apex sends it: ISO 8601 in UTC. Null and undefined print as an empty text. */
export type Moment = string | null | undefined;

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const KIBIBYTE = 1024;
const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Formatters are slow to make, and a grid prints thousands of values. */
const numbers = new Intl.NumberFormat(locale);
const dateTimes = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone });
const times = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone });
const relative = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
const lists = new Intl.ListFormat(lang, { type: 'conjunction' });

function milliseconds(moment: Moment): number | null {
  const parsed = moment ? Date.parse(moment) : NaN;
  return Number.isNaN(parsed) ? null : parsed;
}

/** Letters of Chinese, Japanese and Korean, which are as wide as they are high. */
const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/u;

/** @returns how many letters of a Latin font are as wide as the text: those of Chinese, Japanese and Korean count twice */
export function widthOf(text: string): number {
  return [...text].reduce((width, letter) => width + (WIDE.test(letter) ? 2 : 1), 0);
}

/**
 * Fills the placeholders {0}, {1}, … of a label.
 * @param template text of a label
 * @param values values in the order of the placeholders; null and undefined print as an empty text
 */
export function fill(template: string, ...values: unknown[]): string {
  return template.replace(/\{(\d+)\}/g, (placeholder, index: string) => {
    const at = Number(index);
    return at < values.length ? String(values[at] ?? '') : placeholder;
  });
}

/** @returns the number as the user's locale writes it; empty for null and undefined */
export function formatNumber(value: number | null | undefined): string {
  return value === null || value === undefined ? '' : numbers.format(value);
}

/** @returns date and time in the user's locale and time zone */
export function formatDateTime(moment: Moment): string {
  const at = milliseconds(moment);
  return at === null ? '' : dateTimes.format(at);
}

/** @returns the time of the day in the user's locale and time zone */
export function formatTime(moment: Moment): string {
  const at = milliseconds(moment);
  return at === null ? '' : times.format(at);
}

/** @returns the moment to the minute in UTC, such as "2026-11-24 08:00 UTC" */
export function formatUtc(moment: Moment): string {
  const at = milliseconds(moment);
  return at === null ? '' : `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/**
 * Prints a moment as people say it, such as "2 hours ago" or "tomorrow", in the user's language.
 * @param moment the moment to print
 * @param now the moment to count from; the clock of the browser when left out
 */
export function formatRelative(moment: Moment, now?: Moment): string {
  const at = milliseconds(moment);
  if (at === null) {
    return '';
  }
  const distance = at - (milliseconds(now) ?? Date.now());
  const size = Math.abs(distance);
  if (size < MINUTE) {
    return relative.format(0, 'second');
  }
  if (size < HOUR) {
    return relative.format(Math.trunc(distance / MINUTE), 'minute');
  }
  return size < DAY
    ? relative.format(Math.trunc(distance / HOUR), 'hour')
    : relative.format(Math.trunc(distance / DAY), 'day');
}

function inUnit(value: number, unit: string, digits = 0): string {
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: digits
  }).format(value);
}

/**
 * Prints how long something took, such as "2 min 5 sec", with its two largest units.
 * @param start beginning
 * @param end end; a duration without one is not known yet and prints as an empty text
 */
export function formatDuration(start: Moment, end: Moment): string {
  const from = milliseconds(start);
  const to = milliseconds(end);
  if (from === null || to === null || to < from) {
    return '';
  }
  const seconds = Math.round((to - from) / SECOND);
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor(seconds / 60) % 60, 'minute'],
    [seconds % 60, 'second']
  ];
  const first = parts.findIndex(([value]) => value > 0);
  if (first < 0) {
    return inUnit(0, 'second');
  }
  return parts
    .slice(first, first + 2)
    .filter(([value]) => value > 0)
    .map(([value, unit]) => inUnit(value, unit))
    .join(' ');
}

/** @returns a size in bytes with its largest fitting unit, such as "12.5 kB"; empty for null and undefined */
export function formatBytes(size: number | null | undefined): string {
  if (size === null || size === undefined) {
    return '';
  }
  const power = size < 1 ? 0 : Math.min(Math.floor(Math.log(size) / Math.log(KIBIBYTE)), BYTE_UNITS.length - 1);
  return inUnit(size / KIBIBYTE ** power, BYTE_UNITS[power] ?? 'byte', 1);
}

/** @returns the parts as one enumeration in the user's language, such as "a, b, and c" */
export function formatList(parts: string[]): string {
  return lists.format(parts);
}
