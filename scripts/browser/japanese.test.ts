import assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { TestApp } from './screens/testApp';

/** Names and labels of the org's own, which nobody has translated. */
const ORG = ['Local Org', 'WalkMe First Login', 'WalkMe Last Login', 'WalkMe Logins Last 30 Days'];
/** Four English words in a row are a sentence, which no report and no field of the org is called. */
const SENTENCE = /(?:\b[A-Za-z]{2,}\b[ ,]+){4}/;
/** Labels with fewer letters between their placeholders may fit anything. */
const FEWEST_LETTERS = 4;

describe('the first integration in Japanese', () => {
  let app: TestApp;
  /** Labels by name. */
  let english: Record<string, string>;
  let japanese: Record<string, string>;
  /** What the report is called and holds: shown as WalkMe has it. */
  let data: string[] = ORG;
  const seen = new Set<string>();

  before(async () => {
    app = await TestApp.open(300, 'installed');
  });
  after(() => app?.close());
  afterEach(() => app.leave());

  async function labelsOf(page: Page): Promise<Record<string, string>> {
    const answer = await page.request.get(`${app.served.url}/local/session`);
    return ((await answer.json()) as { labels: Record<string, string> }).labels;
  }

  async function dataOf(page: Page): Promise<string[]> {
    const { body } = await app.apex(page, 'InsightsWizardController.loadReports', { sourceName: 'WalkMeUS' });
    const reports = body as unknown as { id: string; name: string; description: string }[];
    const reportId = reports.find(({ name }) => name === 'Logins review')?.id;
    const sample = await app.apex(page, 'InsightsWizardController.loadReport', { sourceName: 'WalkMeUS', reportId });
    const { columns } = sample.body as unknown as { columns: { name: string }[] };
    return [...reports.flatMap(({ name, description }) => [name, description]), ...columns.map(({ name }) => name)];
  }

  /** Every text that people see or hear on the page as it is now. */
  async function textsOf(page: Page): Promise<string[]> {
    const snapshot = await page.locator('body').ariaSnapshot();
    return snapshot
      .split('\n')
      .flatMap((line) => [...(/"(.*)"/.exec(line)?.slice(1) ?? []), ...(/: (?!")(.+)$/.exec(line)?.slice(1) ?? [])])
      .map((text) => text.replace(/\\"/g, '"').trim());
  }

  /** Nothing on the page is an English label or an English sentence of the app's. */
  async function assertJapanese(page: Page, screen: string): Promise<void> {
    const withoutData = (text: string): string => data.reduce((rest, word) => rest.replaceAll(word, '…'), text);
    const texts = (await textsOf(page)).map(withoutData);
    const words = Object.entries(english).filter(([name, text]) => japanese[name] !== text);
    const faults: string[] = [];
    for (const text of texts) {
      for (const [name, label] of words) if (patternOf(label)?.test(text)) faults.push(`${screen}: ${name}: ${text}`);
      if (SENTENCE.test(text)) faults.push(`${screen}: ${text}`);
    }
    assert.deepEqual(faults, []);
    for (const [name, label] of Object.entries(japanese))
      if (label !== english[name] && texts.some((text) => patternOf(label)?.test(text))) seen.add(name);
  }

  it('shows every word of the app in Japanese, from nothing to the log', async () => {
    english = await labelsOf((await app.visit()).page);
    const { page, grid, wizard, shell, log, words } = await app.visit({ language: 'ja' });
    japanese = await labelsOf(page);
    data = [...(await dataOf(page)), ...ORG].sort((a, b) => b.length - a.length);
    await grid.emptyState.waitFor();
    await assertJapanese(page, 'no integrations');
    await grid.firstIntegration.click();
    await wizard.heading('environment').waitFor();
    await assertJapanese(page, 'environment');
    await wizard.continue.click();
    await wizard.choose(wizard.lookup('report'), 'Logins review');
    await wizard.choose(wizard.lookup('object'), 'リード');
    await page.locator('c-insights-key-match [data-part=matched]').waitFor();
    await assertJapanese(page, 'choice');
    await wizard.continue.click();
    await wizard.acceptAll.waitFor();
    await assertJapanese(page, 'suggestions');
    await wizard.acceptAll.click();
    await wizard.effectOf(wizard.rows.nth(1)).waitFor();
    await assertJapanese(page, 'mapping');
    await wizard.continue.click();
    await wizard.heading('schedule').waitFor();
    await assertJapanese(page, 'schedule');
    const name = await wizard.name.inputValue();
    await wizard.saveAndRun.click();
    await shell.toast(words.of('InsightsGridRunWithIssues', name)).waitFor();
    await assertJapanese(page, 'toast');
    await grid
      .row(name)
      .getByText(/(時間|分)後$/)
      .waitFor();
    await grid.openMenu(name);
    await assertJapanese(page, 'menu');
    await grid.item('log').click();
    await log.show(log.runs.first()).click();
    await log.issues.first().waitFor();
    await assertJapanese(page, 'issues');
    assert.ok(seen.size > 60, `${seen.size} labels were seen`);
  });

  it('shows the accounts in Japanese, their dates by the user’s locale', async () => {
    const { page, grid, accounts, words } = await app.visit({ language: 'ja' });
    await grid.accounts.click();
    const card = accounts.cards.first();
    await accounts.test(card).click();
    await accounts.findings(card).first().waitFor();
    await assertJapanese(page, 'accounts');
    await accounts.back.click();
    const session = (await (await page.request.get(`${app.served.url}/local/session`)).json()) as {
      user: { locale: string; timeZone: string };
    };
    const { locale, timeZone } = session.user;
    const time = new Intl.DateTimeFormat(locale.replace('_', '-'), { timeStyle: 'short', timeZone });
    const refreshed = page.getByText(words.pattern('InsightsGridRefreshedAt'));
    const minute = 60_000;
    const likely = [-1, 0, 1].map((offset) => time.format(Date.now() + offset * minute).replace(/\u202f/g, ' '));
    const shown = ((await refreshed.textContent()) ?? '').replace(/\u202f/g, ' ');
    assert.ok(
      likely.some((each) => shown.includes(each)),
      `${shown} holds none of ${likely.join(', ')}`
    );
  });
});

/** What matches a label with anything in its placeholders; null for labels that are hardly more than placeholders. */
function patternOf(label: string): RegExp | null {
  const parts = label.split(/\{\d+\}/);
  const letters = parts.join('').replace(/[^\p{L}]/gu, '');
  if (letters.length < (/[a-z]/i.test(letters) ? FEWEST_LETTERS : 2)) return null;
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`);
}
