import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SoqlQuery } from '../../../src/apex/ast';
import { findObject, provideServices } from '../../../src/runtime/kernel';
import type { DmlRequest, QueryOptions } from '../../../src/runtime/services';
import { ApexList, listOf, rtTypeOfSObject, SObjectValue } from '../../../src/runtime/values';
import { callStatic, compileClean, run, thrownBy } from './apex';

interface Asked {
  query: SoqlQuery;
  binds: unknown[];
  options: QueryOptions;
}

function accounts(count: number): ApexList {
  const schema = findObject('Account')!;
  const rows = Array.from({ length: count }, (_, i) => {
    const record = new SObjectValue(schema);
    record.setField('Name', `a${i}`);
    return record;
  });
  return new ApexList(listOf(rtTypeOfSObject(schema)), rows);
}

/** Answers every query with so many accounts, and notes what was asked. */
function answerWith(count: number): Asked[] {
  const asked: Asked[] = [];
  provideServices({
    query: (query, binds, options) => (asked.push({ query, binds, options }), accounts(count)),
    countQuery: (query, binds, options) => (asked.push({ query, binds, options }), count)
  });
  return asked;
}

test('binds are evaluated in order and reach the query by slot', () => {
  const asked = answerWith(2);
  const members = "static String log = ''; static String f(String s) { log += s; return s; }";
  const body =
    "List<Account> rows = [SELECT Name FROM Account WHERE Name = :f('x') AND Phone IN :new List<String>{ f('y') } LIMIT :1 + 1]; return rows.size() + log;";
  assert.equal(run(body, 'String', members), '2xy');
  const [first] = asked;
  assert.deepEqual([first!.binds[0], (first!.binds[1] as ApexList).items, first!.binds[2]], ['x', ['y'], 2]);
  assert.deepEqual(first!.query.limit, { kind: 'Bind', expression: null, name: null, slot: 2 });
});

test('the context decides on list, record or count', () => {
  answerWith(1);
  assert.equal(run('Account a = [SELECT Name FROM Account]; return a.Name;', 'String'), 'a0');
  assert.equal(run('return [SELECT Name FROM Account].Name;', 'String'), 'a0');
  assert.equal(run('return [SELECT COUNT() FROM Account];', 'Integer'), 1);
  answerWith(0);
  assert.equal(
    thrownBy('Account a = [SELECT Name FROM Account]; return a;'),
    'System.QueryException: List has no rows for assignment to SObject'
  );
  answerWith(2);
  assert.equal(
    thrownBy('Account a = [SELECT Name FROM Account]; return a;'),
    'System.QueryException: List has more than 1 row for assignment to SObject'
  );
});

test('loops over queries take records one by one or 200 at a time', () => {
  answerWith(450);
  assert.equal(
    run("String s = ''; for (Account a : [SELECT Name FROM Account]) { s = a.Name; } return s;", 'String'),
    'a449'
  );
  assert.equal(
    run(
      "String s = ''; for (List<Account> chunk : [SELECT Name FROM Account]) { s += chunk.size() + ' '; } return s;",
      'String'
    ),
    '200 200 50 '
  );
});

test('dynamic queries bind to names around the call', () => {
  const found: unknown[] = [];
  compileClean({});
  const members =
    "static String shared = 's'; Account rec = new Account(Name = 'n'); void ask(String param) { String local = 'l'; if (true) { String deep = 'i'; Database.query('q'); } }";
  provideServices({
    dynamicQuery: (_text, binds) => {
      found.push(...['LOCAL', 'deep', 'param', 'shared', 'rec.Name', 'other'].map((name) => binds?.(name)));
      return accounts(0);
    }
  });
  run("new Run().ask('p'); return null;", 'Object', members);
  assert.deepEqual(found, ['l', 'i', 'p', 's', 'n', undefined]);
});

test('DML tells operation, access and external id field', () => {
  const calls: [string, SObjectValue[], DmlRequest][] = [];
  compileClean({});
  provideServices({
    dml: (operation, records, request) => {
      calls.push([operation, records, request]);
      return records.map(() => ({ id: null, success: true, errors: [] }));
    }
  });
  run(
    'Account a = new Account(); insert as user a; update new List<Account>{ a, a }; upsert a AccountNumber; delete as system a; merge a new Account(); return null;'.replace(
      'upsert a AccountNumber; ',
      'upsert a Id; '
    )
  );
  assert.deepEqual(
    calls.map(([operation, records, request]) => [operation, records.length, request.access, request.externalIdField]),
    [
      ['insert', 1, 'user', null],
      ['update', 2, null, null],
      ['upsert', 1, null, 'Id'],
      ['delete', 1, 'system', null],
      ['merge', 1, null, null]
    ]
  );
  assert.equal(calls[4]![2].mergeSources?.length, 1);
});

test('a failed DML statement throws with the first failure', () => {
  compileClean({});
  provideServices({
    dml: (_operation, records) =>
      records.map((_, i) =>
        i === 1
          ? {
              id: null,
              success: false,
              errors: [
                {
                  statusCode: 'REQUIRED_FIELD_MISSING',
                  message: 'Required fields are missing: [Name]',
                  fields: ['Name']
                }
              ]
            }
          : { id: null, success: true, errors: [] }
      )
  });
  assert.equal(
    thrownBy('insert new List<Account>{ new Account(), new Account() }; return null;'),
    'System.DmlException: Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]'
  );
});

test('the sharing of a class holds inside it and ends with it', () => {
  const asked = answerWith(0);
  const query = 'for (Account a : [SELECT Id FROM Account]) { }';
  const result = compileClean({
    With: `public with sharing class With { public static void go() { ${query} Plain.go(); Without.go(); ${query} } }`,
    Without: `public without sharing class Without { public static void go() { ${query} Plain.go(); } }`,
    Plain: `public class Plain { public static void go() { ${query} } }`
  });
  answerWith(0);
  const again = answerWith(0);
  callStatic(result, 'With', 'go');
  assert.deepEqual(asked, []);
  assert.deepEqual(
    again.map(({ options }) => options.sharing),
    ['with', 'with', 'without', 'without', 'with']
  );
});

test('a null parent reads as null all the way', () => {
  assert.equal(
    run("Contact c = new Contact(); return '' + c.Account.Name + c.Account.Owner.Name;", 'String'),
    'nullnull'
  );
});
