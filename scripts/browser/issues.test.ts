import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, afterEach, before, describe, it } from 'node:test';
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
    const { page, log } = await openFirstRun();
    const all = issuesWhere('').length;
    await page.getByText(`${all} of ${all} issues`).waitFor();
    await log.reason.click();
    const option = page.getByRole('option', { name: /is blank in this row/ });
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
});
