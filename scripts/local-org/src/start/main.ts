/** `npm start`: the daily sync in a local org, from deployment to run log. */
import { UsageError } from '../cli/usage';
import type { LocalOrg } from '../org';
import { DEFAULT_ROWS, parseStartArguments, type StartOptions } from './arguments';
import { runTheDay, type DayResult } from './dailyRun';
import { DeployError } from './exampleOrg';
import { formatRunLog, formatUtc } from './runLog';
import { serveOrg } from './server';
import { startStandIn } from './standIn';
import { forgetStoredOrg, openStoredOrg, seededRows } from './storedOrg';

const log = (line: string): void => console.log(line);

/** A run of one of these statuses read every row of the report. */
const COMPLETED = new Set(['Completed', 'CompletedWithIssues']);

/** How often the org looks for work while it is served, in milliseconds. */
const HEARTBEAT_MS = 1_000;

async function main(): Promise<number> {
  const options = parseStartArguments(process.argv.slice(2));
  if (options.reset) forgetStoredOrg();
  const rows = options.rows ?? seededRows() ?? DEFAULT_ROWS;
  const standIn = await startStandIn(rows);
  try {
    log(`WalkMe stand-in at ${standIn.url}, reports of ${rows} rows`);
    const org = openStoredOrg(rows, standIn.url, log);
    try {
      const completed = runOnce(org);
      if (!options.once) await serveUntilStopped(org, options);
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

async function serveUntilStopped(org: LocalOrg, options: StartOptions): Promise<void> {
  const server = await serveOrg(org, options.port);
  log(`The org listens at ${server.url} (run log, queries). Stop it with Ctrl-C.`);
  const heartbeat = setInterval(() => org.async.drain(), HEARTBEAT_MS);
  await new Promise<void>((resolve) => {
    // Ctrl-C may arrive twice: from the terminal, and from the process that waits for this one.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve());
  });
  clearInterval(heartbeat);
  await server.close();
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
