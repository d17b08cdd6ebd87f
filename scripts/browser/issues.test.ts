import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page, Request } from 'playwright-core';
import { TestApp, type Screens } from './screens/testApp';

const NAME = 'Logins review to Lead';
const COUNTS = ['Updated', 'Unchanged', 'Unmatched', 'Ambiguous', 'Skipped', 'Rejected'] as const;

describe('the log of a run with issues', () => {
  let app: TestApp;
  /** Of the first run, which was scheduled. */
  let runId: string;

  before(async () => {
    app = await TestApp.open(300, 'ran');
    runId = String(app.query('SELECT Id FROM InsightsRun__c ORDER BY CreatedDate LIMIT 1')[0]?.['Id']);
  });
  after(() => app?.close());
  afterEach(() => app.leave());

  const issuesWhere = (condition: string): Record<string, unknown>[] =>
    app.query(`SELECT RowNumber__c, KeyValue__c FROM InsightsRunIssue__c WHERE Run__c = '${runId}' ${condition}`);

  async function openFirstRun(): Promise<Screens> {
    const screens = await app.visit();
    const { grid, log } = screens;
    await grid.choose(NAME, 'log');
    await log.show(log.runs.last()).click();
    await log.issues.first().waitFor();
    return screens;
  }

  it('lists the runs, the newest first, with the figures of the database', async () => {
    const { grid, log, shell } = await app.visit();
    await grid.choose(NAME, 'run');
    await shell.toast(`${NAME} has run, with issues`).waitFor();
    await grid.choose(NAME, 'log');
    await log.runs.nth(1).waitFor();
    const fields = COUNTS.map((count) => `Rows${count}__c`).join(', ');
    const runs = app.query(
      `SELECT Name, RowsRead__c, ${fields} FROM InsightsRun__c ORDER BY CreatedDate DESC, Name DESC`
    );
    assert.equal(runs.length, 2);
    for (const [index, run] of runs.entries()) {
      const shown = log.runs.nth(index);
      assert.match((await shown.textContent()) ?? '', new RegExp(String(run['Name'])));
      assert.equal((await shown.locator('[data-id=rows]').textContent())?.trim(), String(run['RowsRead__c']));
      const bar = (await shown.getByRole('img').getAttribute('aria-label')) ?? '';
      for (const count of COUNTS) {
        const rows = Number(run[`Rows${count}__c`] ?? 0);
        if (rows > 0) assert.match(bar, new RegExp(`${count} ${rows}\\b`), `${String(run['Name'])}: ${bar}`);
      }
    }
  });

  it('narrows the issues to a reason and to a text', async () => {
    const { page, log, words } = await openFirstRun();
    const all = issuesWhere('').length;
    await page.getByText(`${all} of ${all} issues`).waitFor();
    await log.reason.click();
    const option = page.getByRole('option', { name: words.of('InsightsReasonBlankKey') });
    await option.click();
    const blank = issuesWhere("AND ReasonCode__c = 'BlankKey'").length;
    assert.ok(blank > 0 && blank < all, `${blank} of ${all}`);
    await page.getByText(`${blank} of ${blank} issues`).waitFor();
    assert.equal(await log.issues.count(), blank);
    await log.reason.click();
    await page.getByRole('option', { name: /^All reasons/ }).click();
    await page.getByText(`${all} of ${all} issues`).waitFor();
    const [keyed] = issuesWhere('AND KeyValue__c != null ORDER BY RowNumber__c DESC');
    const key = String(keyed?.['KeyValue__c']);
    await log.search.fill(key);
    const found = issuesWhere(`AND KeyValue__c = '${key.replace(/'/g, "\\'")}'`).length;
    await page.getByText(`${found} of ${found} issues`).waitFor();
    assert.match((await log.issues.first().textContent()) ?? '', new RegExp(key.replace(/[.+]/g, '\\$&')));
  });

  it('leads from an issue to its record', async () => {
    const { page, log } = await openFirstRun();
    await log.recordLinks.first().waitFor();
    const address = await log.recordLinks.first().getAttribute('href');
    const [lead] = app.query(`SELECT Name FROM Lead WHERE Id = '${String(/00Q\w{12,15}/.exec(address ?? '')?.[0])}'`);
    const opened = page.context().waitForEvent('page');
    await log.recordLinks.first().click();
    const record = await opened;
    await record.getByRole('heading', { level: 1, name: String(lead?.['Name']) }).waitFor();
    await record.close();
  });

  it('searches every row in the full log', async () => {
    const { log } = await openFirstRun();
    await log.tab('full').click();
    await log.lines.first().waitFor();
    const [issue] = issuesWhere('AND KeyValue__c != null');
    const key = String(issue?.['KeyValue__c']);
    await log.fullSearch.fill(key);
    await log.lines.filter({ hasText: key }).first().waitFor();
    await log.lines
      .filter({ hasNotText: new RegExp(key.replace(/[.+]/g, '\\$&'), 'i') })
      .first()
      .waitFor({ state: 'detached' });
    await log.fullSearch.fill('no line holds this');
    await log.dialog.getByText('No line holds this text').waitFor();
  });

  it('gives the rejected rows as a file', async () => {
    const { page, log } = await openFirstRun();
    const download = page.waitForEvent('download');
    await log.downloadRejected.click();
    const text = readFileSync(await (await download).path(), 'utf8');
    const [header, ...lines] = text
      .replace(/^\uFEFF/, '')
      .trim()
      .split(/\r?\n/);
    assert.match(header ?? '', /User ID/);
    assert.match(header ?? '', /Why it was rejected/);
    const rejected = app.query(`SELECT RowsRejected__c FROM InsightsRun__c WHERE Id = '${runId}'`);
    assert.equal(lines.length, rejected[0]?.['RowsRejected__c']);
  });

  it('closes by Escape, and gives the focus back', async () => {
    const { page, grid, log } = await app.visit();
    const link = grid.row(NAME).getByRole('button', { name: 'Logins review', exact: true });
    await link.focus();
    await page.keyboard.press('Enter');
    await log.runs.first().waitFor();
    await page.keyboard.press('Escape');
    await log.runs.first().waitFor({ state: 'detached' });
    await page.waitForFunction(
      `(() => { let at = document.activeElement; while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        return at?.textContent.trim() === 'Logins review'; })()`
    );
  });

  describe('keeps the keyboard', () => {
    const RUNS = 'InsightsRunsController';

    /** Lets the next call of a method fail, as when Salesforce cannot be reached. */
    const failNext = (page: Page, method: string): Promise<unknown> =>
      page.route(`**/local/apex/${RUNS}.${method}`, (route) => route.fulfill({ status: 500, json: {} }), { times: 1 });

    /** Lets calls of a method wait. @returns lets them go */
    async function hold(page: Page, method: string): Promise<() => void> {
      let letGo: () => void = () => undefined;
      const released = new Promise<void>((done) => (letGo = done));
      await page.route(`**/local/apex/${RUNS}.${method}`, async (route) => {
        await released;
        await route.continue();
      });
      return letGo;
    }

    /** Has a method answer with fewer at a time, so that there are more to ask for. */
    const shorten = (page: Page, method: string, limitTo: number): Promise<unknown> =>
      page.route(`**/local/apex/${RUNS}.${method}`, (route) =>
        route.continue({ postData: { ...bodyOf(route.request()), limitTo } })
      );

    const bodyOf = (request: Request): object => request.postDataJSON() as object;

    /** What is done in the log of a run, and what is there once it is done. */
    const ACTIONS: Record<string, (screens: Screens) => Promise<void>> = {
      'trying again to load the issues': async ({ page, log }) => {
        await failNext(page, 'loadIssues');
        await log.search.fill('a');
        await log.retry.waitFor();
        const letGo = await hold(page, 'loadIssues');
        await log.press(log.retry);
        await log.retry.waitFor({ state: 'detached' });
        await assertFocus(log);
        letGo();
        await log.issues.first().waitFor();
      },
      'clearing a filter that nothing matches': async ({ log }) => {
        await log.search.fill('no issue holds this');
        await log.press(log.clearFilter);
        await log.issues.first().waitFor();
      },
      'showing more issues to the last': async ({ page, log }) => {
        const all = issuesWhere('').length;
        await shorten(page, 'loadIssues', Math.ceil(all / 2));
        await log.tab('issues').focus();
        await log.search.fill(' ');
        await page.getByText(`${Math.ceil(all / 2)} of ${all} issues`).waitFor();
        await log.press(log.more);
        await page.getByText(`${all} of ${all} issues`).waitFor();
        await log.more.waitFor({ state: 'detached' });
      },
      'downloading the rejected rows': async ({ page, log }) => {
        const letGo = await hold(page, 'readFile');
        const download = page.waitForEvent('download');
        await log.press(log.downloadRejected);
        await log.stop.waitFor();
        await assertFocus(log);
        letGo();
        await download;
        await log.stop.waitFor({ state: 'detached' });
      },
      'stopping a download': async ({ page, log }) => {
        const letGo = await hold(page, 'readFile');
        await log.press(log.downloadRejected);
        await log.press(log.stop);
        letGo();
        await log.stop.waitFor({ state: 'detached' });
      },
      'showing more of the full log to the last line': async ({ log }) => {
        await log.tab('full').click();
        for (let page = 0; page < 2; page++) await log.press(log.more);
        await log.more.waitFor({ state: 'detached' });
        assert.equal(await log.lines.count(), 300);
      },
      'stopping the search of the full log': async ({ page, log }) => {
        const letGo = await hold(page, 'readFile');
        await log.tab('full').click();
        await log.press(log.stop);
        letGo();
        await log.stop.waitFor({ state: 'detached' });
      }
    };

    async function assertFocus(log: Screens['log']): Promise<void> {
      assert.ok((await log.focused.count()) > 0, 'The focus has left the log.');
    }

    async function assertClosedByEscape({ page, log }: Screens): Promise<void> {
      await assertFocus(log);
      await page.keyboard.press('Escape');
      await log.dialog.waitFor({ state: 'detached' });
    }

    for (const [action, act] of Object.entries(ACTIONS)) {
      it(`after ${action}`, async () => {
        const screens = await openFirstRun();
        await act(screens);
        await assertClosedByEscape(screens);
        screens.watched.takeComplaints();
      });
    }

    it('after trying again to load the runs', async () => {
      const screens = await app.visit();
      const { page, grid, log } = screens;
      await failNext(page, 'loadRuns');
      await grid.choose(NAME, 'log');
      await log.retry.waitFor();
      const letGo = await hold(page, 'loadRuns');
      await log.press(log.retry);
      await log.retry.waitFor({ state: 'detached' });
      await assertFocus(log);
      letGo();
      await log.runs.first().waitFor();
      await assertClosedByEscape(screens);
      screens.watched.takeComplaints();
    });

    it('after showing more runs to the last', async () => {
      app.execute(`
        Id integrationId = [SELECT Id FROM InsightsIntegration__c LIMIT 1].Id;
        List<InsightsRun__c> runs = new List<InsightsRun__c>();
        for (Integer count = 0; count < 20; count++) {
          runs.add(new InsightsRun__c(Integration__c = integrationId, IntegrationName__c = 'Many',
            Status__c = 'Aborted', Trigger__c = 'Manual', EndedAt__c = System.now()));
        }
        insert runs;`);
      const screens = await app.visit();
      const { grid, log } = screens;
      await grid.choose(NAME, 'log');
      await log.press(log.more);
      await log.more.waitFor({ state: 'detached' });
      await assertClosedByEscape(screens);
      app.execute("delete [SELECT Id FROM InsightsRun__c WHERE IntegrationName__c = 'Many'];");
    });

    it('after trying again to load the files', async () => {
      const screens = await app.visit();
      const { page, grid, log } = screens;
      await failNext(page, 'loadFiles');
      await grid.choose(NAME, 'log');
      await log.show(log.runs.last()).click();
      await log.tab('files').click();
      await log.press(log.retry);
      await log.files.first().waitFor();
      await assertClosedByEscape(screens);
      screens.watched.takeComplaints();
    });

    it('on the page of a run', async () => {
      const { page, words, watched } = await app.visit({ path: '/lightning/n/InsightsSync' });
      await failNext(page, 'loadRun');
      await page.goto(`${new URL(page.url()).origin}/lightning/r/${runId}/view`);
      const retry = page.locator('c-insights-run-page').getByRole('button', { name: words.of('InsightsStateRetry') });
      await retry.focus();
      await page.keyboard.press('Enter');
      await page.locator('c-insights-run-page c-insights-issue-list').waitFor();
      assert.ok((await page.locator('c-insights-run-page :focus').count()) > 0);
      watched.takeComplaints();
    });
  });
});
