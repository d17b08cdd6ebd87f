/**
 * Speed of the screens in Chromium, on the seeded org: until the integrations can be used, until a step of the wizard is
 * shown, and until Health is drawn. Prints the median of several tries in milliseconds, and how many times as long that is as
 * the list of runs, which the shell shows without any component of the app.
 * Usage: `node -r ts-node/register scripts/bench/screens.ts [rows]`
 */
import type { Locator, Page } from 'playwright-core';
import { INTEGRATIONS, TestApp, type Screens } from '../browser/screens/testApp';

const TRIES = 7;
const DEFAULT_ROWS = 500;
const RUNS = '/lightning/o/InsightsRun__c/list';
const HEALTH = '/lightning/n/InsightsHealth';

interface Measured {
  readonly name: string;
  readonly milliseconds: number;
}

function median(times: readonly number[]): number {
  return [...times].sort((one, other) => one - other)[Math.floor(times.length / 2)]!;
}

/** Median of several tries. */
async function measure(name: string, attempt: () => Promise<number>): Promise<Measured> {
  const times: number[] = [];
  for (let count = 0; count < TRIES; count++) times.push(await attempt());
  return { name, milliseconds: median(times) };
}

/** From an action to the moment at which an element is visible. */
async function until(target: Locator, action: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await action();
  await target.waitFor();
  return performance.now() - start;
}

async function measurePages(app: TestApp, { page, grid }: Screens): Promise<Measured[]> {
  const open = (path: string) => () => page.goto(app.served.url + path);
  const firstRow = page.getByRole('row').nth(1);
  return [
    await measure('list of runs, the shell alone', () => until(firstRow, open(RUNS))),
    await measure('integrations, from the address', () => until(grid.rows.first(), open(INTEGRATIONS))),
    await measure('health, from the address', () => until(lastChart(page), open(HEALTH)))
  ];
}

const lastChart = (page: Page): Locator => page.locator('c-insights-chart canvas').nth(3);

/** Goes through the wizard once; each step is timed from the click to what it shows. */
async function walk(app: TestApp, { page, grid, wizard }: Screens, times: Map<string, number[]>): Promise<void> {
  const time = async (step: string, target: Locator, action: () => Promise<unknown>): Promise<void> => {
    const taken = await until(target, action);
    times.set(step, [...(times.get(step) ?? []), taken]);
  };
  await page.goto(app.served.url + INTEGRATIONS);
  await grid.rows.first().waitFor();
  await time('wizard: environment', wizard.environment(/./), () => grid.newIntegration.click());
  await time('wizard: report and object', wizard.lookup('report'), () => wizard.continue.click());
  await wizard.choose(wizard.lookup('report'), 'Logins review');
  await time('wizard: sample of matches', page.locator('c-insights-key-match').getByRole('listitem').first(), () =>
    wizard.choose(wizard.lookup('object'), 'Lead')
  );
  await time('wizard: mapping', wizard.acceptAll, () => wizard.continue.click());
  await time('wizard: conversions', wizard.effectOf(wizard.mapping('Last Login')), () => wizard.acceptAll.click());
  await time('wizard: schedule', wizard.name, () => wizard.continue.click());
  // Work that is not saved would be offered at the next try.
  await page.evaluate('sessionStorage.clear()');
}

async function measureWizard(app: TestApp, screens: Screens): Promise<Measured[]> {
  screens.page.on('dialog', (dialog) => void dialog.accept());
  const times = new Map<string, number[]>();
  for (let count = 0; count < TRIES; count++) await walk(app, screens, times);
  return [...times].map(([name, values]) => ({ name, milliseconds: median(values) }));
}

async function main(rows: number): Promise<void> {
  const app = await TestApp.open(rows, 'ran');
  try {
    const screens = await app.visit();
    const measured = [...(await measurePages(app, screens)), ...(await measureWizard(app, screens))];
    const [reference] = measured;
    for (const { name, milliseconds } of measured) {
      const ratio = (milliseconds / reference!.milliseconds).toFixed(2);
      console.log(`${name.padEnd(34)} ${String(Math.round(milliseconds)).padStart(6)} ms  ${ratio.padStart(6)} times`);
    }
  } finally {
    await app.close();
  }
}

main(Number(process.argv[2] ?? DEFAULT_ROWS)).catch((error: Error) => {
  console.error(error.stack ?? error.message);
  process.exitCode = 1;
});
