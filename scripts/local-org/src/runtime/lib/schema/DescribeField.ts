/**
 * Schema.DescribeFieldResult and PicklistEntry.
 * Source: Apex Reference Guide, "DescribeFieldResult Class".
 */
import type { FieldSchema, SObjectSchema } from '../../../schema/model';
import { findObject, kernel } from '../../kernel';
import {
  ApexList,
  ApexObject,
  coerceToField,
  listOf,
  rtType,
  SObjectFieldValue,
  SObjectTypeValue,
  type RtType
} from '../../values';
import { jsonScalarOf } from '../../json/scalars';
import { textsOfUser } from '../../support/texts';
import { beanClass } from '../bean';
import { enumConstant } from '../enums';
import { platformClass } from '../registry';
import { describeMembers } from './DescribeSObject';

const TYPE = rtType('Schema.DescribeFieldResult');

/** One object a field, so that results are equal and serve as keys. */
export class DescribeField extends ApexObject {
  private static readonly known = new WeakMap<FieldSchema, DescribeField>();
  static of(schema: SObjectSchema, field: FieldSchema): DescribeField {
    let result = this.known.get(field);
    if (!result || result.schema !== schema) this.known.set(field, (result = new DescribeField(schema, field)));
    return result;
  }
  private constructor(
    readonly schema: SObjectSchema,
    readonly field: FieldSchema
  ) {
    super();
  }
  override get rtType(): RtType {
    return TYPE;
  }
}

const picklistEntry = beanClass('Schema.PicklistEntry', { constructible: false });

function picklistValues({ schema, field }: DescribeField): ApexList {
  const texts = textsOfUser();
  const entries = field.picklistValues
    .filter((value) => value.isActive)
    .map(({ value, isActive: active, isDefault: defaultValue }) =>
      picklistEntry({ value, label: texts.value(schema, field, value), active, defaultValue })
    );
  return new ApexList(listOf(rtType('Schema.PicklistEntry')), entries);
}

/** Values of XML Schema that fields have in the SOAP API. */
const SOAP_TYPES: Record<string, string> = {
  ID: 'ID',
  REFERENCE: 'ID',
  BOOLEAN: 'BOOLEAN',
  INTEGER: 'INTEGER',
  DOUBLE: 'DOUBLE',
  CURRENCY: 'DOUBLE',
  PERCENT: 'DOUBLE',
  DATE: 'DATE',
  DATETIME: 'DATETIME',
  TIME: 'TIME',
  BASE64: 'BASE64BINARY',
  ADDRESS: 'ADDRESS',
  LOCATION: 'LOCATION',
  ANYTYPE: 'ANYTYPE'
};

function defaultValue(field: FieldSchema): unknown {
  if (field.type === 'BOOLEAN') return field.defaultValue === 'true';
  const chosen = field.picklistValues.find((value) => value.isDefault);
  if (chosen) return coerceToField(field, chosen.value);
  if (field.defaultValue === null || field.custom) return null;
  return jsonScalarOf(field.defaultValue, rtType(`System.${field.apexType}`));
}

const isNumber = (field: FieldSchema): boolean => ['DOUBLE', 'CURRENCY', 'PERCENT'].includes(field.type);
const access = (d: DescribeField) => kernel.services.permissions.field(d.schema.name, d.field.name);

/** Bytes of a text in UTF-8, at most three for a character in what describe answers. */
const BYTES_PER_CHARACTER = 3;

const PROPERTIES: Record<string, (d: DescribeField) => unknown> = {
  Accessible: (d) => access(d).accessible,
  Createable: (d) => d.field.createable && access(d).createable,
  Updateable: (d) => d.field.updateable && access(d).updateable,
  AutoNumber: (d) => d.field.autoNumberFormat !== null,
  ByteLength: (d) => d.field.length * BYTES_PER_CHARACTER,
  Calculated: (d) => d.field.calculated,
  CalculatedFormula: (d) => d.field.formula,
  CascadeDelete: (d) => d.field.cascadeDelete,
  CaseSensitive: (d) => d.field.caseSensitive,
  CompoundFieldName: (d) => d.field.compoundFieldName,
  Custom: (d) => d.field.custom,
  DefaultedOnCreate: (d) => d.field.defaultedOnCreate,
  DefaultValue: (d) => defaultValue(d.field),
  DefaultValueFormula: (d) => (d.field.custom && d.field.type !== 'BOOLEAN' ? d.field.defaultValue : null),
  DependentPicklist: () => false,
  DeprecatedAndHidden: () => false,
  Digits: (d) => (d.field.type === 'INTEGER' ? d.field.precision : 0),
  Encrypted: (d) => d.field.type === 'ENCRYPTEDSTRING',
  ExternalId: (d) => d.field.externalId,
  Filterable: (d) => d.field.filterable,
  Groupable: (d) => d.field.groupable,
  HtmlFormatted: (d) => d.field.htmlFormatted,
  IdLookup: (d) => d.field.idLookup,
  InlineHelpText: (d) => textsOfUser().help(d.schema, d.field),
  Label: (d) => textsOfUser().field(d.schema, d.field),
  Length: (d) => d.field.length,
  LocalName: (d) => d.field.name,
  Name: (d) => d.field.name,
  NameField: (d) => d.field.nameField,
  NamePointing: (d) => d.field.referenceTo.length > 1,
  Nillable: (d) => d.field.nillable,
  Permissionable: (d) => access(d).permissionable,
  PicklistValues: (d) => picklistValues(d),
  Precision: (d) => (isNumber(d.field) ? d.field.precision : 0),
  ReferenceTo: (d) => referenceTo(d.field),
  RelationshipName: (d) => d.field.relationshipName,
  RelationshipOrder: (d) => (d.field.masterDetail ? 0 : null),
  RestrictedDelete: (d) => d.field.restrictedDelete,
  RestrictedPicklist: (d) => d.field.restrictedPicklist,
  Scale: (d) => d.field.scale,
  SoapType: (d) => enumConstant('Schema.SoapType', SOAP_TYPES[d.field.type] ?? 'STRING'),
  SobjectField: (d) => SObjectFieldValue.of(d.schema, d.field),
  SObjectType: (d) => SObjectTypeValue.of(d.schema),
  Sortable: (d) => d.field.sortable,
  Type: (d) => enumConstant('Schema.DisplayType', d.field.type),
  Unique: (d) => d.field.unique,
  WriteRequiresMasterRead: () => false
};

function referenceTo(field: FieldSchema): ApexList {
  const types = field.referenceTo.flatMap((name) => {
    const schema = findObject(name);
    return schema ? [SObjectTypeValue.of(schema)] : [];
  });
  return new ApexList(listOf(rtType('Schema.SObjectType')), types);
}

platformClass('Schema.DescribeFieldResult', {
  jsClass: DescribeField,
  ...describeMembers(PROPERTIES, (self: DescribeField) => self)
});
