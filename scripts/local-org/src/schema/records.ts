/**
 * Reads records of custom metadata types.
 */
import type { FieldSchema, Schema, SObjectSchema } from './model';
import { ComponentError } from './problems';
import type { XmlElement } from './xml';

/** A record of a custom metadata type. Values: booleans; numbers, dates and texts as text; null. By canonical field name. */
export type MetadataRecord = NonNullable<ReturnType<Schema['metadataRecords']['get']>>[number];

function valueOf(element: XmlElement, field: FieldSchema): unknown {
  const isNil = element.attribute('xsi:nil') === 'true' || element.value === '';
  if (field.type === 'BOOLEAN') return element.value === 'true';
  if (isNil) return null;
  checkValue(element.value, field);
  return element.value;
}

function checkValue(value: string, field: FieldSchema): void {
  const isNumber = ['DOUBLE', 'PERCENT', 'CURRENCY', 'INTEGER'].includes(field.type);
  if (isNumber && !Number.isFinite(Number(value)))
    throw new ComponentError(`Invalid value for the field ${field.name}: ${value} is not a number`);
  if (field.length > 0 && field.type !== 'REFERENCE' && value.length > field.length) {
    throw new ComponentError(`Value too long for field: ${field.name} maximum length is:${field.length}`);
  }
  const values = field.picklistValues;
  if (field.restrictedPicklist && field.type === 'PICKLIST' && !values.some((candidate) => candidate.value === value)) {
    throw new ComponentError(`bad value for restricted picklist field: ${value}`);
  }
}

function emptyValues(object: SObjectSchema): Record<string, unknown> {
  const custom = [...object.fields.values()].filter((field) => field.custom && !field.calculated);
  return Object.fromEntries(custom.map((field) => [field.name, field.type === 'BOOLEAN' ? false : null]));
}

/**
 * Reads a record of `object`.
 * @throws ComponentError in the words of a deployment
 */
export function readMetadataRecord(developerName: string, element: XmlElement, object: SObjectSchema): MetadataRecord {
  const label = element.text('label');
  if (label === null) throw new ComponentError('Required field is missing: label');
  const values = emptyValues(object);
  for (const item of element.all('values')) {
    const name = item.text('field') ?? '';
    const field = object.fields.get(name.toLowerCase());
    if (!field?.custom) throw new ComponentError(`In field: field - no CustomField named ${object.name}.${name} found`);
    const value = item.first('value');
    values[field.name] = value === null ? values[field.name] : valueOf(value, field);
  }
  for (const field of object.fields.values()) {
    if (field.custom && !field.nillable && values[field.name] === null) {
      throw new ComponentError(`Required fields are missing: [${field.name}]`);
    }
  }
  return { developerName, label, isProtected: element.flag('protected'), values };
}
