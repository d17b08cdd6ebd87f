/** The outcomes of a row in the order in which the run log shows them; each is a field `Rows…__c` of the run. */
export const OUTCOMES = ['Updated', 'Unchanged', 'Created', 'Unmatched', 'Ambiguous', 'Skipped', 'Rejected'] as const;

/** One run as the run log shows it. Times are milliseconds since 1970, UTC. */
export interface RunLine {
  id: string;
  report: string;
  object: string;
  startedAt: number | null;
  endedAt: number | null;
  /** API name: `CompletedWithIssues`. */
  status: string;
  /** As users read it: `Completed with Issues`. */
  statusLabel: string;
  trigger: string;
  read: number;
  counts: Record<(typeof OUTCOMES)[number], number>;
  errorMessage: string | null;
  remedy: string | null;
}

/** The fields that `RunLine` needs, for a query on InsightsRun__c. */
export const RUN_FIELDS = [
  'Id',
  'ReportName__c',
  'TargetObject__c',
  'StartedAt__c',
  'EndedAt__c',
  'Status__c',
  'toLabel(Status__c) statusLabel',
  'Trigger__c',
  'RowsRead__c',
  ...OUTCOMES.map((outcome) => `Rows${outcome}__c`),
  'ErrorMessage__c',
  'Remedy__c'
];

/** A run record, as plain values, to a line of the run log. Fields without a value are not in the record. */
export function toRunLine(record: Record<string, unknown>): RunLine {
  const text = (field: string): string => (record[field] as string | null) ?? '';
  const time = (field: string): number | null => (record[field] as number | undefined) ?? null;
  const count = (field: string): number => Number(record[field] ?? 0);
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, count(`Rows${outcome}__c`)]));
  return {
    id: text('Id'),
    report: text('ReportName__c'),
    object: text('TargetObject__c'),
    startedAt: time('StartedAt__c'),
    endedAt: time('EndedAt__c'),
    status: text('Status__c'),
    statusLabel: text('statusLabel'),
    trigger: text('Trigger__c'),
    read: count('RowsRead__c'),
    counts: counts as RunLine['counts'],
    errorMessage: (record['ErrorMessage__c'] as string | null) ?? null,
    remedy: (record['Remedy__c'] as string | null) ?? null
  };
}

/** `2026-01-15 08:00:00 UTC`, or a dash. */
export function formatUtc(time: number | null): string {
  return time === null ? '-' : `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** Seconds between start and end on the org's clock, or a dash while the run goes on. */
export function formatDuration(run: RunLine): string {
  return run.startedAt === null || run.endedAt === null ? '-' : `${(run.endedAt - run.startedAt) / 1000} s`;
}

/** The run log as text: two lines a run, then what went wrong and what to do about it. */
export function formatRunLog(runs: readonly RunLine[]): string {
  if (runs.length === 0) return 'The run log is empty: no run has started yet.';
  return ['Run log', ...runs.flatMap(formatRun)].join('\n');
}

function formatRun(run: RunLine): string[] {
  const counts = OUTCOMES.map((outcome) => `${outcome.toLowerCase()} ${run.counts[outcome]}`).join(' · ');
  return [
    `  ${run.report} → ${run.object} · ${run.trigger} · started ${formatUtc(run.startedAt)} · took ${formatDuration(run)} · ${run.statusLabel}`,
    `    rows read ${run.read}: ${counts}`,
    ...(run.errorMessage ? [`    ${run.errorMessage}`] : []),
    ...(run.remedy ? [`    What to do: ${run.remedy}`] : [])
  ];
}
