/**
 * java.text.SimpleDateFormat, which `Datetime.format(pattern)` is documented after.
 * Source: Apex Reference Guide, "Datetime Class", format(dateFormatString); Java SE API, SimpleDateFormat.
 */
import { type ApexDatetime, throwNew, utcMillis, zoneOffset, type DatetimeParts } from '../values';

interface Moment {
  parts: DatetimeParts;
  ms: number;
  zone: string;
  /** BCP 47 tag. */
  locale: string;
}

/** @throws IllegalArgumentException `Illegal pattern character 'x'` */
export function formatWithPattern(value: ApexDatetime, pattern: string, zone: string, locale: string): string {
  const moment: Moment = { parts: value.parts(zone), ms: value.ms, zone, locale };
  let out = '';
  for (let i = 0; i < pattern.length;) {
    const c = pattern[i]!;
    if (c === "'") {
      const [text, next] = quoted(pattern, i);
      out += text;
      i = next;
    } else if (/[a-zA-Z]/.test(c)) {
      let end = i;
      while (pattern[end] === c) end++;
      out += field(c, end - i, moment);
      i = end;
    } else {
      out += c;
      i++;
    }
  }
  return out;
}

/** Text between apostrophes; two of them stand for one. */
function quoted(pattern: string, start: number): [string, number] {
  if (pattern[start + 1] === "'") return ["'", start + 2];
  let text = '';
  for (let i = start + 1; i < pattern.length; i++) {
    if (pattern[i] !== "'") text += pattern[i];
    else if (pattern[i + 1] === "'") text += pattern[++i];
    else return [text, i + 1];
  }
  return throwNew('System.IllegalArgumentException', 'Unterminated quote');
}

const DAY = 86400000;
const pad = (n: number, width: number): string => String(n).padStart(width, '0');

function localized(moment: Moment, options: Intl.DateTimeFormatOptions, part: string): string {
  const format = new Intl.DateTimeFormat(moment.locale, { ...options, timeZone: 'UTC' });
  const { year, month, day } = moment.parts;
  return format.formatToParts(utcMillis(year, month, day)).find((p) => p.type === part)?.value ?? '';
}

function dayOfYear(p: DatetimeParts): number {
  return Math.floor((utcMillis(p.year, p.month, p.day) - utcMillis(p.year, 1, 1)) / DAY) + 1;
}

/** Week of the year by US rules (week 1 holds January 1, weeks begin on Sunday), and its year. */
function week(p: DatetimeParts): { week: number; year: number } {
  const firstDay = new Date(utcMillis(p.year, 1, 1)).getUTCDay();
  const number = Math.floor((dayOfYear(p) - 1 + firstDay) / 7) + 1;
  const nextFirst = new Date(utcMillis(p.year + 1, 1, 1)).getUTCDay();
  const daysLeft = Math.floor((utcMillis(p.year + 1, 1, 1) - utcMillis(p.year, p.month, p.day)) / DAY);
  return daysLeft <= nextFirst ? { week: 1, year: p.year + 1 } : { week: number, year: p.year };
}

function offset(moment: Moment, separator: string): string {
  const minutes = Math.round(zoneOffset(moment.zone, moment.ms) / 60000);
  const sign = minutes < 0 ? '-' : '+';
  return `${sign}${pad(Math.floor(Math.abs(minutes) / 60), 2)}${separator}${pad(Math.abs(minutes) % 60, 2)}`;
}

function isoOffset(moment: Moment, count: number): string {
  if (zoneOffset(moment.zone, moment.ms) === 0) return 'Z';
  return count === 1 ? offset(moment, '').slice(0, 3) : offset(moment, count === 2 ? '' : ':');
}

function zoneName(moment: Moment, count: number): string {
  if (moment.zone === 'GMT' || moment.zone === 'UTC') return count >= 4 ? 'Greenwich Mean Time' : moment.zone;
  const timeZoneName = count >= 4 ? 'long' : 'short';
  const format = new Intl.DateTimeFormat(moment.locale, { timeZone: moment.zone, timeZoneName });
  return format.formatToParts(moment.ms).find((p) => p.type === 'timeZoneName')?.value ?? moment.zone;
}

function month(moment: Moment, count: number): string {
  if (count >= 4) return localized(moment, { month: 'long', day: 'numeric' }, 'month');
  return count === 3 ? localized(moment, { month: 'short', day: 'numeric' }, 'month') : pad(moment.parts.month, count);
}

function year(value: number, count: number): string {
  return count === 2 ? pad(((value % 100) + 100) % 100, 2) : pad(value, count);
}

function field(letter: string, count: number, moment: Moment): string {
  const p = moment.parts;
  switch (letter) {
    case 'G':
      return p.year > 0 ? 'AD' : 'BC';
    case 'y':
    case 'u':
      return letter === 'u' ? pad(p.weekday === 0 ? 7 : p.weekday, count) : year(p.year, count);
    case 'Y':
      return year(week(p).year, count);
    case 'M':
    case 'L':
      return month(moment, count);
    case 'w':
      return pad(week(p).week, count);
    case 'W':
      return pad(Math.floor((p.day - 1 + new Date(utcMillis(p.year, p.month, 1)).getUTCDay()) / 7) + 1, count);
    case 'D':
      return pad(dayOfYear(p), count);
    case 'd':
      return pad(p.day, count);
    case 'F':
      return pad(Math.floor((p.day - 1) / 7) + 1, count);
    case 'E':
      return localized(moment, { weekday: count >= 4 ? 'long' : 'short' }, 'weekday');
    default:
      return timeField(letter, count, moment);
  }
}

function timeField(letter: string, count: number, moment: Moment): string {
  const p = moment.parts;
  switch (letter) {
    case 'a':
      return p.hour < 12 ? 'AM' : 'PM';
    case 'H':
      return pad(p.hour, count);
    case 'k':
      return pad(p.hour === 0 ? 24 : p.hour, count);
    case 'K':
      return pad(p.hour % 12, count);
    case 'h':
      return pad(p.hour % 12 === 0 ? 12 : p.hour % 12, count);
    case 'm':
      return pad(p.minute, count);
    case 's':
      return pad(p.second, count);
    case 'S':
      return pad(p.millisecond, count);
    case 'z':
      return zoneName(moment, count);
    case 'Z':
      return offset(moment, '');
    case 'X':
      return isoOffset(moment, count);
    default:
      return throwNew('System.IllegalArgumentException', `Illegal pattern character '${letter}'`);
  }
}
