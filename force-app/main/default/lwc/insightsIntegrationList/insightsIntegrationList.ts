import lang from '@salesforce/i18n/lang';
import timeZone from '@salesforce/i18n/timeZone';
import { fill, formatDateTime, formatNumber, formatRelative, formatTime, formatUtc } from 'c/insightsFormat';
import { newerRun } from 'c/insightsNewerRun';
import { isActiveStatus } from 'c/insightsStatuses';

import dailyLabel from '@salesforce/label/c.InsightsGridDaily';
import dueNowLabel from '@salesforce/label/c.InsightsGridDueNow';
import noNextRunLabel from '@salesforce/label/c.InsightsGridNoNextRun';
import notConnectedLabel from '@salesforce/label/c.InsightsGridNotInstalledEnvironment';
import openLogLabel from '@salesforce/label/c.InsightsGridOpenLog';
import productionLabel from '@salesforce/label/c.InsightsGridProduction';
import sandboxLabel from '@salesforce/label/c.InsightsGridSandbox';
import yourZoneLabel from '@salesforce/label/c.InsightsGridYourZone';

type Integration = Apex.InsightsIntegrationRow;

/** The columns by which the grid sorts. */
export type SortColumn = 'report' | 'target' | 'environment' | 'schedule' | 'lastRun' | 'nextRun' | 'updated';

export type SortDirection = 'ascending' | 'descending';

/** What the user has narrowed the grid to. */
export interface GridFilter {
  /** Words to look for; empty for all. */
  text: string;
  /** Status of the last run, or one of the constants below. */
  status: string;
}

/** Every integration. */
export const ANY_STATUS = 'Any';
/** Integrations that have never run. */
export const NEVER_RUN = 'NeverRun';
/** Integrations that do not run on their schedule. */
export const PAUSED = 'Paused';

/** An integration in the words of the grid. */
export interface GridRow {
  id: string;
  integration: Integration;
  report: string;
  /** Name of the integration where it says more than the report. */
  name: string | null;
  logText: string;
  target: string;
  targetObject: string;
  environment: string;
  kind: string | null;
  paused: boolean;
  schedule: string;
  scheduleTitle: string;
  running: boolean;
  /** Not running: the opposite, for the template. */
  ended: boolean;
  status: string | null;
  lastRun: string;
  lastRunUtc: string;
  lastRunTitle: string;
  nextRun: string;
  nextRunUtc: string;
  nextRunTitle: string;
  updated: string;
}

const SORT_VALUES: Readonly<Record<SortColumn, (row: Integration) => string | number | null>> = {
  report: (row) => plain(row.reportName),
  target: (row) => plain(row.targetLabel),
  environment: (row) => plain(row.environmentName),
  schedule: (row) => (row.active ? (row.runHourUtc ?? null) : null),
  lastRun: (row) => startOf(row.lastRun) ?? null,
  nextRun: (row) => row.nextRunAt ?? null,
  updated: (row) => row.lastRun?.updated ?? null
};

/** Words in the order of the user's language, the numbers in them by their size. */
const inOrder = new Intl.Collator(lang, { numeric: true });

const KINDS: Readonly<Record<string, string>> = { Production: productionLabel, Sandbox: sandboxLabel };

/** @returns the integrations that hold all words of the search and have the status */
export function filterRows(rows: Integration[], filter: GridFilter): Integration[] {
  const words = plain(filter.text).split(/\s+/).filter(Boolean);
  return rows.filter((row) => hasStatus(row, filter.status) && words.every((word) => textOf(row).includes(word)));
}

/** @returns the integrations in the order of a column; those without a value come last either way */
export function sortRows(rows: Integration[], column: SortColumn, direction: SortDirection): Integration[] {
  const valueOf = SORT_VALUES[column];
  const sign = direction === 'ascending' ? 1 : -1;
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((a, b) => {
      const blanks = Number(isBlank(a.value)) - Number(isBlank(b.value));
      return blanks || sign * compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

/**
 * @param row an integration
 * @param now clock of the org, to which relative times refer
 * @returns the integration in the words of the grid
 */
export function toGridRow(row: Integration, now: string | null | undefined): GridRow {
  const report = row.reportName ?? '';
  const start = startOf(row.lastRun);
  const hour = `${String(row.runHourUtc ?? 0).padStart(2, '0')}:00`;
  return {
    id: row.id ?? '',
    integration: row,
    report,
    name: row.name && row.name !== report ? row.name : null,
    logText: fill(openLogLabel, row.name),
    target: row.targetLabel ?? '',
    targetObject: row.targetObject ?? '',
    environment: row.environmentName ?? notConnectedLabel,
    kind: KINDS[row.environmentKind ?? ''] ?? row.environmentKind ?? null,
    paused: !row.active,
    schedule: fill(dailyLabel, hour),
    scheduleTitle: fill(
      yourZoneLabel,
      formatTime(`${(now ?? new Date().toISOString()).slice(0, 10)}T${hour}Z`),
      timeZone
    ),
    running: isActiveStatus(row.lastRun?.status),
    ended: !isActiveStatus(row.lastRun?.status),
    status: row.lastRun?.status ?? null,
    lastRun: formatRelative(start, now),
    lastRunUtc: formatUtc(start),
    lastRunTitle: formatDateTime(start),
    nextRun: nextRunText(row.nextRunAt, now),
    nextRunUtc: formatUtc(row.nextRunAt),
    nextRunTitle: formatDateTime(row.nextRunAt),
    updated: formatNumber(row.lastRun?.updated)
  };
}

/**
 * Puts a run into the row of its integration, as the last run and as the newest point of the line.
 * @param rows all integrations
 * @param answer a run; one that is older than the last run of its integration, or than what is known of it, changes
 *   nothing
 */
export function withRun(rows: Integration[], answer: Apex.InsightsRunView): Integration[] {
  return rows.map((row) => {
    const last = row.lastRun;
    const run = newerRun(last, answer);
    const isOlder = last && last.id !== run.id && (last.createdAt ?? '') > (run.createdAt ?? '');
    return row.id !== run.integrationId || isOlder ? row : { ...row, lastRun: run, recentRuns: withPoint(row, run) };
  });
}

function withPoint(row: Integration, run: Apex.InsightsRunView): Apex.InsightsRunPoint[] {
  const { id: runId, status, updated, startedAt } = run;
  const others = (row.recentRuns ?? []).filter((point) => point.runId !== runId);
  return [{ runId, status, updated, startedAt }, ...others].slice(0, 10);
}

/** @returns the later of two moments; a missing one is earlier than any */
export function laterOf(a: string | null | undefined, b: string | null | undefined): string | null {
  const [first, second] = [a ?? null, b ?? null];
  if (!first || !second) {
    return first ?? second;
  }
  return Date.parse(first) >= Date.parse(second) ? first : second;
}

/** A run that waits in the queue has no start yet. */
function startOf(run: Apex.InsightsRunView | null | undefined): string | null | undefined {
  return run?.startedAt ?? run?.createdAt;
}

function nextRunText(nextRunAt: string | null | undefined, now: string | null | undefined): string {
  if (!nextRunAt) {
    return noNextRunLabel;
  }
  const isDue = Date.parse(nextRunAt) <= (now ? Date.parse(now) : Date.now());
  return isDue ? dueNowLabel : formatRelative(nextRunAt, now);
}

function hasStatus(row: Integration, status: string): boolean {
  switch (status) {
    case ANY_STATUS:
      return true;
    case PAUSED:
      return !row.active;
    case NEVER_RUN:
      return !row.lastRun;
    default:
      return row.lastRun?.status === status;
  }
}

function textOf(row: Integration): string {
  return plain([row.name, row.reportName, row.targetLabel, row.targetObject, row.environmentName].join(' '));
}

/** Letter case and the full-width letters of Japanese keyboards make no difference. */
function plain(text: string | null | undefined): string {
  return (text ?? '').normalize('NFKC').toLocaleLowerCase();
}

function isBlank(value: string | number | null): boolean {
  return value === null || value === '';
}

function compare(a: string | number | null, b: string | number | null): number {
  return typeof a === 'number' && typeof b === 'number' ? a - b : inOrder.compare(String(a), String(b));
}
