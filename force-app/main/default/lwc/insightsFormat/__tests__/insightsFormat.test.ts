import {
  fill,
  formatBytes,
  formatDateTime,
  formatDuration,
  formatList,
  formatNumber,
  formatRelative,
  formatTime,
  formatUtc
} from 'c/insightsFormat';

const MORNING = '2026-11-24T08:00:00.000Z';

/** Newer browsers put a narrow no-break space before AM and PM. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('c/insightsFormat', () => {
  it('fills placeholders in any order and as often as they occur', () => {
    expect(fill('{1} of {0}, {1}', 10, 3)).toBe('3 of 10, 3');
  });

  it('prints missing values as nothing and leaves placeholders without a value alone', () => {
    expect(fill('a{0}b{1}c{2}', null, undefined)).toBe('abc{2}');
  });

  it('does not take the signs of a value for placeholders or patterns', () => {
    expect(fill('{0}', '$& {1}', 'x')).toBe('$& {1}');
  });

  it('prints numbers as the locale writes them', () => {
    expect(formatNumber(1234567)).toBe('1,234,567');
    expect(formatNumber(0)).toBe('0');
    expect(formatNumber(null)).toBe('');
  });

  it('prints moments in the time zone of the user', () => {
    expect(plain(formatDateTime(MORNING))).toBe('Nov 24, 2026, 12:00 AM');
    expect(plain(formatTime(MORNING))).toBe('12:00 AM');
  });

  it('prints moments in UTC whatever zone they were written in', () => {
    expect(formatUtc('2026-11-24T17:05:59+09:00')).toBe('2026-11-24 08:05 UTC');
  });

  it.each([null, undefined, '', 'yesterday'])('prints nothing for the moment %s', (moment) => {
    expect([formatDateTime(moment), formatTime(moment), formatUtc(moment), formatRelative(moment)]).toEqual([
      '',
      '',
      '',
      ''
    ]);
  });

  it.each([
    ['2026-11-24T07:59:30Z', 'now'],
    ['2026-11-24T07:55:00Z', '5 minutes ago'],
    ['2026-11-24T10:30:00Z', 'in 2 hours'],
    ['2026-11-23T08:00:00Z', 'yesterday'],
    ['2026-11-20T08:00:00Z', '4 days ago']
  ])('says of %s that it is %s', (moment, words) => {
    expect(formatRelative(moment, MORNING)).toBe(words);
  });

  it.each([
    ['2026-11-24T08:00:00.400Z', '0 sec'],
    ['2026-11-24T08:00:12Z', '12 sec'],
    ['2026-11-24T08:02:05Z', '2 min 5 sec'],
    ['2026-11-24T09:00:00Z', '1 hr'],
    ['2026-11-24T10:30:59Z', '2 hr 30 min']
  ])('prints the time until %s as %s', (end, words) => {
    expect(formatDuration(MORNING, end)).toBe(words);
  });

  it('knows no duration without an end, or with one before the beginning', () => {
    expect(formatDuration(MORNING, null)).toBe('');
    expect(formatDuration(MORNING, '2026-11-24T07:00:00Z')).toBe('');
  });

  it.each([
    [0, '0 byte'],
    [900, '900 byte'],
    [12800, '12.5 kB'],
    [5 * 1024 * 1024, '5 MB']
  ])('prints %s bytes as %s', (size, words) => {
    expect(formatBytes(size)).toBe(words);
  });

  it('prints nothing for an unknown size', () => {
    expect(formatBytes(undefined)).toBe('');
  });

  it('joins parts as the language does', () => {
    expect(formatList(['a', 'b', 'c'])).toBe('a, b, and c');
  });
});
