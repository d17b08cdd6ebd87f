import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextFireTime } from '../../src/async/cron';

const FROM = Date.UTC(2026, 0, 2, 10); // a Friday

function next(expression: string, zone = 'GMT', after = FROM): string | null {
  const instant = nextFireTime(expression, after, zone);
  return instant === null ? null : new Date(instant).toISOString().slice(0, 16);
}

describe('cron expressions', () => {
  const cases: [string, string | null][] = [
    ['0 0 8 * * ?', '2026-01-03T08:00'],
    ['0 0 11 * * ?', '2026-01-02T11:00'],
    ['0 30 * * * ?', '2026-01-02T10:30'],
    ['0 0 0/6 * * ?', '2026-01-02T12:00'],
    ['0 0 8-17 * * ?', '2026-01-02T11:00'],
    ['0 0 8 ? * MON-FRI', '2026-01-05T08:00'],
    ['0 0 8 ? * 1', '2026-01-04T08:00'],
    ['0 0 8 ? * FRI#2', '2026-01-09T08:00'],
    ['0 0 8 ? * FRIL', '2026-01-30T08:00'],
    ['0 0 8 L * ?', '2026-01-31T08:00'],
    ['0 0 8 LW * ?', '2026-01-30T08:00'],
    ['0 0 8 15W FEB ?', '2026-02-16T08:00'],
    ['0 0 8 1W * ?', '2026-02-02T08:00'],
    ['0 0 8 29 2 ?', '2028-02-29T08:00'],
    ['0 15 8 1,15 * ? 2027', '2027-01-01T08:15'],
    ['0 0 8 1 1 ? 2026', null],
    ['0 0 8 31 2 ?', null]
  ];
  for (const [expression, expected] of cases) it(expression, () => assert.equal(next(expression), expected));

  it('follows the time zone of the user, and its summer time', () => {
    assert.equal(next('0 0 8 * * ?', 'Asia/Tokyo'), '2026-01-02T23:00');
    assert.equal(next('0 0 8 * * ?', 'Europe/Berlin', Date.UTC(2026, 6, 1)), '2026-07-01T06:00');
    // On 29 March 2026 the clock goes from 2:00 to 3:00.
    assert.equal(next('0 30 2 * * ?', 'Europe/Berlin', Date.UTC(2026, 2, 28, 12)), '2026-03-30T00:30');
  });

  for (const bad of [
    '0 0 8 * *',
    '0 0 8 * * *',
    '0 0 8 ? * ?',
    '0 0 25 * * ?',
    '0 0 8 X * ?',
    '0 0 8 ? * FOO',
    '0 61 8 * * ?'
  ]) {
    it(`refuses ${bad}`, () => assert.throws(() => next(bad), /Illegal cron expression format/));
  }
  it('refuses intervals of minutes, as an org does', () => {
    assert.throws(() => next('0 0/5 * * * ?'), {
      message: 'Seconds and minutes must be specified as integers: 0 0/5 * * * ?'
    });
  });
});
