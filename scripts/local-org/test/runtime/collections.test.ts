import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { newField, newObject } from '../../src/schema/defaults';
import {
  ApexList,
  ApexMap,
  ApexObject,
  ApexSet,
  INTEGER,
  isInstance,
  listOf,
  mapOf,
  OBJECT,
  rtTypeOfSObject,
  setOf,
  SObjectValue,
  STRING
} from '../../src/runtime/values';
import { callOn, list, show, thrownBy } from './support';

class Point extends ApexObject {
  constructor(
    readonly x: number,
    readonly y: number
  ) {
    super();
  }
  equals$1(other: unknown): boolean {
    return other instanceof Point && other.x === this.x && other.y === this.y;
  }
  hashcode$0(): number {
    return this.x;
  }
}

function account(values: Record<string, unknown>): SObjectValue {
  const record = new SObjectValue(accountSchema);
  for (const [name, value] of Object.entries(values)) record.setField(name, value);
  return record;
}
const accountSchema = newObject('Account', 'Account', 'Accounts', 'standard');
accountSchema.fields.set('id', newField('Id', 'Account ID', 'ID'));
accountSchema.fields.set('name', newField('Name', 'Account Name', 'STRING'));
accountSchema.fields.set('active__c', newField('Active__c', 'Active', 'BOOLEAN'));
accountSchema.fields.set('amount__c', newField('Amount__c', 'Amount', 'CURRENCY'));

/** Source of expectations: Apex Reference Guide, "List Class", "Set Class", "Map Class", "SObject Class". */
describe('collections', () => {
  it('names an index that is out of bounds', () => {
    assert.equal(
      thrownBy(() => list([1]).get(3)),
      'System.ListException: List index out of bounds: 3'
    );
    assert.equal(
      thrownBy(() => callOn('System.List', 'remove', list([]), 0)),
      'System.ListException: List index out of bounds: 0'
    );
  });

  it('sorts with null first and strings by letter case', () => {
    const texts = new ApexList(listOf(STRING), ['b', null, 'B', 'a']);
    callOn('System.List', 'sort', texts);
    assert.equal(show(texts), '(null, B, a, b)');
  });

  it('shows ten elements', () => {
    const numbers = Array.from({ length: 12 }, (_, i) => i);
    assert.equal(show(list(numbers)), '(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, ...)');
  });

  it('tells keys apart by letter case, by fields of records, and by equals of classes', () => {
    const set = new ApexSet(setOf(OBJECT));
    for (const value of ['a', 'A', new Point(1, 2), new Point(1, 2), new Point(1, 3)]) set.add(value);
    assert.equal(set.size, 4);
    set.add(account({ Name: 'x' }));
    set.add(account({ Name: 'x' }));
    assert.equal(set.size, 5);
  });

  it('keeps the order of insertion', () => {
    const map = new ApexMap(mapOf(STRING, INTEGER), [
      ['b', 1],
      ['a', 2]
    ]);
    map.put('b', 3);
    assert.equal(show(map), '{b=3, a=2}');
    assert.equal(map.get('c'), null);
  });

  it('gives a key set that removes from the map', () => {
    const map = new ApexMap(mapOf(STRING, INTEGER), [
      ['a', 1],
      ['b', 2]
    ]);
    const keys = callOn('System.Map', 'keySet', map);
    callOn('System.Set', 'retainAll', keys, list(['b']));
    assert.equal(show(map), '{b=2}');
  });

  it('refuses records without and with the same Id in a map', () => {
    const map = new ApexMap(mapOf(STRING, OBJECT));
    const put = (...records: SObjectValue[]): string =>
      thrownBy(() => callOn('System.Map', 'putAll', map, list(records)));
    assert.equal(put(account({})), 'System.ListException: Row with null Id at index: 0');
    const twice = account({ Id: '001000000000001AAA' });
    assert.equal(put(twice, twice), 'System.ListException: Row with duplicate Id at index: 1');
  });

  it('takes a list of records for a list of any records, and a list of anything for a list of objects', () => {
    const records = new ApexList(listOf(rtTypeOfSObject(accountSchema)));
    assert.equal(isInstance(records, listOf(OBJECT)), true);
    assert.equal(isInstance(list([], STRING), listOf(INTEGER)), false);
  });
});

describe('records', () => {
  it('names an unknown field', () => {
    assert.equal(
      thrownBy(() => account({}).get('Nope')),
      'System.SObjectException: Invalid field Nope for Account'
    );
  });

  it('names a field that was not queried', () => {
    const record = account({ Id: '001000000000001AAA' });
    record.queriedFields = new Set(['Id']);
    assert.equal(
      thrownBy(() => record.getField('Name')),
      'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Account.Name'
    );
  });

  it('refuses values of a wrong type', () => {
    assert.equal(
      thrownBy(() => account({}).put('Amount__c', 'x')),
      'System.SObjectException: Illegal assignment from String to Decimal'
    );
  });

  it('reads an unset checkbox as false by name and as null by get', () => {
    assert.equal(account({}).getCheckbox('Active__c'), false);
    assert.equal(account({}).get('active__C'), null);
  });

  it('is read-only when the trigger context is', () => {
    const record = account({ Name: 'x' });
    record.readOnly = true;
    assert.equal(
      thrownBy(() => record.put('Name', 'y')),
      'System.FinalException: Record is read-only'
    );
  });

  it('clones without its Id and its query', () => {
    const copy = callOn('System.SObject', 'clone', account({ Id: '001000000000001AAA', Name: 'x' })) as SObjectValue;
    assert.equal(copy.id, null);
    assert.equal(callOn('System.SObject', 'getCloneSourceId', copy), '001000000000001AAA');
    assert.equal(callOn('System.SObject', 'isClone', copy), true);
  });

  it('shows its fields', () => {
    assert.equal(show(account({ Name: 'x' })), 'Account:{Name=x}');
  });
});
