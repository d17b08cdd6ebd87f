/**
 * Time zones over Intl: offset of a zone at an instant, and the instant of a local date and time.
 */
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(zone: string): Intl.DateTimeFormat {
  let f = formatters.get(zone);
  if (!f) {
    f = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      calendar: 'iso8601',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      era: 'short'
    });
    formatters.set(zone, f);
  }
  return f;
}

function isUtc(zone: string): boolean {
  return zone === 'GMT' || zone === 'UTC' || zone === 'Etc/GMT' || zone === 'Etc/UTC';
}

/** Custom ids of java.util.TimeZone: `GMT+9`, `GMT-05:30`. Minutes, or null. */
export function fixedOffsetMinutes(zone: string): number | null {
  const match = /^GMT([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  if (!match) return null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

/** Whether the zone is known by name. */
export function isKnownZone(zone: string): boolean {
  if (isUtc(zone) || fixedOffsetMinutes(zone) !== null) return true;
  try {
    formatter(zone);
    return true;
  } catch {
    return false;
  }
}

/** Offset of the zone from UTC at that instant, in milliseconds (positive to the east). */
export function zoneOffset(zone: string, instant: number): number {
  if (isUtc(zone)) return 0;
  const fixed = fixedOffsetMinutes(zone);
  if (fixed !== null) return fixed * 60000;
  const parts: Record<string, string> = {};
  for (const part of formatter(zone).formatToParts(instant)) parts[part.type] = part.value;
  const year = parts['era'] === 'BC' ? 1 - Number(parts['year']) : Number(parts['year']);
  const local = utcMillis(
    year,
    Number(parts['month']),
    Number(parts['day']),
    Number(parts['hour']),
    Number(parts['minute']),
    Number(parts['second'])
  );
  return local - Math.floor(instant / 1000) * 1000;
}

/** Date.UTC without its special treatment of years 0 to 99; month is 1-based. Out-of-range parts roll over. */
export function utcMillis(y: number, month: number, day: number, h = 0, m = 0, s = 0, ms = 0): number {
  const date = new Date(0);
  date.setUTCFullYear(y, month - 1, day);
  date.setUTCHours(h, m, s, ms);
  return date.getTime();
}

/** The instant whose local time in the zone is that "UTC-like" millisecond value; gaps move forward as Java does. */
export function localToInstant(zone: string, local: number): number {
  const guess = local - zoneOffset(zone, local);
  const offset = zoneOffset(zone, guess);
  const second = local - offset;
  if (second === guess || zoneOffset(zone, second) === offset) return second;
  return Math.max(guess, second);
}
