import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AnonymousUnit, ClassDeclaration, ClassUnit, TriggerUnit } from '../../../src/apex/ast';
import { parseUnit } from '../../../src/apex/parse';
import { statementsOf, typeText } from './shapes';

function classOf(source: string): ClassDeclaration {
  const { unit, errors } = parseUnit(source, 'A.cls', 'class');
  assert.deepEqual(errors, []);
  return (unit as ClassUnit).type as ClassDeclaration;
}

test('a class with every sort of member', () => {
  const type = classOf(`@IsTest(SeeAllData=true isParallel=false)
    public with sharing abstract class A extends B.C implements I, J<String> {
      private static final Integer X = 1, Y;
      public String name { get; private set { name = value; } }
      static { X = 2; }
      { Y = 3; }
      public A(final Integer a) { this(); }
      public abstract void run(List<String> xs);
      private enum E { ONE, TWO }
      interface I { Integer go(); }
      class Inner { }
    }`);
  assert.deepEqual(
    type.modifiers.words.map(({ word }) => word),
    ['public', 'with sharing', 'abstract']
  );
  assert.deepEqual(
    type.modifiers.annotations[0]!.args.map(({ name, value }) => [name, value]),
    [
      ['SeeAllData', 'true'],
      ['isParallel', 'false']
    ]
  );
  assert.equal(typeText(type.extendsType!), 'B.C');
  assert.deepEqual(type.implementsTypes.map(typeText), ['I', 'J<String>']);
  assert.deepEqual(
    type.members.map(({ kind }) => kind),
    [
      'FieldDeclaration', 'PropertyDeclaration', 'InitializerBlock', 'InitializerBlock', 'ConstructorDeclaration',
      'MethodDeclaration', 'EnumDeclaration', 'InterfaceDeclaration', 'ClassDeclaration'
    ] // prettier-ignore
  );
});

test('a property with two getters is refused', () => {
  const { errors } = parseUnit('class A { Integer x { get; get; } }', 'A.cls', 'class');
  assert.equal(errors.length, 1);
});

test('a trigger has its events, members and statements', () => {
  const { unit, errors } = parseUnit(
    'trigger T on Account (before insert, after undelete) { Integer i = 0; void f() {} static Integer n; f(); }',
    'T.trigger',
    'trigger'
  );
  assert.deepEqual(errors, []);
  const trigger = unit as TriggerUnit;
  assert.deepEqual(
    trigger.events.map(({ event }) => event),
    ['before insert', 'after undelete']
  );
  assert.deepEqual(
    trigger.members.map(({ kind }) => kind),
    ['MethodDeclaration', 'FieldDeclaration']
  );
  assert.deepEqual(
    trigger.body.statements.map(({ kind }) => kind),
    ['LocalVariable', 'ExpressionStatement']
  );
});

test('variables of anonymous code are local', () => {
  const { unit } = parseUnit('Integer a = 1; class B { } a++;', 'x', 'anonymous');
  const block = unit as AnonymousUnit;
  assert.deepEqual(
    block.body.statements.map(({ kind }) => kind),
    ['LocalVariable', 'ExpressionStatement']
  );
  assert.equal(block.members[0]!.kind, 'ClassDeclaration');
});

test('every sort of statement', () => {
  const kinds = statementsOf(`
    { } Integer i; i = 1; if (a) b(); else { } switch on i { when 1, -2 { } when else { } }
    for (Integer j = 0; j < 1; j++) { } for (Account a : [SELECT Id FROM Account]) { } while (a) { } do { } while (a);
    try { } catch (System.Exception e) { } finally { } insert as user x; upsert xs Ext__c; merge a b; undelete x;
    System.runAs(u) { } throw e; return;`).map(({ kind }) => kind);
  assert.deepEqual(kinds, [
    'Block', 'LocalVariable', 'ExpressionStatement', 'If', 'Switch', 'For', 'ForEach', 'While', 'DoWhile', 'Try', 'Dml',
    'Dml', 'Dml', 'Dml', 'RunAs', 'Throw', 'Return'
  ]); // prettier-ignore
});

test('access and external id of DML', () => {
  const [insert, upsert] = statementsOf('insert as system x; upsert xs Account.Ext__c;');
  assert.ok(insert?.kind === 'Dml' && insert.access === 'system');
  assert.ok(upsert?.kind === 'Dml' && upsert.access === null && upsert.upsertField?.text === 'Account.Ext__c');
});

test('a for header takes one expression, as in an org', () => {
  const { errors } = parseUnit('for (i = 0, j = 0; ; ) { }', 'x', 'anonymous');
  assert.deepEqual(
    errors.map(({ message }) => message),
    ["Unexpected token ','."]
  );
});
