import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { LocalOrg } from '../../src/org';
import { brokenPromises, deliveredReport, differences, expectation } from './judge';
import {
  allRuns,
  apex,
  keepLeads,
  nextRun,
  openWorld,
  readLeads,
  restoreLeads,
  setFaults,
  type RunRecord,
  type World
} from './world';

const HOUR = 3_600_000;
const PAGE_SIZE = 100;
const RUN_NOW = 'InsightsRunService.runNow([SELECT Id FROM InsightsIntegration__c LIMIT 1].Id);';

/** Lets what waits run, and what that puts off, for up to an hour of the org's clock. */
function settle(org: LocalOrg): void {
  org.async.runUntil(org.clock.now() + HOUR - 1);
}

describe('what starts and stops runs', () => {
  let world: World;
  const newRuns = (before: RunRecord[]): RunRecord[] => {
    const known = new Set(before.map(({ Id }) => Id));
    return allRuns(world.org).filter(({ Id }) => !known.has(Id));
  };
  const setActive = (active: boolean): void =>
    apex(
      world.org,
      `update as user new InsightsIntegration__c(
        Id = [SELECT Id FROM InsightsIntegration__c LIMIT 1].Id, Active__c = ${active});`
    );
  const nextRunAt = (): unknown =>
    world.org.query('SELECT NextRunAt__c FROM InsightsIntegration__c')[0]?.['NextRunAt__c'];

  before(async () => {
    world = await openWorld({ rows: 200, pageSize: PAGE_SIZE });
    keepLeads(world);
  });
  beforeEach(async () => {
    restoreLeads(world);
    await setFaults(world, []);
  });
  after(() => world.close());

  it('runs now when a user asks for it', async () => {
    const [before, leads] = [allRuns(world.org), readLeads(world.org)];
    apex(world.org, RUN_NOW);
    settle(world.org);
    const [run, ...others] = newRuns(before);
    assert.ok(run);
    assert.deepEqual([run['Trigger__c'], others], ['Manual', []]);
    const expected = expectation(await deliveredReport(world, PAGE_SIZE), leads);
    assert.deepEqual(differences(world, expected, run, leads), []);
  });

  it('starts one run when a user asks twice', () => {
    const before = allRuns(world.org);
    apex(world.org, RUN_NOW);
    assert.throws(() => apex(world.org, RUN_NOW), /Logins review to Lead is running already\./);
    settle(world.org);
    assert.deepEqual(
      newRuns(before).map((run) => brokenPromises(world, run)),
      [[]]
    );
    apex(world.org, RUN_NOW);
    settle(world.org);
    assert.equal(newRuns(before).length, 2);
  });

  it('starts one run when two ticks come at once', () => {
    const before = allRuns(world.org);
    world.org.clock.advanceTo(Number(nextRunAt()));
    apex(world.org, 'System.enqueueJob(new InsightsDispatcher());');
    apex(world.org, 'System.enqueueJob(new InsightsDispatcher());');
    settle(world.org);
    assert.deepEqual(
      newRuns(before).map((run) => run['Trigger__c']),
      ['Schedule']
    );
    assert.ok(Number(nextRunAt()) > world.org.clock.now() + 20 * HOUR);
  });

  it('runs once at the tick after some that were missed', () => {
    const before = allRuns(world.org);
    const due = Number(nextRunAt());
    // Salesforce was down for two days: the clock goes on, and no job runs.
    world.org.clock.advanceTo(due + 50 * HOUR);
    settle(world.org);
    const runs = newRuns(before);
    assert.equal(runs.length, 1);
    assert.ok(Number(runs[0]?.['StartedAt__c']) >= due + 50 * HOUR);
    assert.equal(new Date(Number(nextRunAt())).getUTCHours(), 8);
    assert.ok(Number(nextRunAt()) > world.org.clock.now());
  });

  it('leaves an integration alone that is not active, and takes it up again', () => {
    const before = allRuns(world.org);
    setActive(false);
    assert.equal(nextRunAt() ?? null, null);
    world.org.async.runUntil(world.org.clock.now() + 48 * HOUR);
    assert.deepEqual(newRuns(before), []);
    setActive(true);
    assert.deepEqual(brokenPromises(world, nextRun(world)), []);
  });

  it('aborts a run that waits for its source at once', async () => {
    const [before, leads] = [allRuns(world.org), readLeads(world.org)];
    await setFaults(world, [{ kind: 'tooManyRequests', retryAfter: 1_800 }]);
    apex(world.org, RUN_NOW);
    world.org.async.drain();
    const [waiting] = newRuns(before);
    assert.equal(waiting?.['Status__c'], 'Queued');
    apex(world.org, `Assert.isTrue(InsightsRunService.abort('${waiting?.Id}'));`);
    const [aborted] = newRuns(before);
    assert.equal(aborted?.['Status__c'], 'Aborted');
    settle(world.org);
    const [run] = newRuns(before);
    assert.ok(run);
    assert.deepEqual([run['Status__c'], run['RowsRead__c'], brokenPromises(world, run)], ['Aborted', 0, []]);
    assert.deepEqual(readLeads(world.org), leads);
    apex(world.org, `Assert.isFalse(InsightsRunService.abort('${run.Id}'));`);
  });

  it('aborts a run at work after the page in hand, whose rows are accounted for', async () => {
    const [before, leads] = [allRuns(world.org), readLeads(world.org)];
    apex(world.org, RUN_NOW);
    const runId = newRuns(before)[0]!.Id;
    const pagesDone = `SELECT Id FROM InsightsRunPage__c WHERE Run__c = '${runId}' AND Status__c = 'Done'`;
    while (world.org.query(pagesDone).length === 0) assert.ok(world.org.async.runNext(), 'The run goes on.');
    apex(world.org, `Assert.isTrue(InsightsRunService.abort('${runId}'));`);
    settle(world.org);
    const [run] = newRuns(before);
    assert.ok(run);
    assert.deepEqual([run['Status__c'], run['RowsRead__c'], brokenPromises(world, run)], ['Aborted', 100, []]);
    const { columns, rows } = await deliveredReport(world, PAGE_SIZE);
    const expected = expectation({ columns, rows: [...rows].slice(0, 100) }, leads);
    assert.deepEqual(differences(world, expected, run, leads), []);
  });

  it('lists a lead that is converted and leads that share an address, with reason and remedy', () => {
    const run = nextRun(world);
    const issues = (outcome: string): Record<string, unknown>[] =>
      world.org.query(`SELECT KeyValue__c, ReasonCode__c, Message__c, Remedy__c, RecordId__c FROM InsightsRunIssue__c
        WHERE Run__c = '${run.Id}' AND Outcome__c = '${outcome}'`);
    const ambiguous = issues('Ambiguous');
    assert.equal(ambiguous.length, Number(run['RowsAmbiguous__c']));
    for (const issue of ambiguous) {
      assert.match(String(issue['Message__c']), /^2 records have this key: 00Q\w+, 00Q\w+\. None was written\.$/);
      assert.match(String(issue['Remedy__c']), /Merge the records/);
    }
    const converted = issues('Skipped').filter((issue) => issue['ReasonCode__c'] === 'ConvertedLead');
    assert.ok(converted.length > 0);
    for (const issue of converted) assert.match(String(issue['Remedy__c']), /writes to the contact/);
  });
});
