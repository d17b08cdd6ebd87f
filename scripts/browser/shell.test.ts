import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { openServedOrg, type ServedOrg } from '../local-org/src/web/servedOrg';
import { axe, launch, openAs, type Browser, type WatchedPage } from './harness';

const RUNS = '/lightning/o/InsightsRun__c/list';

describe('the shell', () => {
  let org: ServedOrg;
  let browser: Browser;
  let watched: WatchedPage;
  let page: Page;

  before(async () => {
    org = await openServedOrg({ rows: 60, scenario: 'ran' });
    browser = await launch();
  });

  after(async () => {
    await browser?.close();
    await org?.close();
  });

  beforeEach(async () => {
    await page?.close();
    watched = await browser.newPage();
    ({ page } = watched);
  });

  const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
  const tab = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });
  const accessible = async (): Promise<void> => assert.deepEqual(await axe(page), []);

  it('changes pages without loading anew, and tells title, active tab and focus', async () => {
    await openAs(page, org.url + RUNS, 'admin');
    await heading('All Runs').waitFor();
    await page.evaluate('window.stays = true');
    await tab('Integrations').click();
    await page.waitForFunction('document.title.startsWith("Integrations")');
    assert.equal(await tab('Integrations').getAttribute('aria-current'), 'page');
    assert.equal(await tab('Runs').getAttribute('aria-current'), null);
    assert.equal(await page.evaluate('document.activeElement.shadowRoot.activeElement.tagName'), 'MAIN');
    await page.goBack();
    await heading('All Runs').waitFor();
    assert.equal(await page.title(), 'Runs | Insights Sync');
    assert.equal(await page.evaluate('window.stays'), true);
    assert.deepEqual(watched.complaints, []);
  });

  it('shows lists and records, and is accessible', async () => {
    await openAs(page, org.url + RUNS, 'admin');
    await page.getByRole('link', { name: 'RUN-000001' }).waitFor();
    await accessible();
    await page.getByRole('link', { name: 'RUN-000001' }).click();
    await heading(/RUN-000001/).waitFor();
    await page.locator('[data-field=RowsRead__c] dd', { hasText: '60' }).waitFor();
    await accessible();
    assert.deepEqual(watched.complaints, []);
  });

  it('chooses among list views', async () => {
    await openAs(page, org.url + RUNS, 'admin');
    await page.getByRole('combobox', { name: 'List view' }).click();
    await page.getByRole('option', { name: 'Runs with Problems' }).click();
    await heading('Runs with Problems').waitFor();
  });

  it('leads from the app launcher to its items', async () => {
    await openAs(page, org.url + RUNS, 'admin');
    await page.getByRole('button', { name: 'App Launcher' }).click();
    const dialog = page.getByRole('dialog', { name: 'App Launcher' });
    await dialog.getByRole('link', { name: 'Runs', exact: true }).waitFor();
    await accessible();
    await dialog.getByRole('link', { name: 'Integrations' }).click();
    await page.waitForURL('**/lightning/n/InsightsSync');
    await dialog.waitFor({ state: 'detached' });
  });

  it('goes on as another user, and says what is missing to one without the app', async () => {
    await openAs(page, org.url + RUNS, 'admin');
    await page.getByRole('button', { name: /^User: |Change user/ }).click();
    await page.getByRole('menuitemcheckbox', { name: /\(none\)/ }).click();
    await heading('You have no access to this app').waitFor();
    await accessible();
    assert.deepEqual(watched.complaints, []);
  });

  it('speaks Japanese when asked to', async () => {
    await openAs(page, org.url + RUNS, 'admin');
    await page.getByRole('button', { name: /^User: |Change user/ }).click();
    await page.getByRole('menuitemcheckbox', { name: '日本語' }).click();
    await tab('実行').waitFor();
    assert.equal(await page.evaluate('document.documentElement.lang'), 'ja');
    await page.getByRole('columnheader', { name: '状況' }).waitFor();
  });

  it('says of a page or record that is not there what may be the matter', async () => {
    await openAs(page, `${org.url}/lightning/n/Nowhere`, 'admin');
    await heading('This page does not exist').waitFor();
    await accessible();
    await page.getByRole('link', { name: 'Go to Integrations' }).click();
    await page.waitForURL('**/lightning/n/InsightsSync');
    assert.deepEqual(watched.takeComplaints(), []);
    await page.goto(`${org.url}/lightning/r/InsightsRun__c/a0000000000000000A/view`);
    await heading('This page does not exist').waitFor();
    assert.match(watched.complaints.join('\n'), /404 GET .*local\/records/);
  });

  it('shows toasts with links until they are closed', async () => {
    await openAs(page, org.url + RUNS, 'admin');
    const detail = {
      title: 'Run started',
      message: '{0} runs. {1}',
      messageData: ['Logins', { url: RUNS, label: 'See it' }],
      variant: 'success',
      mode: 'sticky'
    };
    const event = `new CustomEvent('lightning__showtoast', { bubbles: true, composed: true, detail: ${JSON.stringify(detail)} })`;
    await page.evaluate(`document.querySelector('shell-app').dispatchEvent(${event})`);
    const toasts = page.locator('shell-toasts');
    await toasts.getByText('Run started').waitFor();
    assert.match((await toasts.textContent()) ?? '', /Logins runs\. See it/);
    assert.equal(await toasts.getByRole('link', { name: 'See it' }).getAttribute('href'), RUNS);
    await accessible();
    await toasts.getByRole('button', { name: 'Close' }).click();
    await toasts.getByText('Run started').waitFor({ state: 'detached' });
  });

  it('lets keyboards skip to the content', async () => {
    await openAs(page, org.url + RUNS, 'admin');
    await heading('All Runs').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    assert.equal(await page.evaluate('document.activeElement.shadowRoot.activeElement.tagName'), 'MAIN');
  });
});
