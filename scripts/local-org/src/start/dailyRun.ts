import type { LocalOrg } from '../org';
import { kernel, provideServices } from '../runtime/kernel';
import { toApexString, type SObjectValue } from '../runtime/values';
import { RUN_FIELDS, toRunLine, type RunLine } from './runLog';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The hour of the day in UTC at which the seeded integration runs. */
const RUN_HOUR = 8;

/** A run that waits for its source gives up long before. */
const LONGEST_RUN_MS = 6 * HOUR_MS;

/** The next 08:00 UTC after `now`, both in milliseconds since 1970. */
export function nextEight(now: number): number {
  const today = Math.floor(now / DAY_MS) * DAY_MS + RUN_HOUR * HOUR_MS;
  return today > now ? today : today + DAY_MS;
}

/** Newest runs first. */
export function readRuns(org: LocalOrg, limit = 200): RunLine[] {
  const soql = `SELECT ${RUN_FIELDS.join(', ')} FROM InsightsRun__c ORDER BY CreatedDate DESC, Name DESC LIMIT ${limit}`;
  return org.query(soql).map(toRunLine);
}

/** What a day's work was. */
export interface DayResult {
  runs: RunLine[];
  /** Wall-clock seconds that the work took. */
  seconds: number;
}

/**
 * Moves the org's clock to the next 08:00 UTC, so that its scheduled job runs, and goes on until the runs that it started
 * have ended.
 * @param onProgress told how many pages are done, whenever the run says so: at its rounds and every tenth page
 */
export function runTheDay(org: LocalOrg, onProgress: (pagesDone: number, pagesTotal: number) => void): DayResult {
  const known = new Set(readRuns(org).map(({ id }) => id));
  const stop = reportProgress(onProgress);
  const began = performance.now();
  try {
    const eight = nextEight(org.clock.now());
    org.async.runUntil(eight);
    for (let due = waiting(org); due !== null && due < eight + LONGEST_RUN_MS; due = waiting(org))
      org.async.runUntil(due);
  } finally {
    stop();
  }
  const seconds = (performance.now() - began) / 1000;
  return { runs: readRuns(org).filter(({ id }) => !known.has(id)), seconds };
}

/** When the runs that have not ended go on; null when all have ended. */
function waiting(org: LocalOrg): number | null {
  return readRuns(org).some(({ endedAt }) => endedAt === null) ? org.async.nextDue() : null;
}

/** Listens to the app's progress events. Answers a function that stops listening. */
function reportProgress(onProgress: (pagesDone: number, pagesTotal: number) => void): () => void {
  const publish = kernel.services.publishEvents;
  provideServices({
    publishEvents: (events) => {
      for (const event of events) {
        if (event.schema.name !== 'InsightsRunProgress__e') continue;
        onProgress(numberOf(event, 'PagesDone__c'), numberOf(event, 'PagesTotal__c'));
      }
      return publish(events);
    }
  });
  return () => provideServices({ publishEvents: publish });
}

function numberOf(event: SObjectValue, field: string): number {
  return Number(toApexString(event.values.get(field) ?? 0));
}
