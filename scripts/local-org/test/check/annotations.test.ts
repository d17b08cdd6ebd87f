import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type {
  AssignExpression,
  BinaryExpression,
  CallExpression,
  ClassUnit,
  DmlStatement,
  FieldAccessExpression,
  ForEachStatement,
  MethodDeclaration,
  NameExpression,
  NewSObjectExpression,
  Position,
  SoqlExpression
} from '../../src/apex/ast';
import { typeName } from '../../src/apex/symbols/basic';
import type { CompilationUnit } from '../../src/apex/ast';
import { check, inMethod } from './support';
import { nodeOf, nodesOf } from './walk';

function tree(code: string): CompilationUnit[] {
  const { errors, units } = check(code);
  assert.deepEqual(errors, []);
  return units;
}

function inBody(statements: string): CompilationUnit[] {
  return tree(inMethod(statements));
}

describe('values', () => {
  it('notes the conversions that a value needs', () => {
    const conversions = (statement: string): unknown =>
      nodeOf<AssignExpression>(inBody(statement), 'Assign').value.conv;
    assert.deepEqual(conversions('l = i;'), { kind: 'IntegerToLong' });
    assert.deepEqual(conversions('d = dec;'), { kind: 'DecimalToDouble' });
    assert.deepEqual(conversions('id = s;'), { kind: 'StringToId' });
    assert.deepEqual(conversions('dtm = dt;'), { kind: 'DateToDatetime' });
    assert.equal(conversions('s = id;'), undefined);
    assert.equal(conversions('o = i;'), undefined);
    assert.equal(conversions('l = null;'), undefined);
  });

  it('checks a list of any records when it becomes a list of one sort', () => {
    const { value } = nodeOf<AssignExpression>(inBody('List<SObject> all; las = all;'), 'Assign');
    assert.equal(value.conv?.kind, 'CheckedCast');
  });

  it('tells an operator what its operands are', () => {
    const operation = (expression: string): BinaryExpression =>
      nodeOf<BinaryExpression>(inBody(`o = ${expression};`), 'Binary');
    const sum = operation('i + l');
    assert.equal(sum.operandKind, 'Long');
    assert.deepEqual(sum.left.conv, { kind: 'IntegerToLong' });
    assert.equal(sum.right.conv, undefined);
    const text = operation("'a' + i");
    assert.equal(text.operandKind, 'String');
    assert.equal(text.right.conv?.kind, 'ToString');
    assert.equal(operation('dt + 1').operandKind, 'Date');
    assert.equal(operation('i == dec').operandKind, 'Decimal');
    assert.deepEqual(operation('id == s').right.conv, { kind: 'StringToId' });
    assert.equal(operation('a == o').operandKind, 'Object');
    assert.equal(operation('b && b').operandKind, 'Boolean');
  });

  it('tells a compound assignment how the result comes back', () => {
    const assign = nodeOf<AssignExpression>(inBody('d += dec;'), 'Assign');
    assert.equal(assign.operandKind, 'Decimal');
    assert.deepEqual(assign.targetConv, { kind: 'DoubleToDecimal' });
    assert.deepEqual(assign.resultConv, { kind: 'DecimalToDouble' });
  });
});

describe('names', () => {
  it('prefers a variable to a field and a field to a type', () => {
    const units = tree(
      'public class Foo { Integer x; Integer Account; void f() { x = 1; Integer x = 2; x = 3; Account = 4; } }'
    );
    const kinds = nodesOf<NameExpression>(units, 'Name').map(({ ref }) => ref?.kind);
    assert.deepEqual(kinds, ['field', 'local', 'field']);
  });

  it('gives variables of different blocks different names', () => {
    const units = inBody('{ Integer x = 1; x = 2; } { String x; x = null; } Integer eval = 1; eval = 2;');
    const names = nodesOf<NameExpression>(units, 'Name').map(({ ref }) =>
      ref?.kind === 'local' ? ref.symbol.jsName : ''
    );
    assert.equal(new Set(names).size, 3);
    assert.ok(!names.includes('eval'));
  });

  it('spells the fields of records as the schema does', () => {
    const units = inBody("a.NAME = 'x'; s = a.owner.username;");
    const refs = nodesOf<FieldAccessExpression>(units, 'FieldAccess').map(({ ref }) => ref);
    assert.deepEqual(refs, [
      { kind: 'sobjectField', name: 'Name' },
      { kind: 'sobjectField', name: 'Username' },
      { kind: 'sobjectField', name: 'Owner' }
    ]);
    const created = nodeOf<NewSObjectExpression>(inBody("a = new Account(NAME = 'x', ownerid = id);"), 'NewSObject');
    assert.deepEqual(
      created.fields.map(({ fieldName }) => fieldName),
      ['Name', 'OwnerId']
    );
  });

  it('knows tokens and describes', () => {
    const refs = (expression: string): unknown =>
      nodesOf<FieldAccessExpression>(inBody(`o = ${expression};`), 'FieldAccess')[0]?.ref;
    assert.deepEqual(refs('Account.name'), { kind: 'fieldToken', object: 'Account', field: 'Name' });
    assert.deepEqual(refs('Schema.Account.SObjectType'), { kind: 'objectToken', object: 'Account' });
    assert.deepEqual(refs('Account.SObjectType.fields.Name'), { kind: 'fieldToken', object: 'Account', field: 'Name' });
    assert.deepEqual(refs('Schema.SObjectType.Account.fields.name'), {
      kind: 'describe',
      object: 'Account',
      part: 'field',
      member: 'Name'
    });
  });
});

describe('queries', () => {
  const result = (statement: string): string => {
    const query = nodeOf<SoqlExpression>(inBody(statement), 'Soql');
    return `${query.result} ${typeName(query.type ?? { kind: 'void' })}`;
  };

  it('answers what its place wants', () => {
    assert.equal(result('las = [SELECT Id FROM Account];'), 'list List<Account>');
    assert.equal(result('a = [SELECT Id FROM Account];'), 'single Account');
    assert.equal(result('s = [SELECT Name FROM Account].Name;'), 'single Account');
    assert.equal(result('i = [SELECT Name FROM Account].size();'), 'list List<Account>');
    assert.equal(result('i = [SELECT COUNT() FROM Account];'), 'count Integer');
    assert.equal(result('o = [SELECT COUNT(Id) FROM Account];'), 'list List<AggregateResult>');
  });

  it('numbers binds in the order of the text', () => {
    const text =
      'SELECT Id, (SELECT Id FROM Contacts WHERE LastName = :s LIMIT :i) FROM Account WHERE Name = :s AND Id IN :las LIMIT :i';
    const binds = nodesOf<{ slot: number; pos: Position }>(inBody(`las = [${text}];`), 'Bind');
    const inOrder = binds.sort((one, other) => one.pos.column - other.pos.column);
    assert.deepEqual(
      inOrder.map(({ slot }) => slot),
      [0, 1, 2, 3, 4]
    );
  });

  it('tells loops apart', () => {
    const mode = (head: string): unknown =>
      nodeOf<ForEachStatement>(inBody(`for (${head}) { i = 1; }`), 'ForEach').mode;
    assert.equal(mode('Account x : las'), 'list');
    assert.equal(mode('Integer x : new Set<Integer>()'), 'set');
    assert.equal(mode('Account x : [SELECT Id FROM Account]'), 'query');
    assert.equal(mode('List<Account> x : [SELECT Id FROM Account]'), 'queryChunks');
  });

  it('lets a dynamic query stand for its only row', () => {
    const assign = nodeOf<AssignExpression>(inBody("a = Database.query('SELECT Id FROM Account');"), 'Assign');
    assert.deepEqual(assign.value.conv, { kind: 'ListToSingle' });
  });

  it('spells the field of an upsert', () => {
    assert.equal(nodeOf<DmlStatement>(inBody('upsert a iD;'), 'Dml').upsertFieldName, 'Id');
  });
});

describe('methods', () => {
  const names = (code: string): string[] =>
    nodesOf<MethodDeclaration>(tree(code), 'MethodDeclaration').map(({ symbol }) =>
      [symbol?.jsName, ...(symbol?.jsAliases ?? [])].join(' ')
    );

  it('shares a name in a family', () => {
    const code =
      'public virtual class A { public virtual void go(List<String> x, A y) {} }\n---\npublic class B extends A { public override void go(List<String> x, A y) {} }';
    assert.deepEqual(names(code), ['go$list_string$a', 'go$list_string$a']);
  });

  it('names what the platform calls by its number of parameters', () => {
    const code =
      'public class A implements Comparable, Iterator<String>, Database.Batchable<SObject> { public Integer compareTo(Object o) { return 0; } ' +
      'public Boolean hasNext() { return false; } public String next() { return null; } public override String toString() { return null; } ' +
      'public Database.QueryLocator start(Database.BatchableContext c) { return null; } ' +
      'public void execute(Database.BatchableContext c, List<Account> rows) {} public void finish(Database.BatchableContext c) {} }';
    assert.deepEqual(names(code), [
      'compareto$1',
      'hasnext$0',
      'next$0',
      'tostring$0',
      'start$1',
      'execute$2',
      'finish$1'
    ]);
  });

  it('tells Queueable and Schedulable apart in one class', () => {
    const code =
      'public class A implements Queueable, Schedulable { public void execute(QueueableContext c) {} public void execute(SchedulableContext c) {} }';
    assert.deepEqual(names(code), ['execute$1', 'execute$schedulable']);
  });

  it('keeps a private method of a superclass in another file apart', () => {
    const code =
      'public virtual class A { private void h() {} public void run() { h(); } }\n---\npublic class B extends A { private void h() {} }';
    const [first, , second] = names(code);
    assert.notEqual(first, second);
  });

  it('makes an inherited method answer to an interface', () => {
    const code =
      'public virtual class A { public Integer compareTo(Object o) { return 0; } }\n---\npublic class B extends A implements Comparable { }';
    assert.deepEqual(names(code), ['compareto$object compareto$1']);
  });

  it('chooses the overload and the dispatch', () => {
    const code =
      "public class Foo { void a(Long x) {} static void a(String x) {} void f() { a(1); a('x'); this.a(1); Foo.a('x'); String.valueOf(1); } }";
    const calls = nodesOf<CallExpression>(tree(code), 'Call');
    assert.deepEqual(
      calls.map(({ method, dispatch }) => `${method?.jsName ?? method?.owner.fullName} ${dispatch}`),
      ['a$long virtual', 'a$string static', 'a$long virtual', 'a$string static', 'System.String static']
    );
    assert.deepEqual(calls[0]?.args[0]?.conv, { kind: 'IntegerToLong' });
  });

  it('gives every type its symbol', () => {
    const [unit] = tree('public class Foo { class Bar {} enum Baz { A } }') as [ClassUnit];
    assert.equal(unit.type.symbol?.fullName, 'Foo');
    assert.deepEqual(
      [...(unit.type.symbol?.inner.values() ?? [])].map(({ fullName }) => fullName),
      ['Foo.Bar', 'Foo.Baz']
    );
  });
});
