/**
 * The records before the first trigger sees them: defaults for new ones, what was given for stored ones.
 */
import type { FieldSchema } from '../../schema/model';
import { kernel } from '../../runtime/kernel';
import { ApexDecimal } from '../../runtime/values/decimal';
import { SObjectValue } from '../../runtime/values/sobject';
import type { Table } from '../storage/table';
import type { DataContext } from '../dataContext';
import { defaultValueOf } from './rules';
import type { Row } from './row';

const SYSTEM_FIELDS = new Set([
  'Id',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'IsDeleted'
]);

export function isSystemField(name: string): boolean {
  return SYSTEM_FIELDS.has(name);
}

/**
 * A new record: what was given, and defaults for what was not. A field set to null keeps null.
 * Source: Salesforce Help, "Default Field Values": a default applies when the record is created without the field.
 */
export function prepareInsert(data: DataContext, table: Table, row: Row): void {
  const record = new SObjectValue(table.schema);
  for (const [name, value] of row.input.values) if (table.has(name) && name !== 'Id') record.values.set(name, value);
  row.record = record;
  for (const field of table.fields) {
    if (record.values.has(field.name)) continue;
    const value = defaultOf(data, field, record);
    if (value !== null) record.values.set(field.name, value);
  }
  if (table.schema.settingType === 'Hierarchy' && !record.values.get('SetupOwnerId')) {
    record.values.set('SetupOwnerId', kernel.tx.user.organizationId);
  }
  if (table.has('OwnerId') && !record.values.get('OwnerId')) record.values.set('OwnerId', kernel.tx.user.id);
}

/** What each field of the object holds in a record that nobody filled. */
export function defaultOf(data: DataContext, field: FieldSchema, record: SObjectValue): unknown {
  if (field.type === 'BOOLEAN') return booleanDefault(data, field, record);
  const chosen = field.picklistValues.find((v) => v.isDefault && v.isActive);
  if (chosen && field.type === 'PICKLIST') return chosen.value;
  if (field.defaultValue === null || isSystemField(field.name)) return null;
  if (field.type === 'PICKLIST' && field.picklistValues.some((v) => v.value === field.defaultValue))
    return field.defaultValue;
  if (!field.custom) return standardDefault(field);
  return defaultValueOf(data, field, record);
}

function booleanDefault(data: DataContext, field: FieldSchema, record: SObjectValue): boolean {
  const text = field.defaultValue?.trim().toLowerCase() ?? 'false';
  if (text === 'false' || text === '') return false;
  return text === 'true' || defaultValueOf(data, field, record) === true;
}

/** Defaults of standard fields are literals. */
function standardDefault(field: FieldSchema): unknown {
  const text = field.defaultValue!;
  if (field.apexType === 'Decimal') return ApexDecimal.tryParse(text);
  if (field.apexType === 'Integer') return Number(text);
  return text;
}

/** What the update gives; with `whole`, over the stored values, as triggers see it. */
export function prepareUpdate(table: Table, row: Row, whole: boolean, bySystem: boolean): void {
  const record = whole ? table.toRecord(row.old!) : new SObjectValue(table.schema);
  for (const [name, value] of row.input.values) {
    const field = table.field(name);
    if (field && (field.updateable || bySystem) && !isSystemField(name)) record.values.set(name, value);
  }
  record.values.set('Id', row.id);
  row.record = record;
  if (whole) row.oldRecord ??= table.toRecord(row.old!);
}
