import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { TestApp } from './screens/testApp';

const NAME = 'Logins review to Lead';
const LOAD_GRID = '**/local/apex/InsightsIntegrationsController.loadGrid';
const SAVE = '**/local/apex/InsightsWizardController.saveIntegration';
const RUN_NOW = '**/local/apex/InsightsIntegrationsController.runNow';

/** What the platform answers when Apex itself breaks down. */
const BROKEN = {
  status: 500,
  contentType: 'application/json',
  body: '{"message":"An internal server error has occurred"}'
};

describe('when something is down', () => {
  let app: TestApp;

  before(async () => {
    app = await TestApp.open(60, 'integrated');
  });
  after(() => app?.close());
  afterEach(async () => {
    await app.heal();
    await app.leave();
  });

  it('the wizard says why there are no reports, and shows them once WalkMe is back', async () => {
    await app.fail({ kind: 'unavailable' });
    const { grid, wizard, watched } = await app.visit();
    await grid.newIntegration.click();
    await wizard.continue.click();
    await wizard.problem.getByText(/WalkMe US is not available at the moment/).waitFor();
    await wizard.problem.getByText(/check the status page of WalkMe/).waitFor();
    expectRefusals(watched.takeComplaints(), 'loadReports');
    await app.heal();
    await wizard.retryOf(wizard.problem).click();
    await wizard.problem.waitFor({ state: 'detached' });
    await wizard.choose(wizard.lookup('report'), 'Logins review');
  });

  it('a run that fails tells why and what to do, in toast, grid and log', async () => {
    await app.fail({ kind: 'forbidden' });
    const { grid, shell, log } = await app.visit();
    await grid.choose(NAME, 'run');
    const toast = shell.toast(`${NAME} has failed`);
    await toast.getByText(/does not let this API key read the report/).waitFor();
    await toast.getByText(/WalkMe Admin Center/).waitFor();
    await grid.status(NAME, 'Failed').waitFor();
    await toast.getByRole('link', { name: 'Show log' }).click();
    await log.dialog.getByText(/does not let this API key read the report/).waitFor();
    await log.dialog.getByText(/WalkMe Admin Center/).waitFor();
  });

  it('Test on the accounts names what is wrong', async () => {
    await app.fail({ kind: 'unauthorized' });
    const { grid, accounts } = await app.visit();
    await grid.accounts.click();
    const card = accounts.card('WalkMe US');
    await accounts.test(card).click();
    await accounts
      .findings(card)
      .filter({ hasText: /refused the key and secret/ })
      .waitFor();
    await accounts
      .findings(card)
      .filter({ hasText: /External Credentials/ })
      .waitFor();
    await app.heal();
    await accounts.test(card).click();
    await card.getByText('Everything is as it should be.').waitFor();
  });

  it('a slow answer shows that it is waited for, and a second click does nothing more', async () => {
    const { page, grid, shell, words } = await app.visit();
    await grid.row(NAME).waitFor();
    let [calls, answer] = [0, (): void => undefined];
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(RUN_NOW, async (route) => {
      calls++;
      await held;
      await route.continue();
    });
    await grid.choose(NAME, 'run');
    await grid.row(NAME).getByText(words.of('InsightsGridBusy', NAME)).waitFor();
    await grid.openMenu(NAME);
    await grid.item('run').and(page.locator('[aria-disabled=true]')).click({ force: true });
    answer();
    await shell.toast(`${NAME} has run, with issues`).waitFor();
    assert.equal(calls, 1);
  });

  it('a breakdown of the grid is shown with a way on', async () => {
    const { page, grid, watched } = await app.visit({ path: '/lightning/n/InsightsHealth' });
    await page.route(LOAD_GRID, (route) => route.fulfill(BROKEN));
    await page.getByRole('navigation').getByRole('link', { name: 'Integrations', exact: true }).click();
    await page.getByRole('heading', { name: 'This could not be loaded' }).waitFor();
    expectRefusals(watched.takeComplaints(), 'loadGrid');
    await page.unroute(LOAD_GRID);
    await page.getByRole('button', { name: 'Try Again' }).click();
    await grid.row(NAME).waitFor();
  });

  it('a breakdown while saving loses nothing', async () => {
    const { page, grid, wizard, shell, watched } = await app.visit();
    await grid.edit(NAME).click();
    await wizard.step('schedule').click();
    await wizard.name.fill('Renamed');
    await page.route(SAVE, (route) => route.fulfill(BROKEN));
    await wizard.save.click();
    await wizard.problem.waitFor();
    expectRefusals(watched.takeComplaints(), 'saveIntegration');
    assert.equal(await wizard.name.inputValue(), 'Renamed');
    await page.unroute(SAVE);
    await wizard.save.click();
    await shell.toast('Renamed was saved.').waitFor();
    await grid.row('Renamed').waitFor();
    const names = app.query('SELECT Name FROM InsightsIntegration__c').map((record) => record['Name']);
    assert.deepEqual(names, ['Renamed']);
  });
});

/** The console may complain of one method, as browsers do of every answer with an error, and of nothing else. */
function expectRefusals(complaints: string[], method: string): void {
  assert.ok(complaints.length > 0, 'The refusal was seen.');
  const others = complaints.filter(
    (each) => !each.includes(`.${method}`) && !each.startsWith('Failed to load resource')
  );
  assert.deepEqual(others, []);
}
