import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { kernel } from '../../src/runtime/kernel';
import { ApexList, listOf, OBJECT, STRING, throwNew } from '../../src/runtime/values';
import { callStatic } from '../runtime/support';
import { apexClass, PLAIN, START, testOrg, TestClass, type TestOrg } from './org';

let log: string[] = [];

class Work extends TestClass {
  f_text = '';
  f_list = new ApexList(listOf(STRING), []);
  f_child: Work | null = null;
  f_fails = false;
  f_finalizer: object | null = null;
  execute$1(context: { getjobid$0(): string }): void {
    log.push(`${this.f_text}${this.f_list.items.join()}`);
    assert.equal(kernel.services.now() >= START, true);
    assert.equal(context.getjobid$0().slice(0, 3), '707');
    if (this.f_finalizer) kernel.services.attachFinalizer(this.f_finalizer);
    if (this.f_child) kernel.services.enqueueQueueable(this.f_child, PLAIN);
    if (this.f_fails) throwNew('System.ListException', 'broken');
  }
}
class Wrapup extends TestClass {
  execute$1(context: { getresult$0(): { name: string }; getexception$0(): Error | null }): void {
    log.push(`${context.getresult$0().name} ${context.getexception$0()?.message ?? ''}`);
  }
}
/** Enqueues the next piece of work, as libraries chain jobs. */
class Chain extends TestClass {
  f_next: Work | null = null;
  execute$1(): void {
    log.push(`next ${callStatic('System.System', 'isQueueable')}`);
    kernel.services.enqueueQueueable(this.f_next!, PLAIN);
  }
}
apexClass('Chain', Chain, 'System.Finalizer');
apexClass('Work', Work, 'System.Queueable', 'Database.AllowsCallouts');
apexClass('Wrapup', Wrapup, 'System.Finalizer');

function work(values: Partial<Work>): Work {
  return Object.assign(new Work(), values);
}

describe('queueable jobs', () => {
  let org: TestOrg;
  beforeEach(() => {
    org = testOrg();
    log = [];
  });
  const enqueue = (job: Work, options = PLAIN): string => org.run(() => kernel.services.enqueueQueueable(job, options));

  it('run after the transaction, with the state they were enqueued with', () => {
    const job = work({ f_text: 'a', f_list: new ApexList(listOf(STRING), ['x']) });
    const id = org.run(() => {
      const enqueued = kernel.services.enqueueQueueable(job, PLAIN);
      job.f_text = 'changed';
      job.f_list.add('y');
      return enqueued;
    });
    assert.deepEqual([log, org.job(id)['Status'], org.job(id)['JobType']], [[], 'Queued', 'Queueable']);
    org.engine.drain();
    assert.deepEqual([log, org.job(id)['Status']], [['ax'], 'Completed']);
  });

  it('vanish with the transaction that enqueued them', () => {
    assert.throws(() =>
      org.run(() => {
        kernel.services.enqueueQueueable(work({ f_text: 'a' }), PLAIN);
        throw new Error('undo');
      })
    );
    org.engine.drain();
    assert.deepEqual(log, []);
  });

  it('wait for their delay on the virtual clock', () => {
    const id = enqueue(work({ f_text: 'later' }), { ...PLAIN, delayMinutes: 5 });
    enqueue(work({ f_text: 'now' }));
    org.engine.drain();
    assert.deepEqual([log, org.job(id)['Status']], [['now'], 'Queued']);
    assert.equal(org.engine.nextDue(), START + 5 * 60000);
    org.engine.runUntil(START + 10 * 60000);
    assert.deepEqual([log, org.clock.now()], [['now', 'later'], START + 10 * 60000]);
    assert.throws(() => enqueue(work({}), { ...PLAIN, delayMinutes: 11 }), /Delay must be between 0 and 10 minutes/);
  });

  it('chain one child each', () => {
    enqueue(work({ f_text: '1', f_child: work({ f_text: '2', f_child: work({ f_text: '3' }) }) }));
    org.engine.drain();
    assert.deepEqual(log, ['1', '2', '3']);
  });

  it('stop at the maximum depth', () => {
    const chain = work({ f_text: '1', f_child: work({ f_text: '2' }) });
    enqueue(chain, { ...PLAIN, maximumQueueableStackDepth: 1 });
    org.engine.drain();
    assert.deepEqual([log, org.unhandled], [['1'], ['Maximum stack depth has been reached.']]);
  });

  it('report failures and tell their finalizer', () => {
    const id = enqueue(work({ f_text: 'a', f_fails: true, f_finalizer: new Wrapup() }));
    org.engine.drain();
    assert.deepEqual(log, ['a', 'UNHANDLED_EXCEPTION broken']);
    const { Status, NumberOfErrors, ExtendedStatus } = org.job(id);
    assert.deepEqual(
      [Status, NumberOfErrors, ExtendedStatus, org.unhandled],
      ['Failed', 1, 'First error: broken', ['broken']]
    );
    enqueue(work({ f_text: 'b', f_finalizer: new Wrapup() }));
    org.engine.drain();
    assert.equal(log.at(-1), 'SUCCESS ');
  });

  it('are refused twice with one signature, and when they are no Queueable', () => {
    enqueue(work({}), { ...PLAIN, duplicateSignature: 's' });
    assert.throws(() => enqueue(work({}), { ...PLAIN, duplicateSignature: 's' }), /duplicate queueable signature/);
    org.engine.drain();
    assert.doesNotThrow(() => enqueue(work({}), { ...PLAIN, duplicateSignature: 's' }));
    assert.throws(() => enqueue(new Wrapup() as unknown as Work), /must be an object that implements Queueable/);
  });

  it('are aborted while they wait', () => {
    const id = enqueue(work({ f_text: 'a' }));
    org.run(() => kernel.services.abortJob(id));
    org.engine.drain();
    assert.deepEqual([log, org.job(id)['Status']], [[], 'Aborted']);
    assert.throws(() => org.run(() => kernel.services.abortJob('707000000000000AAA')), /does not exist/);
  });

  it('count the limits of asynchronous transactions', () => {
    class Many extends TestClass {
      execute$1(): void {
        kernel.services.enqueueQueueable(work({}), PLAIN);
        kernel.services.enqueueQueueable(work({}), PLAIN);
      }
    }
    apexClass('Many', Many, 'System.Queueable');
    org.run(() => kernel.services.enqueueQueueable(new Many(), PLAIN));
    org.engine.drain();
    assert.deepEqual([log, org.unhandled], [[], ['Too many queueable jobs added to the queue: 2']]);
  });
});

describe('jobs in tests', () => {
  let org: TestOrg;
  beforeEach(() => {
    org = testOrg();
    log = [];
  });

  it('run at stopTest and see the static variables of the test', () => {
    const statics = new Map<unknown, unknown>();
    class Sets extends TestClass {
      execute$1(): void {
        kernel.tx.statics.set('flag', (kernel.tx.statics.get('flag') as number) + 1);
        assert.equal(kernel.tx.isTest, true);
      }
    }
    apexClass('Sets', Sets, 'System.Queueable');
    org.test(() => {
      kernel.tx.statics.set('flag', 1);
      kernel.services.enqueueQueueable(new Sets(), PLAIN);
      kernel.services.runEnqueued();
      statics.set('after', kernel.tx.statics.get('flag'));
    });
    assert.equal(statics.get('after'), 2);
  });

  it('let their exceptions out of stopTest', () => {
    org.test(() => {
      kernel.services.enqueueQueueable(work({ f_fails: true }), PLAIN);
      assert.throws(() => kernel.services.runEnqueued(), /broken/);
    });
  });

  // beyond-the-cloud-dev/async-lib chains twenty jobs by their finalizers in one test.
  it('run along when finalizers enqueue them', () => {
    org.test(() => {
      const second = work({ f_text: '2', f_finalizer: Object.assign(new Chain(), { f_next: work({ f_text: '3' }) }) });
      const first = work({ f_text: '1', f_finalizer: Object.assign(new Chain(), { f_next: second }) });
      kernel.services.enqueueQueueable(first, PLAIN);
      kernel.services.runEnqueued();
      assert.deepEqual(log, ['1', 'next false', '2', 'next false', '3']);
    });
  });

  it('may not chain without a maximum depth', () => {
    org.test(() => {
      kernel.services.enqueueQueueable(work({ f_child: work({}) }), PLAIN);
      assert.throws(() => kernel.services.runEnqueued(), /Maximum stack depth has been reached/);
    });
  });

  it('run at the end of the test without stopTest, and leave nothing', () => {
    org.test(() => {
      kernel.services.enqueueQueueable(work({ f_text: 'end' }), PLAIN);
      org.engine.finishTest();
    });
    org.engine.drain();
    assert.deepEqual([log, org.records.rows.size], [['end'], 0]);
  });

  it('know future methods, which call no others', () => {
    org.test(() => {
      kernel.services.future('Foo.bar(String)', false, () => {
        log.push(`future ${kernel.tx.kind}`);
        assert.throws(() => kernel.services.future('Foo.bar(String)', false, () => undefined), {
          message: 'Future method cannot be called from a future or batch method: Foo.bar(String)'
        });
      });
      const job = org.records.find('AsyncApexJob', {})[0];
      assert.deepEqual([job?.['MethodName'], job?.['JobType']], ['bar', 'Future']);
      kernel.services.runEnqueued();
    });
    assert.deepEqual(log, ['future FUTURE']);
  });

  it('refuse state that cannot be serialised', () => {
    class Request extends TestClass {
      override get rtType() {
        return { ...OBJECT, symbolName: 'System.HttpRequest' };
      }
    }
    const job = work({ f_finalizer: new Request() });
    assert.throws(() => org.run(() => kernel.services.enqueueQueueable(job, PLAIN)), {
      message: 'Not Serializable: System.HttpRequest'
    });
  });
});
