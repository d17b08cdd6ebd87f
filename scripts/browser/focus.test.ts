import assert from 'node:assert/strict';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import type { Locator } from 'playwright-core';
import type { GridAction } from './screens/gridScreen';
import { Keyboard } from './screens/keyboard';
import { TestApp, type Screens } from './screens/testApp';

const NAME = 'Logins review to Lead';
const COPY = `Copy of ${NAME}`;

describe('the keyboard in the grid', () => {
  let app: TestApp;
  let screens: Screens;
  let keyboard: Keyboard;

  before(async () => {
    app = await TestApp.open(60, 'integrated');
  });
  after(() => app?.close());
  beforeEach(async () => {
    screens = await app.visit();
    keyboard = new Keyboard(screens.page);
    await screens.grid.row(NAME).waitFor();
  });
  afterEach(async () => {
    await app.heal();
    await app.leave();
  });

  /** Chooses an action of a row as somebody does who has only keys. */
  async function choose(integration: string, action: GridAction): Promise<void> {
    const { grid, page } = screens;
    await keyboard.press(grid.menu(integration));
    await grid.item(action).waitFor();
    const focused = grid.item(action).and(page.locator(':focus'));
    for (let step = 0; step < 10 && (await focused.count()) === 0; step++) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  }

  /** @throws AssertionError when the focus is elsewhere once everything has been done, such as nowhere */
  async function assertFocus(target: Locator): Promise<void> {
    await screens.grid.idle();
    assert.deepEqual(await target.and(screens.page.locator(':focus')).count(), 1, `The focus is on ${await focused()}`);
  }

  /** What has the focus: synthetic shadow hides it from the document. */
  async function focused(): Promise<string> {
    return screens.page.evaluate(`(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      return element ? element.tagName + ' ' + element.textContent.trim().slice(0, 50) : 'nothing';
    })()`);
  }

  it('stays on the menu of a row that is paused and resumed', async () => {
    const { grid, shell } = screens;
    await choose(NAME, 'pause');
    await shell.toast(/is paused/).waitFor();
    await assertFocus(grid.menu(NAME));
    await choose(NAME, 'resume');
    await shell.toast(/runs on its schedule again/).waitFor();
    await assertFocus(grid.menu(NAME));
  });

  it('stays in the rows when one is duplicated, not deleted, and deleted', async () => {
    const { grid, shell, page } = screens;
    await choose(NAME, 'duplicate');
    await grid.row(COPY).waitFor();
    await assertFocus(grid.menu(NAME));
    await choose(COPY, 'delete');
    await shell.confirmation.waitFor();
    await page.keyboard.press('Escape');
    await shell.confirmation.waitFor({ state: 'detached' });
    await assertFocus(grid.menu(COPY));
    await choose(COPY, 'delete');
    await keyboard.press(shell.confirmButton);
    await grid.row(COPY).waitFor({ state: 'detached' });
    await assertFocus(grid.menu(NAME));
  });

  it('goes on in the row of a run that was started and aborted', async () => {
    await app.fail({ kind: 'tooManyRequests', retryAfter: 60, times: 1 });
    const { grid, shell, page } = screens;
    await choose(NAME, 'run');
    await grid.progress(NAME).waitFor();
    await assertFocus(grid.menu(NAME));
    await keyboard.press(grid.abort(NAME));
    await shell.confirmation.waitFor();
    await page.keyboard.press('Escape');
    await shell.confirmation.waitFor({ state: 'detached' });
    await assertFocus(grid.abort(NAME));
    await keyboard.press(grid.abort(NAME));
    await keyboard.press(shell.confirmButton);
    app.waitUntilDue();
    await grid.status(NAME, 'Aborted').waitFor();
    await assertFocus(grid.menu(NAME));
  });

  it('stays on the button that refreshes', async () => {
    const { grid } = screens;
    await keyboard.press(grid.refresh);
    await assertFocus(grid.refresh);
  });

  it('goes to the heading of what a second attempt has loaded, and shows meanwhile that it works', async () => {
    const { grid, page, watched } = screens;
    const method = '**/local/apex/InsightsIntegrationsController.loadGrid';
    await page.route(method, (route) => route.fulfill({ status: 500, json: { message: 'Broken' } }));
    await page.reload();
    await grid.retry.waitFor();
    await page.unroute(method);
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route(method, async (route) => {
      await held;
      await route.continue();
    });
    await keyboard.press(grid.retry);
    await grid.retry.waitFor({ state: 'detached' });
    const loading = page.locator('c-insights-integrations').getByRole('status').filter({ visible: true });
    assert.equal(await loading.and(page.locator(':focus')).count(), 1, `The focus is on ${await focused()}`);
    answer();
    await grid.row(NAME).waitFor();
    await assertFocus(grid.heading);
    watched.takeComplaints();
  });

  it('comes back to what led to another view', async () => {
    const { grid, accounts, wizard, shell, page } = screens;
    await keyboard.press(grid.accounts);
    await accounts.heading.waitFor();
    await keyboard.press(accounts.back);
    await accounts.heading.waitFor({ state: 'detached' });
    await assertFocus(grid.accounts);
    for (const leave of [wizard.cancel, wizard.save]) {
      await keyboard.press(grid.edit(NAME));
      await wizard.mapping('Logins last 30 days').waitFor();
      await keyboard.press(leave);
      await wizard.title.waitFor({ state: 'detached' });
      await assertFocus(grid.edit(NAME));
    }
    await shell.toast(`${NAME} was saved.`).waitFor();
    await keyboard.press(grid.newIntegration);
    await wizard.title.waitFor();
    await page.goBack();
    await wizard.title.waitFor({ state: 'detached' });
    await assertFocus(grid.newIntegration);
  });

  it('is on the heading of a grid that another view has made', async () => {
    const { grid, accounts, page } = await app.visit({ path: '/lightning/n/InsightsSync?c__view=accounts' });
    await new Keyboard(page).press(accounts.back);
    await grid.row(NAME).waitFor();
    assert.equal(await grid.heading.and(page.locator(':focus')).count(), 1);
  });

  it('is on the heading when a log is closed that the address has opened', async () => {
    const [integration] = app.query(`SELECT Id FROM InsightsIntegration__c WHERE Name = '${NAME}'`);
    const path = `/lightning/n/InsightsSync?c__view=log&c__id=${String(integration?.['Id'])}`;
    const { grid, log, page } = await app.visit({ path });
    await log.close.waitFor();
    await page.keyboard.press('Escape');
    await log.close.waitFor({ state: 'detached' });
    await grid.heading.and(page.locator(':focus')).waitFor();
  });

  it('opens one log, however often it is asked for while the grid refreshes, and is free again afterwards', async () => {
    const { grid, page, log } = screens;
    let answer: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/local/apex/InsightsIntegrationsController.loadGrid', async (route) => {
      await held;
      await route.continue();
    });
    await keyboard.press(grid.refresh);
    await keyboard.goTo(grid.report(NAME));
    for (let times = 0; times < 3; times++) await page.keyboard.press('Enter');
    await log.close.waitFor();
    answer();
    await grid.idle();
    assert.equal(await log.close.count(), 1);
    await page.keyboard.press('Escape');
    await log.close.waitFor({ state: 'detached' });
    await assertFocus(grid.report(NAME));
  });
});
