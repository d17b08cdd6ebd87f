import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { deployExample } from '../../src/start/exampleOrg';
import { brokenPromises } from './judge';
import { changedProject, folderOf, removeFolder } from './sources';
import { apex, nextRun, openWorld, readLeads, type RunRecord, type World } from './world';

const FIELD_FILE = 'examples/lead-fields/main/default/objects/Lead/fields/WalkMe_Last_Login__c.field-meta.xml';
const PERMISSIONS_FILE = 'examples/lead-fields/main/default/permissionsets/WalkMeLeadFields.permissionset-meta.xml';
const LAST_LOGIN_PERMISSION =
  /<fieldPermissions>\s*<editable>true<\/editable>\s*<field>Lead.WalkMe_Last_Login__c<\/field>\s*<readable>true<\/readable>\s*<\/fieldPermissions>/;

/** A run whose setup is wrong fails before anything is written, and says what is wrong. */
function assertFailed(world: World, run: RunRecord, code: string, message: RegExp, remedy: RegExp): void {
  assert.deepEqual([run['Status__c'], run['FailureCode__c'], run['RowsRead__c']], ['Failed', code, 0]);
  assert.match(String(run['ErrorMessage__c']), message);
  assert.match(String(run['Remedy__c']), remedy);
  assert.deepEqual(brokenPromises(world, run), []);
}

describe('a setup that does not fit the org', () => {
  it('lacks the permission set of the fields: the run names user, field and permission', async () => {
    const world = await openWorld({ rows: 100, assign: ['InsightsSyncAdmin'] });
    try {
      const leads = readLeads(world.org);
      const run = nextRun(world);
      assertFailed(
        world,
        run,
        'FieldNotReadable',
        /may not read the field Lead\.WalkMe_First_Login__c\. Nothing was written\./,
        /Read Access to Lead\.WalkMe_First_Login__c in the field-level security, by a permission set/
      );
      assert.deepEqual(readLeads(world.org), leads);
    } finally {
      world.close();
    }
  });

  it('may read a field and not edit it: the run names the permission', async () => {
    const { folder, dirs } = changedProject({
      [PERMISSIONS_FILE]: (text) =>
        text.replace(LAST_LOGIN_PERMISSION, (whole) => whole.replace('<editable>true', '<editable>false'))
    });
    const world = await openWorld({ rows: 100, dirs });
    try {
      const leads = readLeads(world.org);
      const run = nextRun(world);
      assertFailed(
        world,
        run,
        'FieldNotEditable',
        /may not edit the field Lead\.WalkMe_Last_Login__c/,
        /Edit Access to Lead\.WalkMe_Last_Login__c in the field-level security, by a permission set/
      );
      assert.deepEqual(readLeads(world.org), leads);
    } finally {
      world.close();
      removeFolder(folder);
    }
  });

  it('maps a field that has been deleted: the run names it', async () => {
    const stored = folderOf({});
    const { folder, dirs } = changedProject({
      [FIELD_FILE]: () => null,
      [PERMISSIONS_FILE]: (text) => text.replace(LAST_LOGIN_PERMISSION, '')
    });
    const databaseFile = path.join(stored, 'org.sqlite');
    const world = await openWorld({ rows: 100, databaseFile });
    world.org.close();
    const log = (line: string): void => void world.logged.push(line);
    world.org = deployExample({ standInUrl: world.standIn.url, log, databaseFile, dirs });
    try {
      world.org.clock.freeze();
      const leads = world.org.query('SELECT Id, WalkMe_First_Login__c FROM Lead ORDER BY Id');
      assert.match(world.logged.join('\n'), /WalkMe_Last_Login__c/);
      const run = nextRun(world);
      assertFailed(
        world,
        run,
        'FieldMissing',
        /The field Lead\.WalkMe_Last_Login__c does not exist\. Nothing was written\./,
        /Restore the field Lead\.WalkMe_Last_Login__c/
      );
      assert.deepEqual(world.org.query('SELECT Id, WalkMe_First_Login__c FROM Lead ORDER BY Id'), leads);
    } finally {
      world.close();
      removeFolder(folder);
      removeFolder(stored);
    }
  });

  it('lost its integration after the run was queued: the run says so', async () => {
    const world = await openWorld({ rows: 100 });
    try {
      apex(
        world.org,
        `InsightsIntegration__c integration = [SELECT Id FROM InsightsIntegration__c LIMIT 1];
         InsightsRunService.runNow(integration.Id);
         delete integration;`
      );
      world.org.async.runUntil(world.org.clock.now() + 1_000);
      const [run] = world.org.query(
        'SELECT Id, Status__c, FailureCode__c, RowsRead__c, ErrorMessage__c, Remedy__c, StartedAt__c, EndedAt__c FROM InsightsRun__c'
      );
      assertFailed(world, run as RunRecord, 'IntegrationGone', /does not exist any more/, /Choose another integration/);
    } finally {
      world.close();
    }
  });
});
