import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { kernel, provideServices, resetKernel } from '../../src/runtime/kernel';
import { Transaction } from '../../src/runtime/transaction';
import { DEFAULT_USER } from '../../src/runtime/user';
import { ApexDate, ApexDatetime, apexEquals, toApexString } from '../../src/runtime/values';
import { callOn, callStatic, show, thrownBy } from './support';

/** Source of expectations: Apex Reference Guide, "Date Class", "Datetime Class"; java.text.SimpleDateFormat. */
describe('dates and times', () => {
  const winter = ApexDatetime.ofUtc(2026, 1, 15, 18, 5, 9, 7);
  const format = (pattern: string, zone = 'GMT'): unknown => callOn('System.Datetime', 'format', winter, pattern, zone);

  beforeEach(() => {
    resetKernel();
    kernel.tx = new Transaction({ user: { ...DEFAULT_USER, timeZone: 'America/Los_Angeles' } });
    provideServices({ now: () => winter.ms });
  });
  afterEach(resetKernel);

  it('formats by pattern and zone', () => {
    assert.equal(format('yyyy-MM-dd HH:mm:ss.SSS'), '2026-01-15 18:05:09.007');
    assert.equal(format("EEE, d MMM yyyy h:mm a 'at' z", 'America/New_York'), 'Thu, 15 Jan 2026 1:05 PM at EST');
    assert.equal(format("yyyy-MM-dd'T'HH:mm:ssZ", 'Asia/Kolkata'), '2026-01-15T23:35:09+0530');
    assert.equal(format('XXX', 'Asia/Tokyo'), '+09:00');
    assert.equal(format('D u E EEEE MMMM yy'), '15 4 Thu Thursday January 26');
    assert.match(
      thrownBy(() => format('b')),
      /Illegal pattern character 'b'/
    );
  });

  it('shows the running user their own time', () => {
    assert.equal(toApexString(winter), '2026-01-15 10:05:09');
    assert.equal(show(winter), '2026-01-15 18:05:09');
    assert.equal(callOn('System.Datetime', 'hour', winter), 10);
    assert.equal(callOn('System.Datetime', 'hourGmt', winter), 18);
    assert.equal(show(callStatic('System.Date', 'today')), '2026-01-15 00:00:00');
    assert.equal(callOn('System.Datetime', 'format', winter), '1/15/2026, 10:05 AM');
    assert.equal(callOn('System.Date', 'format', ApexDate.of(2026, 1, 31)), '1/31/2026');
  });

  it('makes local and GMT instants', () => {
    const local = callStatic('System.Datetime', 'newInstance', 2026, 7, 1) as ApexDatetime;
    assert.equal(local.toIso(), '2026-07-01T07:00:00.000Z');
    const gmt = callStatic('System.Datetime', 'newInstanceGmt', 2026, 7, 1, 12, 0, 0) as ApexDatetime;
    assert.equal(gmt.toIso(), '2026-07-01T12:00:00.000Z');
  });

  it('moves a time inside the gap of summer time forward', () => {
    const gap = callStatic('System.Datetime', 'newInstance', 2026, 3, 8, 2, 30, 0) as ApexDatetime;
    assert.equal(gap.toIso(), '2026-03-08T10:30:00.000Z');
  });

  it('ignores milliseconds when it compares, as third-party tests expect', () => {
    assert.equal(apexEquals(new ApexDatetime(1000), new ApexDatetime(1999)), true);
    assert.equal(apexEquals(new ApexDatetime(1000), new ApexDatetime(2000)), false);
  });

  it('adds months within the shorter month', () => {
    assert.equal((callOn('System.Date', 'addMonths', ApexDate.of(2026, 1, 31), 1) as ApexDate).toIso(), '2026-02-28');
    assert.equal((callOn('System.Date', 'addYears', ApexDate.of(2024, 2, 29), 1) as ApexDate).toIso(), '2025-02-28');
    assert.equal(callOn('System.Date', 'daysBetween', ApexDate.of(2026, 1, 1), ApexDate.of(2026, 3, 1)), 59);
    assert.equal(callOn('System.Date', 'monthsBetween', ApexDate.of(2026, 1, 31), ApexDate.of(2026, 3, 1)), 2);
    assert.equal((callOn('System.Date', 'toStartOfWeek', ApexDate.of(2026, 1, 15)) as ApexDate).toIso(), '2026-01-11');
  });

  it('reads what it writes, and refuses the rest', () => {
    assert.equal((callStatic('System.Date', 'valueOf', '2026-02-28') as ApexDate).toIso(), '2026-02-28');
    assert.equal((callStatic('System.Date', 'parse', '2/28/2026') as ApexDate).toIso(), '2026-02-28');
    assert.equal(
      (callStatic('System.Datetime', 'valueOf', '2026-01-15 10:05:09') as ApexDatetime).seconds,
      winter.seconds
    );
    assert.equal(
      thrownBy(() => callStatic('System.Date', 'valueOf', '2026-02-30')),
      'System.TypeException: Invalid date: 2026-02-30'
    );
    assert.equal(
      thrownBy(() => callStatic('System.Datetime', 'valueOf', '2026-01-15')),
      'System.TypeException: Invalid date/time: 2026-01-15'
    );
  });
});
