/**
 * The fields that the platform itself puts on custom objects.
 * Source: Object Reference, "System Fields" and "Custom Objects"; Custom Metadata Types Implementation Guide; Platform Events
 * Developer Guide.
 */
import { newField } from './defaults';
import type { FieldSchema, SObjectSort } from './model';

const READ_ONLY = { createable: false, updateable: false } as const;
const SET_BY_PLATFORM = { ...READ_ONLY, nillable: false, defaultedOnCreate: true } as const;

function idField(): FieldSchema {
  return newField('Id', 'Record ID', 'ID', { ...SET_BY_PLATFORM, length: 18, idLookup: true });
}

function userReference(name: string, label: string): FieldSchema {
  return newField(`${name}Id`, `${label} ID`, 'REFERENCE', {
    ...SET_BY_PLATFORM,
    length: 18,
    referenceTo: ['User'],
    relationshipName: name
  });
}

function created(): FieldSchema[] {
  return [
    newField('CreatedDate', 'Created Date', 'DATETIME', SET_BY_PLATFORM),
    userReference('CreatedBy', 'Created By')
  ];
}

function audit(): FieldSchema[] {
  return [
    ...created(),
    newField('LastModifiedDate', 'Last Modified Date', 'DATETIME', SET_BY_PLATFORM),
    userReference('LastModifiedBy', 'Last Modified By'),
    newField('SystemModstamp', 'System Modstamp', 'DATETIME', SET_BY_PLATFORM)
  ];
}

function isDeleted(): FieldSchema {
  return newField('IsDeleted', 'Deleted', 'BOOLEAN', { ...SET_BY_PLATFORM, defaultValue: 'false' });
}

function owner(): FieldSchema {
  return newField('OwnerId', 'Owner ID', 'REFERENCE', {
    length: 18,
    nillable: false,
    defaultedOnCreate: true,
    referenceTo: ['Group', 'User'],
    relationshipName: 'Owner'
  });
}

/** The name field as the object's metadata asks for it. */
export interface NameFieldSettings {
  label: string;
  /** Null for a text name. */
  autoNumberFormat: string | null;
}

function nameField({ label, autoNumberFormat }: NameFieldSettings): FieldSchema {
  const auto = autoNumberFormat !== null;
  return newField('Name', label, 'STRING', {
    length: 80,
    nameField: true,
    idLookup: true,
    autoNumberFormat,
    // An org fills a text name that is left blank with the record's id.
    nillable: !auto,
    defaultedOnCreate: true,
    createable: !auto,
    updateable: !auto
  });
}

/** What decides the system fields of a custom object. */
export interface SystemFieldOptions {
  name: NameFieldSettings;
  /** Detail of a master: owned by its master. */
  isDetail: boolean;
  hasTab: boolean;
  hasActivities: boolean;
}

function customObjectFields(options: SystemFieldOptions): FieldSchema[] {
  const viewed = options.hasTab
    ? [
        newField('LastViewedDate', 'Last Viewed Date', 'DATETIME', READ_ONLY),
        newField('LastReferencedDate', 'Last Referenced Date', 'DATETIME', READ_ONLY)
      ]
    : [];
  const activity = options.hasActivities ? [newField('LastActivityDate', 'Last Activity Date', 'DATE', READ_ONLY)] : [];
  return [
    idField(),
    ...(options.isDetail ? [] : [owner()]),
    isDeleted(),
    nameField(options.name),
    ...audit(),
    ...activity,
    ...viewed
  ];
}

function customSettingFields(): FieldSchema[] {
  const name = newField('Name', 'Name', 'STRING', {
    length: 38,
    nameField: true,
    idLookup: true,
    nillable: true,
    defaultedOnCreate: true
  });
  const setupOwner = newField('SetupOwnerId', 'Location ID', 'REFERENCE', {
    length: 18,
    nillable: false,
    defaultedOnCreate: true,
    updateable: false,
    referenceTo: ['Organization', 'Profile', 'User'],
    relationshipName: 'SetupOwner'
  });
  return [idField(), isDeleted(), name, setupOwner, ...audit()];
}

function customMetadataFields(): FieldSchema[] {
  const text = (name: string, label: string, length: number, more: Partial<FieldSchema> = {}): FieldSchema =>
    newField(name, label, 'STRING', { length, ...more });
  return [
    idField(),
    text('DeveloperName', 'Custom Metadata Record Name', 40, { nillable: false, nameField: true }),
    text('MasterLabel', 'Label', 40, { nillable: false }),
    newField('Language', 'Master Language', 'PICKLIST', { ...READ_ONLY, length: 40 }),
    text('NamespacePrefix', 'Namespace Prefix', 15, READ_ONLY),
    text('Label', 'Label', 40, { nillable: false }),
    text('QualifiedApiName', 'Qualified API Name', 70, { nillable: false }),
    newField('SystemModstamp', 'System Modstamp', 'DATETIME', SET_BY_PLATFORM)
  ];
}

function platformEventFields(): FieldSchema[] {
  return [
    newField('ReplayId', 'Replay ID', 'STRING', { ...READ_ONLY, length: 1000 }),
    newField('EventUuid', 'Event UUID', 'STRING', { length: 36, updateable: false }),
    ...created()
  ];
}

/** The system fields of a custom object of that sort, in describe order. */
export function systemFields(sort: SObjectSort, options: SystemFieldOptions): FieldSchema[] {
  if (sort === 'customSetting') return customSettingFields();
  if (sort === 'customMetadata') return customMetadataFields();
  if (sort === 'platformEvent') return platformEventFields();
  return customObjectFields(options);
}

/** `RecordTypeId`, which an object has once it has a record type. */
export function recordTypeField(): FieldSchema {
  return newField('RecordTypeId', 'Record Type ID', 'REFERENCE', {
    length: 18,
    referenceTo: ['RecordType'],
    relationshipName: 'RecordType',
    defaultedOnCreate: true
  });
}

/** Fields of `X__Share`. */
export function shareFields(parent: string): FieldSchema[] {
  const accessLevels = ['Read', 'Edit', 'All'].map((value) => ({
    value,
    label: value,
    isActive: true,
    isDefault: false
  }));
  const reference = (name: string, referenceTo: string[], relationshipName: string): FieldSchema =>
    newField(name, name, 'REFERENCE', {
      length: 18,
      nillable: false,
      updateable: false,
      referenceTo,
      relationshipName
    });
  return [
    idField(),
    reference('ParentId', [parent], 'Parent'),
    reference('UserOrGroupId', ['Group', 'User'], 'UserOrGroup'),
    newField('AccessLevel', 'Access Level', 'PICKLIST', {
      length: 40,
      nillable: false,
      picklistValues: accessLevels,
      restrictedPicklist: true
    }),
    newField('RowCause', 'Row Cause', 'PICKLIST', {
      length: 40,
      updateable: false,
      defaultedOnCreate: true,
      defaultValue: 'Manual'
    }),
    newField('LastModifiedDate', 'Last Modified Date', 'DATETIME', SET_BY_PLATFORM),
    userReference('LastModifiedBy', 'Last Modified By'),
    isDeleted()
  ];
}

/** Fields of `X__History`. */
export function historyFields(parent: string): FieldSchema[] {
  const value = (name: string, label: string): FieldSchema => newField(name, label, 'ANYTYPE', READ_ONLY);
  return [
    idField(),
    isDeleted(),
    newField('ParentId', 'Parent ID', 'REFERENCE', {
      ...READ_ONLY,
      length: 18,
      nillable: false,
      referenceTo: [parent],
      relationshipName: 'Parent'
    }),
    ...created(),
    newField('Field', 'Changed Field', 'PICKLIST', { ...READ_ONLY, length: 255, nillable: false }),
    newField('DataType', 'Datatype', 'PICKLIST', { ...READ_ONLY, length: 40 }),
    value('OldValue', 'Old Value'),
    value('NewValue', 'New Value')
  ];
}
