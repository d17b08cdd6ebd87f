import assert from 'node:assert/strict';
import { beforeEach, describe, it } from 'node:test';
import { Clock } from '../../src/async/clock';
import { installAsync, type InstalledAsync } from '../../src/async/install';
import { installData, openDatabase, type OrgData } from '../../src/data';
import { kernel, provideServices, resetKernel, withTransaction } from '../../src/runtime/kernel';
import { SObjectValue, throwNew, type ApexList } from '../../src/runtime/values';
import { loadProject } from '../../src/schema/load';
import { sourceFolder } from '../schema/folder';
import { apexClass, PLAIN, START, TestClass } from './org';

const project = loadProject([sourceFolder({})]);

function insertLead(data: OrgData, company: string): void {
  const lead = new SObjectValue(data.context.object('Lead'));
  lead.values.set('LastName', 'L').set('Company', company);
  const [result] = kernel.services.dml('insert', [lead], { allOrNone: true, access: null, sharing: 'without' });
  assert.deepEqual(result?.errors, []);
}

describe('asynchronous Apex in an org with data', () => {
  let data: OrgData;
  let installed: InstalledAsync;
  let unhandled: string[];
  const companies = (): string[] =>
    kernel.services
      .dynamicQuery('SELECT Company FROM Lead ORDER BY Company', null, { access: null, sharing: 'without' })
      .items.map((row) => String((row as SObjectValue).values.get('Company')));
  const run = <T>(body: () => T): T => withTransaction({ kind: 'ANONYMOUS' }, body);

  class Insert extends TestClass {
    f_company = '';
    f_fails = false;
    execute$1(): void {
      insertLead(data, this.f_company);
      if (this.f_fails) throwNew('System.MathException', 'no');
    }
  }
  class Rename extends TestClass {
    start$1(): Iterable<SObjectValue> {
      return kernel.services.queryLocator('SELECT Id, Company FROM Lead', null, { access: null, sharing: 'without' });
    }
    execute$2(_context: unknown, scope: ApexList): void {
      const leads = scope.items as SObjectValue[];
      for (const lead of leads) lead.setField('Company', `${String(lead.getField('Company'))}!`);
      kernel.services.dml('update', leads, { allOrNone: true, access: null, sharing: 'without' });
      if (scope.size < 2) throwNew('System.MathException', 'last one');
    }
    finish$1(): void {
      insertLead(data, 'finished');
    }
  }
  apexClass('Insert', Insert, 'System.Queueable');
  apexClass('Rename', Rename, 'Database.Batchable', 'Database.RaisesPlatformEvents');

  beforeEach(() => {
    resetKernel();
    unhandled = [];
    data = openDatabase(project);
    installData(data, project.schema);
    installed = installAsync(data, new Clock(() => START));
    provideServices({ unhandled: (error) => void unhandled.push(error.message) });
  });

  it('keeps what a job saved, and undoes what a failed one did', () => {
    run(() => kernel.services.enqueueQueueable(Object.assign(new Insert(), { f_company: 'a' }), PLAIN));
    run(() => kernel.services.enqueueQueueable(Object.assign(new Insert(), { f_company: 'b', f_fails: true }), PLAIN));
    installed.engine.drain();
    assert.deepEqual([companies(), unhandled], [['a'], ['no']]);
    const jobs = kernel.services.dynamicQuery(
      'SELECT Status, JobType, CreatedDate FROM AsyncApexJob ORDER BY Status',
      null,
      {
        access: null,
        sharing: 'without'
      }
    );
    const states = jobs.items.map((job) => (job as SObjectValue).values.get('Status'));
    assert.deepEqual(states, ['Completed', 'Failed']);
  });

  it('takes back a job with the savepoint before it', () => {
    run(() => {
      const savepoint = kernel.services.savepoint();
      kernel.services.enqueueQueueable(Object.assign(new Insert(), { f_company: 'a' }), PLAIN);
      kernel.services.rollback(savepoint);
    });
    installed.engine.drain();
    assert.deepEqual(companies(), []);
  });

  it('walks a query in scopes, and tells of the one that failed by an event', () => {
    const events: unknown[] = [];
    const handle = {
      name: 'T',
      run: () => {
        const record = kernel.tx.trigger!.newRecords![0]!;
        events.push([record.values.get('Phase'), record.values.get('Message'), kernel.tx.user.name]);
      }
    };
    data.setTriggers({
      find: (object, event) => (object === 'BatchApexErrorEvent' && event === 'after insert' ? [handle] : [])
    });
    run(() => ['1', '2', '3'].forEach((company) => insertLead(data, company)));
    run(() => kernel.services.executeBatch(new Rename(), 2));
    installed.engine.drain();
    assert.deepEqual(companies(), ['1!', '2!', '3', 'finished']);
    assert.deepEqual(events, [['EXECUTE', 'last one', 'Automated Process']]);
  });

  it('goes on where the clock stood', () => {
    installed.clock.advanceTo(START + 1000);
    installed.saveClock();
    assert.equal(installAsync(data, new Clock(() => START)).clock.now(), START + 1000);
  });

  it('leaves nothing of a test', () => {
    withTransaction({ kind: 'RUNTEST_SYNC', test: {}, rollback: true }, () => {
      kernel.services.enqueueQueueable(Object.assign(new Insert(), { f_company: 't' }), PLAIN);
      kernel.services.runEnqueued();
      assert.deepEqual(companies(), ['t']);
      installed.engine.finishTest();
    });
    assert.deepEqual(companies(), []);
    assert.equal(installed.engine.nextDue(), null);
  });
});
