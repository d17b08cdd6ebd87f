import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SoqlCondition, SoqlQuery } from '../../../src/apex/ast';
import { parseSoql, SoqlSyntaxError } from '../../../src/apex/parse';
import { valueOf } from './shapes';

function compareOf(query: SoqlQuery): Extract<SoqlCondition, { kind: 'Compare' }> {
  assert.ok(query.where?.kind === 'Compare');
  return query.where;
}

test('every clause has its place in the tree', () => {
  const query = parseSoql(
    "SELECT Id, Owner.Name n, COUNT(Id) c FROM Account a USING SCOPE mine WHERE Name = 'x' WITH USER_MODE " +
      'GROUP BY ROLLUP(Name) HAVING COUNT(Id) > 1 ORDER BY Name DESC NULLS LAST, CALENDAR_YEAR(CreatedDate) ' +
      'LIMIT 5 OFFSET :skip ALL ROWS FOR UPDATE'
  );
  assert.deepEqual(
    query.select.map((item) => ('alias' in item ? item.alias : null)),
    [null, 'n', 'c']
  );
  assert.deepEqual([query.from[0]!.object, query.from[0]!.alias, query.using], ['Account', 'a', 'mine']);
  assert.deepEqual([query.withClause, query.groupBy?.kind, query.having?.kind], ['USER_MODE', 'rollup', 'Compare']);
  assert.deepEqual([query.orderBy[0]!.descending, query.orderBy[0]!.nulls, query.orderBy.length], [true, 'LAST', 2]);
  assert.deepEqual(query.limit, { kind: 'Number', text: '5' });
  assert.ok(query.offset?.kind === 'Bind' && query.offset.name === 'skip');
  assert.deepEqual([query.allRows, query.forClause], [true, 'UPDATE']);
});

test('count() without an argument is a query of its own sort', () => {
  const query = parseSoql('SELECT count() FROM Lead');
  assert.deepEqual([query.isCount, query.select.length], [true, 0]);
  assert.equal(parseSoql('SELECT count() c, Id FROM Lead').isCount, false);
});

test('sub-queries, typeof and relationships', () => {
  const query = parseSoql(
    'SELECT (SELECT Id FROM Contacts LIMIT 2), TYPEOF What WHEN Account THEN Phone, Name ELSE Id END FROM Event ' +
      'WHERE AccountId NOT IN (SELECT AccountId FROM Contact)'
  );
  assert.deepEqual(
    query.select.map((item) => item.kind),
    ['SubQuery', 'Typeof']
  );
  assert.equal(compareOf(query).operator, 'NOT IN');
  assert.equal(compareOf(query).value.kind, 'SubQuery');
});

test('values keep their sort', () => {
  const kinds = [
    'null',
    'TRUE',
    '-1.5',
    "'a'",
    '2020-01-31',
    '2020-01-31T10:00:00Z',
    'LAST_N_DAYS:30',
    '(1, 2)',
    ':a.b',
    'USD500'
  ];
  const found = kinds.map((text) => compareOf(parseSoql(`SELECT Id FROM Lead WHERE F = ${text}`)).value.kind);
  assert.deepEqual(found, [
    'Null',
    'Boolean',
    'Number',
    'String',
    'Date',
    'Datetime',
    'DateFormula',
    'List',
    'Bind',
    'Currency'
  ]);
});

test('AND and OR mix in parentheses only, NOT takes one condition', () => {
  const query = parseSoql('SELECT Id FROM Lead WHERE (A = 1 OR B = 2) AND (NOT C = 3)');
  assert.ok(query.where?.kind === 'And');
  assert.deepEqual(
    query.where.conditions.map((item) => item.kind),
    ['Or', 'Not']
  );
  assert.throws(() => parseSoql('SELECT Id FROM Lead WHERE A = 1 OR B = 2 AND C = 3'), SoqlSyntaxError);
});

test('LIKE sees its own escapes, strings the others', () => {
  const value = compareOf(parseSoql(String.raw`SELECT Id FROM Lead WHERE A LIKE '50\% \_x\'%'`)).value;
  assert.deepEqual(value, { kind: 'String', value: String.raw`50\% \_x'%` });
});

test('a dynamic query that is no SOQL names the token and where it stands', () => {
  assert.throws(
    () => parseSoql('SELECT Id FORM Lead'),
    (error: SoqlSyntaxError) => error.message === "unexpected token: 'Lead'" && error.column === 16
  );
  assert.throws(() => parseSoql('SELECT Id FROM'), /unexpected token: '<EOF>'/);
  assert.throws(() => parseSoql('SELECT Id FROM Lead) x'), SoqlSyntaxError);
});

test('binds of static queries are expressions', () => {
  const e = valueOf('[SELECT Id FROM Lead WHERE Id IN :ids.keySet()]');
  assert.ok(e.kind === 'Soql');
  const { value } = compareOf(e.query);
  assert.ok(value.kind === 'Bind' && value.expression?.kind === 'Call' && value.name === null);
});

// SOQL and SOSL Reference, "Reserved Keywords".
test('a clause without content is no alias', () => {
  for (const text of ['SELECT Id FROM Account WHERE', 'SELECT Id FROM Account LIMIT']) {
    assert.throws(() => parseSoql(text), SoqlSyntaxError);
  }
  assert.equal(parseSoql('SELECT Id FROM Account WHERE Id IN :ids ORDER BY Name').orderBy.length, 1);
});
