/**
 * Dates and times as the running user's locale writes and reads them (CLDR, as orgs with ICU locale formats do).
 */
import { ApexDate, ApexDatetime, localToInstant, throwNew, utcMillis } from '../values';

/** BCP 47 tag of a Salesforce locale key. */
export function localeTag(locale: string): string {
  return locale.replaceAll('_', '-');
}

const DATE_PARTS: Intl.DateTimeFormatOptions = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  calendar: 'gregory'
};
const TIME_PARTS: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

/** CLDR puts narrow no-break spaces before AM and PM. */
function plainSpaces(text: string): string {
  return text.replace(/[\u202f\u00a0]/g, ' ');
}

/** `1/31/2026` for en_US. */
export function formatDate(date: ApexDate, locale: string): string {
  const format = new Intl.DateTimeFormat(localeTag(locale), { ...DATE_PARTS, timeZone: 'UTC' });
  return plainSpaces(format.format(date.days * 86400000));
}

/** `1/31/2026, 4:30 PM` for en_US. */
export function formatDatetime(value: ApexDatetime, zone: string, locale: string): string {
  const format = new Intl.DateTimeFormat(localeTag(locale), { ...DATE_PARTS, ...TIME_PARTS, timeZone: zone });
  return plainSpaces(format.format(value.ms));
}

/** With seconds and the zone's name. */
export function formatDatetimeLong(value: ApexDatetime, zone: string, locale: string): string {
  const options: Intl.DateTimeFormatOptions = {
    ...DATE_PARTS,
    ...TIME_PARTS,
    second: '2-digit',
    timeZoneName: 'short'
  };
  const format = new Intl.DateTimeFormat(localeTag(locale), { ...options, timeZone: zone });
  return plainSpaces(format.format(value.ms));
}

/** In which order a locale writes day, month and year. */
function dateOrder(locale: string): string[] {
  const format = new Intl.DateTimeFormat(localeTag(locale), { ...DATE_PARTS, timeZone: 'UTC' });
  return format
    .formatToParts(0)
    .map((p) => p.type)
    .filter((t) => t === 'day' || t === 'month' || t === 'year');
}

function parseParts(text: string, locale: string): ApexDate | null {
  const numbers = /^(\d{1,4})\D+(\d{1,4})\D+(\d{1,4})$/.exec(text.trim())?.slice(1).map(Number);
  if (!numbers) return null;
  const parts: Record<string, number> = {};
  dateOrder(locale).forEach((name, i) => (parts[name] = numbers[i]!));
  const [year, month, day] = [parts['year']!, parts['month']!, parts['day']!];
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return ApexDate.of(year < 100 ? 2000 + year : year, month, day);
}

/** @throws TypeException `Invalid date: x` */
export function parseDate(text: string, locale: string): ApexDate {
  return parseParts(text, locale) ?? throwNew('System.TypeException', `Invalid date: ${text}`);
}

/** @throws TypeException `Invalid date/time: x` */
export function parseDatetime(text: string, zone: string, locale: string): ApexDatetime {
  const invalid = (): never => throwNew('System.TypeException', `Invalid date/time: ${text}`);
  const match = /^(.*\d)[,\s]+(\d{1,2}):(\d{2})(?:\s*([AaPp][Mm]))?$/.exec(text.trim());
  const date = match && parseParts(match[1]!, locale);
  if (!match || !date) return invalid();
  let hour = Number(match[2]);
  const half = match[4]?.toLowerCase();
  if (half) hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  if (hour > 23 || Number(match[3]) > 59) return invalid();
  return new ApexDatetime(localToInstant(zone, utcMillis(date.year, date.month, date.day, hour, Number(match[3]))));
}

/** First day of the week in a locale: 0 is Sunday. */
export function firstWeekday(locale: string): number {
  const info = new Intl.Locale(localeTag(locale)) as Intl.Locale & {
    weekInfo?: { firstDay: number };
    getWeekInfo?: () => { firstDay: number };
  };
  const firstDay = (info.getWeekInfo?.() ?? info.weekInfo)?.firstDay ?? 7;
  return firstDay % 7;
}
