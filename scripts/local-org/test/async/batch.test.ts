import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { kernel } from '../../src/runtime/kernel';
import { ApexList, INTEGER, LimitException, listOf, throwNew } from '../../src/runtime/values';
import { standardObjects } from '../../src/platform/standardObjects';
import { apexClass, testOrg, TestClass, type TestOrg } from './org';

let log: string[] = [];

class Numbers extends TestClass {
  f_count = 5;
  f_seen = 0;
  f_failsAt = -1;
  f_limit = false;
  start$1(): ApexList {
    this.f_seen = 100;
    return new ApexList(
      listOf(INTEGER),
      Array.from({ length: this.f_count }, (_, i) => i + 1)
    );
  }
  execute$2(_context: unknown, scope: ApexList): void {
    this.f_seen += scope.size;
    log.push(`execute ${scope.items.join()} ${this.f_seen} ${kernel.tx.kind}`);
    if (scope.items.includes(this.f_failsAt)) {
      if (this.f_limit) throw new LimitException('Too many SOQL queries: 201');
      throwNew('System.MathException', 'Divide by 0');
    }
  }
  finish$1(context: { getjobid$0(): string }): void {
    log.push(`finish ${this.f_seen} ${context.getjobid$0().slice(0, 3)}`);
  }
}
class Sums extends Numbers {}
apexClass('Numbers', Numbers, 'Database.Batchable', 'Database.RaisesPlatformEvents');
apexClass('Sums', Sums, 'Database.Batchable', 'Database.Stateful');

describe('batch jobs', () => {
  let org: TestOrg;
  beforeEach(() => {
    org = testOrg();
    kernel.org.schema = { objects: standardObjects(), metadataRecords: new Map(), labels: new Map() };
    log = [];
  });
  const execute = (job: object, scope: number | null = 2): string =>
    org.run(() => kernel.services.executeBatch(job, scope));

  it('walk their scopes, each with the state as enqueued', () => {
    const id = execute(new Numbers());
    org.engine.drain();
    assert.deepEqual(log, [
      'execute 1,2 2 BATCH_APEX',
      'execute 3,4 2 BATCH_APEX',
      'execute 5 1 BATCH_APEX',
      'finish 0 707'
    ]);
    const { Status, TotalJobItems, JobItemsProcessed, NumberOfErrors } = org.job(id);
    assert.deepEqual([Status, TotalJobItems, JobItemsProcessed, NumberOfErrors], ['Completed', 3, 3, 0]);
  });

  it('keep their state when they are stateful, but not that of a failed scope', () => {
    const id = execute(Object.assign(new Sums(), { f_failsAt: 3 }));
    org.engine.drain();
    assert.deepEqual(log, [
      'execute 1,2 102 BATCH_APEX',
      'execute 3,4 104 BATCH_APEX',
      'execute 5 103 BATCH_APEX',
      'finish 103 707'
    ]);
    const { Status, NumberOfErrors, ExtendedStatus } = org.job(id);
    assert.deepEqual(
      [Status, NumberOfErrors, ExtendedStatus, org.unhandled],
      ['Completed', 1, 'First error: Divide by 0', ['Divide by 0']]
    );
  });

  it('go on after an uncatchable limit', () => {
    const id = execute(Object.assign(new Sums(), { f_failsAt: 1, f_limit: true }));
    org.engine.drain();
    assert.deepEqual([org.job(id)['NumberOfErrors'], log.length], [1, 4]);
  });

  it('publish an error event where their class asks for it', () => {
    const events: unknown[][] = [];
    org.onEvent((records) => {
      const fields = ['AsyncApexJobId', 'Phase', 'ExceptionType', 'Message', 'JobScope', 'DoesExceedJobScopeMaxLength'];
      events.push(...records.map((record) => fields.map((name) => record.values.get(name))));
    });
    const id = execute(Object.assign(new Numbers(), { f_failsAt: 3, f_limit: true }));
    execute(Object.assign(new Sums(), { f_failsAt: 3 }));
    org.engine.drain();
    assert.deepEqual(events, [[id, 'EXECUTE', 'System.LimitException', 'Too many SOQL queries: 201', '3,4', false]]);
  });

  it('stop when they are aborted', () => {
    const job = new Numbers();
    const id = execute(job);
    const run = Numbers.prototype.execute$2;
    Numbers.prototype.execute$2 = function (context, scope) {
      run.call(this, context, scope);
      kernel.services.abortJob(id);
    };
    org.engine.drain();
    Numbers.prototype.execute$2 = run;
    assert.deepEqual([log.length, org.job(id)['Status']], [1, 'Aborted']);
  });

  it('are held when five wait already', () => {
    const ids = Array.from({ length: 6 }, () => execute(new Numbers(), 200));
    assert.deepEqual(
      ids.map((id) => org.job(id)['Status']),
      ['Queued', 'Queued', 'Queued', 'Queued', 'Queued', 'Holding']
    );
    org.engine.drain();
    assert.deepEqual(new Set(ids.map((id) => org.job(id)['Status'])), new Set(['Completed']));
  });

  it('are not started from a batch, and chain from finish', () => {
    class Chain extends Numbers {
      override execute$2(): void {
        kernel.services.executeBatch(new Numbers(), 200);
      }
      override finish$1(): void {
        kernel.services.executeBatch(new Numbers(), 200);
      }
    }
    apexClass('Chain', Chain, 'Database.Batchable');
    execute(new Chain(), 200);
    org.engine.drain();
    assert.deepEqual(org.unhandled, [
      'Database.executeBatch cannot be called from a batch start, batch execute, or future method.'
    ]);
    assert.equal(log.length, 2);
  });

  it('run one scope in a test, and their errors leave stopTest', () => {
    org.test(() => {
      kernel.services.executeBatch(new Numbers(), 200);
      kernel.services.runEnqueued();
      kernel.services.executeBatch(new Numbers(), 2);
      assert.throws(() => kernel.services.runEnqueued(), /No more than one executeBatch can be called/);
      kernel.services.executeBatch(Object.assign(new Numbers(), { f_failsAt: 1 }), 200);
      assert.throws(() => kernel.services.runEnqueued(), /Divide by 0/);
    });
    assert.deepEqual(log.slice(0, 2), ['execute 1,2,3,4,5 5 BATCH_APEX', 'finish 0 707']);
  });
});
