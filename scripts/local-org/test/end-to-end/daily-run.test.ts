import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { brokenPromises, deliveredReport, differences, expectation } from './judge';
import { folderOf, PROJECT_DIRS, removeFolder } from './sources';
import { nextRun, openWorld, readLeadChanges, readLeads, type World } from './world';

const WATCH = "trigger LeadWatch on Lead (before update) { System.debug('LeadWatch saw ' + Trigger.new.size()); }";

for (const { rows, pages } of [
  { rows: 300, pages: 1 },
  { rows: 2_500, pages: 3 }
]) {
  describe(`a report of ${rows} rows, every day at 08:00 UTC`, () => {
    const folder = folderOf({ 'triggers/LeadWatch.trigger': WATCH });
    let world: World;
    const sightings = (): string[] => world.debugged.filter((line) => line.includes('LeadWatch saw'));

    before(async () => {
      world = await openWorld({ rows, dirs: [...PROJECT_DIRS, folder] });
    });
    after(() => {
      world.close();
      removeFolder(folder);
    });

    it('comes to the figures, the issues and the leads that an independent reading expects', async () => {
      const leads = readLeads(world.org);
      const expected = expectation(await deliveredReport(world, 1_000), leads);
      const run = nextRun(world);
      assert.deepEqual(differences(world, expected, run, leads), []);
      assert.deepEqual(brokenPromises(world, run), []);
      assert.deepEqual([run['Status__c'], run['Trigger__c']], ['CompletedWithIssues', 'Schedule']);
      assert.deepEqual([run['PagesTotal__c'], run['PagesDone__c']], [pages, pages]);
      assert.equal(new Date(Number(run['StartedAt__c'])).toISOString().slice(11), '08:00:00.000Z');
    });

    it('shows every outcome, so that the first run proves something', () => {
      const [run] = world.org.query(
        `SELECT RowsUpdated__c, RowsUnchanged__c, RowsUnmatched__c, RowsAmbiguous__c, RowsSkipped__c, RowsRejected__c
         FROM InsightsRun__c`
      );
      for (const [field, count] of Object.entries(run ?? {})) if (field !== 'Id') assert.ok(Number(count) > 0, field);
      assert.ok(sightings().length > 0);
    });

    it('writes nothing the second time', () => {
      const [changes, sightingsBefore] = [readLeadChanges(world.org), sightings().length];
      const leads = readLeads(world.org);
      const [first] = world.org.query('SELECT RowsUpdated__c, RowsUnchanged__c FROM InsightsRun__c');
      const run = nextRun(world);
      assert.deepEqual([run['RowsUpdated__c'], run['RowsCreated__c']], [0, 0]);
      assert.equal(run['RowsUnchanged__c'], Number(first?.['RowsUpdated__c']) + Number(first?.['RowsUnchanged__c']));
      assert.deepEqual(readLeadChanges(world.org), changes);
      assert.deepEqual(readLeads(world.org), leads);
      assert.equal(sightings().length, sightingsBefore);
      assert.deepEqual(brokenPromises(world, run), []);
    });
  });
}
