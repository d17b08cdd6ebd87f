/**
 * Reads custom fields.
 */
import { LONG_TEXT_FROM, newField } from './defaults';
import { FIELD_KINDS, checkCustomName, checkFieldElements, fieldKind, type FieldKind } from './fieldRules';
import type { FieldSchema, FieldType, PicklistValue } from './model';
import { ComponentError } from './problems';
import type { XmlElement } from './xml';

/** Value sets of the project that picklists may share, by name. */
export type ValueSets = ReadonlyMap<string, PicklistValue[]>;

const FIXED_LENGTH: Partial<Record<string, number>> = {
  TextArea: 255,
  Email: 80,
  Phone: 40,
  Url: 255,
  Picklist: 255,
  MultiselectPicklist: 4099,
  AutoNumber: 30,
  Lookup: 18,
  MasterDetail: 18,
  Hierarchy: 18,
  MetadataRelationship: 255
};

/** A value of a picklist: `<fullName>`, `<label>`, `<default>`, `<isActive>`. */
export function readPicklistValue(element: XmlElement): PicklistValue {
  const value = element.text('fullName');
  if (value === null) throw new ComponentError('Required field is missing: fullName');
  return {
    value,
    label: element.text('label') ?? value,
    isActive: element.text('isActive') !== 'false',
    isDefault: element.flag('default')
  };
}

interface Picklist {
  values: PicklistValue[];
  restricted: boolean;
}

function readPicklist(element: XmlElement, valueSets: ValueSets): Picklist {
  const older = element.first('picklist');
  if (older)
    return { values: older.all('picklistValues').map(readPicklistValue), restricted: older.flag('restrictedPicklist') };
  const set = element.first('valueSet');
  if (set === null)
    throw new ComponentError(`Must specify 'valueSet' for a CustomField of type ${element.text('type')}`);
  const shared = set.text('valueSetName');
  if (shared !== null) {
    const values = valueSets.get(shared);
    if (!values) throw new ComponentError(`In field: valueSetName - no GlobalValueSet named ${shared} found`);
    return { values, restricted: true };
  }
  const values = set.first('valueSetDefinition')?.all('value').map(readPicklistValue) ?? [];
  return { values, restricted: set.flag('restricted') };
}

function checkPicklist(values: readonly PicklistValue[], type: string): void {
  if (values.length === 0) throw new ComponentError('Must specify at least one picklist value');
  const seen = new Set<string>();
  for (const { value } of values) {
    if (seen.has(value.toLowerCase())) throw new ComponentError(`Duplicate picklist value ${value}`);
    seen.add(value.toLowerCase());
  }
  if (type === 'Picklist' && values.filter((value) => value.isDefault).length > 1) {
    throw new ComponentError('Cannot have more than one default value for picklist');
  }
}

function picklistParts(element: XmlElement, valueSets: ValueSets): Partial<FieldSchema> {
  const { values, restricted } = readPicklist(element, valueSets);
  checkPicklist(values, element.text('type')!);
  const byDefault = values.find((value) => value.isDefault)?.value ?? null;
  return {
    picklistValues: values,
    restrictedPicklist: restricted,
    defaultValue: byDefault ?? element.text('defaultValue'),
    defaultedOnCreate: byDefault !== null
  };
}

function referenceParts(element: XmlElement, name: string): Partial<FieldSchema> {
  const type = element.text('type')!;
  const constraint = element.text('deleteConstraint') ?? 'SetNull';
  if (!['SetNull', 'Restrict', 'Cascade'].includes(constraint)) {
    throw new ComponentError(`'${constraint}' is not a valid value for the enum 'DeleteConstraint'`);
  }
  if (type === 'Lookup' && element.flag('required') && element.text('deleteConstraint') === 'SetNull') {
    throw new ComponentError(
      'deleteConstraint: a required lookup field must restrict or cascade the deletion of its parent'
    );
  }
  const isDetail = type === 'MasterDetail';
  const childName = element.text('relationshipName');
  return {
    referenceTo: type === 'Hierarchy' ? ['User'] : element.all('referenceTo').map((target) => target.value),
    relationshipName: name.replace(/__c$/, '__r'),
    childRelationshipName: childName === null ? null : `${childName}__r`,
    masterDetail: isDetail,
    cascadeDelete: isDetail || constraint === 'Cascade',
    restrictedDelete:
      constraint === 'Restrict' || (type === 'Lookup' && element.flag('required') && constraint === 'SetNull'),
    reparentable: element.flag('reparentableMasterDetail'),
    nillable: !isDetail && !element.flag('required'),
    updateable: !isDetail || element.flag('reparentableMasterDetail')
  };
}

const SUMMARY_OPERATIONS = new Set(['count', 'sum', 'min', 'max']);

function summaryParts(element: XmlElement): Partial<FieldSchema> {
  const operation = element.text('summaryOperation')!;
  if (!SUMMARY_OPERATIONS.has(operation))
    throw new ComponentError(`'${operation}' is not a valid value for the enum 'SummaryOperations'`);
  const summarizedField = element.text('summarizedField');
  if (operation !== 'count' && summarizedField === null) {
    throw new ComponentError(`Must specify 'summarizedField' for a Summary field with the operation ${operation}`);
  }
  const filters = element.all('summaryFilterItems').map((item) => ({
    field: item.text('field') ?? '',
    operation: item.text('operation') ?? '',
    value: item.text('value') ?? ''
  }));
  return {
    summary: {
      operation: operation as 'count' | 'sum' | 'min' | 'max',
      summarizedField,
      foreignKey: element.text('summaryForeignKey')!,
      filters
    },
    precision: 18,
    scale: 0,
    calculated: true,
    createable: false,
    updateable: false
  };
}

const FORMULA_TYPES = new Set(['Text', 'Checkbox', 'Number', 'Currency', 'Percent', 'Date', 'DateTime', 'Time']);

function formulaParts(element: XmlElement): Partial<FieldSchema> {
  const type = element.text('type')!;
  if (!FORMULA_TYPES.has(type)) throw new ComponentError(`Can not specify 'formula' for a CustomField of type ${type}`);
  return {
    formula: element.text('formula'),
    formulaTreatBlanksAs: element.text('formulaTreatBlanksAs') === 'BlankAsBlank' ? 'BlankAsBlank' : 'BlankAsZero',
    calculated: true,
    createable: false,
    updateable: false,
    length: type === 'Text' ? 1300 : 0,
    nillable: type !== 'Checkbox'
  };
}

function autoNumberParts(element: XmlElement): Partial<FieldSchema> {
  return {
    autoNumberFormat: element.text('displayFormat') ?? '{0}',
    createable: false,
    updateable: false,
    nillable: false,
    defaultedOnCreate: true
  };
}

function checkboxParts(element: XmlElement): Partial<FieldSchema> {
  const value = element.text('defaultValue') ?? 'false';
  return { nillable: false, defaultedOnCreate: true, defaultValue: value };
}

/** What depends on the type. */
function partsByType(element: XmlElement, name: string, valueSets: ValueSets): Partial<FieldSchema> {
  const type = element.text('type')!;
  if (element.first('formula') !== null) return formulaParts(element);
  if (type === 'Picklist' || type === 'MultiselectPicklist') return picklistParts(element, valueSets);
  if (FIELD_KINDS[type]!.type === 'REFERENCE') return referenceParts(element, name);
  if (type === 'Summary') return summaryParts(element);
  if (type === 'AutoNumber') return autoNumberParts(element);
  if (type === 'Checkbox') return checkboxParts(element);
  return { defaultValue: element.text('defaultValue'), defaultedOnCreate: element.first('defaultValue') !== null };
}

function commonParts(element: XmlElement, kind: FieldKind): Partial<FieldSchema> {
  const type = element.text('type')!;
  const isNumber = kind.needs.includes('precision');
  const keyed = element.flag('externalId') || element.flag('unique');
  return {
    description: element.text('description'),
    inlineHelpText: element.text('inlineHelpText'),
    length: element.number('length') ?? FIXED_LENGTH[type] ?? 0,
    precision: isNumber ? (element.number('precision') ?? 18) : 0,
    scale: isNumber ? (element.number('scale') ?? 0) : 0,
    nillable: !element.flag('required'),
    unique: element.flag('unique'),
    caseSensitive: element.flag('caseSensitive'),
    externalId: element.flag('externalId'),
    idLookup: keyed,
    htmlFormatted: type === 'Html',
    custom: true
  };
}

/** A location is three fields: the compound one and its two numbers. */
function locationParts(field: FieldSchema, element: XmlElement): FieldSchema[] {
  const scale = element.number('scale') ?? 0;
  const base = field.name.replace(/__c$/, '');
  const part = (name: string, label: string): FieldSchema =>
    newField(`${base}__${name}__s`, `${field.label} (${label})`, 'DOUBLE', {
      custom: true,
      precision: 3 + scale,
      scale,
      nillable: field.nillable,
      compoundFieldName: field.name
    });
  return [
    { ...field, createable: false, updateable: false },
    part('Latitude', 'Latitude'),
    part('Longitude', 'Longitude')
  ];
}

/**
 * Reads a custom field. A location gives three fields, every other type one.
 * @throws ComponentError in the words of a deployment
 */
export function readField(element: XmlElement, name: string, valueSets: ValueSets): FieldSchema[] {
  checkCustomName(name, '__c', 'field');
  const label = element.text('label');
  if (label === null) throw new ComponentError('Must specify a non-empty label for the CustomField');
  if (label.length > 40) throw new ComponentError(`Label too long: ${label} (at most 40 characters)`);
  const kind = fieldKind(element);
  if (element.first('formula') === null) checkFieldElements(element, kind);
  const values = { ...commonParts(element, kind), ...partsByType(element, name, valueSets) };
  const field = newField(name, label, kind.type, values);
  return kind.type === 'LOCATION' ? locationParts(field, element) : [withTraits(field)];
}

/** Calculated fields and long texts cannot be used everywhere. */
function withTraits(field: FieldSchema): FieldSchema {
  if (field.type === 'TEXTAREA' && field.length >= LONG_TEXT_FROM)
    return { ...field, filterable: false, sortable: false, groupable: false };
  return field.calculated && !field.summary ? { ...field, groupable: false } : field;
}

/** Changes that a project makes to a standard field: label, help, tracking. Values of standard picklists come from value sets. */
export function applyStandardField(field: FieldSchema, element: XmlElement, valueSets: ValueSets): void {
  field.label = element.text('label') ?? field.label;
  field.description = element.text('description') ?? field.description;
  field.inlineHelpText = element.text('inlineHelpText') ?? field.inlineHelpText;
  if (element.first('valueSet')?.first('valueSetDefinition')) Object.assign(field, picklistParts(element, valueSets));
}

/** The describe type of a roll-up summary over a field. */
export function summaryType(summarized: FieldSchema | null): FieldType {
  return summarized?.type ?? 'DOUBLE';
}
