import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectedOutcomes, type OracleRecord, type Outcome } from '../src/oracle';
import { compareFigures, compareIssues, compareRecords } from '../src/oracle/compare';
import { loginsToLead } from '../src/oracle/integration';
import type { Cell } from '../src/reports/report';

const columns = ['User ID', 'First Login', 'Last Login', 'Logins last 30 days'].map((name) => ({ name }));
const first = '2025-01-02T03:04:05Z';
const last = '2026-01-10T20:00:00Z';
const fields = ['WalkMe_First_Login__c', 'WalkMe_Last_Login__c', 'WalkMe_Logins_Last_30_Days__c'] as const;

function lead(id: string, email: string | null, values: unknown[] = [], more: object = {}): OracleRecord {
  const held = Object.fromEntries(fields.map((field, index) => [field, values[index] ?? null]));
  return { Id: id, Email: email, IsConverted: false, ...held, ...more };
}

function judge(rows: Cell[][], leads: OracleRecord[]) {
  return expectedOutcomes(loginsToLead, { columns, rows }, leads);
}

/** The outcome of a report of one row. */
function outcomeOf(row: Cell[], ...leads: OracleRecord[]): Outcome | undefined {
  return judge([row], leads).rows[0]?.outcome;
}

const good: Cell[] = ['ada@example.com', first, last, 12];

test('a lead without values is updated with all of them', () => {
  const { rows, changes } = judge([good], [lead('L1', 'ada@example.com')]);
  assert.deepEqual(rows, [{ row: 1, outcome: 'updated', recordId: 'L1' }]);
  assert.deepEqual(changes.get('L1'), {
    WalkMe_First_Login__c: Date.UTC(2025, 0, 2, 3, 4, 5),
    WalkMe_Last_Login__c: Date.UTC(2026, 0, 10, 20),
    WalkMe_Logins_Last_30_Days__c: 12
  });
});

test('a lead with the same values is unchanged, in whatever form the org gives them', () => {
  const forms: unknown[][] = [
    [first, last, 12],
    ['2025-01-02T03:04:05.000+0000', '2026-01-10T20:00:00.000Z', '12'],
    [new Date(first), Date.parse(last), 12.0]
  ];
  for (const values of forms) assert.equal(outcomeOf(good, lead('L1', 'ada@example.com', values)), 'unchanged');
});

test('only the fields that differ change', () => {
  const { changes } = judge([good], [lead('L1', 'ada@example.com', [first, last, 11])]);
  assert.deepEqual(changes.get('L1'), { WalkMe_Logins_Last_30_Days__c: 12 });
});

test('keys meet whatever their letter case and the blanks around them', () => {
  for (const key of ['ADA@example.com', ' ada@example.com', 'Ada@Example.Com\t ']) {
    assert.equal(outcomeOf([key, first, last, 12], lead('L1', 'aDa@example.com')), 'updated', key);
  }
});

test('nobody with the key: unmatched; a blank address in the org matches nothing', () => {
  assert.equal(outcomeOf(good, lead('L1', 'other@example.com'), lead('L2', null)), 'unmatched');
});

test('a blank key is skipped, even where an address in the org is blank too', () => {
  for (const key of ['', '  ', null]) assert.equal(outcomeOf([key, first, last, 12], lead('L1', null)), 'skipped');
});

test('two open leads are ambiguous and neither changes', () => {
  const { rows, changes } = judge([good], [lead('L1', 'ada@example.com'), lead('L2', 'ADA@example.com')]);
  assert.equal(rows[0]?.outcome, 'ambiguous');
  assert.equal(changes.size, 0);
});

test('converted leads: alone skipped, beside one open lead the open one is the match', () => {
  const converted = [
    lead('L1', 'ada@example.com', [], { IsConverted: true }),
    lead('L2', 'ada@example.com', [], { IsConverted: 1 })
  ];
  assert.equal(outcomeOf(good, ...converted), 'skipped');
  assert.deepEqual(judge([good], [...converted, lead('L3', 'ada@example.com')]).rows[0], {
    row: 1,
    outcome: 'updated',
    recordId: 'L3'
  });
});

test('of several rows with one key the first counts, whatever the others say', () => {
  const { rows, changes } = judge([good, [' ADA@example.com', first, last, 13], good], [lead('L1', 'ada@example.com')]);
  assert.deepEqual(
    rows.map(({ outcome, reason }) => [outcome, reason]),
    [
      ['updated', undefined],
      ['skipped', 'same key as row 1'],
      ['skipped', 'same key as row 1']
    ]
  );
  assert.equal(changes.get('L1')?.['WalkMe_Logins_Last_30_Days__c'], 12);
});

test('a row that cannot be written leaves its key to the next row', () => {
  const bad: Cell[] = ['ada@example.com', 'yesterday', last, 12];
  const { rows } = judge([bad, good, bad], [lead('L1', 'ada@example.com')]);
  assert.deepEqual(
    rows.map(({ outcome }) => outcome),
    ['rejected', 'updated', 'rejected']
  );
});

test('rows with one key and no record are one unmatched row and others left out', () => {
  assert.deepEqual(
    judge([good, good], []).rows.map(({ outcome }) => outcome),
    ['unmatched', 'skipped']
  );
});

test('a malformed date or a number too large rejects the whole row', () => {
  const bad: Cell[][] = [
    ['ada@example.com', '2025-02-30T10:00:00Z', last, 12],
    ['ada@example.com', first, 'yesterday', 12],
    ['ada@example.com', first, '2025-13-01T08:15:00Z', 12],
    ['ada@example.com', first, last, 100_000],
    ['ada@example.com', first, last, -100_000],
    ['ada@example.com', first, last, 'many']
  ];
  for (const row of bad) {
    const { rows, changes } = judge([row], [lead('L1', 'ada@example.com')]);
    assert.equal(rows[0]?.outcome, 'rejected', String(row));
    assert.equal(changes.size, 0);
  }
  assert.equal(outcomeOf(['ada@example.com', first, last, 99_999], lead('L1', 'ada@example.com')), 'updated');
});

test('a row with too few or too many cells is rejected, whatever its key', () => {
  const one = lead('L1', 'ada@example.com');
  assert.equal(outcomeOf(good.slice(0, 3), one), 'rejected');
  assert.equal(outcomeOf([...good, 1], one), 'rejected');
  assert.equal(outcomeOf([], one), 'rejected');
});

test('blank cells leave their fields as they are', () => {
  const held = lead('L1', 'ada@example.com', [first, last, 11]);
  assert.equal(outcomeOf(['ada@example.com', '', null, null], held), 'unchanged');
  assert.deepEqual(judge([['ada@example.com', '', null, 12]], [held]).changes.get('L1'), {
    WalkMe_Logins_Last_30_Days__c: 12
  });
});

test('a missing column and a case without a rule are refused', () => {
  assert.throws(
    () => expectedOutcomes(loginsToLead, { columns: columns.slice(1), rows: [] }, []),
    /no column "User ID"/
  );
  assert.throws(
    () => outcomeOf(['ada@example.com', first, last, 1.5], lead('L1', 'ada@example.com')),
    /no rule for 1\.5/
  );
});

test('figures, issues and records that differ from the expectation are named', () => {
  const before = [lead('L1', 'ada@example.com'), lead('L2', 'x@example.com')];
  const expectation = judge([good, ['no@example.com', first, last, 1]], before);
  const right = { RowsRead__c: 2, RowsUpdated__c: 1, RowsUnmatched__c: 1 };
  assert.deepEqual(compareFigures(expectation, right), []);
  assert.deepEqual(compareFigures(expectation, { ...right, RowsUpdated__c: 2, RowsCreated__c: 1, RowsRead__c: 3 }), [
    'RowsUpdated__c is 2, expected 1.',
    'RowsCreated__c is 1, expected 0.',
    'RowsRead__c is 3, expected 2.'
  ]);
  assert.deepEqual(
    compareIssues(expectation, [
      { RowNumber__c: 2, Outcome__c: 'Unmatched' },
      { RowNumber__c: null, Outcome__c: 'Skipped' }
    ]),
    []
  );
  assert.deepEqual(
    compareIssues(expectation, [
      { RowNumber__c: 1, Outcome__c: 'Rejected' },
      { RowNumber__c: 9, Outcome__c: 'Rejected' }
    ]),
    [
      'An issue calls row 1 Rejected, expected updated.',
      'An issue calls row 9 Rejected, but the report has no such row.'
    ]
  );
  const after = [lead('L1', 'ada@example.com', [first, last, 12]), lead('L2', 'x@example.com')];
  assert.deepEqual(compareRecords(loginsToLead, expectation, before, after), []);
  const wrong = [lead('L1', 'ada@example.com', [first, last, 11])];
  assert.deepEqual(compareRecords(loginsToLead, expectation, before, wrong), [
    'L1.WalkMe_Logins_Last_30_Days__c holds 11, expected 12.',
    'Record L2 is gone.'
  ]);
});
