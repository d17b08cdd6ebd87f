import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openOrg } from './support';

// Salesforce Help, "Standard Profiles"; trailheadapps/apex-recipes asserts the same of Marketing User.
test('users of standard profiles do not delete cases', () => {
  const org = openOrg();
  const supportCase = org.record('Case', { Subject: 'x' });
  org.insert(supportCase);
  const remove = (): unknown => org.dml('delete', [supportCase], { access: 'user' });
  assert.throws(() => org.runAs(org.user('Standard User'), remove), /Access to entity 'Case' denied/);
});
