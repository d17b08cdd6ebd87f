/**
 * Schema.SObjectType, SObjectField, SObjectTypeFields, SObjectTypeFieldSets and the statics of Schema.
 * Source: Apex Reference Guide, Schema namespace.
 */
import { randomUUID } from 'node:crypto';
import type { SObjectSchema } from '../../../schema/model';
import { findObject, kernel } from '../../kernel';
import {
  ApexList,
  ApexMap,
  ApexObject,
  coerceToField,
  listOf,
  mapOf,
  rtType,
  SObjectFieldValue,
  SObjectTypeValue,
  SObjectValue,
  STRING,
  throwNew,
  toApexString,
  type RtType
} from '../../values';
import { nonNull } from '../args';
import { platformClass } from '../registry';
import { DescribeField } from './DescribeField';
import { DescribeSObject } from './DescribeSObject';
import { fieldSetsOf } from './FieldSet';

/**
 * A map whose keys are lower case and whose look-ups ignore letter case, as describe maps do.
 */
export class CaselessMap extends ApexMap {
  override get(key: unknown): unknown {
    return super.get(typeof key === 'string' ? key.toLowerCase() : key);
  }
  override has(key: unknown): boolean {
    return super.has(typeof key === 'string' ? key.toLowerCase() : key);
  }
}

const FIELD = rtType('Schema.SObjectField');
const OBJECT_TYPE = rtType('Schema.SObjectType');

/** `Account.SObjectType.getDescribe().fields`. */
class SObjectTypeFields extends ApexObject {
  constructor(readonly schema: SObjectSchema) {
    super();
  }
  override get rtType(): RtType {
    return rtType('Schema.SObjectTypeFields');
  }
}

class SObjectTypeFieldSets extends ApexObject {
  constructor(readonly schema: SObjectSchema) {
    super();
  }
  override get rtType(): RtType {
    return rtType('Schema.SObjectTypeFieldSets');
  }
}

/** For describe results. */
export function fieldsOf(schema: SObjectSchema): ApexObject {
  return new SObjectTypeFields(schema);
}
export function fieldSetHolder(schema: SObjectSchema): ApexObject {
  return new SObjectTypeFieldSets(schema);
}

function fieldMap(schema: SObjectSchema): ApexMap {
  const entries = [...schema.fields].map(([key, field]): [unknown, unknown] => [
    key,
    SObjectFieldValue.of(schema, field)
  ]);
  return new CaselessMap(mapOf(STRING, FIELD), entries);
}

/** Default values are filled when asked for; the record type is not known here. */
function newSObject(type: SObjectTypeValue, id: string | null = null, defaults: boolean | null = false): SObjectValue {
  const record = new SObjectValue(type.schema);
  if (id !== null) record.setField('Id', id);
  if (nonNull(defaults)) fillDefaults(record);
  return record;
}

/** Checkboxes, picklists, and the uuid by which publish callbacks know their event. */
function fillDefaults(record: SObjectValue): void {
  if (record.schema.fields.has('eventuuid')) record.setField('EventUuid', randomUUID());
  for (const field of record.schema.fields.values()) {
    if (field.type === 'BOOLEAN') record.setField(field.name, field.defaultValue === 'true');
    const chosen = field.picklistValues.find((value) => value.isDefault && value.isActive);
    if (chosen) record.setField(field.name, coerceToField(field, chosen.value));
  }
}

function objectType(name: string): SObjectTypeValue | null {
  const schema = findObject(name);
  return schema ? SObjectTypeValue.of(schema) : null;
}

function globalDescribe(): ApexMap {
  return kernel.tx.remember('Schema.getGlobalDescribe', () => {
    const entries = [...kernel.org.schema.objects.values()].map((schema): [unknown, unknown] => [
      schema.name.toLowerCase(),
      SObjectTypeValue.of(schema)
    ]);
    return new CaselessMap(mapOf(STRING, OBJECT_TYPE), entries);
  });
}

function describeAll(names: ApexList | null): ApexList {
  const results = nonNull(names).items.map((name) => {
    const type = objectType(String(name));
    if (!type) {
      return throwNew(
        'System.InvalidParameterValueException',
        `sObject type '${String(name)}' is not supported. If you are attempting to use a custom object, be sure to append ` +
          `the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`
      );
    }
    return DescribeSObject.of(type.schema);
  });
  return new ApexList(listOf(rtType('Schema.DescribeSObjectResult')), results);
}

platformClass('Schema.SObjectType', {
  jsClass: SObjectTypeValue,
  instance: {
    'getDescribe/0': (self: SObjectTypeValue) => DescribeSObject.of(self.schema),
    'getDescribe/1': (self: SObjectTypeValue) => DescribeSObject.of(self.schema),
    'newSObject/0': (self: SObjectTypeValue) => newSObject(self),
    'newSObject/1': (self: SObjectTypeValue, id: string | null) => newSObject(self, id),
    'newSObject/2': newSObject,
    'toString/0': (self: SObjectTypeValue) => toApexString(self)
  }
});

platformClass('Schema.SObjectField', {
  jsClass: SObjectFieldValue,
  instance: {
    'getDescribe/0': (self: SObjectFieldValue) => DescribeField.of(self.schema, self.field),
    'getDescribe/1': (self: SObjectFieldValue) => DescribeField.of(self.schema, self.field),
    'toString/0': (self: SObjectFieldValue) => toApexString(self)
  }
});

platformClass('Schema.SObjectTypeFields', {
  instance: { 'getMap/0': (self: SObjectTypeFields) => fieldMap(self.schema) }
});
platformClass('Schema.SObjectTypeFieldSets', {
  instance: {
    'getMap/0': (self: SObjectTypeFieldSets) => {
      const sets = fieldSetsOf(self.schema).map((set): [unknown, unknown] => [set.definition.name.toLowerCase(), set]);
      return new CaselessMap(mapOf(STRING, rtType('Schema.FieldSet')), sets);
    }
  }
});

platformClass('System.Schema', {
  statics: {
    'getGlobalDescribe/0': globalDescribe,
    'describeSObjects/1': describeAll,
    'describeSObjects/2': describeAll
  }
});
