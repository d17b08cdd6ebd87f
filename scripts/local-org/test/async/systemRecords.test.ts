import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StoredSystemRecords } from '../../src/async/systemRecords';
import { OrgDatabase } from '../../src/data/storage/database';
import { standardObjects } from '../../src/platform/standardObjects';
import { provideServices } from '../../src/runtime/kernel';
import { ApexDatetime } from '../../src/runtime/values';

const NOW = Date.UTC(2026, 0, 2, 10);

describe('system records in the database', () => {
  const schema = { objects: standardObjects(), metadataRecords: new Map(), labels: new Map() };
  const database = new OrgDatabase(schema, { file: ':memory:' });
  const records = new StoredSystemRecords(database);
  provideServices({ now: () => NOW });

  it('are written, found, changed and deleted', () => {
    const id = records.insert('AsyncApexJob', { JobType: 'BatchApex', Status: 'Queued', TotalJobItems: 3 });
    assert.equal(id.slice(0, 3), '707');
    records.insert('AsyncApexJob', { JobType: 'Future', Status: 'Queued' });
    const job = records.find('AsyncApexJob', { JobType: 'BatchApex' })[0];
    assert.deepEqual([job?.['Id'], job?.['TotalJobItems'], job?.['CompletedDate']], [id, 3, null]);
    assert.equal((job?.['CreatedDate'] as ApexDatetime).ms, NOW);
    records.update('AsyncApexJob', id, { Status: 'Completed', CompletedDate: new ApexDatetime(NOW + 1000) });
    assert.equal((records.read('AsyncApexJob', id)?.['CompletedDate'] as ApexDatetime).ms, NOW + 1000);
    records.delete('AsyncApexJob', id);
    assert.equal(records.read('AsyncApexJob', id), null);
    assert.equal(records.find('AsyncApexJob', {}).length, 1);
  });

  it('go with a transaction that is undone', () => {
    database.begin();
    const id = records.insert('CronTrigger', { State: 'WAITING' });
    database.rollback();
    assert.equal(records.read('CronTrigger', id), null);
  });

  it('refuse fields that the object does not have', () => {
    assert.throws(() => records.find('AsyncApexJob', { Nope: 1 }), /AsyncApexJob has no field Nope/);
  });
});
