/**
 * Makes the pictures of README and admin guide: `npm run screenshots`, or of one language: `npm run screenshots -- ja`.
 *
 * Walks the app from an empty org to the health of its runs and writes a picture of each screen to docs/images/<language>.
 * Each language has an org and a process of its own, since a process serves one org.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { OWN_PROJECT } from '../local-org/src/project/files';
import { settled, TestApp, type Language, type Screens } from './screens/testApp';

const LANGUAGES: readonly Language[] = ['en_US', 'ja'];
/** A report of 500 rows, as `npm start` has it. */
const ROWS = 500;
/** The object that the report is written to, as people read it. */
const LEAD: Readonly<Record<Language, string>> = { en_US: 'Lead', ja: 'リード' };
const HEALTH = '/lightning/n/InsightsHealth';
/** Days of runs before today, so that the charts have something to show. */
const PAST_DAYS = 29;

/**
 * Runs of the last weeks as the engine would have left them, in place of the one that was: mostly with issues, one failed,
 * one aborted. The leads forget what they were given, so that the next run writes it again.
 */
const PAST_RUNS = `
  delete [SELECT Id FROM InsightsRun__c];
  List<Lead> leads = [SELECT Id FROM Lead WHERE WalkMe_Last_Login__c != null AND IsConverted = false];
  for (Lead each : leads) {
    each.WalkMe_First_Login__c = null;
    each.WalkMe_Last_Login__c = null;
    each.WalkMe_Logins_Last_30_Days__c = null;
  }
  update leads;
  InsightsIntegration__c integration = [SELECT Id, Name, ReportId__c, ReportName__c, Source__c, TargetObject__c
    FROM InsightsIntegration__c LIMIT 1];
  List<InsightsRun__c> runs = new List<InsightsRun__c>();
  for (Integer day = ${PAST_DAYS}; day >= 1; day--) {
    Datetime start = Datetime.newInstanceGmt(System.now().dateGmt().addDays(-day), Time.newInstance(8, 0, 4, 0));
    Integer updated = 40 + Math.mod(day * 37, 160);
    Boolean failed = day == 17;
    InsightsRun__c run = new InsightsRun__c(
      Integration__c = integration.Id, IntegrationName__c = integration.Name, ReportId__c = integration.ReportId__c,
      ReportName__c = integration.ReportName__c, Source__c = integration.Source__c,
      TargetObject__c = integration.TargetObject__c, Trigger__c = 'Schedule', StartedAt__c = start,
      EndedAt__c = start.addSeconds(20), PagesTotal__c = 1, PagesDone__c = failed ? 0 : 1, RowsRead__c = failed ? 0 : 500,
      RowsUpdated__c = failed ? 0 : updated, RowsUnchanged__c = failed ? 0 : 400 - updated, RowsCreated__c = 0,
      RowsUnmatched__c = failed ? 0 : 45, RowsAmbiguous__c = failed ? 0 : 10, RowsSkipped__c = failed ? 0 : 30,
      RowsRejected__c = failed ? 0 : 15,
      Status__c = failed ? 'Failed' : day == 9 ? 'Aborted' : 'CompletedWithIssues');
    runs.add(run);
  }
  insert runs;
  List<InsightsRunIssue__c> issues = new List<InsightsRunIssue__c>();
  for (InsightsRun__c run : runs) {
    Test.setCreatedDate(run.Id, run.StartedAt__c);
    if (run.RowsRead__c > 0) {
      for (Integer row = 1; row <= 100; row++) {
        Boolean unmatched = row <= 45, skipped = row > 45 && row <= 75, ambiguous = row > 75 && row <= 85;
        issues.add(new InsightsRunIssue__c(
          Run__c = run.Id, RowNumber__c = row,
          Outcome__c = unmatched ? 'Unmatched' : skipped ? 'Skipped' : ambiguous ? 'Ambiguous' : 'Rejected',
          ReasonCode__c = unmatched ? 'NoMatch' : skipped ? 'RepeatedKey' : ambiguous ? 'SeveralMatches' : 'NotADate'));
      }
    }
  }
  insert issues;`;

/** Takes the pictures of one language. */
class Photographer {
  private readonly folder: string;

  constructor(
    private readonly app: TestApp,
    private readonly language: Language
  ) {
    this.folder = path.join(OWN_PROJECT, 'docs', 'images', language.slice(0, 2));
    mkdirSync(this.folder, { recursive: true });
  }

  async takeAll(): Promise<void> {
    await this.setUp();
    await this.runs();
    await this.health();
    await this.records();
  }

  /** From the empty org to an integration that runs. */
  private async setUp(): Promise<void> {
    const screens = await this.app.visit({ language: this.language });
    const { page, grid, accounts, wizard } = screens;
    await grid.emptyState.waitFor();
    await this.take('integrations-empty', screens);
    await grid.accounts.click();
    await accounts.connect.click();
    await accounts.connect.waitFor({ state: 'detached' });
    await this.withoutToasts(screens);
    await this.take('accounts', screens, true);
    await accounts.back.click();
    await grid.firstIntegration.click();
    await wizard.heading('environment').waitFor();
    await this.take('wizard-environment', screens);
    await wizard.continue.click();
    await wizard.choose(wizard.lookup('report'), 'Logins review');
    await wizard.choose(wizard.lookup('object'), LEAD[this.language]);
    await page.locator('c-insights-key-match').getByRole('listitem').first().waitFor();
    await this.take('wizard-choice', screens, true);
    await wizard.continue.click();
    await wizard.acceptAll.waitFor();
    await this.take('wizard-suggestions', screens, true);
    await wizard.acceptAll.click();
    await wizard.effectOf(wizard.mapping('Last Login')).waitFor();
    await this.take('wizard-mapping', screens, true);
    await this.fieldRequest(screens);
    await wizard.continue.click();
    await wizard.heading('schedule').waitFor();
    await this.take('wizard-schedule', screens, true);
    await wizard.saveAndRun.click();
    await grid.rows.first().getByText(screens.words.of('InsightsStatusCompletedWithIssues'), { exact: true }).waitFor();
    await this.take('toast', screens);
    await this.app.leave();
  }

  private async fieldRequest(screens: Screens): Promise<void> {
    const { page, wizard } = screens;
    await wizard.missingField.click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('checkbox').first().check();
    await this.take('field-request', screens);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  }

  /** Grid, menu and log. */
  private async runs(): Promise<void> {
    this.app.execute(PAST_RUNS);
    const screens = await this.app.visit({ language: this.language });
    const { page, grid, log } = screens;
    const name = String(this.app.query('SELECT Name FROM InsightsIntegration__c')[0]?.['Name']);
    await grid.choose(name, 'run');
    await grid.row(name).getByText(screens.words.of('InsightsStatusCompletedWithIssues'), { exact: true }).waitFor();
    await this.withoutToasts(screens);
    await this.take('integrations', screens);
    await grid.openMenu(name);
    await this.take('integration-menu', screens);
    await page.keyboard.press('Escape');
    await grid.choose(name, 'log');
    await log.runs.first().waitFor();
    await this.take('log-runs', screens);
    await log.show(log.runs.first()).click();
    await log.issues.first().waitFor();
    await this.take('log-issues', screens);
    await log.tab('full').click();
    await log.lines.first().waitFor();
    await this.take('log-full', screens);
    await this.app.leave();
  }

  private async health(): Promise<void> {
    const screens = await this.app.visit({ language: this.language, path: HEALTH });
    // Charts grow when they are drawn, unless the user wants nothing to move.
    await screens.page.emulateMedia({ reducedMotion: 'reduce' });
    await screens.page.reload();
    await screens.page.locator('c-insights-chart canvas').nth(3).waitFor();
    await this.take('health', screens, true);
    await this.app.leave();
  }

  /** A lead that the run wrote, and what people without access see. */
  private async records(): Promise<void> {
    const [lead] = this.app.query(
      'SELECT Id FROM Lead WHERE WalkMe_Last_Login__c != null AND IsConverted = false LIMIT 1'
    );
    const path = `/lightning/r/Lead/${String(lead?.['Id'])}/view`;
    const screens = await this.app.visit({ language: this.language, path });
    await screens.page.locator('c-insights-record-source').first().waitFor();
    await this.take('record-card', screens);
    await this.app.leave();
    const closed = await this.app.visit({ language: this.language, persona: 'none' });
    await closed.page.getByRole('heading', { level: 1 }).waitFor();
    await this.take('no-access', closed);
    await this.app.leave();
  }

  private async withoutToasts({ page }: Screens): Promise<void> {
    const toasts: Locator = page.locator('shell-toasts .slds-notify');
    for (let left = await toasts.count(); left > 0; left--) {
      await toasts.first().getByRole('button').click();
    }
  }

  private async take(name: string, { page }: Screens, fullPage = false): Promise<void> {
    await settled(page);
    await page.screenshot({ path: path.join(this.folder, `${name}.png`), fullPage });
    console.log(`${this.language} ${name}`);
  }
}

async function takeOf(language: Language): Promise<void> {
  const app = await TestApp.open(ROWS, 'empty');
  try {
    await new Photographer(app, language).takeAll();
  } finally {
    await app.close();
  }
}

/** Each language in a process of its own. */
function takeAllLanguages(): void {
  for (const language of LANGUAGES) {
    const args = [...process.execArgv, __filename, language];
    const { status } = spawnSync(process.execPath, args, { stdio: 'inherit' });
    if (status !== 0) process.exitCode = 1;
  }
}

const [wanted] = process.argv.slice(2);
const known = LANGUAGES.find((language) => language === wanted);
if (wanted === undefined) takeAllLanguages();
else if (known === undefined) {
  console.error(`There are pictures in ${LANGUAGES.join(' and ')}, not in ${wanted}.`);
  process.exitCode = 1;
} else {
  takeOf(known).catch((error: Error) => {
    console.error(error.stack ?? error.message);
    process.exitCode = 1;
  });
}
