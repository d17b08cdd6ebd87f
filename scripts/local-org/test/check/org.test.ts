import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkAnonymousBlock, buildSymbols, checkProgram } from '../../src/apex/check';
import type { AnonymousUnit } from '../../src/apex/ast';
import { parseUnit } from '../../src/apex/parse';
import { standardObjects } from '../../src/platform/standardObjects';
import { newField, newObject } from '../../src/schema/defaults';
import type { FieldSchema, Schema, SObjectSchema } from '../../src/schema/model';
import { check, messagesOf, platform } from './support';

function object(
  name: string,
  sort: SObjectSchema['sort'],
  fields: FieldSchema[],
  values: Partial<SObjectSchema> = {}
): SObjectSchema {
  const schema = newObject(name, name, name, sort, values);
  for (const field of fields) schema.fields.set(field.name.toLowerCase(), field);
  return schema;
}

function orgSchema(): Schema {
  const objects = standardObjects();
  const id = newField('Id', 'Id', 'ID');
  const add = (schema: SObjectSchema): void => void objects.set(schema.name.toLowerCase(), schema);
  add(
    object('Thing__c', 'custom', [
      id,
      newField('Key__c', 'Key', 'STRING', { externalId: true }),
      newField('Total__c', 'Total', 'DOUBLE', { calculated: true, formula: '1', createable: false, updateable: false }),
      newField('Account__c', 'Account', 'REFERENCE', { referenceTo: ['Account'], relationshipName: 'Account__r' })
    ])
  );
  add(object('Setting__c', 'customSetting', [id, newField('On__c', 'On', 'BOOLEAN')], { settingType: 'Hierarchy' }));
  add(object('Kind__mdt', 'customMetadata', [id, newField('Size__c', 'Size', 'DOUBLE')]));
  add(object('Ping__e', 'platformEvent', [newField('Text__c', 'Text', 'STRING')]));
  objects.get('account')?.childRelationships.set('things__r', {
    name: 'Things__r',
    childObject: 'Thing__c',
    field: 'Account__c',
    cascadeDelete: false,
    restrictedDelete: false
  });
  const label = { name: 'Greeting', value: 'Hello', categories: null, language: 'en_US', translations: {} };
  return { objects, metadataRecords: new Map(), labels: new Map([['greeting', label]]) };
}

const schema = orgSchema();

function messages(statements: string): string[] {
  return messagesOf(`public class Foo { void f() { ${statements} } }`, { schema });
}

describe('objects of the project', () => {
  it('knows fields, relationships and children', () => {
    const code =
      "Thing__c t = new Thing__c(Key__c = 'x', Account__r = new Account()); t.account__r.Name = 'y'; Decimal d = t.Total__c; " +
      'for (Thing__c c : [SELECT Account__r.Name FROM Thing__c]) { t = c; } ' +
      'List<Thing__c> all = [SELECT (SELECT Key__c FROM Things__r) FROM Account].Things__r;';
    assert.deepEqual(messages(code), []);
    assert.deepEqual(messages('Thing__c t; t.Nope__c = 1; t.Account__c.Name = 1;'), [
      'Variable does not exist: Nope__c',
      'Variable does not exist: Name'
    ]);
  });

  it('refuses to write formulas', () => {
    assert.deepEqual(messages('Thing__c t = new Thing__c(Total__c = 1); t.Total__c = 2;'), [
      'Field is not writeable: Thing__c.Total__c'
    ]);
  });

  it('takes external ids for an upsert, and no other field', () => {
    assert.deepEqual(messages('Thing__c t; upsert t Key__c; upsert t Account__c;'), [
      'Invalid field for upsert, must be an External Id custom or standard indexed field: Account__c'
    ]);
  });

  it('types the methods of settings and metadata types', () => {
    const code =
      'Setting__c s = Setting__c.getInstance(); s = Setting__c.getOrgDefaults(); Boolean b = s.On__c; ' +
      "Map<String, Kind__mdt> all = Kind__mdt.getAll(); Decimal size = Kind__mdt.getInstance('x').Size__c;";
    assert.deepEqual(messages(code), []);
    assert.deepEqual(messages('Object o = Setting__c.getAll(); o = Account.getInstance();'), [
      'Method does not exist or incorrect signature: void getAll() from the type Setting__c',
      'Method does not exist or incorrect signature: void getInstance() from the type Account'
    ]);
  });

  it('knows labels', () => {
    assert.deepEqual(messages('String s = Label.greeting + System.Label.Greeting;'), []);
    assert.deepEqual(messages('String s = Label.Nope;'), ['Variable does not exist: Nope']);
  });

  it('lets events have triggers after insert only', () => {
    assert.deepEqual(messagesOf('trigger T on Ping__e (after insert) { }', { schema }), []);
    assert.deepEqual(messagesOf('trigger T on Ping__e (before insert) { }', { schema }), [
      'Platform Event SObjects only supports after insert: Ping__e'
    ]);
  });
});

describe('API versions', () => {
  const code = 'public abstract class Foo { abstract void a(); }';
  const message = 'abstract methods require at least one of the following global, public, protected';

  it('follows the version of the file', () => {
    assert.deepEqual(messagesOf(code, { apiVersion: 64 }), []);
    assert.deepEqual(messagesOf(code, { apiVersion: 65 }), [message]);
  });
});

describe('members that the local org lacks', () => {
  it('lists every use', () => {
    const code =
      "public class Foo {\n  void f() {\n    'x'.trim();\n    String.valueOf(1);\n    new Http().send(null);\n  }\n}";
    const lacking = new Set(['System.String.trim', 'System.Http.send', 'System.Http.<init>']);
    const { errors, unsupported } = check(code, {
      isImplemented: (owner, member) => !lacking.has(`${owner}.${member}`)
    });
    assert.deepEqual(errors, []);
    assert.deepEqual(
      unsupported.map(({ line, member }) => `${line} ${member}`),
      ['3 System.String.trim()', '5 System.Http.<init>()', '5 System.Http.send(HttpRequest)']
    );
  });
});

describe('anonymous blocks', () => {
  it('sees the classes of the program', () => {
    const { unit } = parseUnit(
      'public class Foo { public static Integer one() { return 1; } private void hidden() {} }',
      'Foo.cls',
      'class'
    );
    assert.ok(unit);
    const base = buildSymbols([unit], { platform, schema });
    assert.deepEqual(checkProgram(base).errors, []);
    const run = (source: string): string[] => {
      const block = parseUnit(source, 'anonymous', 'anonymous').unit as AnonymousUnit;
      return checkAnonymousBlock(base, block).errors.map(({ message }) => message);
    };
    assert.deepEqual(run('Integer i = Foo.one(); Integer twice(Integer x) { return i * x; } i = twice(2);'), []);
    assert.deepEqual(run('new Foo().hidden(); String s = Foo.one();'), [
      'Method is not visible: void Foo.hidden()',
      'Illegal assignment from Integer to String'
    ]);
  });
});
