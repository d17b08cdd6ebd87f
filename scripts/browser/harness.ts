/**
 * Drives the app in a real browser, for tests.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { ensureChromium } from './chromium';

/** A running browser. */
export interface Browser {
  readonly context: BrowserContext;
  newPage(): Promise<WatchedPage>;
  close(): Promise<void>;
}

/** A page, and what its console complained of. */
export interface WatchedPage {
  readonly page: Page;
  /** Errors of the console, uncaught exceptions, and answers of the server with 400 or more, each with its text. */
  readonly complaints: readonly string[];
  /** Forgets what was complained of so far, for tests that provoke errors. Returns it. */
  takeComplaints(): string[];
}

/** Without a sandbox and without what would ask the network. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync'
];

/** How long a test waits for what must come, in milliseconds. */
const MOST_PATIENCE = 120_000;

/**
 * Starts Chromium with a profile of its own that goes with it.
 *
 * @throws Error that says what to do when there is no Chromium
 */
export async function launch(viewport = { width: 1280, height: 800 }): Promise<Browser> {
  const executablePath = ensureChromium();
  const profile = mkdtempSync(path.join(tmpdir(), 'insights-browser-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    viewport,
    args: ARGUMENTS
  });
  return {
    context,
    newPage: async () => watch(await context.newPage()),
    close: async () => {
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    }
  };
}

function watch(page: Page): WatchedPage {
  // A busy machine must not fail a test.
  page.setDefaultTimeout(MOST_PATIENCE);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('response', (response) => {
    if (response.status() >= 400)
      complaints.push(`${response.status()} ${response.request().method()} ${response.url()}`);
  });
  return { page, complaints, takeComplaints: () => complaints.splice(0) };
}

/**
 * Opens an address of the app as a persona in a language, and waits until the shell shows it.
 *
 * @param url an address of the served org: `${org.url}/lightning/n/InsightsSync`
 * @param persona the persona's word, or the user's name or username, as `GET /local/session` lists them
 * @throws Error naming the personas when there is none of that name
 */
export async function openAs(page: Page, url: string, persona: string, language = 'en_US'): Promise<void> {
  const { origin } = new URL(url);
  const { request } = page.context();
  const session = (await (await request.get(`${origin}/local/session`)).json()) as {
    users: { name: string; username: string; persona: string }[];
  };
  const user = session.users.find((each) => [each.persona, each.name, each.username].includes(persona));
  if (!user) throw new Error(`There is no persona ${persona}: ${session.users.map((each) => each.persona).join(', ')}`);
  await request.post(`${origin}/local/session`, { data: { username: user.username, language } });
  await page.goto(url);
  await page.locator('shell-app main').waitFor();
}

/** What axe finds wrong with a page. */
export interface AccessibilityFault {
  readonly rule: string;
  readonly impact: string;
  /** The elements at fault, as axe shows them. */
  readonly elements: readonly string[];
}

/** What axe is asked to judge by. */
const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

interface AxeResult {
  readonly id: string;
  readonly impact?: string | null;
  readonly nodes: readonly { readonly html: string; readonly target: unknown }[];
}

let axeSource: string | undefined;

/**
 * Runs axe over the page as it is now.
 *
 * Under synthetic shadow `getElementById` of a shadow root throws; axe then leaves out the contrast of colours without a
 * word. The function is mended in the page first, and rules that could not run are faults as well. It answers as browsers
 * look ids up: there are no real shadow roots, so that an id of another component is found too (the tabs of
 * lightning-tabset name their panels so).
 *
 * @returns an empty list when nothing is wrong
 */
export async function axe(page: Page): Promise<AccessibilityFault[]> {
  axeSource ??= readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  await page.evaluate(axeSource);
  const { violations, broken } = await page.evaluate(judge, STANDARDS);
  const faults = violations.map(toFault);
  return [...faults, ...broken.map((result) => ({ ...toFault(result), impact: 'axe could not judge' }))];
}

function toFault({ id, impact, nodes }: AxeResult): AccessibilityFault {
  const elements = nodes.map(({ html, target }) => `${JSON.stringify(target)} ${html.slice(0, 200)}`);
  return { rule: id, impact: impact ?? 'unknown', elements };
}

/** Runs in the page. */
async function judge(standards: string[]): Promise<{ violations: AxeResult[]; broken: AxeResult[] }> {
  interface InPage {
    readonly axe: {
      run(context: unknown, options: unknown): Promise<{ violations: AxeResult[]; incomplete: AxeResult[] }>;
    };
    // What this file's own TypeScript settings lack: it is compiled for Node.
    readonly document: {
      readonly body: { append(frame: Frame): void };
      createElement(name: 'iframe'): Frame;
      querySelector(selector: string): { shadowRoot: object | null } | null;
    };
  }
  interface Frame {
    readonly contentWindow: { Document: { prototype: { getElementById(id: string): unknown } } };
    remove(): void;
  }
  const { axe: inPage, document } = globalThis as unknown as InPage;
  // Synthetic shadow has replaced the page's own function; a new frame has the browser's.
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const { getElementById } = frame.contentWindow.Document.prototype;
  frame.remove();
  let prototype: object | null = document.querySelector('shell-app')?.shadowRoot ?? null;
  while (prototype !== null) {
    if (Object.prototype.hasOwnProperty.call(prototype, 'getElementById')) {
      Object.defineProperty(prototype, 'getElementById', {
        configurable: true,
        value: (id: string) => getElementById.call(document, id)
      });
      break;
    }
    prototype = Object.getPrototypeOf(prototype) as object | null;
  }
  // Links within the page are looked up by the document.
  Object.defineProperty(document, 'getElementById', {
    configurable: true,
    value: (id: string) => getElementById.call(document, id)
  });
  const { violations, incomplete } = await inPage.run(document, { runOnly: standards });
  Reflect.deleteProperty(document, 'getElementById');
  const broken = incomplete.filter((result) => JSON.stringify(result).includes('error-occurred'));
  const plain = ({ id, impact, nodes }: AxeResult): AxeResult => ({
    id,
    impact: impact ?? null,
    nodes: nodes.map(({ html, target }) => ({ html, target }))
  });
  return { violations: violations.map(plain), broken: broken.map(plain) };
}

/** Writes a picture of the page as it is, for those who look at it. */
export async function picture(page: Page, file: string): Promise<void> {
  mkdirSync(path.dirname(file), { recursive: true });
  await page.screenshot({ path: file });
}
