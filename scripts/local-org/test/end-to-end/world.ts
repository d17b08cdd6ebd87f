import type { OracleRecord } from '../../../walkme-stand-in/src/oracle';
import { loginsToLead } from '../../../walkme-stand-in/src/oracle/integration';
import type { Fault } from '../../../walkme-stand-in/src/faults/fault';
import type { LocalOrg } from '../../src/org';
import { runTheDay } from '../../src/start/dailyRun';
import { deployExample, seedExample, type ExampleOrgOptions } from '../../src/start/exampleOrg';
import { startStandIn, type StandInProcess } from '../../src/start/standIn';

const WRITTEN_FIELDS = loginsToLead.mappings.map(({ field }) => field);
const LEAD_FIELDS = ['Id', 'Email', 'IsConverted', ...WRITTEN_FIELDS];

/** The counts of a run that must add up to the rows read. */
export const OUTCOME_FIELDS = ['Updated', 'Unchanged', 'Created', 'Unmatched', 'Ambiguous', 'Skipped', 'Rejected'].map(
  (outcome) => `Rows${outcome}__c`
);

/** A run as stored, under the names of its fields. */
export type RunRecord = Record<string, unknown> & { Id: string };

/** An example org in memory beside a stand-in in a process of its own. */
export interface World {
  org: LocalOrg;
  standIn: StandInProcess;
  /** What the deployment and failed jobs had to say. */
  logged: string[];
  /** Debug lines of Apex. */
  debugged: string[];
  close(): void;
}

export interface WorldOptions extends Partial<Omit<ExampleOrgOptions, 'standInUrl' | 'log' | 'onDebug'>> {
  rows: number;
  /** Rows that the app reads at a time; default: as the source says. */
  pageSize?: number;
}

/** Opens an org with the app, seeds it for a report of that many rows, and stops its clock so that only waits move it. */
export async function openWorld({ rows, pageSize, ...options }: WorldOptions): Promise<World> {
  const standIn = await startStandIn(rows);
  const logged: string[] = [];
  const debugged: string[] = [];
  const log = (line: string): void => void logged.push(line);
  const org = deployExample({
    ...options,
    standInUrl: standIn.url,
    log,
    onDebug: (line) => void debugged.push(line)
  });
  seedExample(org, rows, log);
  org.clock.freeze();
  if (pageSize !== undefined) {
    apex(
      org,
      `insert new InsightsSettings__c(SetupOwnerId = UserInfo.getOrganizationId(), PageSize__c = ${pageSize});`
    );
  }
  const world: World = { org, standIn, logged, debugged, close: () => closeWorld(world) };
  return world;
}

function closeWorld({ org, standIn }: World): void {
  try {
    org.close();
  } finally {
    // Else a test that fails would leave the process of the stand-in behind, and wait for it.
    standIn.close();
  }
}

/** Runs anonymous Apex. @throws what it lets out, or its first compile error */
export function apex(org: LocalOrg, source: string): void {
  const { run, errors } = org.compile(source);
  if (!run) throw new Error(errors[0]?.message);
  org.run(run);
}

/** Tells the stand-in to fail from now on; no faults: to be well again. */
export async function setFaults({ standIn }: World, faults: Fault[]): Promise<void> {
  const response = await fetch(`${standIn.url}/_stand-in/faults`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(faults)
  });
  if (!response.ok) throw new Error(await response.text());
}

/** Every lead with the fields that the integration reads and writes. */
export function readLeads(org: LocalOrg): OracleRecord[] {
  return org.query(`SELECT ${LEAD_FIELDS.join(', ')} FROM Lead ORDER BY Id`) as OracleRecord[];
}

/** When each lead was last changed, by whatever. */
export function readLeadChanges(org: LocalOrg): unknown {
  return org.query('SELECT Id, LastModifiedDate, SystemModstamp FROM Lead ORDER BY Id');
}

const RUN_SOQL = `SELECT Id, Status__c, StartedAt__c, EndedAt__c, ErrorMessage__c, Remedy__c, FailureCode__c, Trigger__c,
  ActiveKey__c, PagesTotal__c, PagesDone__c, RowsAnnounced__c, RowsRead__c, Round__c, ${OUTCOME_FIELDS.join(', ')}
  FROM InsightsRun__c`;

/** All runs, oldest first. */
export function allRuns(org: LocalOrg): RunRecord[] {
  return org.query(`${RUN_SOQL} ORDER BY CreatedDate, Name`) as RunRecord[];
}

/** Lets the next day's scheduled run take place. @throws Error unless there was exactly one */
export function nextRun({ org }: World): RunRecord {
  const { runs } = runTheDay(org, () => undefined);
  const [only] = runs;
  if (only === undefined || runs.length > 1) throw new Error(`${runs.length} runs took place instead of 1.`);
  return org.query(`${RUN_SOQL} WHERE Id = '${only.id}'`)[0] as RunRecord;
}

/** Seconds between start and end of a run on the org's clock. */
export function secondsOf(run: RunRecord): number {
  return (Number(run['EndedAt__c']) - Number(run['StartedAt__c'])) / 1000;
}

/** Notes what the leads hold now, for `restoreLeads`. */
export function keepLeads({ org }: World): void {
  const columns = ['Id', ...WRITTEN_FIELDS].map((field) => `"${field}"`).join(', ');
  org.data.context.database.run(`CREATE TEMP TABLE kept_leads AS SELECT ${columns} FROM "Lead"`);
}

/** Puts the leads back to what they held, past the app and the order of execution. */
export function restoreLeads({ org }: World): void {
  for (const field of WRITTEN_FIELDS) {
    const kept = `(SELECT k."${field}" FROM kept_leads k WHERE k."Id" = "Lead"."Id")`;
    org.data.context.database.run(`UPDATE "Lead" SET "${field}" = ${kept}`);
  }
}
