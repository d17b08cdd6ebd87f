import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { standardObjects } from '../../src/platform/standardObjects';
import { kernel } from '../../src/runtime/kernel';
import { ApexList, INTEGER, listOf, type SObjectValue } from '../../src/runtime/values';
import { apexClass, PLAIN, testOrg, TestClass, type TestOrg } from './org';

let log: string[] = [];

class Walk extends TestClass {
  start$1(): ApexList {
    log.push('start');
    return new ApexList(listOf(INTEGER), [1, 2, 3]);
  }
  execute$2(_context: unknown, scope: ApexList): void {
    log.push(`chunk ${scope.items.join()}`);
    kernel.services.publishEvents([org.event({ Text__c: scope.items.join() })]);
  }
  finish$1(): void {
    log.push('finish');
  }
}
class Errand extends TestClass {
  execute$queueable(): void {
    log.push('errand');
  }
}
apexClass('Walk', Walk, 'Database.Batchable');
apexClass('Errand', Errand, 'System.Queueable');

let org: TestOrg;

describe('work in steps', () => {
  let id: string;
  beforeEach(() => {
    org = testOrg();
    kernel.org.schema = { objects: standardObjects(), metadataRecords: new Map(), labels: new Map() };
    log = [];
    org.onEvent((records: SObjectValue[]) => void log.push(`event ${String(records[0]?.values.get('Text__c'))}`));
    id = org.run(() => kernel.services.executeBatch(new Walk(), 1));
  });

  it('runs a batch one transaction at a time, its events between', () => {
    const seen: string[][] = [];
    while (org.engine.runNext()) seen.push(log.splice(0));
    assert.deepEqual(seen, [
      ['start'],
      ['chunk 1'],
      ['event 1'],
      ['chunk 2'],
      ['event 2'],
      ['chunk 3'],
      ['event 3'],
      ['finish']
    ]);
    assert.equal(org.job(id)['Status'], 'Completed');
  });

  it('lets other work run between the chunks of a batch', () => {
    org.engine.runNext();
    org.run(() => kernel.services.enqueueQueueable(new Errand(), PLAIN));
    org.engine.drain();
    assert.deepEqual(
      log.filter((line) => !line.startsWith('event')),
      ['start', 'chunk 1', 'errand', 'chunk 2', 'chunk 3', 'finish']
    );
  });

  it('stops a batch that is aborted between its chunks', () => {
    for (let i = 0; i < 3; i++) org.engine.runNext();
    org.run(() => kernel.services.abortJob(id));
    org.engine.drain();
    assert.deepEqual(log, ['start', 'chunk 1', 'event 1']);
    const { Status, JobItemsProcessed, TotalJobItems } = org.job(id);
    assert.deepEqual([Status, JobItemsProcessed, TotalJobItems], ['Aborted', 1, 3]);
  });

  it('tells when nothing is left', () => {
    org.engine.drain();
    assert.equal(org.engine.runNext(), false);
  });

  it('ends jobs whose process is gone', () => {
    org.engine.runNext();
    org.engine.endLostJobs();
    const { Status, ExtendedStatus } = org.job(id);
    assert.deepEqual([Status, ExtendedStatus], ['Failed', 'The local org was stopped before the job had ended']);
    org.engine.drain();
    assert.deepEqual(log, ['start']);
  });
});

describe('listeners of events', () => {
  let heard: unknown[] = [];
  beforeEach(() => {
    org = testOrg();
    heard = [];
    org.engine.onEvent((event) => heard.push(event.values.get('Text__c')));
  });

  it('hear of events that are published at once, even when their transaction fails', () => {
    assert.throws(() =>
      org.run(() => {
        kernel.services.publishEvents([org.event({ Text__c: 'now' })]);
        throw new Error('stop');
      })
    );
    assert.deepEqual(heard, ['now']);
  });

  it('hear of others when their transaction is kept', () => {
    const publish = (Text__c: string): void =>
      void kernel.services.publishEvents([org.event({ Text__c }, 'PublishAfterCommit')]);
    org.run(() => {
      publish('kept');
      assert.deepEqual(heard, []);
    });
    assert.throws(() =>
      org.run(() => {
        publish('lost');
        throw new Error('stop');
      })
    );
    assert.deepEqual(heard, ['kept']);
  });

  it('hear nothing of tests, and nothing after they left', () => {
    org.test(() => kernel.services.publishEvents([org.event({ Text__c: 'test' })]));
    const stop = org.engine.onEvent(() => heard.push('never'));
    stop();
    org.run(() => kernel.services.publishEvents([org.event({ Text__c: 'real' })]));
    assert.deepEqual(heard, ['real']);
  });
});
