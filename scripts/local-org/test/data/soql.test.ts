import assert from 'node:assert/strict';
import { test } from 'node:test';
import { kernel } from '../../src/runtime/kernel';
import {
  ApexDate,
  ApexDatetime,
  ApexException,
  ApexList,
  ApexSet,
  listOf,
  setOf,
  STRING,
  type SObjectValue
} from '../../src/runtime/values';
import { decimal, openOrg, type TestOrg } from './support';

function withInvoices(): TestOrg {
  const org = openOrg();
  const acme = org.record('Account', { Name: 'Acme' });
  const zoe = org.record('Account', { Name: 'Zoë' });
  org.insert(acme, zoe);
  org.insert(
    org.record('Invoice__c', {
      Owed__c: 'a',
      City__c: 'Zürich',
      Amount__c: decimal('10.50'),
      Stage__c: 'Paid',
      Due__c: ApexDate.of(2026, 3, 18),
      Account__c: acme.id,
      Tags__c: 'green;red'
    }),
    org.record('Invoice__c', {
      Owed__c: 'b',
      City__c: 'Bern',
      Amount__c: decimal('3'),
      Stage__c: 'New',
      Account__c: zoe.id,
      Tags__c: 'blue'
    }),
    org.record('Invoice__c', {
      Owed__c: 'c',
      Amount__c: null,
      Stage__c: 'Open',
      SentAt__c: new ApexDatetime(Date.parse('2026-03-17T23:30:00Z'))
    })
  );
  return org;
}

function owed(org: TestOrg, where: string, binds: Record<string, unknown> = {}): string {
  return org
    .rows(`SELECT Owed__c FROM Invoice__c WHERE ${where} ORDER BY Owed__c`, binds)
    .map(([v]) => v)
    .join('');
}

function message(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    assert.ok(error instanceof ApexException, String(error));
    return `${error.typeName}: ${error.getMessage()}`;
  }
  return assert.fail('nothing was thrown');
}

test('text is compared without letter case, beyond ASCII too', () => {
  const org = withInvoices();
  assert.equal(owed(org, "City__c = 'ZÜRICH'"), 'a');
  assert.equal(owed(org, "City__c LIKE 'zÜ%'"), 'a');
  assert.equal(owed(org, "City__c IN ('bern', 'zürich')"), 'ab');
});

// SOQL and SOSL Reference, "Comparison Operators": != finds records without a value.
test('null is a value for = and !=', () => {
  const org = withInvoices();
  assert.equal(owed(org, "City__c != 'Bern'"), 'ac');
  assert.equal(owed(org, 'City__c = null'), 'c');
  assert.equal(owed(org, "City__c = ''"), 'c');
  assert.equal(owed(org, "City__c NOT IN ('Bern')"), 'ac');
  assert.equal(owed(org, 'Amount__c < 5'), 'b');
});

test('binds of lists, sets and records, null among them', () => {
  const org = withInvoices();
  const cities = new ApexSet(setOf(STRING), ['BERN', null]);
  assert.equal(owed(org, 'City__c IN :cities', { cities }), 'bc');
  assert.equal(owed(org, 'City__c NOT IN :cities', { cities }), 'a');
  const accounts = org.records("SELECT Id FROM Account WHERE Name = 'Acme'");
  const those = new ApexList(listOf(STRING), accounts);
  assert.equal(owed(org, 'Account__c IN :those', { those }), 'a');
  assert.equal(owed(org, 'Amount__c = :n', { n: decimal('10.5') }), 'a');
  assert.equal(owed(org, 'Amount__c > :n', { n: decimal('10.499') }), 'a');
});

test('paths to parents, and records of them', () => {
  const org = withInvoices();
  assert.equal(owed(org, "Account__r.Name LIKE 'zo%'"), 'b');
  // "SELECT ... WHERE Contact.LastName = null" finds cases without contact (SOQL reference, "Relationship Queries and null").
  assert.equal(owed(org, 'Account__r.Name = null'), 'c');
  const [record] = org.records("SELECT Account__r.Name, Owner.Name, Owner.Type FROM Invoice__c WHERE Owed__c = 'a'");
  assert.equal(record!.getParent('Account__r')!.get('Name'), 'Acme');
  assert.equal(record!.getParent('Owner')!.get('Name'), 'Local Admin');
  assert.equal(record!.getParent('Owner')!.schema.name, 'User');
  assert.equal(record!.getParent('Owner')!.values.get('Type'), 'User');
  assert.equal(record!.get('OwnerId'), kernel.tx.user.id);
  assert.throws(() => record!.get('City__c'), /without querying the requested field: Invoice__c.City__c/);
});

test('children of each parent, limited for each', () => {
  const org = withInvoices();
  const [first] = org.records("SELECT Id FROM Invoice__c WHERE Owed__c = 'a'");
  org.insert(
    ...['x', 'y', 'z'].map((Name) => org.record('Line__c', { Name, Invoice__c: first!.id, Amount__c: decimal('1') }))
  );
  const invoices = org.records(
    'SELECT Id, (SELECT Name FROM Lines__r ORDER BY Name DESC LIMIT 2) FROM Invoice__c ORDER BY Owed__c'
  );
  const names = invoices.map((i) => (i.children.get('Lines__r')!.items as SObjectValue[]).map((l) => l.get('Name')));
  assert.deepEqual(names, [['z', 'y'], [], []]);
});

test('semi-joins and anti-joins', () => {
  const org = withInvoices();
  const names = (where: string): unknown =>
    org.rows(`SELECT Name FROM Account WHERE ${where} ORDER BY Name`).map(([n]) => n);
  assert.deepEqual(names("Id IN (SELECT Account__c FROM Invoice__c WHERE Stage__c = 'Paid')"), ['Acme']);
  assert.deepEqual(names("Id NOT IN (SELECT Account__c FROM Invoice__c WHERE Stage__c = 'Paid')"), ['Zoë']);
});

test('aggregates: aliases, groups, having, rollup', () => {
  const org = withInvoices();
  assert.deepEqual(
    org.rows('SELECT COUNT(Id), SUM(Amount__c) s, MIN(Amount__c), COUNT_DISTINCT(Stage__c) d FROM Invoice__c'),
    [[3, '13.50', '3.00', 3]]
  );
  const [row] = org.records('SELECT COUNT(Id), SUM(Amount__c) s, MAX(Amount__c) FROM Invoice__c');
  assert.deepEqual([...row!.queriedFields!], ['expr0', 's', 'expr1']);
  assert.deepEqual(
    org.rows('SELECT Stage__c, COUNT(Id) n FROM Invoice__c GROUP BY Stage__c HAVING COUNT(Id) > 0 ORDER BY Stage__c'),
    [
      ['New', 1],
      ['Open', 1],
      ['Paid', 1]
    ]
  );
  assert.deepEqual(
    org.rows(
      'SELECT Stage__c s, GROUPING(Stage__c) g, COUNT(Id) n FROM Invoice__c GROUP BY ROLLUP(Stage__c) ORDER BY Stage__c NULLS LAST'
    ).length,
    4
  );
  assert.equal(
    message(() => org.rows('SELECT City__c, COUNT(Id) FROM Invoice__c GROUP BY Stage__c')),
    'System.QueryException: Field must be grouped or aggregated: City__c'
  );
});

// SOQL reference, ORDER BY: nulls come first; picklists sort in the order of their values.
test('order: nulls first, picklists by their values', () => {
  const org = withInvoices();
  const order = (by: string): string =>
    org
      .rows(`SELECT Owed__c FROM Invoice__c ORDER BY ${by}`)
      .map(([v]) => v)
      .join('');
  assert.equal(order('Amount__c'), 'cba');
  assert.equal(order('Amount__c DESC'), 'cab');
  assert.equal(order('Amount__c DESC NULLS LAST'), 'abc');
  assert.equal(order('Stage__c'), 'bca');
  assert.equal(order('City__c DESC NULLS LAST'), 'abc');
  assert.equal(org.rows('SELECT Owed__c FROM Invoice__c ORDER BY Owed__c LIMIT 1 OFFSET 1')[0]![0], 'b');
});

test('date literals follow the time zone of the user', () => {
  const org = withInvoices();
  assert.equal(owed(org, 'Due__c = TODAY'), 'a');
  assert.equal(owed(org, 'Due__c = THIS_MONTH'), 'a');
  assert.equal(owed(org, 'SentAt__c = YESTERDAY'), 'c');
  assert.equal(owed(org, 'SentAt__c = LAST_N_DAYS:1'), 'c');
  assert.equal(owed(org, 'SentAt__c < TODAY'), 'c');
  kernel.tx.user = { ...kernel.tx.user, timeZone: 'Europe/Zurich' };
  assert.equal(owed(org, 'SentAt__c = YESTERDAY'), '');
  assert.equal(owed(org, 'SentAt__c = TODAY'), 'c');
  assert.deepEqual(
    org.rows(
      'SELECT DAY_IN_MONTH(SentAt__c) d, DAY_IN_MONTH(convertTimezone(SentAt__c)) l FROM Invoice__c WHERE SentAt__c != null GROUP BY DAY_IN_MONTH(SentAt__c), DAY_IN_MONTH(convertTimezone(SentAt__c))'
    ),
    [[17, 18]]
  );
});

test('multi-select picklists', () => {
  const org = withInvoices();
  assert.equal(owed(org, "Tags__c INCLUDES ('red;green', 'blue')"), 'ab');
  assert.equal(owed(org, "Tags__c INCLUDES ('red;blue')"), '');
  assert.equal(owed(org, "Tags__c EXCLUDES ('blue')"), 'ac');
});

test('formulas can be selected, filtered and sorted', () => {
  const org = withInvoices();
  assert.deepEqual(org.rows('SELECT Twice__c, AccountOwner__c FROM Invoice__c ORDER BY Twice__c DESC'), [
    ['21.00', 'ADMIN'],
    ['6.00', 'ADMIN'],
    ['0.00', null]
  ]);
  assert.equal(owed(org, 'Twice__c > 6'), 'a');
});

test('labels, and fields of a FIELDS() function', () => {
  const org = withInvoices();
  assert.deepEqual(org.rows("SELECT toLabel(Stage__c) FROM Invoice__c WHERE Owed__c = 'a'"), [['Paid label']]);
  const [record] = org.records('SELECT FIELDS(CUSTOM) FROM Invoice__c LIMIT 1');
  assert.ok(record!.queriedFields!.has('Twice__c') && !record!.queriedFields!.has('CreatedDate'));
  assert.match(
    message(() => org.records('SELECT FIELDS(ALL) FROM Invoice__c')),
    /must have a LIMIT of at most 200/
  );
});

test('large numbers keep all their digits', () => {
  const org = openOrg();
  org.insert(org.record('Invoice__c', { Owed__c: 'a', Big__c: decimal('12345678901234.5678') }));
  assert.deepEqual(org.rows('SELECT Big__c FROM Invoice__c'), [['12345678901234.5678']]);
  assert.equal(org.records('SELECT Id FROM Invoice__c WHERE Big__c = 12345678901234.5678').length, 1);
  assert.equal(org.records('SELECT Id FROM Invoice__c WHERE Big__c > 12345678901234.5678').length, 0);
});

test('mistakes are refused in the words of an org', () => {
  const org = withInvoices();
  const refused = (query: string): string => message(() => org.records(query));
  assert.match(
    refused('SELECT Nope__c FROM Invoice__c'),
    /^System.QueryException: No such column 'Nope__c' on entity 'Invoice__c'\. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name\./
  );
  assert.match(refused('SELECT Id FROM Nope__c'), /sObject type 'Nope__c' is not supported\./);
  assert.match(
    refused('SELECT Nope__r.Name FROM Invoice__c'),
    /Didn't understand relationship 'Nope__r' in field path/
  );
  assert.match(
    refused('SELECT Id, (SELECT Id FROM Nopes__r) FROM Account'),
    /Didn't understand relationship 'Nopes__r' in FROM part of query call/
  );
  assert.match(
    refused("SELECT Id FROM Invoice__c WHERE Notes__c = 'x'"),
    /field 'Notes__c' can not be filtered in a query call/
  );
  assert.match(
    refused("SELECT Id FROM Invoice__c WHERE Amount__c = '1'"),
    /value of filter criterion for field 'Amount__c' must be of type double and should not be enclosed in quotes/
  );
  assert.match(refused('SELECT FROM Invoice__c'), /unexpected token: /);
  assert.match(refused("SELECT Id FROM Invoice__c WHERE Id = 'x'"), /invalid ID field: x/);
});

test('queries and rows count towards the limits', () => {
  const org = withInvoices();
  const { limits } = kernel.tx;
  const [queries, rows] = [limits.get('soqlQueries'), limits.get('soqlRows')];
  org.records('SELECT Id, (SELECT Id FROM Lines__r) FROM Invoice__c');
  org.rows('SELECT COUNT(Id) FROM Invoice__c');
  assert.deepEqual(
    [limits.get('soqlQueries') - queries, limits.get('soqlRows') - rows, limits.get('aggregateQueries')],
    [2, 4, 1]
  );
  limits.set('soqlQueries', 100);
  assert.throws(() => org.records('SELECT Id FROM Invoice__c'), /Too many SOQL queries: 101/);
});

test('counts cost a row for each result, other aggregates the records that they read', () => {
  const org = withInvoices();
  const { limits } = kernel.tx;
  const cost = (query: string): number => {
    const before = limits.get('soqlRows');
    org.rows(query);
    return limits.get('soqlRows') - before;
  };
  assert.deepEqual(
    [
      cost('SELECT COUNT(Id) FROM Invoice__c'),
      cost('SELECT City__c, COUNT(Id), COUNT(Amount__c) FROM Invoice__c WHERE Amount__c != NULL GROUP BY City__c'),
      cost('SELECT DAY_ONLY(CreatedDate), COUNT(Id) FROM Invoice__c GROUP BY DAY_ONLY(CreatedDate)'),
      cost('SELECT DAY_ONLY(CreatedDate), SUM(Amount__c) FROM Invoice__c GROUP BY DAY_ONLY(CreatedDate)'),
      cost('SELECT COUNT_DISTINCT(City__c) FROM Invoice__c'),
      cost('SELECT COUNT(Id), MIN(Amount__c) FROM Invoice__c')
    ],
    [1, 2, 1, 3, 3, 3]
  );
});

test('a query locator walks in the order of its query', () => {
  withInvoices();
  const records = kernel.services.queryLocator('SELECT Owed__c FROM Invoice__c ORDER BY Owed__c DESC', null, {
    access: null,
    sharing: 'without'
  });
  assert.equal([...records].map((r) => r.get('Owed__c')).join(''), 'cba');
});

test('records of metadata types and custom settings are queried like others', () => {
  const org = openOrg();
  assert.deepEqual(org.rows('SELECT DeveloperName, Percent__c FROM Rate__mdt'), [['Standard', '19.50']]);
});

// SOQL and SOSL Reference, "Relationship Queries": the relationship may stand behind the parent's name or alias.
test('a sub-query names its relationship alone or behind the parent', () => {
  const org = withInvoices();
  for (const from of ['Lines__r', 'Invoice__c.Lines__r', 'i.Lines__r']) {
    const rows = org.records(`SELECT Owed__c, (SELECT Id FROM ${from}) FROM Invoice__c i`);
    assert.equal(rows.length, 3);
  }
  assert.throws(() => org.records('SELECT Id, (SELECT Id FROM Account.Lines__r) FROM Invoice__c'), /relationship/);
});
