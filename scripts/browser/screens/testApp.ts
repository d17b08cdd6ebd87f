/** An org, a browser and the stand-in for WalkMe, for the tests of one file. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { openServedOrg, type Scenario, type ServedOrg } from '../../local-org/src/web/servedOrg';
import type { Fault } from '../../walkme-stand-in/src/faults/fault';
import { axe, launch, openAs, type AccessibilityFault, type Browser, type WatchedPage } from '../harness';
import { AccountsScreen } from './accountsScreen';
import { GridScreen } from './gridScreen';
import { LogDialog } from './logDialog';
import { Shell } from './shell';
import { WizardScreen } from './wizardScreen';
import { Words } from './words';

export type Persona = 'admin' | 'operator' | 'viewer' | 'none';
export type Language = 'en_US' | 'ja';

/** The page of the tab Integrations. */
export const INTEGRATIONS = '/lightning/n/InsightsSync';

/** What the user sees, screen by screen. */
export interface Screens {
  readonly page: Page;
  readonly watched: WatchedPage;
  readonly words: Words;
  readonly shell: Shell;
  readonly grid: GridScreen;
  readonly wizard: WizardScreen;
  readonly accounts: AccountsScreen;
  readonly log: LogDialog;
}

/** How a page is opened. */
export interface Visit {
  readonly persona?: Persona;
  readonly language?: Language;
  /** Path and query; default: the integrations. */
  readonly path?: string;
  /** Default: the one of the tests, which shares its session with all pages in it. */
  readonly browser?: Browser;
}

/** What an Apex method answered to a request that no screen has made. */
export interface ApexAnswer {
  readonly status: number;
  readonly body: { readonly message?: string } & Record<string, unknown>;
}

export class TestApp {
  private readonly opened: WatchedPage[] = [];
  private readonly browsers: Browser[];

  private constructor(
    readonly served: ServedOrg,
    private readonly browser: Browser
  ) {
    this.browsers = [browser];
  }

  /** Serves an org with a report of `rows` rows, and starts the browser. */
  static async open(rows: number, scenario: Scenario): Promise<TestApp> {
    const served = await openServedOrg({ rows, scenario, log: (line) => console.error(line) });
    return new TestApp(served, await launch());
  }

  /** A second browser, with a session of its own. */
  async secondBrowser(): Promise<Browser> {
    const second = await launch();
    this.browsers.push(second);
    return second;
  }

  async close(): Promise<void> {
    for (const browser of this.browsers) await browser.close();
    await this.served.close();
  }

  /** Opens a page as a persona. */
  async visit(visit: Visit = {}): Promise<Screens> {
    const { persona = 'admin', language = 'en_US', path = INTEGRATIONS, browser = this.browser } = visit;
    const watched = await browser.newPage();
    this.opened.push(watched);
    const { page } = watched;
    await openAs(page, this.served.url + path, persona, language);
    const session = await page.request.get(`${this.served.url}/local/session`);
    const words = new Words(((await session.json()) as { labels: Record<string, string> }).labels);
    return {
      page,
      watched,
      words,
      shell: new Shell(page),
      grid: new GridScreen(page, words),
      wizard: new WizardScreen(page, words),
      accounts: new AccountsScreen(page, words),
      log: new LogDialog(page, words)
    };
  }

  /**
   * Closes all pages that were opened.
   * @throws AssertionError with what their consoles complained of, unless a test has taken it
   */
  async leave(): Promise<void> {
    const complaints = this.opened.flatMap((watched) => watched.takeComplaints());
    for (const { page } of this.opened.splice(0)) await page.close();
    assert.deepEqual(complaints, []);
  }

  /** Makes the stand-in fail, until {@link heal}. */
  async fail(...faults: Fault[]): Promise<void> {
    await this.control('faults', { method: 'PUT', body: JSON.stringify(faults) });
  }

  /** Ends all faults of the stand-in. */
  async heal(): Promise<void> {
    await this.control('faults', { method: 'DELETE' });
  }

  /** The records that a query finds, as system. */
  query(soql: string): Record<string, unknown>[] {
    return this.served.org.query(soql);
  }

  /** Moves the org's clock to when the next job is due, such as that of a run which waits for its source. */
  waitUntilDue(): void {
    const { async: jobs, clock } = this.served.org;
    const due = jobs.nextDue();
    if (due !== null) clock.advanceTo(Math.max(due, clock.now()));
  }

  /** Runs anonymous Apex as the administrator. */
  execute(source: string): void {
    const { run, errors } = this.served.org.compile(source);
    assert.ok(run, errors.map(({ message }) => message).join('\n'));
    this.served.org.run(run);
  }

  /** Calls an Apex method with the session of a page, as a script of the page could. */
  async apex(page: Page, method: string, params: Record<string, unknown>): Promise<ApexAnswer> {
    const response = await page.request.post(`${this.served.url}/local/apex/${method}`, { data: params });
    return { status: response.status(), body: (await response.json()) as ApexAnswer['body'] };
  }

  private async control(path: string, request: RequestInit): Promise<void> {
    const headers = request.body ? { 'content-type': 'application/json' } : undefined;
    const answer = await fetch(`${this.served.standInUrl}/_stand-in/${path}`, {
      ...request,
      ...(headers && { headers })
    });
    assert.ok(answer.ok, `The stand-in answered ${answer.status} ${await answer.text()}`);
  }
}

/** @throws AssertionError with what axe finds wrong with the page as it is now */
export async function assertAccessible(page: Page): Promise<void> {
  assert.deepEqual(await barriers(page), []);
}

/** What axe finds in base components alone, where nothing of the app's can mend it. */
const OF_BASE_COMPONENTS: readonly { rule: string; element: RegExp; reason: string }[] = [
  {
    rule: 'aria-dialog-name',
    element: /<lightning-interactive-dialog-base [^>]*role="alertdialog"/,
    reason: 'lightning/confirm gives its role to its host, too; the dialog inside has role and name.'
  }
];

/** Waits until nothing on the page moves any more, but for what never stops, such as spinners. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(`document.getAnimations().every((each) =>
    each.playState !== 'running' || each.effect.getTiming().iterations === Infinity)`);
}

/** What axe finds wrong with the page once nothing on it moves any more: colours are in between until then. */
export async function barriers(page: Page): Promise<AccessibilityFault[]> {
  await settled(page);
  return (await axe(page)).filter(
    ({ rule, elements }) =>
      !OF_BASE_COMPONENTS.some((known) => known.rule === rule && elements.every((each) => known.element.test(each)))
  );
}
