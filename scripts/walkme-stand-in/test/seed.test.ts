import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loginsReview } from '../src/reports/logins-review';
import type { Role } from '../src/seed/definitions';
import { loginFields } from '../src/seed/lead-seed';
import { Population } from '../src/seed/population';
import type { SeedRecord } from '../src/seed/records';
import { seedConversions, seedRecords } from '../src/seed/seed-records';

const rows = 400;
const population = new Population();
const records = [...seedRecords(rows)];
const leads = records.filter((record) => record.object === 'Lead');

function rowsWith(role: Role): number[] {
  return Array.from({ length: rows }, (_, row) => row).filter((row) => population.partOf(row).role === role);
}

/** The leads whose address is the person's, in whatever letter case. */
function leadsFor(person: number): SeedRecord[] {
  const { email } = population.person(person);
  return leads.filter((lead) => String(lead.fields['Email'] ?? '').toLowerCase() === email);
}

test('every block of a hundred rows has the whole cast', () => {
  for (const block of [0, 1, 7000]) {
    const counts = new Map<Role, number>();
    for (let row = block * 100; row < block * 100 + 100; row++) {
      const { role } = population.partOf(row);
      counts.set(role, (counts.get(role) ?? 0) + 1);
    }
    for (const { role, rows: wanted } of population.castDefinition.roles) assert.equal(counts.get(role), wanted, role);
  }
});

test('reference keys are unique, and known before they are used', () => {
  const known = new Set<string>();
  for (const { reference, fields } of records) {
    assert.ok(!known.has(reference), reference);
    for (const value of Object.values(fields)) {
      if (typeof value === 'object') assert.ok(known.has(value.reference), `${reference} needs ${value.reference}`);
    }
    known.add(reference);
  }
  for (const { lead, account, contact } of seedConversions(rows)) {
    for (const reference of [lead, account, contact]) assert.ok(known.has(reference), reference);
  }
});

test('the same number of rows gives the same records', () => {
  assert.deepEqual([...seedRecords(rows)], records);
});

test('the org has all five objects, and leads that no report speaks of', () => {
  assert.deepEqual(
    [...new Set(records.map((record) => record.object))],
    ['Account', 'Contact', 'Opportunity', 'Case', 'Lead']
  );
  assert.equal(leads.filter((lead) => lead.reference.startsWith('lead-bystander-')).length, 50);
});

test('every address is ASCII, short enough for an e-mail field, and under a domain reserved for examples', () => {
  for (const { fields, reference } of records) {
    const email = fields['Email'];
    if (email === undefined) continue;
    assert.match(String(email), /^[A-Za-z0-9.]{1,60}@example\.(com|org)$/, reference);
  }
});

test('names in other scripts than Latin are among the leads', () => {
  assert.ok(leads.some((lead) => /\p{Script=Han}/u.test(String(lead.fields['LastName']))));
  assert.ok(leads.some((lead) => /\p{Script=Cyrillic}/u.test(String(lead.fields['FirstName']))));
});

test('an unknown user has no lead, a pair has two, everybody else one', () => {
  for (let row = 0; row < rows; row++) {
    const { role, person } = population.partOf(row);
    const wanted =
      role === 'unknownUser' || role === 'blankKey' ? 0 : role === 'twoLeads' || role === 'convertedAndOpen' ? 2 : 1;
    assert.equal(leadsFor(person).length, wanted, `row ${row}, ${role}`);
  }
});

test('the leads to convert are the second of a mixed pair and the only one of a converted user', () => {
  const toConvert = new Set([...seedConversions(rows)].map((conversion) => conversion.lead));
  assert.equal(toConvert.size, rowsWith('converted').length + rowsWith('convertedAndOpen').length);
  for (const row of rowsWith('converted')) assert.ok(leadsFor(row).every((lead) => toConvert.has(lead.reference)));
  for (const row of rowsWith('convertedAndOpen')) {
    assert.deepEqual(
      leadsFor(row).map((lead) => toConvert.has(lead.reference)),
      [false, true]
    );
  }
});

test('a fresh lead holds what the report says, a stale one does not', () => {
  const report = loginsReview(population, rows);
  const held = (row: number) => Object.values(loginFields).map((field) => leadsFor(row)[0]?.fields[field]);
  for (const row of rowsWith('fresh')) assert.deepEqual(held(row), report.row(row).slice(1), `row ${row}`);
  for (const row of rowsWith('stale')) assert.notDeepEqual(held(row), report.row(row).slice(1), `row ${row}`);
  assert.ok(
    rowsWith('stale').some((row) => held(row).every((value) => value === undefined)),
    'some have never been written'
  );
});

test('letter case and blanks differ where the cast says so', () => {
  const key = (row: number) => String(loginsReview(population, rows).row(row)[0]);
  for (const row of rowsWith('otherLetterCase')) assert.notEqual(key(row), population.person(row).email);
  for (const row of rowsWith('blanksAround')) {
    assert.notEqual(key(row), key(row).trim());
    assert.equal(key(row).trim(), population.person(row).email);
  }
  for (const row of rowsWith('letterCaseInOrg'))
    assert.notEqual(leadsFor(row)[0]?.fields['Email'], population.person(row).email);
});

test('a report cut short still has a lead for a repeat whose other row is cut off', () => {
  const repeat = Array.from({ length: 100 }, (_, row) => row).find((row) => population.partOf(row).person > row);
  assert.ok(repeat !== undefined);
  const { email } = population.person(population.partOf(repeat).person);
  assert.ok(
    [...seedRecords(repeat + 1)].some((record) => record.object === 'Lead' && record.fields['Email'] === email)
  );
});
