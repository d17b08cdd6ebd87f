import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Fault } from '../../../walkme-stand-in/src/faults/fault';
import { brokenPromises, deliveredReport, differences, expectation } from './judge';
import { changedProject, removeFolder } from './sources';
import {
  keepLeads,
  nextRun,
  openWorld,
  readLeads,
  restoreLeads,
  secondsOf,
  setFaults,
  type RunRecord,
  type World
} from './world';

const ROWS = 250;
const PAGE_SIZE = 100;

/** Shortest time-out that the app accepts, in seconds. */
const SOURCE_FILE = 'force-app/main/default/customMetadata/InsightsSource.WalkMeUS.md-meta.xml';

/** Requests for the second page. */
const SECOND_PAGE = { offset: '100' };

describe('a source that fails', () => {
  let world: World;
  let folder: string;

  before(async () => {
    const impatient = changedProject({
      [SOURCE_FILE]: (text) =>
        text.replace('<value xsi:type="xsd:double">60.0</value>', '<value xsi:type="xsd:double">1.0</value>')
    });
    folder = impatient.folder;
    world = await openWorld({ rows: ROWS, pageSize: PAGE_SIZE, dirs: impatient.dirs });
    keepLeads(world);
  });
  beforeEach(async () => {
    restoreLeads(world);
    await setFaults(world, []);
  });
  after(() => {
    world.close();
    removeFolder(folder);
  });

  /** The run of the next day, which must keep every promise however it ends. */
  const runWith = async (...faults: Fault[]): Promise<RunRecord> => {
    await setFaults(world, faults);
    const run = nextRun(world);
    assert.deepEqual(brokenPromises(world, run), []);
    return run;
  };

  /** The run must come to the same as if nothing had happened. */
  const assertWhole = async (run: RunRecord, leads: ReturnType<typeof readLeads>): Promise<void> => {
    await setFaults(world, []);
    const expected = expectation(await deliveredReport(world, PAGE_SIZE), leads);
    assert.deepEqual(differences(world, expected, run, leads), []);
    assert.deepEqual([run['Status__c'], run['ErrorMessage__c'] ?? null], ['CompletedWithIssues', null]);
  };

  const permanent: { fault: Fault; code: string; says: RegExp; remedy: RegExp }[] = [
    { fault: { kind: 'unauthorized' }, code: 'Unauthorized', says: /WalkMe US.*401/, remedy: /key and secret/ },
    { fault: { kind: 'forbidden' }, code: 'Forbidden', says: /WalkMe US.*403/, remedy: /permission/ },
    { fault: { kind: 'notFound' }, code: 'ReportNotFound', says: /WalkMe US.*404/, remedy: /tag for Salesforce/ },
    {
      fault: { kind: 'missingColumn', column: 'Last Login' },
      code: 'ColumnMissing',
      says: /Last Login.*It has: User ID, First Login, Logins last 30 days/,
      remedy: /Put the columns back/
    },
    {
      fault: { kind: 'renamedColumn', column: 'User ID', newName: 'User' },
      code: 'ColumnMissing',
      says: /these columns: User ID\. It has: User,/,
      remedy: /choose others/
    }
  ];
  for (const { fault, code, says, remedy } of permanent) {
    it(`fails at once and writes nothing: ${fault.kind}`, async () => {
      const leads = readLeads(world.org);
      const run = await runWith(fault);
      assert.deepEqual([run['Status__c'], run['FailureCode__c'], secondsOf(run)], ['Failed', code, 0]);
      assert.match(String(run['ErrorMessage__c']), says);
      assert.match(String(run['Remedy__c']), remedy);
      assert.equal(run['RowsRead__c'], 0);
      assert.deepEqual(readLeads(world.org), leads);
    });
  }

  const lasting: { fault: Fault; code: string; says: RegExp; seconds: number }[] = [
    { fault: { kind: 'tooManyRequests', retryAfter: 120 }, code: 'TooManyRequests', says: /429/, seconds: 360 },
    { fault: { kind: 'serverError' }, code: 'SourceUnavailable', says: /500/, seconds: 420 },
    { fault: { kind: 'badGateway' }, code: 'SourceUnavailable', says: /502/, seconds: 420 },
    { fault: { kind: 'unavailable' }, code: 'SourceUnavailable', says: /503/, seconds: 420 },
    { fault: { kind: 'timeout' }, code: 'Timeout', says: /within 1 seconds/, seconds: 420 },
    { fault: { kind: 'connectionReset' }, code: 'ConnectionFailed', says: /could not be reached/, seconds: 420 },
    { fault: { kind: 'truncatedBody' }, code: 'MalformedAnswer', says: /cut off or is not JSON/, seconds: 420 },
    { fault: { kind: 'truncatedTransfer' }, code: 'ConnectionFailed', says: /Premature EOF/, seconds: 420 },
    { fault: { kind: 'notJson' }, code: 'MalformedAnswer', says: /not JSON/, seconds: 420 }
  ];
  for (const { fault, code, says, seconds } of lasting) {
    it(`is asked four times, with growing waits, before the run fails: ${fault.kind}`, async () => {
      const leads = readLeads(world.org);
      const run = await runWith(fault);
      assert.deepEqual([run['Status__c'], run['FailureCode__c'], secondsOf(run)], ['Failed', code, seconds]);
      assert.match(String(run['ErrorMessage__c']), says);
      assert.equal(run['RowsRead__c'], 0);
      assert.deepEqual(readLeads(world.org), leads);
    });

    it(`is asked again and the run completes when it is well: ${fault.kind} at the head, then at a page`, async () => {
      const leads = readLeads(world.org);
      const wait = fault.kind === 'tooManyRequests' ? 120 : 60;
      const run = await runWith({ ...fault, times: 1 });
      assert.equal(secondsOf(run), wait);
      await assertWhole(run, leads);
      restoreLeads(world);
      const second = await runWith({ ...fault, query: SECOND_PAGE, times: 1 });
      assert.equal(secondsOf(second), wait);
      await assertWhole(second, leads);
    });
  }

  it('loses no row that was handled before the source failed for good', async () => {
    const leads = readLeads(world.org);
    const run = await runWith({ kind: 'serverError', query: SECOND_PAGE });
    assert.deepEqual([run['Status__c'], run['FailureCode__c']], ['Failed', 'SourceUnavailable']);
    assert.equal(run['RowsRead__c'], 100);
    const { columns, rows } = await deliveredReport(world, PAGE_SIZE).catch(async () => {
      await setFaults(world, []);
      return deliveredReport(world, PAGE_SIZE);
    });
    const expected = expectation({ columns, rows: [...rows].slice(0, 100) }, leads);
    assert.deepEqual(differences(world, expected, run, leads), []);
  });

  it('is given a new token when the old one has expired', async () => {
    const leads = readLeads(world.org);
    const run = await runWith({ kind: 'expiredToken', query: SECOND_PAGE, times: 1 });
    assert.equal(secondsOf(run), 0);
    await assertWhole(run, leads);
  });

  it('refuses the key: the run fails and says where to enter it', async () => {
    const run = await runWith(
      { kind: 'expiredToken', times: 1 },
      { kind: 'unauthorized', path: '/accounts/connect/token' }
    );
    assert.deepEqual([run['Status__c'], run['FailureCode__c']], ['Failed', 'CredentialUnusable']);
    assert.match(String(run['Remedy__c']), /External Credentials/);
  });

  it('announces no rows: the run completes with none', async () => {
    const leads = readLeads(world.org);
    const run = await runWith({ kind: 'emptyReport' });
    assert.deepEqual([run['Status__c'], run['RowsRead__c'], run['RowsAnnounced__c']], ['Completed', 0, 0]);
    assert.deepEqual(readLeads(world.org), leads);
  });

  it('cuts rows short: they are rejected, their neighbours are written', async () => {
    const leads = readLeads(world.org);
    const fault: Fault = { kind: 'shortRows', row: 120 };
    const run = await runWith(fault);
    const expected = expectation(await deliveredReport(world, PAGE_SIZE), leads);
    assert.equal(expected.rows[120]?.outcome, 'rejected');
    assert.deepEqual(differences(world, expected, run, leads), []);
    const [issue] = world.org.query(
      `SELECT Message__c, Remedy__c FROM InsightsRunIssue__c WHERE Run__c = '${run.Id}' AND RowNumber__c = 121`
    );
    assert.match(String(issue?.['Message__c']), /3 values.*4 columns/);
  });

  for (const kind of ['fewerRows', 'moreRows'] as const) {
    it(`delivers another number of rows than it announced: ${kind}`, async () => {
      const leads = readLeads(world.org);
      const run = await runWith({ kind, count: 7 });
      const delivered = kind === 'fewerRows' ? ROWS - 7 : ROWS + 7;
      const expected = expectation(await deliveredReport(world, PAGE_SIZE), leads);
      assert.equal(expected.rows.length, delivered);
      assert.deepEqual(differences(world, expected, run, leads), []);
      assert.deepEqual([run['Status__c'], run['RowsAnnounced__c']], ['CompletedWithIssues', ROWS]);
      assert.match(String(run['ErrorMessage__c']), new RegExp(`announced ${ROWS} rows and delivered ${delivered}`));
    });
  }
});
