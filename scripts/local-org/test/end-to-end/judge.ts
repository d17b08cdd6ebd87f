import {
  expectedOutcomes,
  type Expectation,
  type OracleRecord,
  type OracleReport
} from '../../../walkme-stand-in/src/oracle';
import {
  compareFigures,
  compareIssues,
  compareRecords,
  type RunIssue
} from '../../../walkme-stand-in/src/oracle/compare';
import { loginsToLead } from '../../../walkme-stand-in/src/oracle/integration';
import type { DataPage } from '../../../walkme-stand-in/src/reports/data-page';
import { defaultApiKey } from '../../../walkme-stand-in/src/stand-in';
import { OUTCOME_FIELDS, readLeads, type RunRecord, type World } from './world';

/** The report as the stand-in delivers it now, page by page, read by an ordinary client. */
export async function deliveredReport({ standIn }: World, pageSize: number): Promise<OracleReport> {
  const token = await fetch(`${standIn.url}/accounts/connect/token`, {
    method: 'POST',
    headers: {
      authorization: `Basic ${Buffer.from(`${defaultApiKey.key}:${defaultApiKey.secret}`).toString('base64')}`
    },
    body: new URLSearchParams({ grant_type: 'client_credentials' })
  });
  const { access_token } = (await token.json()) as { access_token: string };
  const rows: DataPage['rows'] = [];
  for (;;) {
    const address = `${standIn.url}/public/v1/insights/reports/logins-review/data?limit=${pageSize}&offset=${rows.length}`;
    const answer = await fetch(address, { headers: { authorization: `Bearer ${access_token}` } });
    const page = (await answer.json()) as DataPage;
    rows.push(...page.rows);
    if (page.rows.length < pageSize) return { columns: page.columns, rows };
  }
}

/** What breaks the promises that hold for every run however it ends, one sentence each. */
export function brokenPromises({ org, logged }: World, run: RunRecord): string[] {
  const broken: string[] = [];
  const sum = OUTCOME_FIELDS.reduce((total, field) => total + Number(run[field] ?? 0), 0);
  if (Number(run['RowsRead__c']) !== sum) broken.push(`${String(run['RowsRead__c'])} rows read, ${sum} outcomes`);
  if (!['Completed', 'CompletedWithIssues', 'Failed', 'Aborted'].includes(String(run['Status__c'])))
    broken.push(`ended as ${String(run['Status__c'])}`);
  if (!run['EndedAt__c'] || !run['StartedAt__c']) broken.push('has no start or end');
  if (run['ActiveKey__c']) broken.push('keeps the key of an active run');
  if (run['Status__c'] === 'Failed' && !(run['ErrorMessage__c'] && run['Remedy__c'])) broken.push('does not say why');
  const failedJobs = org.query("SELECT ExtendedStatus FROM AsyncApexJob WHERE Status = 'Failed' OR NumberOfErrors > 0");
  broken.push(...failedJobs.map(({ ExtendedStatus }) => `a job failed: ${String(ExtendedStatus)}`));
  broken.push(...logged.filter((line) => line.includes('A job failed')));
  return broken;
}

/** What must become of a report in the org as it stands. */
export function expectation(report: OracleReport, leads: readonly OracleRecord[]): Expectation {
  return expectedOutcomes(loginsToLead, report, leads);
}

/** Where a run, its issues and the leads afterwards differ from what had to become of them. */
export function differences(
  { org }: World,
  expected: Expectation,
  run: RunRecord,
  before: readonly OracleRecord[]
): string[] {
  const issues = org.query(`SELECT RowNumber__c, Outcome__c FROM InsightsRunIssue__c WHERE Run__c = '${run.Id}'`);
  return [
    ...compareFigures(expected, run),
    ...compareIssues(expected, issues as unknown as RunIssue[]),
    ...compareRecords(loginsToLead, expected, before, readLeads(org))
  ];
}
