import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { assertAccessible, TestApp, type Screens } from './screens/testApp';

const NAME = 'Logins review to Lead';
const MAPPINGS = `SELECT Column__c, Field__c FROM InsightsFieldMapping__c WHERE Integration__r.Name = '${NAME}' ORDER BY Position__c`;

describe('editing an integration', () => {
  let app: TestApp;

  before(async () => {
    app = await TestApp.open(60, 'integrated');
    const { data } = app.served.org;
    const [operator] = app.query("SELECT Id FROM User WHERE Username = 'operator@local.org.example'");
    data.assignPermissionSets(String(operator?.['Id']), ['InsightsSyncAdmin']);
  });
  after(() => app?.close());
  afterEach(() => app.leave());

  async function openMapping(screens: Screens): Promise<void> {
    await screens.grid.edit(NAME).click();
    await screens.wizard.heading('mapping').waitFor();
    await screens.wizard.mapping('Logins last 30 days').waitFor();
  }

  const columns = (): unknown[] => app.query(MAPPINGS).map((mapping) => mapping['Column__c']);

  it('begins with the mapping, removes with undo, adds and saves', async () => {
    const screens = await app.visit();
    const { grid, wizard, shell } = screens;
    await openMapping(screens);
    assert.equal(await wizard.rows.count(), 3);
    await wizard.removeOf(wizard.mapping('Last Login')).click();
    await wizard.mapping('Last Login').waitFor({ state: 'detached' });
    await wizard.undo.click();
    await wizard.mapping('Last Login').waitFor();
    await wizard.removeOf(wizard.mapping('First Login')).click();
    await wizard.addColumn.click();
    const added = wizard.rows.last();
    await wizard.choose(wizard.columnOf(added), 'User ID');
    await wizard.choose(wizard.fieldOf(added), 'Description');
    await wizard.save.click();
    await shell.toast(`${NAME} was saved.`).waitFor();
    await grid.row(NAME).waitFor();
    assert.deepEqual(columns().sort(), ['Last Login', 'Logins last 30 days', 'User ID']);
  });

  it('does not let one admin overwrite another silently', async () => {
    const first = await app.visit();
    const second = await app.visit({ persona: 'operator', browser: await app.secondBrowser() });
    for (const { grid, wizard } of [first, second]) {
      await grid.edit(NAME).click();
      await wizard.step('schedule').click();
      await wizard.name.waitFor();
    }
    await second.wizard.name.fill('Renamed by the second');
    await second.wizard.save.click();
    await second.shell.toast('Renamed by the second was saved.').waitFor();
    await first.wizard.name.fill('Renamed by the first');
    await first.wizard.save.click();
    await first.wizard.conflict.getByText(/Olive Operator changed this integration/).waitFor();
    first.watched.takeComplaints();
    await assertAccessible(first.page);
    const name = (): unknown => app.query('SELECT Name FROM InsightsIntegration__c')[0]?.['Name'];
    assert.equal(name(), 'Renamed by the second');
    await first.wizard.conflictChoice('Cancel').click();
    assert.equal(await first.wizard.name.inputValue(), 'Renamed by the first');
    await first.wizard.save.click();
    await first.wizard.conflict.waitFor();
    first.watched.takeComplaints();
    await first.wizard.conflictChoice('Reload').click();
    await first.wizard.title.getByText('Edit Renamed by the second').waitFor();
    assert.equal(await first.wizard.name.inputValue(), 'Renamed by the second');
    await first.wizard.name.fill(NAME);
    await first.wizard.save.click();
    await first.shell.toast(`${NAME} was saved.`).waitFor();
    assert.equal(name(), NAME);
  });

  it('lets an admin overwrite what another has saved meanwhile, once that is chosen', async () => {
    const screens = await app.visit();
    const { wizard, shell, watched } = screens;
    await openMapping(screens);
    await wizard.step('schedule').click();
    app.execute(
      `update new InsightsIntegration__c(Id = [SELECT Id FROM InsightsIntegration__c LIMIT 1].Id, Name = 'Theirs');`
    );
    await wizard.name.fill('Mine');
    await wizard.save.click();
    await wizard.conflict.waitFor();
    watched.takeComplaints();
    await wizard.conflictChoice('Overwrite').click();
    await shell.toast('Mine was saved.').waitFor();
    assert.deepEqual(
      app.query('SELECT Name FROM InsightsIntegration__c').map((each) => each['Name']),
      ['Mine']
    );
    app.execute(
      `update new InsightsIntegration__c(Id = [SELECT Id FROM InsightsIntegration__c LIMIT 1].Id, Name = '${NAME}');`
    );
  });

  it('warns before unsaved work is left, and offers it after a reload', async () => {
    const screens = await app.visit();
    const { page, grid, wizard, shell } = screens;
    await openMapping(screens);
    await wizard.removeOf(wizard.mapping('Last Login')).click();
    await wizard.cancel.click();
    await shell.confirmation.getByText(/has not been saved and will be lost/).waitFor();
    await shell.decline();
    await wizard.heading('mapping').waitFor();
    await page.reload();
    await wizard.offer.waitFor();
    await wizard.resume.click();
    await wizard.heading('mapping').waitFor();
    await wizard.mapping('Logins last 30 days').waitFor();
    assert.equal(await wizard.mapping('Last Login').count(), 0);
    await wizard.cancel.click();
    await shell.confirm();
    await grid.row(NAME).waitFor();
    assert.ok(columns().includes('Last Login'), 'Nothing was saved.');
    await openMapping(screens);
    await wizard.mapping('Last Login').waitFor();
  });

  it('duplicates, pauses, resumes, and deletes only after a yes', async () => {
    const { grid, shell } = await app.visit();
    const copy = `Copy of ${NAME}`;
    await grid.choose(NAME, 'duplicate');
    await grid.paused(copy).waitFor();
    await grid.choose(copy, 'resume');
    await shell.toast(`${copy} runs on its schedule again.`).waitFor();
    await grid.paused(copy).waitFor({ state: 'detached' });
    await grid.choose(copy, 'pause');
    await grid.paused(copy).waitFor();
    await grid.choose(copy, 'delete');
    await shell.confirmation.getByText(/You can restore it from the Recycle Bin/).waitFor();
    await shell.decline();
    assert.equal(app.query(`SELECT Id FROM InsightsIntegration__c WHERE Name = '${copy}'`).length, 1);
    await grid.choose(copy, 'delete');
    await shell.confirm();
    await shell.toast(`${copy} was deleted.`).waitFor();
    await grid.row(copy).waitFor({ state: 'detached' });
    assert.equal(app.query(`SELECT Id FROM InsightsIntegration__c WHERE Name = '${copy}'`).length, 0);
  });
});
