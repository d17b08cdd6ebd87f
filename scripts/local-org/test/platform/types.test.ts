import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ApexType, TypeSymbol } from '../../src/apex/types';
import { classes } from '../../src/platform/snapshot';
import { createPlatformTypes } from '../../src/platform/types';

const platform = createPlatformTypes();

function find(name: string): TypeSymbol {
  const symbol = platform.find(name);
  assert.ok(symbol, `no platform class ${name}`);
  return symbol;
}

function text(type: ApexType): string {
  if (type.kind === 'typevar') return type.name;
  if (type.kind !== 'named') return type.kind;
  return type.symbol.name + (type.args.length > 0 ? `<${type.args.map(text).join(', ')}>` : '');
}

function signatures(symbol: TypeSymbol, method: string): string[] {
  const family = symbol.methods.get(method.toLowerCase()) ?? [];
  return family.map(
    (m) => `${m.isStatic ? 'static ' : ''}${text(m.returns)} ${m.name}(${m.params.map((p) => text(p.type)).join(', ')})`
  );
}

describe('platform types', () => {
  it('finds classes with and without namespace, in any letter case', () => {
    assert.equal(find('string'), find('SYSTEM.String'));
    assert.equal(find('SObjectField').fullName, 'Schema.SObjectField');
    assert.equal(find('Database.saveresult').fullName, 'Database.SaveResult');
    assert.equal(find('Messaging.InboundEmail.Header').outer, find('Messaging.InboundEmail'));
    assert.equal(find('Messaging.InboundEmail').inner.get('header'), find('Messaging.InboundEmail.Header'));
    assert.equal(platform.find('SaveResult'), undefined);
    assert.equal(platform.find('Account'), undefined);
    assert.ok(platform.namespaces.has('connectapi'));
  });

  it('keeps generics', () => {
    const list = find('List');
    assert.deepEqual(list.typeParams, ['T']);
    assert.equal(text(list.interfaces[0]!), 'Iterable<T>');
    assert.deepEqual(signatures(list, 'get'), ['T get(Integer)']);
    assert.deepEqual(signatures(find('Map'), 'keySet'), ['Set<K> keySet()']);
    assert.deepEqual(signatures(find('String'), 'split'), [
      'List<String> split(String)',
      'List<String> split(String, Integer)'
    ]);
  });

  it('has exceptions with their constructors, methods and base', () => {
    const query = find('QueryException');
    assert.equal(text(query.superclass!), 'Exception');
    assert.deepEqual(
      query.constructors.map((c) => c.params.map((p) => text(p.type)).join()),
      ['', 'Exception', 'String', 'String,Exception']
    );
    assert.deepEqual(signatures(query, 'getInaccessibleFields'), ['Map<String, Set<String>> getInaccessibleFields()']);
    const base = find('Exception');
    assert.equal(base.isAbstract, true);
    assert.deepEqual(signatures(base, 'getStackTraceString'), ['String getStackTraceString()']);
  });

  it('has enums with constants in order and their methods', () => {
    const levels = find('LoggingLevel');
    assert.deepEqual(levels.enumConstants.slice(-2), ['WARN', 'ERROR']);
    assert.equal(levels.fields.get('debug')?.isEnumConstant, true);
    assert.deepEqual(signatures(levels, 'valueOf'), ['static LoggingLevel valueOf(String)']);
    assert.deepEqual(signatures(levels, 'values'), ['static List<LoggingLevel> values()']);
  });

  it('mends what the type library has otherwise than an org', () => {
    assert.deepEqual(signatures(find('Http'), 'send'), ['HttpResponse send(HttpRequest)']);
    assert.deepEqual(signatures(find('System.System'), 'debug'), [
      'static void debug(Object)',
      'static void debug(LoggingLevel, Object)'
    ]);
    assert.ok(signatures(find('Database'), 'delete').includes('static List<DeleteResult> delete(List<Id>, Boolean)'));
    assert.equal(find('Id').constructors.length, 0);
    assert.equal(find('SObject').methods.has('getinstance'), false);
    assert.equal(find('Object').superclass, null);
  });

  it('resolves every type that a member of the snapshot mentions', () => {
    for (const name of Object.keys(classes)) {
      const symbol = find(name);
      assert.doesNotThrow(
        () => [symbol.superclass, symbol.interfaces, symbol.methods, symbol.fields, symbol.inner],
        name
      );
    }
  });

  it('asks its owner which members are implemented', () => {
    const asked: unknown[] = [];
    const types = createPlatformTypes({ isImplemented: (...args) => asked.push(args) < 0 });
    assert.equal(types.isImplemented('System.String', 'length', []), false);
    assert.deepEqual(asked, [['System.String', 'length', []]]);
  });
});
