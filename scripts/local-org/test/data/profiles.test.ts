import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kernel } from '../../src/runtime/kernel';
import { openOrg } from './support';

// Salesforce Help, "Standard Profiles"; trailheadapps/apex-recipes asserts the same of Marketing User.
test('users of standard profiles do not delete cases', () => {
  const org = openOrg();
  const supportCase = org.record('Case', { Subject: 'x' });
  org.insert(supportCase);
  const remove = (): unknown => org.dml('delete', [supportCase], { access: 'user' });
  assert.throws(() => org.runAs(org.user('Standard User'), remove), /Access to entity 'Case' denied/);
});

// Apex Reference Guide, "Test Class", calculatePermissionSetGroup.
test('a permission set group grants nothing until it is calculated', () => {
  const org = openOrg();
  const group = org.record('PermissionSetGroup', { DeveloperName: 'Readers', MasterLabel: 'Readers' });
  org.insert(group);
  const [set] = org.records("SELECT Id FROM PermissionSet WHERE Name = 'Reader'");
  org.insert(org.record('PermissionSetGroupComponent', { PermissionSetGroupId: group.id, PermissionSetId: set!.id }));
  const user = org.user('Minimum Access - Salesforce');
  org.insert(org.record('PermissionSetAssignment', { AssigneeId: user, PermissionSetGroupId: group.id }));
  const read = (): unknown[][] => org.runAs(user, () => org.rows('SELECT Id FROM Invoice__c', {}, 'user'));
  assert.throws(read, /Invoice__c/);
  kernel.services.calculatePermissionSetGroup(group.id!);
  assert.deepEqual(read(), []);
  assert.throws(() => kernel.services.calculatePermissionSetGroup(user), /no permission set group/);
});
