/**
 * Objects and fields as the whole local org sees them: the checker, SOQL, DML, describe and permissions read this model.
 * It is built from the standard-object snapshot and the metadata of an sfdx project.
 */

/** Salesforce field types, by the names of Schema.DisplayType. */
export type FieldType =
  | 'ID'
  | 'REFERENCE'
  | 'STRING'
  | 'TEXTAREA'
  | 'EMAIL'
  | 'PHONE'
  | 'URL'
  | 'BOOLEAN'
  | 'INTEGER'
  | 'DOUBLE'
  | 'CURRENCY'
  | 'PERCENT'
  | 'DATE'
  | 'DATETIME'
  | 'TIME'
  | 'PICKLIST'
  | 'MULTIPICKLIST'
  | 'COMBOBOX'
  | 'BASE64'
  | 'ENCRYPTEDSTRING'
  | 'ADDRESS'
  | 'LOCATION'
  | 'ANYTYPE'
  | 'COMPLEXVALUE'
  | 'LONG';

export interface PicklistValue {
  value: string;
  label: string;
  isActive: boolean;
  isDefault: boolean;
}

export interface FieldSchema {
  /** Canonical API name. */
  name: string;
  label: string;
  type: FieldType;
  /** The Apex type of the field's value: `String`, `Id`, `Decimal`, `Double`, `Integer`, `Boolean`, `Date`, `Datetime`, `Time`, `Blob`, `Location`, `Address`, `Object`. */
  apexType: string;
  custom: boolean;
  description: string | null;
  inlineHelpText: string | null;
  /** Characters, for text types. */
  length: number;
  /** Digits in all, and after the point, for numbers. Integer fields: digits. */
  precision: number;
  scale: number;
  nillable: boolean;
  unique: boolean;
  caseSensitive: boolean;
  externalId: boolean;
  createable: boolean;
  updateable: boolean;
  filterable: boolean;
  sortable: boolean;
  groupable: boolean;
  /** Filled by the platform when null on create. */
  defaultedOnCreate: boolean;
  /** Default: a literal for checkboxes and picklists, or a formula text of the metadata. */
  defaultValue: string | null;
  /** Formula text for calculated fields. */
  formula: string | null;
  /** Formulas over empty numbers. Absent: `BlankAsZero`, as in an org. */
  formulaTreatBlanksAs?: 'BlankAsZero' | 'BlankAsBlank';
  calculated: boolean;
  autoNumberFormat: string | null;
  /** Roll-up summary. */
  summary: {
    operation: 'count' | 'sum' | 'min' | 'max';
    summarizedField: string | null;
    foreignKey: string;
    filters: { field: string; operation: string; value: string }[];
  } | null;
  /** References. */
  referenceTo: string[];
  relationshipName: string | null;
  /** Name by which the parent sees this object's records (`Contacts`, `Mappings__r`). */
  childRelationshipName: string | null;
  cascadeDelete: boolean;
  restrictedDelete: boolean;
  masterDetail: boolean;
  reparentable: boolean;
  restrictedPicklist: boolean;
  picklistValues: PicklistValue[];
  nameField: boolean;
  idLookup: boolean;
  htmlFormatted: boolean;
  /** Controls which letter-case comparisons apply; true for Id-like text. */
  compoundFieldName: string | null;
}

export interface ValidationRule {
  name: string;
  active: boolean;
  /** Formula that is true when the record is bad. */
  formula: string;
  message: string;
  /** Field that shows the error; null for the record. */
  field: string | null;
}

export interface RecordTypeSchema {
  developerName: string;
  label: string;
  active: boolean;
}

export interface FieldSetSchema {
  name: string;
  label: string;
  fields: { path: string; required: boolean }[];
}

export type SObjectSort =
  | 'standard'
  | 'custom'
  | 'customSetting'
  | 'customMetadata'
  | 'platformEvent'
  | 'changeEvent'
  | 'share'
  | 'history'
  | 'feed'
  | 'tag';

export interface SObjectSchema {
  name: string;
  label: string;
  labelPlural: string;
  sort: SObjectSort;
  custom: boolean;
  /** Three characters. */
  keyPrefix: string | null;
  createable: boolean;
  updateable: boolean;
  deletable: boolean;
  undeletable: boolean;
  mergeable: boolean;
  queryable: boolean;
  searchable: boolean;
  triggerable: boolean;
  description: string | null;
  /** Custom settings: how values are found. */
  settingType: 'Hierarchy' | 'List' | null;
  /** Platform events. */
  publishBehavior: 'PublishImmediately' | 'PublishAfterCommit' | null;
  sharingModel: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent' | 'FullAccess' | null;
  /** By lower-cased API name, in describe order. */
  fields: Map<string, FieldSchema>;
  nameField: string | null;
  /** Lower-cased name of the child relationship -> child object and its reference field. */
  childRelationships: Map<
    string,
    { name: string; childObject: string; field: string; cascadeDelete: boolean; restrictedDelete: boolean }
  >;
  recordTypes: RecordTypeSchema[];
  validationRules: ValidationRule[];
  fieldSets: Map<string, FieldSetSchema>;
}

/** All objects of an org. Look-ups ignore letter case. */
export interface Schema {
  objects: Map<string, SObjectSchema>;
  /** Custom metadata records of the project, by object. */
  metadataRecords: Map<
    string,
    { developerName: string; label: string; isProtected: boolean; values: Record<string, unknown> }[]
  >;
  /** Custom labels by lower-cased name. */
  labels: Map<
    string,
    { name: string; value: string; categories: string | null; language: string; translations: Record<string, string> }
  >;
}
