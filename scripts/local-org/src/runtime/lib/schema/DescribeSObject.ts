/**
 * Schema.DescribeSObjectResult, ChildRelationship, RecordTypeInfo.
 * Source: Apex Reference Guide, "DescribeSObjectResult Class".
 */
import type { RecordTypeSchema, SObjectSchema } from '../../../schema/model';
import { findObject, kernel } from '../../kernel';
import { textsOfUser } from '../../support/texts';
import {
  ApexList,
  ApexMap,
  ApexObject,
  ID,
  listOf,
  mapOf,
  rtType,
  SObjectFieldValue,
  SObjectTypeValue,
  STRING,
  type RtType
} from '../../values';
import { beanClass, type Bean } from '../bean';
import { platformClass, type PlatformClassDefinition, type PlatformField, type PlatformFunction } from '../registry';
import { fieldSetHolder, fieldsOf } from './tokens';

const TYPE = rtType('Schema.DescribeSObjectResult');

/** One object a schema, so that results are equal and serve as keys. */
export class DescribeSObject extends ApexObject {
  private static readonly known = new WeakMap<SObjectSchema, DescribeSObject>();
  private constructor(readonly schema: SObjectSchema) {
    super();
  }
  static of(schema: SObjectSchema): DescribeSObject {
    let result = this.known.get(schema);
    if (!result) this.known.set(schema, (result = new DescribeSObject(schema)));
    return result;
  }
  override get rtType(): RtType {
    return TYPE;
  }
}

const childRelationship = beanClass('Schema.ChildRelationship', { constructible: false });
const recordTypeInfo = beanClass('Schema.RecordTypeInfo', { constructible: false });

const relationshipsOf = new WeakMap<SObjectSchema, Bean[]>();

function childRelationships(schema: SObjectSchema): ApexList {
  let found = relationshipsOf.get(schema);
  if (!found) relationshipsOf.set(schema, (found = describeChildren(schema)));
  return new ApexList(listOf(rtType('Schema.ChildRelationship')), [...found]);
}

function describeChildren(schema: SObjectSchema): Bean[] {
  const found: Bean[] = [];
  for (const relation of schema.childRelationships.values()) {
    const child = findObject(relation.childObject);
    const field = child?.fields.get(relation.field.toLowerCase());
    if (!child || !field) continue;
    found.push(
      childRelationship({
        childSObject: SObjectTypeValue.of(child),
        field: SObjectFieldValue.of(child, field),
        relationshipName: relation.name,
        cascadeDelete: relation.cascadeDelete,
        restrictedDelete: relation.restrictedDelete,
        deprecatedAndHidden: false
      })
    );
  }
  return found;
}

/** The record type that records without one have. */
const MASTER_ID = '012000000000000AAA';

function infoOf(schema: SObjectSchema, type: RecordTypeSchema, isDefault: boolean): Bean {
  return recordTypeInfo({
    name: type.label,
    developerName: type.developerName,
    recordTypeId: kernel.services.recordTypeId(schema.name, type.developerName),
    active: type.active,
    available: type.active,
    defaultRecordTypeMapping: isDefault,
    master: false
  });
}

function recordTypes(schema: SObjectSchema): Bean[] {
  const infos = schema.recordTypes.map((type, i) => infoOf(schema, type, i === 0));
  const master = recordTypeInfo({
    name: 'Master',
    developerName: 'Master',
    recordTypeId: MASTER_ID,
    active: true,
    available: true,
    defaultRecordTypeMapping: infos.length === 0,
    master: true
  });
  return [...infos, master];
}

function recordTypesBy(schema: SObjectSchema, key: string): ApexMap {
  const keyType = key === 'recordTypeId' ? ID : STRING;
  const entries = recordTypes(schema).map((info): [unknown, unknown] => [info.get(key), info]);
  return new ApexMap(mapOf(keyType, rtType('Schema.RecordTypeInfo')), entries);
}

const access = (schema: SObjectSchema) => kernel.services.permissions.object(schema.name);

/** Properties that are fields, `getX()` and `isX()` alike. */
const PROPERTIES: Record<string, (schema: SObjectSchema) => unknown> = {
  Accessible: (s) => access(s).accessible,
  Createable: (s) => s.createable && access(s).createable,
  Updateable: (s) => s.updateable && access(s).updateable,
  Deletable: (s) => s.deletable && access(s).deletable,
  Undeletable: (s) => s.undeletable && access(s).deletable,
  Queryable: (s) => s.queryable && access(s).accessible,
  Searchable: (s) => s.searchable,
  Mergeable: (s) => s.mergeable,
  Custom: (s) => s.custom,
  CustomSetting: (s) => s.sort === 'customSetting',
  DeprecatedAndHidden: () => false,
  ChildRelationships: childRelationships,
  Fields: fieldsOf,
  FieldSets: fieldSetHolder,
  KeyPrefix: (s) => s.keyPrefix,
  Label: (s) => textsOfUser().object(s),
  LabelPlural: (s) => textsOfUser().objects(s),
  Name: (s) => s.name,
  LocalName: (s) => s.name,
  SObjectType: (s) => SObjectTypeValue.of(s),
  RecordTypeInfos: (s) => new ApexList(listOf(rtType('Schema.RecordTypeInfo')), recordTypes(s)),
  RecordTypeInfosById: (s) => recordTypesBy(s, 'recordTypeId'),
  RecordTypeInfosByName: (s) => recordTypesBy(s, 'name'),
  RecordTypeInfosByDeveloperName: (s) => recordTypesBy(s, 'developerName')
};

/** Fields and accessors over one record of describe properties. */
export function describeMembers<T>(
  properties: Record<string, (of: T) => unknown>,
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  target: (self: any) => T
): Pick<PlatformClassDefinition, 'fields' | 'instance'> {
  const fields: Record<string, PlatformField> = {};
  const instance: Record<string, PlatformFunction> = {};
  for (const [name, read] of Object.entries(properties)) {
    const get = (self: unknown): unknown => read(target(self));
    fields[name] = { get };
    instance[`get${name}/0`] = get;
    instance[`is${name}/0`] = get;
  }
  return { fields, instance };
}

platformClass('Schema.DescribeSObjectResult', {
  jsClass: DescribeSObject,
  ...describeMembers(PROPERTIES, (self: DescribeSObject) => self.schema)
});
