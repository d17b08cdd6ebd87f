import { outcomes, type Expectation, type OracleRecord, type Outcome } from '../oracle';
import type { OracleIntegration } from './integration';
import { heldValue } from './values';

/** The figures of a run, under the names of the fields of `InsightsRun__c`. */
export type RunFigures = Readonly<Record<string, unknown>>;

/** An issue of a run, under the names of the fields of `InsightsRunIssue__c`. */
export interface RunIssue {
  RowNumber__c: number | null;
  Outcome__c: string;
}

const field: Record<Outcome, string> = {
  updated: 'RowsUpdated__c',
  unchanged: 'RowsUnchanged__c',
  unmatched: 'RowsUnmatched__c',
  ambiguous: 'RowsAmbiguous__c',
  skipped: 'RowsSkipped__c',
  rejected: 'RowsRejected__c'
};

/** Where the figures of a run differ from the expectation, one sentence for each difference. */
export function compareFigures(expectation: Expectation, run: RunFigures): string[] {
  const differences = outcomes
    .filter((outcome) => Number(run[field[outcome]] ?? 0) !== expectation.counts[outcome])
    .map((outcome) => `${field[outcome]} is ${String(run[field[outcome]])}, expected ${expectation.counts[outcome]}.`);
  if (Number(run['RowsCreated__c'] ?? 0) !== 0)
    differences.push(`RowsCreated__c is ${String(run['RowsCreated__c'])}, expected 0.`);
  if (Number(run['RowsRead__c']) !== expectation.rows.length) {
    differences.push(`RowsRead__c is ${String(run['RowsRead__c'])}, expected ${expectation.rows.length}.`);
  }
  return differences;
}

/** Issues that name another outcome than expected for their row, or a row that the report does not have. */
export function compareIssues(expectation: Expectation, issues: Iterable<RunIssue>): string[] {
  const differences: string[] = [];
  for (const issue of issues) {
    if (issue.RowNumber__c === null) continue;
    const expected = expectation.rows[issue.RowNumber__c - 1];
    if (expected?.outcome === issue.Outcome__c.toLowerCase()) continue;
    const wanted = expected ? `expected ${expected.outcome}` : 'but the report has no such row';
    differences.push(`An issue calls row ${issue.RowNumber__c} ${issue.Outcome__c}, ${wanted}.`);
  }
  return differences;
}

/** Mapped fields that after the run hold something else than they must, whether or not the run was to change them. */
export function compareRecords(
  integration: OracleIntegration,
  expectation: Expectation,
  before: Iterable<OracleRecord>,
  after: Iterable<OracleRecord>
): string[] {
  const now = new Map([...after].map((record) => [record.Id, record]));
  const differences: string[] = [];
  for (const record of before) {
    const current = now.get(record.Id);
    if (!current) {
      differences.push(`Record ${record.Id} is gone.`);
      continue;
    }
    const changes = expectation.changes.get(record.Id) ?? {};
    for (const mapping of integration.mappings) {
      const wanted =
        mapping.field in changes ? (changes[mapping.field] ?? null) : heldValue(record[mapping.field], mapping);
      const held = heldValue(current[mapping.field], mapping);
      if (held !== wanted) differences.push(`${record.Id}.${mapping.field} holds ${held}, expected ${wanted}.`);
    }
  }
  return differences;
}
