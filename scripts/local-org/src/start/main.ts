/** `npm start`: the daily sync in a local org, from deployment to run log, and the app in a browser. */
import { UsageError } from '../cli/usage';
import type { LocalOrg } from '../org';
import { DEFAULT_ROWS, parseStartArguments, type StartOptions } from './arguments';
import { buildBundle, type BundleBuild } from './bundle';
import { runTheDay, type DayResult } from './dailyRun';
import { DeployError } from './exampleOrg';
import { EXAMPLE_PERSONAS } from './examplePersonas';
import { formatRunLog, formatUtc } from './runLog';
import { serveOrg } from '../web/server';
import { startStandIn } from './standIn';
import { forgetStoredOrg, openStoredOrg, seededRows } from './storedOrg';

const log = (line: string): void => console.log(line);

/** A run of one of these statuses read every row of the report. */
const COMPLETED = new Set(['Completed', 'CompletedWithIssues']);

async function main(): Promise<number> {
  const options = parseStartArguments(process.argv.slice(2));
  if (options.reset) forgetStoredOrg();
  const bundle = options.once ? null : buildBundle();
  try {
    return await runAndServe(options, bundle);
  } finally {
    bundle?.stop();
  }
}

async function runAndServe(options: StartOptions, bundle: BundleBuild | null): Promise<number> {
  const rows = options.rows ?? seededRows() ?? DEFAULT_ROWS;
  const standIn = await startStandIn(rows);
  try {
    log(`WalkMe stand-in at ${standIn.url}, reports of ${rows} rows`);
    const org = openStoredOrg({ rows, standInUrl: standIn.url, empty: options.empty, log });
    try {
      const completed = options.run ? runOnce(org) : true;
      if (bundle) await serveUntilStopped(org, options.port, bundle);
      return completed ? 0 : 1;
    } finally {
      org.close();
    }
  } finally {
    standIn.close();
  }
}

function runOnce(org: LocalOrg): boolean {
  log(`Org clock: ${formatUtc(org.clock.now())}. Moving it to the next 08:00 UTC …`);
  const day = runTheDay(org, progressPrinter());
  log(`\n${formatRunLog(day.runs)}\n`);
  printSpeed(day);
  return day.runs.length > 0 && day.runs.every(({ status }) => COMPLETED.has(status));
}

/** Prints progress at most once for each tenth of the pages. */
function progressPrinter(): (done: number, total: number) => void {
  let lastTenth = -1;
  return (done, total) => {
    const tenth = total === 0 ? 0 : Math.floor((10 * done) / total);
    if (tenth === lastTenth) return;
    lastTenth = tenth;
    log(`  page ${done} of ${total}`);
  };
}

function printSpeed({ runs, seconds }: DayResult): void {
  const read = runs.reduce((sum, run) => sum + run.read, 0);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  log(
    `${read} rows in ${seconds.toFixed(1)} s: ${Math.round(read / seconds)} rows per second, at most ${memory} MB of memory`
  );
}

async function serveUntilStopped(org: LocalOrg, port: number, bundle: BundleBuild): Promise<void> {
  const server = await serveOrg(org, { port, log, personas: EXAMPLE_PERSONAS });
  // Ctrl-C may arrive twice: from the terminal, and from the process that waits for this one.
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  void bundle.done.then((problem) => announce(server.url, problem));
  await stopped;
  await server.close();
}

function announce(url: string, problem: string | null): void {
  if (problem !== null) log(`The pages of the app could not be built:\n${problem}\n`);
  log(`The app is at ${url}. Stop it with Ctrl-C.`);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    const expected = error instanceof UsageError || error instanceof DeployError;
    console.error(expected ? error.message : error);
    process.exitCode = 1;
  }
);
