import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import { barriers, TestApp, type Screens } from './screens/testApp';

const NAME = 'Logins review to Lead';
const WIDE = { width: 1280, height: 800 };
/** A window beside another one, or a page enlarged until a phone's width is left. */
const NARROW = { width: 480, height: 800 };

/** As many as a large company has. */
const MANY = `
  InsightsIntegration__c first = [SELECT Environment__c, Source__c, ReportId__c, ReportName__c, KeyColumn__c,
    TargetObject__c, KeyField__c, RunHourUtc__c FROM InsightsIntegration__c LIMIT 1];
  List<InsightsIntegration__c> copies = new List<InsightsIntegration__c>();
  for (Integer i = 0; i < 500; i++) {
    InsightsIntegration__c copy = first.clone();
    copy.Name = 'Integration ' + i;
    copy.Active__c = Math.mod(i, 2) == 0;
    copies.add(copy);
  }
  insert copies;`;

describe('people with a screen reader, a keyboard or weak sight', () => {
  let app: TestApp;
  /** What axe finds, one line each: the screen, the rule and the elements. */
  let findings: string[] = [];

  before(async () => {
    app = await TestApp.open(60, 'ran');
  });
  after(() => app?.close());
  afterEach(async () => {
    await app.heal();
    await app.leave();
  });

  /** Judges the page as it is, in a wide and in a narrow window. */
  async function judge(screen: string, { page }: Screens, sizes = [WIDE, NARROW]): Promise<void> {
    for (const size of sizes) {
      await page.setViewportSize(size);
      for (const { rule, elements } of await barriers(page))
        findings.push(`${screen}, ${size.width} px: ${rule}: ${elements.join(' and ')}`);
    }
    await page.setViewportSize(WIDE);
  }

  function report(): void {
    const found = findings;
    findings = [];
    assert.deepEqual(found, []);
  }

  it('meet no barrier among the integrations', async () => {
    const screens = await app.visit();
    const { page, grid, shell } = screens;
    await grid.row(NAME).waitFor();
    await judge('integrations', screens);
    await grid.openMenu(NAME);
    // A menu closes when the window changes its size.
    await judge('menu of an integration', screens, [WIDE]);
    await grid.item('delete').click();
    await shell.confirmation.waitFor();
    await judge('confirmation', screens);
    await shell.decline();
    await page.getByRole('searchbox').fill('no such integration');
    await page.getByRole('heading', { name: 'No integration fits' }).waitFor();
    await judge('no match', screens);
    report();
  });

  it('meet no barrier while a run is at work', async () => {
    await app.fail({ kind: 'tooManyRequests', retryAfter: 3000 });
    const screens = await app.visit();
    const { grid, log } = screens;
    await grid.choose(NAME, 'run');
    await grid
      .row(NAME)
      .getByText(/^Waits for the source until/)
      .waitFor();
    await judge('running integration', screens);
    await grid.choose(NAME, 'log');
    await log.runs.getByRole('progressbar').waitFor();
    await judge('running run in the log', screens);
    await log.close.click();
    await grid.abort(NAME).click();
    await screens.shell.confirm();
    await screens.shell.toast(`${NAME} was aborted`).waitFor();
    await judge('toast', screens);
    report();
  });

  it('meet no barrier in the log', async () => {
    const screens = await app.visit();
    const { grid, log } = screens;
    await grid.choose(NAME, 'log');
    await log.runs.first().waitFor();
    await judge('list of runs', screens);
    await log.show(log.runs.last()).click();
    await log.issues.first().waitFor();
    await judge('issues', screens);
    await log.tab('full').click();
    await log.lines.first().waitFor();
    await judge('full log', screens);
    await log.tab('files').click();
    await log.files.first().waitFor();
    await judge('files', screens);
    report();
  });

  it('meet no barrier among the accounts', async () => {
    const screens = await app.visit();
    const { grid, accounts } = screens;
    await grid.accounts.click();
    await accounts.heading.waitFor();
    await accounts.cards.first().waitFor();
    await judge('accounts', screens);
    for (const index of [0, 1]) {
      const card = accounts.cards.nth(index);
      await accounts.test(card).click();
      await accounts.findings(card).first().waitFor();
    }
    await judge('accounts with results', screens);
    report();
  });

  it('meet no barrier in the wizard', async () => {
    const screens = await app.visit();
    const { page, grid, wizard } = screens;
    await grid.newIntegration.click();
    await wizard.heading('environment').waitFor();
    await judge('environment', screens);
    await wizard.continue.click();
    await wizard.heading('choice').waitFor();
    await wizard.continue.click();
    await judge('choice with gaps', screens);
    await wizard.lookup('report').click();
    await wizard.options.filter({ hasText: 'Logins review' }).waitFor();
    await judge('reports', screens);
    await page.keyboard.press('Escape');
    await wizard.choose(wizard.lookup('report'), 'Logins review');
    await wizard.choose(wizard.lookup('object'), 'Lead');
    await wizard.root.getByText(/sample rows match$/).waitFor();
    await judge('choice', screens);
    await wizard.continue.click();
    await wizard.acceptAll.waitFor();
    await judge('suggestions', screens);
    await wizard.acceptAll.click();
    await wizard.effectOf(wizard.mapping('Last Login')).waitFor();
    await wizard.addColumn.click();
    await wizard.fieldOf(wizard.rows.last()).click();
    await wizard.options.filter({ visible: true }).first().waitFor();
    await judge('fields', screens);
    await page.keyboard.press('Escape');
    await wizard.missingField.click();
    await page.getByRole('dialog').getByRole('checkbox').first().check();
    await judge('request for fields', screens);
    await page.keyboard.press('Escape');
    await wizard.removeOf(wizard.rows.last()).click();
    await wizard.undo.waitFor();
    await judge('mapping', screens);
    await wizard.continue.click();
    await wizard.heading('schedule').waitFor();
    await judge('schedule', screens);
    await page.reload();
    await wizard.offer.waitFor();
    await judge('unsaved work', screens);
    report();
  });

  it('meet no barrier on the health page and on records', async () => {
    const health = await app.visit({ path: '/lightning/n/InsightsHealth' });
    await health.page.getByRole('heading', { level: 1 }).waitFor();
    await health.page.getByRole('heading', { name: health.words.of('InsightsHealthRunsHeading') }).waitFor();
    await judge('health', health);
    const [run] = app.query('SELECT Id FROM InsightsRun__c ORDER BY CreatedDate LIMIT 1');
    const runPage = await app.visit({ path: `/lightning/r/InsightsRun__c/${String(run?.['Id'])}/view` });
    await runPage.page.getByRole('heading', { level: 1, name: /RUN-/ }).waitFor();
    await judge('run', runPage);
    const [lead] = app.query('SELECT Id FROM Lead WHERE WalkMe_Last_Login__c != null LIMIT 1');
    const leadPage = await app.visit({ path: `/lightning/r/Lead/${String(lead?.['Id'])}/view` });
    await leadPage.page.getByRole('heading', { name: leadPage.words.of('InsightsCardTitle') }).waitFor();
    await leadPage.page.getByText(NAME).waitFor();
    await judge('lead', leadPage);
    report();
  });

  it('meet no barrier where something cannot be shown', async () => {
    const closed = await app.visit({ persona: 'none' });
    await closed.page.getByRole('heading', { level: 1, name: 'You have no access to this app' }).waitFor();
    await judge('no access', closed);
    const broken = await app.visit();
    await broken.page.route('**/local/apex/InsightsIntegrationsController.loadGrid', (route) => route.abort());
    await broken.page.reload();
    await broken.page.getByRole('button', { name: 'Try Again' }).waitFor();
    await judge('error', broken);
    assert.match(broken.watched.takeComplaints().join('\n'), /ERR_FAILED/);
    report();
  });

  it('meet no barrier in Japanese', async () => {
    const screens = await app.visit({ language: 'ja' });
    const { grid, log, wizard } = screens;
    await grid.row(NAME).waitFor();
    await judge('integrations', screens);
    await grid.choose(NAME, 'log');
    await log.show(log.runs.last()).click();
    await log.issues.first().waitFor();
    await judge('issues', screens);
    await log.close.click();
    await grid.edit(NAME).click();
    await wizard.effectOf(wizard.mapping('Last Login')).waitFor();
    await judge('mapping', screens);
    report();
  });

  it('meet no barrier among five hundred integrations', async () => {
    app.execute(MANY);
    const screens = await app.visit();
    await screens.grid.row('Integration 0').waitFor();
    await judge('many integrations', screens, [WIDE]);
    report();
  });
});
