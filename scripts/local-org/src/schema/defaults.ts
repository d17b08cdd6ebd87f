/**
 * New fields and objects with the values that most have.
 */
import type { FieldSchema, FieldType, SObjectSchema, SObjectSort } from './model';

const APEX_TYPES: Partial<Record<FieldType, string>> = {
  ID: 'Id',
  REFERENCE: 'Id',
  BOOLEAN: 'Boolean',
  INTEGER: 'Integer',
  LONG: 'Long',
  DOUBLE: 'Decimal',
  CURRENCY: 'Decimal',
  PERCENT: 'Decimal',
  DATE: 'Date',
  DATETIME: 'Datetime',
  TIME: 'Time',
  BASE64: 'Blob',
  ADDRESS: 'Address',
  LOCATION: 'Location',
  ANYTYPE: 'Object',
  COMPLEXVALUE: 'Object'
};

/** Types by which records cannot be filtered, sorted or grouped. Source: SOQL and SOSL Reference, "Field types". */
const NOT_GROUPABLE: ReadonlySet<FieldType> = new Set([
  'DOUBLE',
  'CURRENCY',
  'PERCENT',
  'DATETIME',
  'TIME',
  'BASE64',
  'ADDRESS',
  'LOCATION',
  'MULTIPICKLIST',
  'ANYTYPE',
  'COMPLEXVALUE',
  'ENCRYPTEDSTRING'
]);
const NOT_SORTABLE: ReadonlySet<FieldType> = new Set([
  'BASE64',
  'ADDRESS',
  'LOCATION',
  'ANYTYPE',
  'COMPLEXVALUE',
  'ENCRYPTEDSTRING',
  'MULTIPICKLIST'
]);
const NOT_FILTERABLE: ReadonlySet<FieldType> = new Set([
  'BASE64',
  'ADDRESS',
  'ANYTYPE',
  'COMPLEXVALUE',
  'ENCRYPTEDSTRING'
]);

/** Text areas longer than this are long text areas: they can be neither filtered nor sorted. */
export const LONG_TEXT_FROM = 256;

/** The Apex type of a field's value when nothing else is known. */
export function apexTypeOf(type: FieldType): string {
  return APEX_TYPES[type] ?? 'String';
}

/** A field that can be read and written, with `values` over the usual values. */
export function newField(name: string, label: string, type: FieldType, values: Partial<FieldSchema> = {}): FieldSchema {
  const isLongText = type === 'TEXTAREA' && (values.length ?? 0) >= LONG_TEXT_FROM;
  return {
    name,
    label,
    type,
    apexType: apexTypeOf(type),
    custom: name.endsWith('__c'),
    description: null,
    inlineHelpText: null,
    length: 0,
    precision: 0,
    scale: 0,
    nillable: true,
    unique: false,
    caseSensitive: false,
    externalId: false,
    createable: true,
    updateable: true,
    filterable: !isLongText && !NOT_FILTERABLE.has(type),
    sortable: !isLongText && !NOT_SORTABLE.has(type),
    groupable: !isLongText && !NOT_GROUPABLE.has(type),
    defaultedOnCreate: false,
    defaultValue: null,
    formula: null,
    calculated: false,
    autoNumberFormat: null,
    summary: null,
    referenceTo: [],
    relationshipName: null,
    childRelationshipName: null,
    cascadeDelete: false,
    restrictedDelete: false,
    masterDetail: false,
    reparentable: false,
    restrictedPicklist: false,
    picklistValues: [],
    nameField: false,
    idLookup: false,
    htmlFormatted: false,
    compoundFieldName: null,
    ...values
  };
}

/** An object without fields on which everything is allowed, with `values` over the usual values. */
export function newObject(
  name: string,
  label: string,
  labelPlural: string,
  sort: SObjectSort,
  values: Partial<SObjectSchema> = {}
): SObjectSchema {
  return {
    name,
    label,
    labelPlural,
    sort,
    custom: /__\w+$/.test(name),
    keyPrefix: null,
    createable: true,
    updateable: true,
    deletable: true,
    undeletable: true,
    mergeable: false,
    queryable: true,
    searchable: false,
    triggerable: true,
    description: null,
    settingType: null,
    publishBehavior: null,
    sharingModel: 'ReadWrite',
    fields: new Map(),
    nameField: null,
    childRelationships: new Map(),
    recordTypes: [],
    validationRules: [],
    fieldSets: new Map(),
    ...values
  };
}
