import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { kernel } from '../../src/runtime/kernel';
import { type ApexDatetime, throwNew } from '../../src/runtime/values';
import { apexClass, START, testOrg, TestClass, type TestOrg } from './org';

let log: string[] = [];

class Tick extends TestClass {
  f_fails = false;
  execute$schedulable(context: { gettriggerid$0(): string }): void {
    log.push(`${new Date(kernel.services.now()).toISOString().slice(0, 16)} ${context.gettriggerid$0().slice(0, 3)}`);
    if (this.f_fails) throwNew('System.MathException', 'no');
  }
}
apexClass('Tick', Tick, 'System.Schedulable');
const HOUR = 3_600_000;

describe('scheduled jobs', () => {
  let org: TestOrg;
  beforeEach(() => {
    org = testOrg();
    log = [];
  });
  const schedule = (name: string, cron: string, job = new Tick()): string =>
    org.run(() => kernel.services.schedule(name, cron, job));

  it('fire as the clock is moved, once for each time', () => {
    const id = schedule('daily', '0 0 8 * * ?');
    assert.equal(org.engine.nextScheduled(), Date.UTC(2026, 0, 3, 8));
    org.engine.runUntil(START + 48 * HOUR);
    assert.deepEqual(log, ['2026-01-03T08:00 08e', '2026-01-04T08:00 08e']);
    const trigger = org.records.read('CronTrigger', id)!;
    assert.deepEqual([trigger['State'], trigger['TimesTriggered']], ['WAITING', 2]);
    assert.equal((trigger['NextFireTime'] as ApexDatetime).ms, Date.UTC(2026, 0, 5, 8));
    const job = org.records.find('AsyncApexJob', { CronTriggerId: id })[0];
    assert.deepEqual([job?.['JobType'], job?.['Status']], ['ScheduledApex', 'Queued']);
  });

  it('go on after a failure', () => {
    schedule('bad', '0 0 * * * ?', Object.assign(new Tick(), { f_fails: true }));
    org.engine.runUntil(START + 2 * HOUR);
    assert.deepEqual([log.length, org.unhandled], [2, ['no', 'no']]);
  });

  it('end when their expression never fires again', () => {
    const id = schedule('once', '0 30 10 2 1 ? 2026');
    org.engine.runUntil(START + HOUR);
    assert.deepEqual([log.length, org.records.read('CronTrigger', id)?.['State']], [1, 'DELETED']);
    assert.doesNotThrow(() => schedule('once', '0 0 8 * * ?'));
    assert.throws(() => schedule('past', '0 0 0 1 1 ? 2020'), /will never fire/);
  });

  it('have names of their own until they are aborted', () => {
    const id = schedule('one', '0 0 8 * * ?');
    assert.throws(() => schedule('one', '0 0 9 * * ?'), {
      message: 'The Apex job named "one" is already scheduled for execution.'
    });
    org.run(() => kernel.services.abortJob(id));
    assert.equal(org.engine.nextScheduled(), null);
    assert.doesNotThrow(() => schedule('one', '0 0 9 * * ?'));
    org.engine.runUntil(START + 24 * HOUR);
    assert.deepEqual(log, ['2026-01-03T09:00 08e']);
  });

  it('vanish with their transaction, and number a hundred', () => {
    assert.throws(() =>
      org.run(() => {
        kernel.services.schedule('x', '0 0 8 * * ?', new Tick());
        throw new Error('undo');
      })
    );
    assert.equal(org.engine.nextScheduled(), null);
    for (let i = 0; i < 100; i++) schedule(`job ${i}`, '0 0 8 * * ?');
    assert.throws(() => schedule('too many', '0 0 8 * * ?'), /maximum number \(100\)/);
  });

  it('fire once at stopTest', () => {
    org.test(() => {
      const id = kernel.services.schedule('x', '0 0 8 1 1 ? 2090', new Tick());
      kernel.services.runEnqueued();
      // As trailheadapps/apex-recipes asserts after stopTest.
      assert.equal(org.records.read('CronTrigger', id)?.['TimesTriggered'], 0);
    });
    assert.deepEqual(log, ['2026-01-02T10:00 08e']);
  });

  it('are taken up again by a later process', () => {
    schedule('kept', '0 0 8 * * ?');
    const { records } = org;
    org = testOrg();
    org.records.rows = records.rows;
    kernel.services.loadUser = () => kernel.tx.user;
    assert.deepEqual(
      org.engine.restoreSchedules(() => new Tick()),
      []
    );
    org.engine.runUntil(START + 24 * HOUR);
    assert.equal(log.length, 1);
    org = testOrg();
    org.records.rows = records.rows;
    assert.deepEqual(
      org.engine.restoreSchedules(() => null),
      ['kept']
    );
  });

  it('start a batch for System.scheduleBatch', () => {
    class Nothing extends TestClass {
      start$1(): void {
        log.push('start');
        throwNew('System.MathException', 'enough');
      }
    }
    apexClass('Nothing', Nothing, 'Database.Batchable');
    org.run(() => kernel.services.scheduleBatch(new Nothing(), 'later', 60, null));
    org.engine.runUntil(START + 2 * HOUR);
    assert.deepEqual(log, ['start']);
  });
});
