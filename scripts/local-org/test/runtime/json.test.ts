import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  ApexDatetime,
  type ApexList,
  ApexMap,
  ApexObject,
  ApexTypeValue,
  defineUserType,
  INTEGER,
  listOf,
  mapOf,
  OBJECT,
  rtType,
  STRING,
  typeOf,
  type RtField,
  type RtType
} from '../../src/runtime/values';
import { callOn, callStatic, decimal, double, list, show, thrownBy } from './support';

class Person extends ApexObject {
  f_name: string | null = null;
  f_age: number | null = null;
  f_secret: string | null = null;
  static type: RtType;
  override get rtType(): RtType {
    return Person.type;
  }
}
function field(name: 'name' | 'age' | 'secret', type: RtType, isTransient = false): RtField {
  const key = `f_${name}` as keyof Person;
  return {
    name,
    type: () => type,
    isStatic: false,
    isTransient,
    readable: true,
    writable: true,
    get: (object) => (object as Person)[key],
    set: (object, value) => void Object.assign(object, { [key]: value })
  };
}
Person.type = defineUserType({
  name: 'Person',
  kind: 'class',
  superclass: null,
  interfaces: [],
  jsClass: Person,
  fields: [field('name', STRING), field('age', INTEGER), field('secret', STRING, true)]
});

/** Source of expectations: Apex Reference Guide, "JSON Class"; open-force/jsonparse's tests for the pretty form. */
describe('JSON', () => {
  const serialize = (value: unknown): unknown => callStatic('System.JSON', 'serialize', value);
  const pretty = (value: unknown): unknown => callStatic('System.JSON', 'serializePretty', value);
  const read = (text: string, type: RtType): unknown =>
    callStatic('System.JSON', 'deserialize', text, ApexTypeValue.of(type));
  const strict = (text: string, type: RtType): unknown =>
    callStatic('System.JSON', 'deserializeStrict', text, ApexTypeValue.of(type));
  const untyped = (text: string): unknown => callStatic('System.JSON', 'deserializeUntyped', text);

  it('writes values', () => {
    assert.equal(
      serialize(list([1, 2n, decimal('1.50'), double(2), true, null, 'a"\n'])),
      '[1,2,1.50,2.0,true,null,"a\\"\\n"]'
    );
    assert.equal(serialize(ApexDatetime.ofUtc(2026, 1, 2, 3, 4, 5, 6)), '"2026-01-02T03:04:05.006Z"');
  });

  it('writes objects without transient fields, and without nulls when asked', () => {
    const person = new Person();
    person.f_name = 'Ann';
    person.f_secret = 'x';
    assert.equal(serialize(person), '{"name":"Ann","age":null}');
    assert.equal(callStatic('System.JSON', 'serialize', person, true), '{"name":"Ann"}');
  });

  it('prints prettily', () => {
    const map = new ApexMap(mapOf(STRING, OBJECT), [
      ['a', list([1, 2, 3])],
      ['b', new ApexMap(mapOf(STRING, OBJECT))],
      ['c', list([])]
    ]);
    assert.equal(pretty(map), '{\n  "a" : [ 1, 2, 3 ],\n  "b" : { },\n  "c" : [ ]\n}');
  });

  it('reads untyped numbers by their form', () => {
    const types = (untyped('[1, 2147483648, 1.5, "x", true]') as ApexList).items.map((v) => typeOf(v).name);
    assert.deepEqual(types, ['Integer', 'Long', 'Decimal', 'String', 'Boolean']);
  });

  it('reads typed values and ignores what it does not know', () => {
    const person = read('{"NAME":"Ann","age":3,"other":[1]}', Person.type) as Person;
    assert.deepEqual([person.f_name, person.f_age], ['Ann', 3]);
    assert.equal(show(read('{"a":[1,2]}', mapOf(STRING, listOf(INTEGER)))), '{a=(1, 2)}');
    assert.match(
      thrownBy(() => strict('{"other":1}', Person.type)),
      /System\.JSONException: .*other/
    );
  });

  it("reports what does not fit, in an org's words", () => {
    assert.equal(
      thrownBy(() => read('[]', Person.type)),
      "System.JSONException: Malformed JSON: Expected '{' at the beginning of object"
    );
    assert.equal(
      thrownBy(() => read('"}]', listOf(Person.type))),
      "System.JSONException: Malformed JSON: Expected '[' at the beginning of List/Set"
    );
    assert.match(
      thrownBy(() => read('{"age":"x"}', Person.type)),
      /For input string: "x" at \[line:1, column:8\]/
    );
    assert.equal(
      thrownBy(() => untyped('')),
      'System.JSONException: No content to map to Object due to end of input'
    );
    assert.equal(
      thrownBy(() => untyped('<html>')),
      "System.JSONException: Unexpected character ('<' (code 60)): expected a valid value (number, String, array, object, " +
        "'true', 'false' or 'null') at input location [1,2]"
    );
    assert.match(
      thrownBy(() => untyped('{"a":1')),
      /Unexpected end-of-input: expected close marker for OBJECT/
    );
    assert.match(
      thrownBy(() => untyped('[1 2]')),
      /was expecting comma to separate ARRAY entries/
    );
  });

  it('walks tokens', () => {
    const parser = callStatic('System.JSON', 'createParser', '{"a":{"b":[1,2]},"c":"x"}');
    const next = (): string => show(callOn('System.JSONParser', 'nextToken', parser));
    const tokens = Array.from({ length: 5 }, next);
    assert.deepEqual(tokens, ['START_OBJECT', 'FIELD_NAME', 'START_OBJECT', 'FIELD_NAME', 'START_ARRAY']);
    callOn('System.JSONParser', 'skipChildren', parser);
    assert.equal(show(callOn('System.JSONParser', 'getCurrentToken', parser)), 'END_ARRAY');
    assert.deepEqual([next(), next(), next()], ['END_OBJECT', 'FIELD_NAME', 'VALUE_STRING']);
    assert.equal(callOn('System.JSONParser', 'getText', parser), 'x');
    assert.equal(callOn('System.JSONParser', 'getCurrentName', parser), 'c');
  });

  it('generates', () => {
    const generator = callStatic('System.JSON', 'createGenerator', false);
    const call = (method: string, ...args: unknown[]): unknown =>
      callOn('System.JSONGenerator', method, generator, ...args);
    call('writeStartObject');
    call('writeStringField', 'a', 'x');
    call('writeFieldName', 'b');
    call('writeStartArray');
    call('writeNumber', 1);
    call('writeEndArray');
    call('writeNullField', 'c');
    assert.match(
      thrownBy(() => call('writeString', 'y')),
      /Can not write value, expecting field name/
    );
    call('writeEndObject');
    assert.equal(call('getAsString'), '{"a":"x","b":[1],"c":null}');
  });

  it('reads results of DML, whose errors hold an enum of the platform', () => {
    const text = '{"success":false,"errors":[{"message":"locked","statusCode":"UNABLE_TO_LOCK_ROW"}]}';
    const result = read(text, rtType('Database.SaveResult'));
    const error = (callOn('Database.SaveResult', 'getErrors', result) as ApexList).items[0];
    assert.equal(callOn('Database.SaveResult', 'isSuccess', result), false);
    assert.equal(show(callOn('Database.Error', 'getStatusCode', error)), 'UNABLE_TO_LOCK_ROW');
  });
});
