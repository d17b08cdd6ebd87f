/**
 * System.SObject.
 * Source: Apex Reference Guide, "SObject Class".
 */
import { findObject } from '../../kernel';
import {
  ApexException,
  ApexList,
  ApexMap,
  listOf,
  mapOf,
  OBJECT,
  rtType,
  rtTypeOfSObject,
  SObjectFieldValue,
  SObjectTypeValue,
  type SObjectValue,
  STRING,
  throwNew,
  type RtType
} from '../../values';
import { nonNull } from '../args';
import type { Bean } from '../bean';
import { makeError } from '../database/results';
import { platformClass } from '../registry';
import { cloneRecord, cloneSourceId, isClone } from './cloneRecord';

type FieldKey = string | SObjectFieldValue | null;

/** Name of a field given as text or token. @throws SObjectException when the token is of another object */
function fieldName(record: SObjectValue, key: FieldKey): string {
  if (!(key instanceof SObjectFieldValue)) return nonNull(key);
  if (key.schema.name !== record.schema.name && record.schema.name !== 'AggregateResult') {
    const text = `${key.schema.name}.${key.field.name} does not belong to SObject type ${record.schema.name}`;
    return throwNew('System.SObjectException', text);
  }
  return key.field.name;
}

/** The relationship meant by `Owner`, `OwnerId`'s token or `Foo__r`. @throws SObjectException */
function relationship(record: SObjectValue, key: FieldKey): string {
  const name = key instanceof SObjectFieldValue ? (key.field.relationshipName ?? key.field.name) : nonNull(key);
  const field = record.relationshipField(name);
  if (field) return field.relationshipName!;
  return throwNew('System.SObjectException', `Invalid relationship ${name} for ${record.schema.name}`);
}

function children(record: SObjectValue, key: FieldKey): ApexList | null {
  const name = key instanceof SObjectFieldValue ? key.field.name : nonNull(key);
  const child = record.schema.childRelationships.get(name.toLowerCase());
  if (!child) return throwNew('System.SObjectException', `Invalid relationship ${name} for ${record.schema.name}`);
  record.requireAllRead(child.name);
  const list = record.children.get(child.name);
  if (list) return list.items.length === 0 ? null : list;
  const schema = findObject(child.childObject);
  const type: RtType = listOf(schema ? rtTypeOfSObject(schema) : rtType('System.SObject'));
  const empty = record.getChildren(child.name, () => new ApexList(type));
  record.children.delete(child.name);
  return empty.items.length === 0 ? null : empty;
}

function messageOf(error: unknown): string {
  return error instanceof ApexException ? error.getMessage() : nonNull(error as string | null);
}

function addError(record: SObjectValue, error: unknown): void {
  record.addError(messageOf(error));
}
function addFieldError(record: SObjectValue, key: FieldKey, message: unknown): void {
  record.addError(messageOf(message), record.resolveField(fieldName(record, key)));
}

function populated(record: SObjectValue): ApexMap {
  const map = new ApexMap(mapOf(STRING, OBJECT), record.values);
  for (const [name, parent] of record.parents) if (parent) map.put(name, parent);
  for (const [name, list] of record.children) map.put(name, list);
  return map;
}

function putParent(record: SObjectValue, key: FieldKey, parent: SObjectValue | null): SObjectValue | null {
  const name = relationship(record, key);
  const targets = record.relationshipField(name)!.referenceTo;
  if (parent && !targets.includes(parent.schema.name)) {
    const text = `Illegal assignment from ${parent.schema.name} to ${targets.join(', ')}`;
    return throwNew('System.SObjectException', text);
  }
  const old = record.parents.get(name) ?? null;
  record.setParent(name, parent);
  return old;
}

function clone(
  record: SObjectValue,
  keepId = false,
  deep = false,
  keepTimestamps = false,
  keepAutonumber = false
): SObjectValue {
  return cloneRecord(record, { keepId, deep, keepTimestamps, keepAutonumber });
}

platformClass('System.SObject', {
  instance: {
    // A third and fourth argument tell whether the message is escaped, which only pages care for.
    'addError/1': addError,
    'addError/2': (self: SObjectValue, first: FieldKey | ApexException, second: unknown) =>
      typeof second === 'boolean' ? addError(self, first) : addFieldError(self, first as FieldKey, second),
    'addError/3': (self: SObjectValue, field: FieldKey, message: unknown) => addFieldError(self, field, message),
    'clear/0': (self: SObjectValue) => {
      self.values.clear();
      self.parents.clear();
      self.children.clear();
    },
    'clone/0': clone,
    'clone/1': clone,
    'clone/2': clone,
    'clone/3': clone,
    'clone/4': clone,
    'get/1': (self: SObjectValue, key: FieldKey) => self.get(fieldName(self, key)),
    'put/2': (self: SObjectValue, key: FieldKey, value: unknown) => self.put(fieldName(self, key), value),
    'isSet/1': (self: SObjectValue, key: FieldKey) => self.isSet(fieldName(self, key)),
    'getCloneSourceId/0': cloneSourceId,
    'isClone/0': isClone,
    'getErrors/0': (self: SObjectValue) =>
      new ApexList(
        listOf(rtType('Database.Error')),
        self.errors.map((e) =>
          makeError({ statusCode: e.statusCode, message: e.message, fields: e.field ? [e.field] : [] })
        )
      ),
    'hasErrors/0': (self: SObjectValue) => self.errors.length > 0,
    'getOptions/0': (self: SObjectValue) => self.options,
    'setOptions/1': (self: SObjectValue, options: Bean | null) => void (self.options = options),
    'getPopulatedFieldsAsMap/0': populated,
    'getSObject/1': (self: SObjectValue, key: FieldKey) => self.getParent(relationship(self, key)),
    'putSObject/2': putParent,
    'getSObjects/1': children,
    'getSObjectType/0': (self: SObjectValue) => SObjectTypeValue.of(self.schema),
    'getQuickActionName/0': () => null
  },
  fields: {
    Id: {
      get: (self: SObjectValue) => self.getField('Id'),
      set: (self: SObjectValue, id: string | null) => self.setField('Id', id)
    }
  }
});

/** `record.Field.addError(…)` is emitted as an error of the record; on a value by itself it means nothing. */
function onFieldsOnly(): never {
  return throwNew('System.SObjectException', 'addError must be invoked on an SObject field');
}
for (const name of [
  'String',
  'Id',
  'Boolean',
  'Integer',
  'Long',
  'Double',
  'Decimal',
  'Date',
  'Datetime',
  'Time',
  'Blob'
]) {
  platformClass(`System.${name}`, { instance: { 'addError/1': onFieldsOnly, 'addError/2': onFieldsOnly } });
}
