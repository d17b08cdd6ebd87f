/**
 * The facts of this file were measured on an org: "Trigger Contexts", public notes on API 67 of 2026; chunks and retries also
 * stand in the Apex Developer Guide, "Bulk DML Exception Handling".
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kernel } from '../../src/runtime/kernel';
import { newException, type SObjectValue } from '../../src/runtime/values';
import { openOrg, type TestOrg } from './support';

const EVENTS = [
  'before insert',
  'after insert',
  'before update',
  'after update',
  'before delete',
  'after delete',
  'after undelete'
];

function account(org: TestOrg, Name: string): SObjectValue {
  return org.record('Account', { Name });
}

test('events, in order, with their variables', () => {
  const org = openOrg();
  const log: string[] = [];
  for (const event of EVENTS) {
    org.trigger('Account', event, (t) => {
      const has = [t.newRecords, t.oldRecords, t.newMap, t.oldMap].map((v) => (v === null ? '-' : 'x')).join('');
      log.push(`${t.operationType} ${has}`);
    });
  }
  const a = account(org, 'a');
  org.insert(a);
  org.dml('update', [a]);
  org.dml('delete', [a]);
  org.dml('undelete', [a]);
  assert.deepEqual(log, [
    'BEFORE_INSERT x---',
    'AFTER_INSERT x-x-',
    'BEFORE_UPDATE xxxx',
    'AFTER_UPDATE xxxx',
    'BEFORE_DELETE -x-x',
    'AFTER_DELETE -x-x',
    'AFTER_UNDELETE x-x-'
  ]);
});

test('before triggers change what is stored; the caller sees its id only', () => {
  const org = openOrg();
  org.trigger('Account', 'before insert', (t) => t.newRecords!.forEach((r) => r.setField('Site', 'set')));
  org.trigger('Account', 'before update', (t) =>
    t.newRecords!.forEach((r, i) => r.setField('Site', `${t.oldRecords![i]!.get('Site') as string}!`))
  );
  const a = account(org, 'a');
  org.insert(a);
  assert.equal(a.values.has('Site'), false);
  org.dml('update', [a]);
  assert.deepEqual(org.rows('SELECT Site FROM Account'), [['set!']]);
});

test('after triggers see ids, stamps and formulas, and may not write', () => {
  const org = openOrg();
  org.trigger('Invoice__c', 'after insert', (t) => {
    const [record] = t.newRecords!;
    assert.ok(record!.id && record!.get('CreatedDate') && record!.get('Twice__c'));
    assert.throws(() => record!.setField('City__c', 'x'), /Record is read-only/);
    assert.throws(() => org.dml('update', t.newRecords!), /DML statement cannot operate on trigger.new or trigger.old/);
  });
  org.insert(org.record('Invoice__c', { Owed__c: 'x' }));
});

test('201 records are two whole cycles', () => {
  const org = openOrg();
  const log: string[] = [];
  for (const event of ['before insert', 'after insert'])
    org.trigger('Account', event, (t) => log.push(`${t.operationType} ${t.size}`));
  org.dml(
    'insert',
    [...Array(201).keys()].map((i) => account(org, `a${i}`))
  );
  assert.deepEqual(log, ['BEFORE_INSERT 200', 'AFTER_INSERT 200', 'BEFORE_INSERT 1', 'AFTER_INSERT 1']);
});

test('a partial save undoes the first attempt and runs again for the survivors', () => {
  const org = openOrg();
  const log: string[] = [];
  org.trigger('Account', 'before insert', (t) => {
    log.push(`before ${t.size}`);
    t.newRecords!.find((r) => r.get('Name') === 'bad')?.addError('no');
  });
  org.trigger('Account', 'after insert', (t) => {
    log.push(`after ${t.size}`);
    org.insert(org.record('Contact', { LastName: 'side effect' }));
  });
  const results = org.dml(
    'insert',
    ['good', 'bad'].map((n) => account(org, n)),
    { allOrNone: false }
  );
  assert.deepEqual(log, ['before 2', 'after 1', 'before 1', 'after 1']);
  assert.deepEqual(
    results.map((r) => r.errors[0]?.message ?? r.success),
    [true, 'no']
  );
  assert.equal(org.records('SELECT Id FROM Contact').length, 1);
});

test('after two retries the remaining records fail', () => {
  const org = openOrg();
  org.trigger('Account', 'before insert', (t) => t.newRecords![0]!.addError('first'));
  const results = org.dml(
    'insert',
    [1, 2, 3, 4, 5].map((n) => account(org, `a${n}`)),
    { allOrNone: false }
  );
  assert.deepEqual(
    results.map((r) => r.errors[0]!.message.slice(0, 16)),
    ['first', 'first', 'first', 'Too many retries', 'Too many retries']
  );
});

test('addError in an after trigger undoes what the triggers did', () => {
  const org = openOrg();
  org.trigger('Account', 'after insert', (t) => {
    org.insert(org.record('Contact', { LastName: 'side effect' }));
    t.newRecords![0]!.addError('no', 'Name');
  });
  const [result] = org.dml('insert', [account(org, 'a')]);
  assert.deepEqual(result!.errors, [
    { statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'no', fields: ['Name'] }
  ]);
  assert.equal(org.records('SELECT Id FROM Contact').length, 0);
});

test('an exception of a trigger fails its records and names trigger, event and cause', () => {
  const org = openOrg();
  org.trigger('Account', 'before insert', () => {
    throw newException('System.NullPointerException', 'Attempt to de-reference a null object');
  });
  const [result] = org.dml('insert', [account(org, 'a')], { allOrNone: false });
  assert.equal(result!.errors[0]!.statusCode, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY');
  assert.match(
    result!.errors[0]!.message,
    /^AccountTrigger: execution of BeforeInsert\n\ncaused by: System\.NullPointerException: Attempt to de-reference a null object\n/
  );
});

test('a record cannot update itself in its before trigger, nor delete itself while it is deleted', () => {
  const org = openOrg();
  const messages: string[] = [];
  const attempt = (operation: 'update' | 'delete', id: string): void => {
    messages.push(
      org.dml(operation, [org.record('Account', { Id: id })], { allOrNone: false })[0]!.errors[0]!.statusCode
    );
  };
  org.trigger('Account', 'before update', (t) => attempt('update', t.newRecords![0]!.id!));
  org.trigger('Account', 'after delete', (t) => {
    attempt('delete', t.oldRecords![0]!.id!);
    attempt('update', t.oldRecords![0]!.id!);
  });
  const a = account(org, 'a');
  org.insert(a);
  org.dml('update', [a]);
  org.dml('delete', [a]);
  assert.equal(messages[0], 'SELF_REFERENCE_FROM_TRIGGER');
  assert.equal(messages[2], 'ENTITY_IS_DELETED');
});

test('recursion ends at sixteen triggers', () => {
  const org = openOrg();
  let depth = 0;
  const errors: string[] = [];
  org.trigger('Account', 'after update', (t) => {
    depth = Math.max(depth, kernel.tx.triggers.length);
    const [result] = org.dml('update', [org.record('Account', { Id: t.newRecords![0]!.id })], { allOrNone: false });
    if (!result!.success) errors.push(result!.errors[0]!.message);
  });
  const a = account(org, 'a');
  org.insert(a);
  org.dml('update', [a]);
  assert.equal(depth, 16);
  assert.match(errors[0]!, /maximum trigger depth exceeded\nAccount trigger event AfterUpdate/);
});

test('deleted rows are gone from queries in their after trigger; addError on old rows keeps them', () => {
  const org = openOrg();
  let seen = -1;
  org.trigger('Account', 'after delete', (t) => {
    seen = org.records('SELECT Id FROM Account').length;
    t.oldRecords![0]!.addError('stay');
  });
  const a = account(org, 'a');
  org.insert(a);
  assert.equal(org.dml('delete', [a], { allOrNone: false })[0]!.errors[0]!.message, 'stay');
  assert.equal(seen, 0);
  assert.equal(org.records('SELECT Id FROM Account').length, 1);
});
