import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kernel } from '../../src/runtime/kernel';
import { ApexException, type SObjectValue } from '../../src/runtime/values';
import { decimal, openOrg, type TestOrg } from './support';

const MINIMUM = 'Minimum Access - Salesforce';

function thrown(run: () => unknown): ApexException {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof ApexException, String(error));
    return error;
  }
  return assert.fail('nothing was thrown');
}

function told(run: () => unknown): string {
  const error = thrown(run);
  return `${error.typeName}: ${error.getMessage()}`;
}

function withInvoice(org: TestOrg): SObjectValue {
  const invoice = org.record('Invoice__c', { Owed__c: 'x', Amount__c: decimal('5'), City__c: 'Bern' });
  org.insert(invoice);
  return invoice;
}

// Metadata API Developer Guide, FieldPermissions: a source deployment grants field access to nobody, administrators included.
// They reach the object by Modify All Data, and required fields, which have no field-level security.
test('deployed fields are hidden from System Administrators until something grants them', () => {
  const org = openOrg();
  withInvoice(org);
  assert.deepEqual(org.rows('SELECT Owed__c FROM Invoice__c', {}, 'user'), [['x']]);
  assert.match(
    told(() => org.rows('SELECT Amount__c FROM Invoice__c', {}, 'user')),
    /^System.QueryException: No such column 'Amount__c' on entity 'Invoice__c'/
  );
  org.data.assignPermissionSets(kernel.tx.user.id, ['Reader']);
  assert.deepEqual(org.rows('SELECT Amount__c FROM Invoice__c', {}, 'user'), [['5.00']]);
});

// Apex Developer Guide, "Enforce User Mode for Database Operations".
test('user mode checks every clause and lists all hidden fields', () => {
  const org = openOrg();
  withInvoice(org);
  const user = org.user(MINIMUM, 'Reader');
  org.runAs(user, () => {
    assert.match(
      told(() => org.rows("SELECT Owed__c FROM Invoice__c WHERE City__c = 'Bern'", {}, 'user')),
      /No such column 'City__c'/
    );
    assert.match(
      told(() => org.rows('SELECT Owed__c FROM Invoice__c ORDER BY City__c', {}, 'user')),
      /No such column 'City__c'/
    );
    const hidden = thrown(() => org.rows('SELECT City__c, Key__c FROM Invoice__c WITH USER_MODE')).details[
      'inaccessibleFields'
    ];
    assert.deepEqual(hidden, new Map([['Invoice__c', ['City__c', 'Key__c']]]));
    assert.equal(org.rows('SELECT City__c FROM Invoice__c').length, 1);
    assert.equal(org.rows('SELECT City__c FROM Invoice__c WITH SYSTEM_MODE', {}, 'user').length, 1);
  });
});

// apex-recipes asserts this text in its own tests ("sObject type 'Account' is not supported").
test('user mode knows no object that the user may not read', () => {
  const org = openOrg();
  org.runAs(org.user(MINIMUM), () => {
    assert.match(
      told(() => org.rows('SELECT Name FROM Account', {}, 'user')),
      /^System.QueryException: sObject type 'Account' is not supported\./
    );
    assert.equal(org.rows('SELECT Name FROM Account').length, 0);
    assert.ok(org.rows('SELECT Name FROM User', {}, 'user').length > 0);
  });
});

// "WITH SECURITY_ENFORCED": SELECT and FROM only, with its own message.
test('WITH SECURITY_ENFORCED checks what is selected', () => {
  const org = openOrg();
  withInvoice(org);
  org.runAs(org.user(MINIMUM, 'Reader'), () => {
    assert.equal(
      told(() => org.rows('SELECT City__c FROM Invoice__c WITH SECURITY_ENFORCED')),
      'System.QueryException: Insufficient permissions: secure query included inaccessible field'
    );
    assert.equal(org.rows("SELECT Amount__c FROM Invoice__c WHERE City__c = 'Bern' WITH SECURITY_ENFORCED").length, 1);
  });
});

test('DML in user mode: objects, fields, null as a value, partial success', () => {
  const org = openOrg();
  const invoice = withInvoice(org);
  const update = (values: Record<string, unknown>, allOrNone = true): ReturnType<TestOrg['dml']> =>
    org.dml('update', [org.record('Invoice__c', { Id: invoice.id, ...values })], { access: 'user', allOrNone });
  org.runAs(org.user(MINIMUM, 'Reader'), () => {
    assert.equal(
      told(() => update({ Amount__c: decimal('6') })),
      "System.SecurityException: Access to entity 'Invoice__c' denied"
    );
  });
  const writer = org.user('System Administrator', 'Writer');
  org.runAs(writer, () => {
    const error = thrown(() => update({ City__c: 'x', Key__c: null, Email__c: 'a@b.org' }));
    assert.equal(
      `${error.typeName}: ${error.getMessage()}`,
      'System.DmlException: Operation failed due to fields being inaccessible on Sobject Invoice__c, check errors on Exception or Result!'
    );
    assert.deepEqual((error.details['dmlErrors'] as { fields: string[] }[])[0]!.fields, ['Key__c', 'Email__c']);
    assert.deepEqual(update({ Key__c: 'k' }, false)[0]!.errors[0]!.fields, ['Key__c']);
    assert.equal(update({ City__c: 'Chur', Owed__c: 'y' })[0]!.success, true);
  });
});

// Salesforce Security Guide, "Organization-Wide Sharing Defaults": private records are open to owner, hierarchy and shares.
test('private records: owner, shares, View All; DML on others fails by record', () => {
  const org = openOrg();
  const invoice = withInvoice(org);
  const user = org.user(MINIMUM, 'Writer');
  const seen = (): number => org.runAs(user, () => org.rows('SELECT Amount__c FROM Invoice__c', {}, 'user').length);
  const change = (): string | null =>
    org.runAs(user, () => {
      const record = org.record('Invoice__c', { Id: invoice.id, City__c: 'Chur' });
      return org.dml('update', [record], { access: 'user', allOrNone: false })[0]!.errors[0]?.statusCode ?? null;
    });
  assert.deepEqual([seen(), change()], [0, 'INSUFFICIENT_ACCESS_OR_READONLY']);
  if (org.data.context.database.findObject('Invoice__Share')) {
    org.insert(org.record('Invoice__Share', { ParentId: invoice.id, UserOrGroupId: user, AccessLevel: 'Read' }));
    assert.deepEqual([seen(), change()], [1, 'INSUFFICIENT_ACCESS_OR_READONLY']);
  }
  org.dml('update', [org.record('Invoice__c', { Id: invoice.id, OwnerId: user })]);
  assert.deepEqual([seen(), change()], [1, null]);
});

test('details are shared as their master is', () => {
  const org = openOrg();
  const invoice = withInvoice(org);
  org.insert(org.record('Line__c', { Name: 'l', Invoice__c: invoice.id }));
  const user = org.user('Standard User', 'Writer');
  const lines = (sharing: 'with' | 'without'): number =>
    org.runAs(user, () => kernel.services.dynamicQuery('SELECT Id FROM Line__c', null, { access: null, sharing }).size);
  assert.deepEqual([lines('with'), lines('without')], [0, 1]);
});

test('managers see the records of those below them', () => {
  const org = openOrg();
  const [top, below] = ['top', 'below'].map((name) => org.record('UserRole', { Name: name, DeveloperName: name }));
  const manager = org.user(MINIMUM, 'Writer');
  const seller = org.user(MINIMUM, 'Writer');
  org.insert(top!);
  below!.setField('ParentRoleId', top!.id);
  org.insert(below!);
  const place = (user: string, role: SObjectValue): void =>
    void org.dml('update', [org.record('User', { Id: user, UserRoleId: role.id })]);
  place(manager, top!);
  place(seller, below!);
  org.runAs(seller, () => withInvoice(org));
  const seen = (user: string): number =>
    org.runAs(user, () => org.rows('SELECT Amount__c FROM Invoice__c', {}, 'user').length);
  assert.deepEqual([seen(seller), seen(manager)], [1, 1]);
});

test('permission records that Apex inserts take effect, and a rollback takes them back', () => {
  const org = openOrg();
  const user = org.user(MINIMUM);
  const readable = (): boolean =>
    org.runAs(user, () => kernel.services.permissions.field('Invoice__c', 'City__c').accessible);
  const savepoint = kernel.services.savepoint();
  const set = org.record('PermissionSet', { Name: 'Made', Label: 'Made' });
  org.insert(set);
  org.insert(
    org.record('ObjectPermissions', { ParentId: set.id, SobjectType: 'Invoice__c', PermissionsRead: true }),
    org.record('FieldPermissions', {
      ParentId: set.id,
      SobjectType: 'Invoice__c',
      Field: 'Invoice__c.City__c',
      PermissionsRead: true
    }),
    org.record('PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set.id })
  );
  assert.equal(readable(), true);
  kernel.services.rollback(savepoint);
  assert.equal(readable(), false);
});

test('describe answers by the running user', () => {
  const org = openOrg();
  const { permissions } = kernel.services;
  assert.deepEqual(permissions.object('Invoice__c'), {
    accessible: true,
    createable: true,
    updateable: true,
    deletable: true
  });
  assert.deepEqual(permissions.field('Lead', 'Email'), {
    accessible: true,
    createable: true,
    updateable: true,
    permissionable: true
  });
  // Required and system fields take no FieldPermissions.
  assert.equal(permissions.field('Lead', 'Company').permissionable, false);
  assert.equal(permissions.field('Lead', 'CreatedDate').permissionable, false);
  org.runAs(org.user('Standard User', 'Writer'), () => {
    assert.equal(permissions.object('Lead').createable, true);
    assert.deepEqual(permissions.field('Invoice__c', 'Total__c'), {
      accessible: false,
      createable: false,
      updateable: false,
      permissionable: true
    });
    assert.equal(permissions.hasCustomPermission('Audit'), true);
  });
  assert.equal(permissions.hasCustomPermission('Audit'), false);
});

// As fflib-apex-common looks for a profile without access to accounts; an org lists Modify All Data object by object.
test('profiles show their rights as records of ObjectPermissions', () => {
  const org = openOrg();
  const where =
    "IsOwnedByProfile = true AND Id NOT IN (SELECT ParentId FROM ObjectPermissions WHERE SobjectType = 'Account' AND PermissionsRead = true)";
  const names = org.rows(`SELECT Profile.Name FROM PermissionSet WHERE ${where}`).flat();
  assert.ok(names.includes(MINIMUM));
  assert.ok(!names.includes('System Administrator') && !names.includes('Read Only'));
});
