/**
 * Records in code: construction, relationships, errors on fields, tokens and describe results, labels.
 */
import type { SObjectSchema } from '../../schema/model';
import { findObject, kernel } from '../kernel';
import { findPlatformField, findPlatformInstance, findPlatformStatic, refusal } from '../lib/registry';
import {
  ApexList,
  ApexTypeValue,
  SObjectFieldValue,
  SObjectTypeValue,
  SObjectValue,
  UnsupportedError,
  type ApexMap,
  type RtType
} from '../values';

function schemaOf(object: string): SObjectSchema {
  const schema = findObject(object);
  if (!schema) throw new UnsupportedError(`the object ${object}`);
  return schema;
}

function fieldToken(object: string, field: string): SObjectFieldValue {
  const schema = schemaOf(object);
  const found = schema.fields.get(field.toLowerCase());
  if (!found) throw new UnsupportedError(`the field ${object}.${field}`);
  return SObjectFieldValue.of(schema, found);
}

function callInstance(owner: string, name: string, self: unknown, ...args: unknown[]): unknown {
  const types = args.map(() => 'Object');
  const fn = findPlatformInstance(owner, name, types) ?? refusal(owner, name, types);
  return fn(self, ...args) as unknown;
}

function readField(owner: string, name: string, self: unknown): unknown {
  const field = findPlatformField(owner, name);
  return field ? field.get(self) : (refusal(owner, name, null)() as unknown);
}

/** `SObjectType.Account`, `SObjectType.Account.fields.Name`, `SObjectType.Account.fieldSets.Main`. */
function describe(object: string, part: string, member: string): unknown {
  const ofObject = callInstance('Schema.SObjectType', 'getDescribe', SObjectTypeValue.of(schemaOf(object)));
  if (part === 'object') return ofObject;
  if (part === 'field') return callInstance('Schema.SObjectField', 'getDescribe', fieldToken(object, member));
  const parts = readField('Schema.DescribeSObjectResult', part === 'fields' ? 'fields' : 'fieldSets', ofObject);
  if (part !== 'fieldSet') return parts;
  return (callInstance('Schema.SObjectTypeFieldSets', 'getMap', parts) as ApexMap).get(member);
}

/** Text of a custom label, in the running user's language where it is translated. */
function label(name: string): string {
  const found = kernel.org.schema.labels.get(name.toLowerCase());
  if (!found) throw new UnsupportedError(`the label ${name}`);
  return found.translations[kernel.tx.user.language] ?? found.value;
}

export const records = {
  newRecord: (object: string): SObjectValue => new SObjectValue(schemaOf(object)),
  /** Rows are name and value, and a third element for parents. */
  newRecordWith: (object: string, rows: [string, unknown, unknown?][]): SObjectValue => {
    const record = new SObjectValue(schemaOf(object));
    for (const [name, value, isParent] of rows) {
      if (isParent) record.setParent(name, value as SObjectValue | null);
      else record.setField(name, value);
    }
    return record;
  },
  /** `record.Children__r`. */
  children: (record: SObjectValue, name: string, type: RtType): ApexList =>
    record.getChildren(name, () => new ApexList(type)),
  /** `record.Children__r` in the head of a loop. */
  childrenOfLoop: (record: SObjectValue, name: string, type: RtType): ApexList =>
    record.allChildren(name, () => new ApexList(type)),
  /** `record.Field.addError(message)`. */
  addFieldError: (record: SObjectValue, field: string, [message]: unknown[]): void => {
    const text = message instanceof Error ? message.message : String(message);
    record.addError(text, field);
  },
  /** Whether `switch on record` takes the branch of an object. */
  isRecordOf: (record: unknown, object: string): boolean =>
    record instanceof SObjectValue && record.schema.name === object,
  fieldToken,
  objectToken: (object: string): SObjectTypeValue => SObjectTypeValue.of(schemaOf(object)),
  typeValue: (type: RtType): ApexTypeValue => ApexTypeValue.of(type),
  describe,
  label,
  /** `Foo__c.getInstance(…)`: the library's method of that name takes the object's name first. */
  setting: (object: string, method: string, args: unknown[]): unknown => {
    const types = ['String', ...args.map(() => 'Object')];
    const fn =
      findPlatformStatic('System.SObject', method, types) ??
      refusal(
        object,
        method,
        args.map(() => 'Object')
      );
    return fn(object, ...args) as unknown;
  }
};
