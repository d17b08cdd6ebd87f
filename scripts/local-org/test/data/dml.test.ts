import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kernel, provideServices } from '../../src/runtime/kernel';
import { ApexBlob, ApexDate, ApexDatetime, ApexException, newException, SObjectValue } from '../../src/runtime/values';
import { dmlException } from '../../src/data';
import { decimal, openOrg, type TestOrg } from './support';

function problems(org: TestOrg, values: Record<string, unknown>): string[] {
  const [result] = org.dml('insert', [org.record('Invoice__c', { Owed__c: 'x', ...values })], { allOrNone: false });
  return result!.errors.map((e) => `${e.statusCode}, ${e.message}: [${e.fields.join(', ')}]`);
}

test('a new record gets its id, number, owner, stamps and defaults', () => {
  const org = openOrg();
  const invoice = org.record('Invoice__c', { Owed__c: 'x', City__c: '  Bern  ', Notes__c: '' });
  org.insert(invoice);
  assert.match(invoice.id!, /^a\w{14}[A-Z0-5]{3}$/);
  assert.deepEqual(
    org.rows('SELECT Name, City__c, Notes__c, Stage__c, Active__c, Score__c, Owner.Name, Total__c FROM Invoice__c'),
    [['INV-0001', 'Bern', null, 'New', true, '7', 'Local Admin', '0.00']]
  );
  const [stored] = org.records('SELECT CreatedDate, CreatedById, SystemModstamp FROM Invoice__c');
  assert.equal((stored!.get('CreatedDate') as ApexDatetime).toIso(), '2026-03-18T10:00:00.000Z');
  assert.equal(stored!.get('CreatedById'), kernel.tx.user.id);
});

// Salesforce Help, "Default Field Values": a field that is given, even as null, takes no default.
test('null is a given value', () => {
  const org = openOrg();
  org.insert(org.record('Invoice__c', { Owed__c: 'x', Score__c: null, Stage__c: null }));
  assert.deepEqual(org.rows('SELECT Score__c, Stage__c FROM Invoice__c'), [[null, null]]);
});

// Codes: SOAP API Developer Guide, "StatusCode". Texts: as orgs answer them in public reports.
test('system validation', () => {
  const org = openOrg();
  assert.deepEqual(problems(org, { Owed__c: null }), [
    'REQUIRED_FIELD_MISSING, Required fields are missing: [Owed__c]: [Owed__c]'
  ]);
  assert.deepEqual(problems(org, { City__c: 'Winterthur!' }), [
    'STRING_TOO_LONG, City: data value too large: Winterthur! (max length=10): [City__c]'
  ]);
  assert.deepEqual(problems(org, { Email__c: 'a@213213com' }), [
    'INVALID_EMAIL_ADDRESS, Email: invalid email address: a@213213com: [Email__c]'
  ]);
  assert.deepEqual(problems(org, { Score__c: decimal('1000') }), [
    'NUMBER_OUTSIDE_VALID_RANGE, Score: value outside of valid range on numeric field: 1000: [Score__c]'
  ]);
  assert.deepEqual(problems(org, { Stage__c: 'open' }), [
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Stage: bad value for restricted picklist field: open: [Stage__c]'
  ]);
  assert.deepEqual(problems(org, { Tags__c: 'red;pink' }), [
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST, Tags: bad value for restricted picklist field: pink: [Tags__c]'
  ]);
  assert.deepEqual(problems(org, { Account__c: kernel.tx.user.id }), [
    `FIELD_INTEGRITY_EXCEPTION, Account: id value of incorrect type: ${kernel.tx.user.id}: [Account__c]`
  ]);
  assert.deepEqual(problems(org, { Account__c: '001Lo0000000009MAA' }), [
    'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id: []'
  ]);
  assert.deepEqual(
    problems(org, { CreatedDate: new ApexDatetime(0) })[0]!.slice(0, 74),
    'INVALID_FIELD_FOR_INSERT_UPDATE, Unable to create/update fields: CreatedDa'
  );
  assert.deepEqual(problems(org, { Amount__c: decimal('1.005') }), []);
  assert.deepEqual(org.rows('SELECT Amount__c FROM Invoice__c'), [['1.01']]);
});

test('field truncation when the options allow it', () => {
  const org = openOrg();
  org.dml('insert', [org.record('Invoice__c', { Owed__c: 'x', City__c: 'Winterthur!' })], {
    dmlOptions: { allowFieldTruncation: true }
  });
  assert.deepEqual(org.rows('SELECT City__c FROM Invoice__c'), [['Winterthur']]);
});

test('unique keys: without letter case, in the list and in the org', () => {
  const org = openOrg();
  const first = org.record('Invoice__c', { Owed__c: 'x', Key__c: 'K1' });
  org.insert(first);
  const results = org.dml(
    'insert',
    ['k1', 'k2', 'K2'].map((Key__c) => org.record('Invoice__c', { Owed__c: 'x', Key__c })),
    { allOrNone: false }
  );
  assert.deepEqual(
    results.map((r) => r.errors[0]?.message ?? null),
    [
      `duplicate value found: Key__c duplicates value on record with id: ${first.id!.slice(0, 15)}`,
      null,
      'duplicate value found: <unknown> duplicates value on record with id: <unknown>'
    ]
  );
});

test('validation rules see the new and the old record', () => {
  const org = openOrg();
  assert.deepEqual(problems(org, { Stage__c: 'Paid' }), [
    'FIELD_CUSTOM_VALIDATION_EXCEPTION, A paid invoice needs a due date: [Due__c]'
  ]);
  const invoice = org.record('Invoice__c', {
    Owed__c: 'x',
    Key__c: 'a',
    Stage__c: 'Paid',
    Due__c: ApexDate.of(2026, 1, 1)
  });
  org.insert(invoice);
  const update = (values: Record<string, unknown>): string[] =>
    org
      .dml('update', [org.record('Invoice__c', { Id: invoice.id, ...values })], { allOrNone: false })[0]!
      .errors.map((e) => e.message);
  assert.deepEqual(update({ City__c: 'Bern' }), []);
  assert.deepEqual(update({ Due__c: null }), ['A paid invoice needs a due date']);
  assert.deepEqual(update({ Key__c: 'b' }), ['The key stays']);
});

test('update: only what was given; missing, deleted and unknown records', () => {
  const org = openOrg();
  const invoice = org.record('Invoice__c', { Owed__c: 'x', City__c: 'Bern' });
  org.insert(invoice);
  org.dml('update', [org.record('Invoice__c', { Id: invoice.id, Owed__c: 'y' })]);
  assert.deepEqual(org.rows('SELECT Owed__c, City__c FROM Invoice__c'), [['y', 'Bern']]);
  const errorOf = (record: SObjectValue): string => {
    const [result] = org.dml('update', [record], { allOrNone: false });
    return `${result!.errors[0]!.statusCode}, ${result!.errors[0]!.message}`;
  };
  assert.equal(
    errorOf(org.record('Invoice__c', { Owed__c: 'z' })),
    'MISSING_ARGUMENT, Id not specified in an update call'
  );
  assert.equal(
    errorOf(org.record('Invoice__c', { Id: `${invoice.id!.slice(0, 12)}zzzAAA` })),
    'INVALID_CROSS_REFERENCE_KEY, invalid cross reference id'
  );
  org.dml('delete', [invoice]);
  assert.equal(
    errorOf(org.record('Invoice__c', { Id: invoice.id, Owed__c: 'z' })),
    'ENTITY_IS_DELETED, entity is deleted'
  );
});

test('all or none: nothing is kept, and the exception says why', () => {
  const org = openOrg();
  const good = org.record('Invoice__c', { Owed__c: 'x' });
  const results = org.dml('insert', [good, org.record('Invoice__c', {})]);
  assert.equal(good.id, null);
  assert.equal(org.records('SELECT Id FROM Invoice__c').length, 0);
  const exception = dmlException('insert', results);
  assert.equal(
    exception.getMessage(),
    'Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Owed__c]: [Owed__c]'
  );
  assert.deepEqual(exception.details['dmlErrors'], [
    {
      index: 1,
      id: null,
      statusCode: 'REQUIRED_FIELD_MISSING',
      message: 'Required fields are missing: [Owed__c]',
      fields: ['Owed__c']
    }
  ]);
});

test('lists that an org refuses before it looks at the records', () => {
  const org = openOrg();
  const invoice = org.record('Invoice__c', { Owed__c: 'x' });
  assert.throws(
    () => org.dml('insert', [invoice, invoice]),
    /Before Insert or Upsert list must not have two identically equal elements/
  );
  org.insert(invoice);
  const again = org.record('Invoice__c', { Id: invoice.id });
  assert.throws(() => org.dml('update', [invoice, again]), new RegExp(`Duplicate id in list: ${invoice.id}`));
  assert.equal(
    org.dml('insert', [again], { allOrNone: false })[0]!.errors[0]!.message,
    'cannot specify Id in an insert call'
  );
  assert.throws(() => org.dml('update', [org.record('Rate__mdt', {})]), /not allowed on Rate__mdt/);
});

test('limits: statements and rows are counted; an empty list is no statement', () => {
  const org = openOrg();
  const before = kernel.tx.limits.get('dmlStatements');
  org.dml('insert', []);
  org.dml('insert', [org.record('Invoice__c', { Owed__c: 'x' }), org.record('Invoice__c', {})], { allOrNone: false });
  assert.equal(kernel.tx.limits.get('dmlStatements') - before, 1);
  kernel.tx.limits.set('dmlRows', 9999);
  assert.throws(
    () => org.dml('insert', [org.record('Invoice__c'), org.record('Invoice__c')]),
    /Too many DML rows: 10001/
  );
});

test('upsert: by external id in any letter case, duplicates, missing keys', () => {
  const org = openOrg();
  org.insert(org.record('Invoice__c', { Owed__c: 'old', Key__c: 'K1' }));
  const results = org.dml(
    'upsert',
    ['k1', 'new', 'NEW', null].map((Key__c) =>
      org.record('Invoice__c', { Owed__c: 'up', ...(Key__c === 'k1' ? {} : {}), Key__c })
    ),
    { allOrNone: false, externalIdField: 'Key__c' }
  );
  // The first one changes the letter case of its key only, which the rule on the key takes for a change.
  assert.deepEqual(
    results.map((r) => [r.success, r.created ?? false, r.errors[0]?.message ?? null]),
    [
      [false, false, 'The key stays'],
      [true, true, null],
      [false, false, 'Duplicate external id specified: NEW'],
      [false, false, 'Key__c not specified']
    ]
  );
  assert.deepEqual(
    org.dml('upsert', [org.record('Invoice__c', { Key__c: 'K1', Owed__c: 'up' })], { externalIdField: 'Key__c' })[0]!
      .created,
    false
  );
});

test('a parent may be given by external id', () => {
  const org = openOrg();
  const invoice = org.record('Invoice__c', { Owed__c: 'x', Key__c: 'K1' });
  org.insert(invoice);
  const line = org.record('Line__c', { Name: 'l' });
  line.setParent('Invoice__r', org.record('Invoice__c', { Key__c: 'k1' }));
  org.insert(line);
  assert.equal(org.records('SELECT Invoice__c FROM Line__c')[0]!.get('Invoice__c'), invoice.id);
  const lost = org.record('Line__c', { Name: 'l' });
  lost.setParent('Invoice__r', org.record('Invoice__c', { Key__c: 'K9' }));
  assert.equal(
    org.dml('insert', [lost], { allOrNone: false })[0]!.errors[0]!.message,
    'Foreign key external ID: K9 not found for field Key__c in entity Invoice__c'
  );
});

test('roll-up summaries follow inserts, updates, deletes and undeletes', () => {
  const org = openOrg();
  const invoice = org.record('Invoice__c', { Owed__c: 'x' });
  org.insert(invoice);
  const lines = ['1.50', '2'].map((amount) =>
    org.record('Line__c', { Name: 'l', Invoice__c: invoice.id, Amount__c: decimal(amount) })
  );
  const total = (): unknown => org.rows('SELECT Total__c FROM Invoice__c')[0]![0];
  org.insert(...lines);
  assert.equal(total(), '3.50');
  org.dml('update', [org.record('Line__c', { Id: lines[0]!.id, Amount__c: decimal('4') })]);
  assert.equal(total(), '6.00');
  org.dml('delete', [lines[0]!]);
  assert.equal(total(), '2.00');
  org.dml('undelete', [lines[0]!]);
  assert.equal(total(), '6.00');
});

test('deleting takes details along, empties lookups, and undeleting restores both', () => {
  const org = openOrg();
  const account = org.record('Account', { Name: 'Acme' });
  org.insert(account);
  const invoice = org.record('Invoice__c', { Owed__c: 'x', Account__c: account.id });
  org.insert(invoice);
  const line = org.record('Line__c', { Name: 'l', Invoice__c: invoice.id });
  org.insert(line);
  org.dml('delete', [account]);
  assert.deepEqual(org.rows('SELECT Account__c FROM Invoice__c'), [[null]]);
  org.dml('undelete', [account]);
  assert.deepEqual(org.rows('SELECT Account__c FROM Invoice__c'), [[account.id]]);
  org.dml('delete', [invoice]);
  assert.equal(org.records('SELECT Id FROM Line__c').length, 0);
  assert.equal(org.records('SELECT Id FROM Line__c WHERE IsDeleted = true ALL ROWS').length, 1);
  // What went with its parent comes back with it only.
  assert.equal(
    org.dml('undelete', [line], { allOrNone: false })[0]!.errors[0]!.message,
    'Entity is not in the recycle bin'
  );
  org.dml('undelete', [invoice]);
  assert.equal(org.records('SELECT Id FROM Line__c').length, 1);
});

test('people get their full name, opportunities what their stage says, converted leads stay as they are', () => {
  const org = openOrg();
  const lead = org.record('Lead', { FirstName: 'Ann', LastName: 'Doe', Company: 'Acme' });
  org.insert(
    lead,
    org.record('Opportunity', {
      Name: 'o',
      StageName: 'Closed Won',
      CloseDate: ApexDate.of(2026, 5, 1),
      Amount: decimal('10')
    })
  );
  assert.deepEqual(org.rows('SELECT Name, Status FROM Lead'), [['Ann Doe', 'Open - Not Contacted']]);
  assert.deepEqual(org.rows('SELECT IsWon, IsClosed, Probability, FiscalQuarter FROM Opportunity'), [
    [true, true, '100', 2]
  ]);
  org.data.markLeadsConverted([lead.id!]);
  const [result] = org.dml('update', [org.record('Lead', { Id: lead.id, Company: 'x' })], { allOrNone: false });
  assert.deepEqual(result!.errors, [
    { statusCode: 'CANNOT_UPDATE_CONVERTED_LEAD', message: 'cannot reference converted lead', fields: [] }
  ]);
});

test('converting a lead makes account, contact and opportunity', () => {
  const org = openOrg();
  const lead = org.record('Lead', { FirstName: 'Ann', LastName: 'Doe', Company: 'Acme' });
  org.insert(lead);
  const request = {
    leadId: lead.id!,
    accountId: null,
    contactId: null,
    doNotCreateOpportunity: false,
    opportunityName: null,
    overwriteLeadSource: false,
    ownerId: null
  };
  assert.equal(
    kernel.services.convertLead({ ...request, convertedStatus: 'Open - Not Contacted' }).errors[0]!.statusCode,
    'INVALID_STATUS'
  );
  const outcome = kernel.services.convertLead({ ...request, convertedStatus: 'Closed - Converted' });
  assert.equal(outcome.success, true);
  assert.deepEqual(org.rows('SELECT IsConverted, ConvertedAccountId FROM Lead'), [[true, outcome.accountId]]);
  assert.deepEqual(org.rows('SELECT Name, Account.Name FROM Contact'), [['Ann Doe', 'Acme']]);
});

test('merging moves children to the winner', () => {
  const org = openOrg();
  const [winner, loser] = ['a', 'b'].map((Name) => org.record('Account', { Name }));
  org.insert(winner!, loser!);
  org.insert(org.record('Contact', { LastName: 'c', AccountId: loser!.id }));
  org.dml('merge', [winner!], { mergeSources: [loser!] });
  assert.deepEqual(org.rows('SELECT Account.Name FROM Contact'), [['a']]);
  assert.deepEqual(org.rows('SELECT MasterRecordId FROM Account WHERE IsDeleted = true ALL ROWS'), [[winner!.id]]);
});

test('a file makes its document and links', () => {
  const org = openOrg();
  const account = org.record('Account', { Name: 'Acme' });
  org.insert(account);
  org.insert(
    org.record('ContentVersion', {
      Title: 'log',
      PathOnClient: 'log.csv',
      VersionData: ApexBlob.fromString('a,b'),
      FirstPublishLocationId: account.id
    })
  );
  assert.deepEqual(org.rows('SELECT Title, FileExtension, ContentSize FROM ContentDocument'), [['log', 'csv', 3]]);
  assert.deepEqual(org.rows(`SELECT ShareType FROM ContentDocumentLink WHERE LinkedEntityId = '${account.id}'`), [
    ['V']
  ]);
  assert.equal(org.records('SELECT VersionData FROM ContentVersion WHERE IsLatest = true').length, 1);
});

test('events go to the event bus', () => {
  const org = openOrg();
  const event = { ...org.object('Account'), name: 'Thing__e', sort: 'platformEvent' as const };
  const published: SObjectValue[] = [];
  provideServices({
    publishEvents: (events) => (published.push(...events), events.map(() => ({ id: 'e00', success: true, errors: [] })))
  });
  org.dml('insert', [new SObjectValue(event)]);
  assert.equal(published.length, 1);
});

// Apex Developer Guide, "sObjects That Cannot Be Used Together in DML Operations".
test('setup objects and others do not mix, unless System.runAs begins afresh', () => {
  const org = openOrg();
  org.insert(org.record('Account', { Name: 'a' }));
  const group = (): SObjectValue => org.record('Group', { Name: 'g', DeveloperName: 'g', Type: 'Regular' });
  const [result] = org.dml('insert', [group()], { allOrNone: false });
  assert.equal(
    `${result!.errors[0]!.statusCode}, ${result!.errors[0]!.message}`,
    'MIXED_DML_OPERATION, DML operation on setup object is not permitted after you have updated a non-setup object (or vice versa): Group, original object: Account'
  );
  org.user('Standard User');
  org.runAs(kernel.tx.user.id, () => org.insert(group()));
});

test('savepoints can be rolled back more than once; what is rolled back further is gone', () => {
  const org = openOrg();
  const { services } = kernel;
  const first = services.savepoint();
  org.insert(org.record('Account', { Name: 'a' }));
  const second = services.savepoint();
  org.insert(org.record('Account', { Name: 'b' }));
  services.rollback(second);
  assert.deepEqual(org.rows('SELECT Name FROM Account'), [['a']]);
  org.insert(org.record('Account', { Name: 'c' }));
  services.rollback(second);
  services.rollback(first);
  assert.equal(org.records('SELECT Id FROM Account').length, 0);
  assert.throws(() => services.rollback(second), ApexException);
});

test('a transaction that throws leaves nothing', () => {
  const org = openOrg();
  assert.throws(() =>
    org.inTransaction(() => {
      org.insert(org.record('Account', { Name: 'a' }));
      throw newException('System.NullPointerException', 'x');
    })
  );
  assert.equal(org.records('SELECT Id FROM Account').length, 0);
});

test('one hierarchy setting an owner, the organization by default; one username a user', () => {
  const org = openOrg();
  org.insert(org.record('Setting__c', { Limit__c: decimal('5') }));
  assert.deepEqual(org.rows('SELECT SetupOwnerId FROM Setting__c'), [[kernel.tx.user.organizationId]]);
  const again = org.dml('insert', [org.record('Setting__c')], { allOrNone: false })[0]!;
  assert.match(again.errors[0]!.message, /^duplicate value found: SetupOwnerId duplicates value on record with id: a/);
  org.user('Standard User');
  const [user] = org.records(
    "SELECT Username, LastName, Alias, Email, ProfileId, TimeZoneSidKey, LocaleSidKey, LanguageLocaleKey, EmailEncodingKey FROM User WHERE LastName = 'User 1'"
  );
  const copy = user!.copy();
  copy.values.delete('Id');
  assert.equal(org.dml('insert', [copy], { allOrNone: false })[0]!.errors[0]!.statusCode, 'DUPLICATE_USERNAME');
});
