/**
 * Custom settings and custom metadata types: `Foo__c.getInstance()` and its like. Each takes the object's name first.
 * Source: Apex Reference Guide, "Custom Settings Methods", "Custom Metadata Type Methods".
 */
import type { SObjectSchema } from '../../../schema/model';
import { findObject, kernel } from '../../kernel';
import {
  ApexMap,
  mapOf,
  rtTypeOfSObject,
  SObjectTypeValue,
  SObjectValue,
  STRING,
  UnsupportedError
} from '../../values';
import { platformClass } from '../registry';

function schemaOf(object: string): SObjectSchema {
  const schema = findObject(object);
  if (!schema) throw new UnsupportedError(`the object ${object}`);
  return schema;
}

/** Every record with every field. Reading settings and metadata uses no query limit. */
function allRecords(schema: SObjectSchema): SObjectValue[] {
  const outer = kernel.tx.limits;
  const fields = [...schema.fields.values()].map((field) => field.name).join(', ');
  const query = `SELECT ${fields} FROM ${schema.name}`;
  try {
    kernel.tx.limits = uncounted();
    const list = kernel.services.dynamicQuery(query, null, { access: 'system', sharing: 'without' });
    return list.items as SObjectValue[];
  } finally {
    kernel.tx.limits = outer;
  }
}

/** A set of limits like the current one, thrown away afterwards. */
function uncounted(): typeof kernel.tx.limits {
  const Maker = kernel.tx.limits.constructor as new (mode: 'sync' | 'async') => typeof kernel.tx.limits;
  return new Maker(kernel.tx.limits.mode);
}

function nameField(schema: SObjectSchema): string {
  return schema.sort === 'customMetadata' ? 'DeveloperName' : 'Name';
}

function byName(object: string, name: string | null): SObjectValue | null {
  const schema = schemaOf(object);
  const wanted = name?.toLowerCase();
  const keys = schema.sort === 'customMetadata' ? ['DeveloperName', 'QualifiedApiName', 'Id'] : ['Name'];
  const found = allRecords(schema).find((record) =>
    keys.some((key) => String(record.values.get(key) ?? '').toLowerCase() === wanted)
  );
  return found ?? null;
}

function bySetupOwner(schema: SObjectSchema, ownerId: string): SObjectValue | null {
  return allRecords(schema).find((record) => record.values.get('SetupOwnerId') === ownerId) ?? null;
}

/** Fields that are null in a more specific record come from the less specific one. */
function merged(schema: SObjectSchema, levels: (SObjectValue | null)[]): SObjectValue {
  const found = levels.filter((level): level is SObjectValue => level !== null);
  const [first] = found;
  const result = first ? first.copy() : new SObjectValue(schema);
  result.queriedFields = null;
  for (const level of found.slice(1)) {
    for (const [name, value] of level.values) {
      const isOwn = schema.fields.get(name.toLowerCase())?.custom === true;
      if (isOwn && (result.values.get(name) ?? null) === null) result.values.set(name, value);
    }
  }
  return result;
}

function profileOf(ownerId: string): string | null {
  if (ownerId === kernel.tx.user.id) return kernel.tx.user.profileId;
  return ownerId.startsWith('005') ? kernel.services.loadUser(ownerId).profileId : null;
}

/** User, then profile, then the organization's defaults. */
function hierarchyInstance(object: string, ownerId: string): SObjectValue {
  const schema = schemaOf(object);
  const { organizationId } = kernel.tx.user;
  const profileId = profileOf(ownerId);
  const owners = [ownerId, ...(profileId ? [profileId] : []), organizationId];
  return merged(
    schema,
    owners.map((owner) => bySetupOwner(schema, owner))
  );
}

function isHierarchy(object: string): boolean {
  return schemaOf(object).settingType === 'Hierarchy';
}

function orgDefaults(object: string): SObjectValue {
  const schema = schemaOf(object);
  return merged(schema, [bySetupOwner(schema, kernel.tx.user.organizationId)]);
}

function all(object: string): ApexMap {
  const schema = schemaOf(object);
  const key = nameField(schema);
  const records = allRecords(schema).map((record): [unknown, unknown] => [record.values.get(key) ?? null, record]);
  return new ApexMap(mapOf(STRING, rtTypeOfSObject(schema)), records);
}

/** Emitted calls name the object first; nothing calls these forms, which tell the checker that the methods are there. */
function withoutObject(): never {
  throw new UnsupportedError('a method of custom settings without an object');
}

platformClass('System.SObject', {
  statics: {
    'getAll/0': withoutObject,
    'getInstance/0': withoutObject,
    'getOrgDefaults/0': withoutObject,
    'getValues/1': withoutObject,
    // Every object has this one.
    'getSObjectType/1': (object: string) => SObjectTypeValue.of(schemaOf(object)),
    'getAll/1': all,
    'getInstance/1': (object: string) => hierarchyInstance(object, kernel.tx.user.id),
    'getInstance/2': (object: string, key: string | null) =>
      isHierarchy(object) ? hierarchyInstance(object, key ?? kernel.tx.user.id) : byName(object, key),
    'getOrgDefaults/1': orgDefaults,
    'getValues/2': (object: string, key: string | null) =>
      isHierarchy(object) ? (key === null ? null : bySetupOwner(schemaOf(object), key)) : byName(object, key)
  }
});
