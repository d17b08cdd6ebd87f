import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { nextEight } from '../../src/start/dailyRun';
import { formatDuration, formatRunLog, formatUtc, toRunLine, type RunLine } from '../../src/start/runLog';

const EIGHT = Date.UTC(2026, 0, 15, 8);

const RECORD = {
  Id: 'a01000000000001AAA',
  ReportName__c: 'Logins review',
  TargetObject__c: 'Lead',
  StartedAt__c: EIGHT,
  EndedAt__c: EIGHT + 12_500,
  Status__c: 'CompletedWithIssues',
  statusLabel: 'Completed with Issues',
  Trigger__c: 'Schedule',
  RowsRead__c: 28,
  RowsUpdated__c: 1,
  RowsUnchanged__c: 2,
  RowsCreated__c: 3,
  RowsUnmatched__c: 4,
  RowsAmbiguous__c: 5,
  RowsSkipped__c: 6,
  RowsRejected__c: 7
};

const line = (changes: Record<string, unknown> = {}): RunLine => toRunLine({ ...RECORD, ...changes });

describe('a line of the run log', () => {
  it('takes each count from its own field', () => {
    const { read, counts } = line();
    assert.equal(read, 28);
    assert.deepEqual(counts, {
      Updated: 1,
      Unchanged: 2,
      Created: 3,
      Unmatched: 4,
      Ambiguous: 5,
      Skipped: 6,
      Rejected: 7
    });
  });

  it('reads a queued run, of which little is known', () => {
    const run = toRunLine({ Id: RECORD.Id, Status__c: 'Queued', Trigger__c: 'Manual' });
    assert.equal(run.startedAt, null);
    assert.equal(run.endedAt, null);
    assert.equal(run.read, 0);
    assert.equal(run.counts.Rejected, 0);
    assert.equal(run.errorMessage, null);
    assert.equal(formatDuration(run), '-');
    assert.match(formatRunLog([run]), /started - · took - /);
  });

  it('gives times in UTC to the second, and durations in seconds', () => {
    assert.equal(formatUtc(EIGHT), '2026-01-15 08:00:00 UTC');
    assert.equal(formatUtc(null), '-');
    assert.equal(formatDuration(line()), '12.5 s');
    assert.equal(formatDuration(line({ EndedAt__c: EIGHT })), '0 s');
  });
});

describe('the run log as text', () => {
  it('names report, object, start, duration, status and the count of every outcome', () => {
    assert.equal(
      formatRunLog([line()]),
      [
        'Run log',
        '  Logins review → Lead · Schedule · started 2026-01-15 08:00:00 UTC · took 12.5 s · Completed with Issues',
        '    rows read 28: updated 1 · unchanged 2 · created 3 · unmatched 4 · ambiguous 5 · skipped 6 · rejected 7'
      ].join('\n')
    );
  });

  it('adds what went wrong and what to do about it', () => {
    const text = formatRunLog([line({ ErrorMessage__c: 'WalkMe answered 401.', Remedy__c: 'Check the secret.' })]);
    assert.match(text, /\n {4}WalkMe answered 401\.\n {4}What to do: Check the secret\.$/);
  });

  it('says that there is no run', () => {
    assert.equal(formatRunLog([]), 'The run log is empty: no run has started yet.');
  });
});

describe('the next 08:00 UTC', () => {
  it('is later than now, and less than a day away', () => {
    assert.equal(nextEight(Date.UTC(2026, 0, 15, 7, 59, 59)), EIGHT);
    assert.equal(nextEight(EIGHT), Date.UTC(2026, 0, 16, 8));
    assert.equal(nextEight(Date.UTC(2026, 11, 31, 23)), Date.UTC(2027, 0, 1, 8));
  });
});
