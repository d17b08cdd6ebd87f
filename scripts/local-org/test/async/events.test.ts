import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { kernel } from '../../src/runtime/kernel';
import { throwNew, type SObjectValue } from '../../src/runtime/values';
import { testOrg, type TestOrg } from './org';

const text = (records: SObjectValue[]): string => records.map((record) => String(record.values.get('Text__c'))).join();

describe('platform events', () => {
  let org: TestOrg;
  let log: string[];
  beforeEach(() => {
    org = testOrg();
    log = [];
  });
  const publish = (...events: SObjectValue[]) => kernel.services.publishEvents(events);

  it('reach their triggers in a transaction of the Automated Process', () => {
    org.onEvent((records) => log.push(`${text(records)} ${kernel.tx.user.name}`));
    const results = org.run(() => publish(org.event({ Text__c: 'a' }), org.event({ Text__c: 'b' })));
    assert.deepEqual([results.map((result) => result.success), log], [[true, true], []]);
    org.engine.drain();
    // Two schemas of one name: each made its own object here.
    assert.deepEqual(log, ['a Automated Process', 'b Automated Process']);
  });

  it('are published at once, or only with the commit', () => {
    org.onEvent((records) => log.push(text(records)));
    assert.throws(() =>
      org.run(() => {
        publish(org.event({ Text__c: 'at once' }));
        publish(org.event({ Text__c: 'after commit' }, 'PublishAfterCommit'));
        throw new Error('undo');
      })
    );
    org.engine.drain();
    assert.deepEqual(log, ['at once']);
    org.run(() => {
      const savepoint = kernel.services.savepoint();
      publish(org.event({ Text__c: 'taken back' }, 'PublishAfterCommit'));
      kernel.services.rollback(savepoint);
      publish(org.event({ Text__c: 'kept' }, 'PublishAfterCommit'));
    });
    org.engine.drain();
    assert.deepEqual(log, ['at once', 'kept']);
  });

  it('count the limits of their sort', () => {
    org.run(() => {
      publish(org.event());
      publish(org.event({}, 'PublishAfterCommit'));
      assert.deepEqual([kernel.tx.limits.get('publishImmediateDml'), kernel.tx.limits.get('dmlStatements')], [1, 1]);
    });
  });

  it('are refused with texts that are too long', () => {
    const [result] = org.run(() => publish(org.event({ Text__c: 'x'.repeat(37) })));
    assert.deepEqual([result?.success, result?.errors[0]?.statusCode], [false, 'STRING_TOO_LONG']);
  });

  it('are given again to a trigger that asks for it', () => {
    org.onEvent(() => {
      const context = kernel.services.eventTriggerContext();
      log.push(`${context.retries} ${context.lastError ?? ''}`);
      if (context.retries < 2) throwNew('EventBus.RetryableException', 'wait');
    });
    org.run(() => publish(org.event()));
    org.engine.drain();
    assert.deepEqual(log, ['0 ', '1 wait', '2 wait']);
  });

  it('give up after nine retries', () => {
    org.onEvent(() => {
      log.push('run');
      throwNew('EventBus.RetryableException', 'wait');
    });
    org.run(() => publish(org.event()));
    org.engine.drain();
    assert.deepEqual([log.length, org.unhandled], [10, ['wait']]);
  });

  it('resume after the checkpoint', () => {
    const first = org.event({ Text__c: '1' });
    const second = org.event({ Text__c: '2' });
    Object.assign(second, { schema: first.schema });
    org.onEvent((records) => {
      log.push(text(records));
      kernel.services.eventTriggerContext().setResumeCheckpoint(String(records[0]?.values.get('ReplayId')));
      if (records.length > 1) throwNew('System.MathException', 'stop');
    });
    org.run(() => publish(first, second));
    org.engine.drain();
    assert.deepEqual(log, ['1,2', '2']);
  });

  it('are delivered in tests by deliver and stopTest, and do not outlive them', () => {
    org.onEvent((records) => log.push(text(records)));
    org.test(() => {
      publish(org.event({ Text__c: 'commit' }, 'PublishAfterCommit'));
      kernel.services.deliverEvents();
      publish(org.event({ Text__c: 'stop' }));
      kernel.services.runEnqueued();
      publish(org.event({ Text__c: 'lost' }));
      org.engine.forgetTests();
    });
    org.engine.drain();
    assert.deepEqual(log, ['commit', 'stop']);
  });
});
