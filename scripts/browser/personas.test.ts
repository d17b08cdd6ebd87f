import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { TestApp } from './screens/testApp';

const NAME = 'Logins review to Lead';
const RUNS = 'SELECT Id FROM InsightsRun__c';

describe('who may do what', () => {
  let app: TestApp;
  let integrationId: string;

  before(async () => {
    app = await TestApp.open(60, 'ran');
    integrationId = String(app.query('SELECT Id FROM InsightsIntegration__c')[0]?.['Id']);
  });
  after(() => app?.close());
  afterEach(() => app.leave());

  it('an admin sets up, runs and deletes', async () => {
    const { grid } = await app.visit();
    await grid.newIntegration.waitFor();
    await grid.edit(NAME).waitFor();
    await grid.openMenu(NAME);
    assert.deepEqual(await grid.items(), ['Run Now', 'Log', 'Duplicate', 'Pause', 'Delete']);
  });

  it('an operator runs, and neither sets up nor deletes', async () => {
    const { page, grid, wizard, shell, watched } = await app.visit({ persona: 'operator' });
    await grid.openMenu(NAME);
    assert.deepEqual(await grid.items(), ['Run Now', 'Log']);
    assert.equal(await grid.newIntegration.count(), 0);
    assert.equal(await grid.edit(NAME).count(), 0);
    await grid.item('run').click();
    await shell.toast(`${NAME} has run, with issues`).waitFor();
    const [run] = app.query(
      'SELECT CreatedBy.Username FROM InsightsRun__c ORDER BY CreatedDate DESC, Name DESC LIMIT 1'
    );
    assert.equal((run?.['CreatedBy'] as { Username: string }).Username, 'operator@local.org.example');
    await page.goto(`${app.served.url}/lightning/n/InsightsSync?c__view=wizard`);
    await wizard.root.getByRole('heading', { name: 'You may not set up integrations' }).waitFor();
    assert.match(watched.takeComplaints().join('\n'), /403 POST .*InsightsWizardController\.loadSetup/);
  });

  it('a viewer reads, and nothing else', async () => {
    const { page, grid, log } = await app.visit({ persona: 'viewer' });
    await grid.openMenu(NAME);
    assert.deepEqual(await grid.items(), ['Log']);
    assert.equal(await grid.newIntegration.count(), 0);
    await grid.item('log').click();
    await log.show(log.runs.last()).click();
    await log.issues.first().waitFor();
    assert.equal(await page.getByRole('button', { name: /Abort/ }).count(), 0);
  });

  it('a viewer is refused what the screens do not offer', async () => {
    const { page, grid } = await app.visit({ persona: 'viewer' });
    await grid.row(NAME).waitFor();
    const before = app.query(RUNS);
    const ran = await app.apex(page, 'InsightsIntegrationsController.runNow', { integrationId });
    const removed = await app.apex(page, 'InsightsIntegrationsController.remove', { integrationId });
    const paused = await app.apex(page, 'InsightsIntegrationsController.setActive', { integrationId, active: false });
    const saved = await app.apex(page, 'InsightsWizardController.saveIntegration', { draft: { name: 'Sneaked in' } });
    for (const { status, body } of [ran, removed, paused, saved]) {
      assert.ok(status >= 400, `${status} ${JSON.stringify(body)}`);
      assert.match(String(body.message), /permission|access/i);
    }
    assert.deepEqual(app.query(RUNS), before);
    const [kept] = app.query(`SELECT Active__c FROM InsightsIntegration__c WHERE Id = '${integrationId}'`);
    assert.equal(kept?.['Active__c'], true);
    assert.deepEqual(app.query("SELECT Id FROM InsightsIntegration__c WHERE Name = 'Sneaked in'"), []);
  });

  it('who has no permission set sees no app, and learns what to ask for', async () => {
    const { page } = await app.visit({ persona: 'none' });
    await page.getByRole('heading', { level: 1, name: 'You have no access to this app' }).waitFor();
    await page.getByText(/Ask an administrator for one of the app’s permission sets/).waitFor();
    const answer = await app.apex(page, 'InsightsIntegrationsController.loadGrid', {});
    assert.ok(answer.status >= 400, JSON.stringify(answer.body));
  });
});
