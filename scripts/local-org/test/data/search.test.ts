import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kernel, withTransaction } from '../../src/runtime/kernel';
import type { ApexList, SObjectValue } from '../../src/runtime/values';
import { openOrg } from './support';

function found(text: string, fixed: string[] | null): unknown[][] {
  const options = { access: null, sharing: 'without' } as const;
  const lists = kernel.services.search(text, fixed, options).items as ApexList[];
  return lists.map(({ items }) => (items as SObjectValue[]).map((record) => record.get('LastName')));
}

// Apex Developer Guide, "Adding SOSL Queries to Unit Tests": fixed results, to which WHERE and LIMIT apply; else nothing.
test('a search in a test answers the fixed results', () => {
  const org = openOrg();
  const contacts = ['Ada', 'Bob', 'Cid'].map((LastName) => org.record('Contact', { LastName }));
  org.insert(...contacts);
  const ids = contacts.map((record) => record.id!);
  withTransaction({ kind: 'RUNTEST_SYNC', test: {} }, () => {
    const returning = 'RETURNING Account(Name), Contact(LastName, Account.Name ORDER BY LastName DESC)';
    assert.deepEqual(found(`FIND :words IN ALL FIELDS ${returning}`, ids), [[], ['Cid', 'Bob', 'Ada']]);
    assert.deepEqual(found(`FIND {Ada} IN NAME FIELDS ${returning}`, null), [[], []]);
    assert.deepEqual(found("FIND 'x' RETURNING Contact(LastName WHERE LastName != 'Bob' LIMIT 1)", ids), [['Ada']]);
    assert.throws(() => found('FIND', ids), { typeName: 'System.QueryException' });
    assert.equal(kernel.tx.limits.get('soslQueries'), 4);
  });
});

test('a search outside tests is refused by name', () => {
  openOrg();
  assert.throws(() => found("FIND 'x' RETURNING Contact(LastName)", null), /does not know SOSL outside tests/);
});
