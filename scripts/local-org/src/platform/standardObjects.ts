/**
 * The standard objects as the schema has them: the snapshot and the facts put together.
 */
import { newField, newObject } from '../schema/defaults';
import type { FieldSchema, PicklistValue, SObjectSchema, SObjectSort } from '../schema/model';
import { parseFieldFacts, guessFieldFacts, type FieldFacts } from './fieldFacts';
import { objectFacts } from './objects';
import type { ObjectFacts } from './objects/facts';
import { keyPrefixes } from './objects/prefixes';
import { polymorphicTargets } from './objects/references';
import { objects, type FieldSnapshot, type ObjectSnapshot, type ObjectsSnapshot } from './snapshot';

/** Objects that an org has and the type library lacks. Source: Object Reference. */
const MORE_OBJECTS: ObjectsSnapshot = {
  // Permission sets grant it to users of external credentials; nobody reads it in Apex.
  UserExternalCredential: { fields: { Id: { type: 'Id', nillable: false } }, children: {} }
};

const snapshots: ObjectsSnapshot = { ...objects, ...MORE_OBJECTS };

/** Fields that the platform keeps on nearly every object; nobody else sets them. */
const SYSTEM_FIELDS: Record<string, string> = {
  IsDeleted: 'boolean ro default =false | Deleted',
  CreatedDate: 'datetime ro default',
  CreatedById: 'reference ro default',
  LastModifiedDate: 'datetime ro default',
  LastModifiedById: 'reference ro default',
  SystemModstamp: 'datetime ro default',
  LastActivityDate: 'date ro | Last Activity',
  LastViewedDate: 'datetime ro',
  LastReferencedDate: 'datetime ro'
};

const GEOCODE_ACCURACY = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown'
];

/** `NumberOfEmployees` -> `Number Of Employees`; ids end with `ID`. */
function labelOf(name: string): string {
  return name.replace(/([a-z0-9])([A-Z])/g, '$1 $2').replace(/ Id$/, ' ID');
}

function picklistValues(name: string, facts: ObjectFacts | undefined): PicklistValue[] {
  const listed = facts?.picklists?.[name] ?? (name.endsWith('GeocodeAccuracy') ? GEOCODE_ACCURACY : []);
  return listed.map((text) => {
    const isDefault = text.endsWith('*');
    const value = isDefault ? text.slice(0, -1) : text;
    return { value, label: value, isActive: true, isDefault };
  });
}

/** The name field of objects without facts. */
function isNameByCustom(name: string, fields: ObjectSnapshot['fields']): boolean {
  return name === 'Name' || (name === 'DeveloperName' && fields['Name'] === undefined);
}

function factsOf(object: string, name: string, field: FieldSnapshot, facts: ObjectFacts | undefined): FieldFacts {
  const text = facts?.fields[name] ?? SYSTEM_FIELDS[name];
  if (text !== undefined) return parseFieldFacts(text);
  const guess = guessFieldFacts(name, field);
  if (name === 'Id') return { ...guess, label: `${facts?.label ?? labelOf(object)} ID` };
  const isName = facts === undefined && isNameByCustom(name, snapshots[object]!.fields);
  return facts === undefined ? { ...guess, isName, createable: false, updateable: false } : guess;
}

function references(object: string, name: string, field: FieldSnapshot): Partial<FieldSchema> {
  if (field.to === undefined) return {};
  const referenceTo = field.to[0] === 'Name' ? polymorphicTargets(object, name) : field.to;
  return { referenceTo, relationshipName: field.rel ?? null };
}

function makeField(
  object: string,
  name: string,
  field: FieldSnapshot,
  objectFactsOf: ObjectFacts | undefined
): FieldSchema {
  const facts = factsOf(object, name, field, objectFactsOf);
  const isNumber = ['DOUBLE', 'CURRENCY', 'PERCENT', 'INTEGER', 'LONG'].includes(facts.type);
  const values = facts.type === 'PICKLIST' || facts.type === 'COMBOBOX' ? picklistValues(name, objectFactsOf) : [];
  return newField(name, facts.label ?? labelOf(name), facts.type, {
    ...references(object, name, field),
    apexType: field.type,
    length: isNumber ? 0 : facts.type === 'REFERENCE' ? 18 : facts.size,
    precision: isNumber ? facts.size : 0,
    scale: facts.scale,
    nillable: facts.nillable ?? field.nillable !== false,
    unique: facts.unique,
    createable: facts.createable,
    updateable: facts.updateable,
    defaultedOnCreate: facts.defaulted,
    defaultValue: facts.defaultValue ?? values.find((value) => value.isDefault)?.value ?? null,
    calculated: facts.calculated,
    restrictedPicklist: facts.restricted,
    picklistValues: values,
    nameField: facts.isName,
    idLookup: facts.idLookup,
    compoundFieldName: facts.compound
  });
}

function sortOf(name: string): SObjectSort {
  if (name.endsWith('Share')) return 'share';
  if (name.endsWith('History') && name !== 'LoginHistory' && name !== 'OpportunityHistory') return 'history';
  return name === 'BatchApexErrorEvent' ? 'platformEvent' : 'standard';
}

/** Records that share their parent's access to Apex: shares are written by Apex although they have no page of facts. */
function abilities(name: string, facts: ObjectFacts | undefined): Set<string> {
  const usual =
    facts === undefined
      ? name.endsWith('Share')
        ? 'create update delete'
        : ''
      : 'create update delete undelete search trigger';
  return new Set((facts?.can ?? usual).split(' '));
}

function makeObject(name: string, snapshot: ObjectSnapshot): SObjectSchema {
  const facts = objectFacts[name];
  const can = abilities(name, facts);
  const label = facts?.label ?? labelOf(name);
  const object = newObject(name, label, facts?.plural ?? label, sortOf(name), {
    keyPrefix: facts ? facts.prefix : (keyPrefixes.get(name) ?? null),
    createable: can.has('create'),
    updateable: can.has('update'),
    deletable: can.has('delete'),
    undeletable: can.has('undelete'),
    mergeable: can.has('merge'),
    queryable: sortOf(name) !== 'platformEvent' && name !== 'AggregateResult',
    searchable: can.has('search'),
    triggerable: can.has('trigger'),
    publishBehavior: sortOf(name) === 'platformEvent' ? 'PublishImmediately' : null,
    sharingModel: facts?.sharing ?? 'ReadWrite'
  });
  for (const [fieldName, field] of Object.entries(snapshot.fields)) {
    object.fields.set(fieldName.toLowerCase(), makeField(name, fieldName, field, facts));
  }
  object.nameField = [...object.fields.values()].find((field) => field.nameField)?.name ?? null;
  for (const unknown of Object.keys(facts?.fields ?? {})) {
    if (snapshot.fields[unknown] === undefined && !unknown.startsWith('Permissions')) {
      throw new Error(`Facts of ${name}: no field ${unknown} in the type library`);
    }
  }
  return object;
}

/** The reference field of `child` behind a child relationship of `parent`, or null when there are several or none. */
function referenceField(parent: SObjectSchema, child: SObjectSchema, relationship: string): FieldSchema | null {
  const candidates = [...child.fields.values()].filter((field) => field.referenceTo.includes(parent.name));
  if (candidates.length <= 1) return candidates[0] ?? null;
  const wanted = CHILD_FIELDS[`${parent.name}.${relationship}`];
  if (wanted !== undefined) return candidates.find((field) => field.name === wanted) ?? null;
  const usual = [`${parent.name}Id`, 'ParentId', 'WhoId', 'WhatId', 'LinkedEntityId'];
  const found = usual
    .map((name) => candidates.find((field) => field.name === name))
    .find((field) => field !== undefined);
  return found ?? null;
}

/** Child relationships whose field does not follow from the parent's name. Source: Object Reference. */
const CHILD_FIELDS: Record<string, string> = {
  'Account.ChildAccounts': 'ParentId',
  'Contact.AccountContactRoles': 'ContactId',
  'User.ManagedUsers': 'ManagerId'
};

function linkChildren(all: Map<string, SObjectSchema>, parent: SObjectSchema): void {
  const facts = objectFacts[parent.name];
  for (const [relationship, childName] of Object.entries(snapshots[parent.name]!.children)) {
    const child = all.get(childName.toLowerCase());
    const field = child && referenceField(parent, child, relationship);
    if (!child || !field) continue;
    const path = `${child.name}.${field.name}`;
    const cascadeDelete = facts?.cascades?.includes(path) ?? false;
    const restrictedDelete = facts?.restricts?.includes(path) ?? false;
    field.childRelationshipName ??= relationship;
    field.cascadeDelete ||= cascadeDelete && field.referenceTo.length === 1;
    field.restrictedDelete ||= restrictedDelete && field.referenceTo.length === 1;
    const link = { name: relationship, childObject: child.name, field: field.name, cascadeDelete, restrictedDelete };
    parent.childRelationships.set(relationship.toLowerCase(), link);
  }
}

/** Fresh copies of all standard objects, by lower-cased API name: callers may add to them. */
export function standardObjects(): Map<string, SObjectSchema> {
  const all = new Map<string, SObjectSchema>();
  for (const [name, snapshot] of Object.entries(snapshots)) all.set(name.toLowerCase(), makeObject(name, snapshot));
  for (const object of all.values()) linkChildren(all, object);
  return all;
}
