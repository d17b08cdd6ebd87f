import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { expectedOutcomes, type OracleRecord, type Outcome } from '../src/oracle';
import { loginsToLead } from '../src/oracle/integration';
import { loginsReview } from '../src/reports/logins-review';
import type { Role } from '../src/seed/definitions';
import { Population } from '../src/seed/population';
import { seedConversions, seedRecords } from '../src/seed/seed-records';

const rows = 1000;
const population = new Population();
const report = loginsReview(population, rows);

/** The leads as an org holds them once they are inserted and converted. */
function leads(): OracleRecord[] {
  const converted = new Set([...seedConversions(rows)].map((conversion) => conversion.lead));
  return [...seedRecords(rows)]
    .filter((record) => record.object === 'Lead')
    .map(({ reference, fields }) => ({ Id: reference, ...fields, IsConverted: converted.has(reference) }));
}

function expectation() {
  const cells = Array.from({ length: rows }, (_, row) => report.row(row));
  return expectedOutcomes(loginsToLead, { columns: report.columns, rows: cells }, leads());
}

/** What each part of the cast is there to show; the parts about repeats and blanks have tests of their own. */
const intended: Partial<Record<Role, Outcome>> = {
  stale: 'updated',
  fresh: 'unchanged',
  otherLetterCase: 'updated',
  blanksAround: 'updated',
  letterCaseInOrg: 'updated',
  unknownUser: 'unmatched',
  twoLeads: 'ambiguous',
  converted: 'skipped',
  convertedAndOpen: 'updated',
  blankKey: 'skipped',
  malformedDate: 'rejected',
  numberTooLarge: 'rejected'
};

test('every row comes out as its part in the cast intends', () => {
  for (const { row, outcome } of expectation().rows) {
    const wanted = intended[population.partOf(row - 1).role];
    if (wanted) assert.equal(outcome, wanted, `row ${row}, ${population.partOf(row - 1).role}`);
  }
});

test('of two rows about one user one counts and the other is skipped', () => {
  const byPerson = new Map<number, Outcome[]>();
  for (const { row, outcome } of expectation().rows) {
    const { role, person } = population.partOf(row - 1);
    if (role === 'repeated' || role === 'repeat') byPerson.set(person, [...(byPerson.get(person) ?? []), outcome]);
  }
  assert.equal(byPerson.size, 40);
  for (const pair of byPerson.values()) assert.deepEqual(pair.sort(), ['skipped', 'updated']);
});

test('blank cells do not empty a field that holds a value', () => {
  const { rows: expected, changes } = expectation();
  const blank = expected.filter(({ row }) => population.partOf(row - 1).role === 'blankCells');
  assert.ok(blank.some(({ outcome }) => outcome === 'updated') && blank.some(({ outcome }) => outcome === 'unchanged'));
  assert.ok([...changes.values()].every((change) => !Object.values(change).includes(null)));
});

test('every outcome of an updating integration occurs, and together they are all rows', () => {
  const { counts } = expectation();
  assert.ok(
    Object.values(counts).every((count) => count > 0),
    JSON.stringify(counts)
  );
  assert.equal(
    Object.values(counts).reduce((sum, count) => sum + count),
    rows
  );
});

test('the number of digits that the oracle allows is that of the example field', () => {
  const folder = join(
    __dirname,
    '..',
    '..',
    '..',
    'examples',
    'lead-fields',
    'main',
    'default',
    'objects',
    'Lead',
    'fields'
  );
  for (const mapping of loginsToLead.mappings) {
    const xml = readFileSync(join(folder, `${mapping.field}.field-meta.xml`), 'utf8');
    assert.ok(xml.includes(`<type>${mapping.type === 'number' ? 'Number' : 'DateTime'}</type>`), mapping.field);
    if (mapping.precision) assert.ok(xml.includes(`<precision>${mapping.precision}</precision>`), mapping.field);
  }
});

test('the command agrees with right figures and names wrong ones', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'oracle-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const { counts } = expectation();
  const run = Object.fromEntries(
    Object.entries(counts).map(([outcome, count]) => [`Rows${outcome[0]?.toUpperCase()}${outcome.slice(1)}__c`, count])
  );
  const ask = (figures: object) => {
    writeFileSync(join(folder, 'leads.json'), JSON.stringify(leads()));
    writeFileSync(join(folder, 'run.json'), JSON.stringify(figures));
    const main = join(__dirname, '..', 'src', 'oracle-main.ts');
    const files = ['--leads', join(folder, 'leads.json'), '--run', join(folder, 'run.json')];
    return spawnSync(process.execPath, ['-r', 'ts-node/register', main, '--rows', String(rows), ...files], {
      encoding: 'utf8'
    });
  };
  const right = ask({ ...run, RowsRead__c: rows });
  assert.equal(right.status, 0, right.stderr);
  assert.deepEqual(JSON.parse(right.stdout), counts);
  const wrong = ask({ ...run, RowsRead__c: rows, RowsRejected__c: 0 });
  assert.equal(wrong.status, 1);
  assert.match(wrong.stdout, /RowsRejected__c is 0, expected \d+/);
});
