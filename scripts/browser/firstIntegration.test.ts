import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { expectedOutcomes, type OracleRecord } from '../walkme-stand-in/src/oracle';
import { compareFigures, type RunFigures } from '../walkme-stand-in/src/oracle/compare';
import { loginsToLead } from '../walkme-stand-in/src/oracle/integration';
import { loginsReview } from '../walkme-stand-in/src/reports/logins-review';
import { Population } from '../walkme-stand-in/src/seed/population';
import { Keyboard } from './screens/keyboard';
import { assertAccessible, TestApp, type Screens } from './screens/testApp';

const ROWS = 300;
const NAME = 'Logins review to Lead';
const FIELDS = ['WalkMe_First_Login__c', 'WalkMe_Last_Login__c', 'WalkMe_Logins_Last_30_Days__c'];
const LEADS = `SELECT Id, Email, IsConverted, ${FIELDS.join(', ')} FROM Lead`;

/** Of the run that was started last. */
const NEWEST_RUN = `SELECT Id, Status__c, RowsRead__c, RowsUpdated__c, RowsUnchanged__c, RowsCreated__c,
  RowsUnmatched__c, RowsAmbiguous__c, RowsSkipped__c, RowsRejected__c FROM InsightsRun__c ORDER BY CreatedDate DESC LIMIT 1`;

describe('the first integration', () => {
  let app: TestApp;

  before(async () => {
    app = await TestApp.open(ROWS, 'empty');
  });
  after(() => app?.close());
  afterEach(() => app.leave());

  it('leads an admin from an empty org to records that were updated', async () => {
    const screens = await app.visit();
    await connectOrg(screens);
    const leadsBefore = app.query(LEADS) as unknown as OracleRecord[];
    await fillIn(screens);
    await run(screens);
    await compareWithScreens(screens, leadsBefore);
  });

  it('can be set up with the keyboard alone', async () => {
    const { page, grid, wizard, shell } = await app.visit();
    const keys = new Keyboard(page);
    await grid.row(NAME).waitFor();
    await keys.press(grid.newIntegration);
    await wizard.heading('environment').waitFor();
    await keys.press(wizard.continue);
    await wizard.heading('choice').waitFor();
    await keys.choose(wizard.lookup('report'), 'NPS');
    await keys.choose(wizard.lookup('object'), 'Lead');
    await keys.press(wizard.continue);
    await wizard.heading('mapping').waitFor();
    await wizard.addColumn.waitFor();
    await keys.press(wizard.addColumn);
    const [row, other] = [wizard.rows.nth(0), wizard.rows.nth(1)];
    await keys.choose(wizard.columnOf(row), 'NPS Score');
    await keys.choose(wizard.fieldOf(row), 'Employees');
    await keys.press(wizard.removeOf(other));
    await keys.press(wizard.continue);
    await wizard.heading('schedule').waitFor();
    await keys.type(wizard.name, 'By keyboard');
    await keys.press(wizard.save);
    await shell.toast('By keyboard was saved.').waitFor();
    await grid.row('By keyboard').waitFor();
    const [saved] = app.query(
      "SELECT Id, ReportName__c, KeyField__c FROM InsightsIntegration__c WHERE Name = 'By keyboard'"
    );
    assert.equal(saved?.['ReportName__c'], 'NPS');
    assert.equal(saved['KeyField__c'], 'Email');
    const mappings = app.query(
      `SELECT Column__c, Field__c FROM InsightsFieldMapping__c WHERE Integration__c = '${String(saved['Id'])}'`
    );
    assert.deepEqual(
      mappings.map((mapping) => [mapping['Column__c'], mapping['Field__c']]),
      [['NPS Score', 'NumberOfEmployees']]
    );
  });

  async function connectOrg({ page, grid, accounts, shell, words }: Screens): Promise<void> {
    await grid.emptyState.waitFor();
    await assertAccessible(page);
    await grid.accounts.click();
    await accounts.connect.click();
    await shell.toast(words.of('InsightsAccountsConnectedToast')).waitFor();
    await accounts.connect.waitFor({ state: 'detached' });
    await accounts.back.click();
    await grid.firstIntegration.click();
  }

  async function fillIn({ wizard }: Screens): Promise<void> {
    await wizard.heading('environment').waitFor();
    assert.equal(await wizard.environment(/./).count(), 1);
    assert.ok(await wizard.environment(/./).isChecked(), 'The only environment is chosen.');
    await wizard.continue.click();
    await wizard.choose(wizard.lookup('report'), 'Logins review');
    await wizard.choose(wizard.lookup('object'), 'Lead');
    await wizard.root.getByText(/^\d+ of \d+ sample rows match$/).waitFor();
    assert.equal(await wizard.lookup('keyColumn').inputValue(), 'User ID');
    assert.equal(await wizard.lookup('keyField').inputValue(), 'Email');
    await wizard.continue.click();
    await wizard.acceptAll.click();
    for (const column of ['First Login', 'Last Login', 'Logins last 30 days'])
      await wizard.effectOf(wizard.mapping(column)).waitFor();
    assert.match((await wizard.effectOf(wizard.mapping('Last Login')).textContent()) ?? '', /is not a date or time/);
    await wizard.continue.click();
    await wizard.heading('schedule').waitFor();
    await wizard.root.getByText(/^Next run: /).waitFor();
  }

  async function run({ wizard, grid, shell }: Screens): Promise<void> {
    // Slow enough for everybody to see: WalkMe asks to wait before it delivers.
    await app.fail({ kind: 'tooManyRequests', retryAfter: 30, times: 1 });
    await wizard.saveAndRun.click();
    await shell.toast(`${NAME} was saved.`).waitFor();
    await grid
      .row(NAME)
      .getByText(/^Waits for the source until/)
      .waitFor();
    await grid.progress(NAME).waitFor();
    app.waitUntilDue();
    await shell.toast(`${NAME} has run, with issues`).waitFor();
    await grid.status(NAME, 'Completed with Issues').waitFor();
  }

  async function compareWithScreens({ page, grid, shell }: Screens, leadsBefore: OracleRecord[]): Promise<void> {
    const [figures] = app.query(NEWEST_RUN);
    assert.equal(figures?.['Status__c'], 'CompletedWithIssues');
    assert.equal(figures?.['RowsRead__c'], ROWS);
    const report = loginsReview(new Population({ seed: 1 }), ROWS);
    const rows = Array.from({ length: report.rowCount }, (_, index) => report.row(index));
    const expected = expectedOutcomes(loginsToLead, { columns: report.columns, rows }, leadsBefore);
    assert.deepEqual(compareFigures(expected, figures as unknown as RunFigures), []);
    const toast = (await shell.toast(`${NAME} has run, with issues`).textContent()) ?? '';
    assert.match(toast, new RegExp(`Updated ${figures?.['RowsUpdated__c']}\\b`));
    assert.match(toast, new RegExp(`Rejected ${figures?.['RowsRejected__c']}\\b`));
    const cells = await grid.row(NAME).getByRole('cell').allTextContents();
    assert.ok(
      cells.some((cell) => cell.trim() === String(figures?.['RowsUpdated__c'])),
      cells.join(' | ')
    );
    await assertAccessible(page);
  }
});
