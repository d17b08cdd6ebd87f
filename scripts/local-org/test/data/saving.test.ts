import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cloneRecord } from '../../src/runtime/lib/system/cloneRecord';
import { openOrg } from './support';

// salesforce.stackexchange.com/q/127548.
test('a checkbox that was set to null is not saved', () => {
  const org = openOrg();
  const [result] = org.dml('insert', [org.record('Invoice__c', { Owed__c: 'x', Active__c: null })], {
    allOrNone: false
  });
  const problems = result!.errors.map((e) => `${e.statusCode}, ${e.message}: [${e.fields.join(', ')}]`);
  assert.equal(problems.length, 1);
  assert.match(problems[0]!, /^INVALID_TYPE_ON_FIELD_IN_RECORD, \w+: value not of required type: : \[Active__c\]$/);
});

// Apex Reference Guide, "SObject Class", clone: orgs insert clones of records that were queried with formulas.
test('a clone is inserted although it carries fields that nobody writes', () => {
  const org = openOrg();
  org.insert(org.record('Account', { Name: 'x' }));
  const [account] = org.records('SELECT Id, Name, IsDeleted, CreatedDate FROM Account');
  const options = { keepId: false, deep: false, keepTimestamps: false, keepAutonumber: false };
  const byHand = org.record('Account', { Name: 'y', IsDeleted: false });
  assert.throws(() => org.insert(byHand), /Unable to create/);
  org.insert(cloneRecord(account!, options));
  assert.deepEqual(org.rows('SELECT Name FROM Account'), [['x'], ['x']]);
});
