/**
 * Records that the platform makes by itself: no triggers, no rules, no permissions, no limits.
 */
import { ApexDatetime } from '../../runtime/values/datetime';
import { SObjectValue } from '../../runtime/values/sobject';
import { kernel } from '../../runtime/kernel';
import type { DataContext } from '../dataContext';

export type SystemValues = Record<string, unknown>;

/** Sets who and when on a record that is saved. */
export function stamp(record: SObjectValue, has: (field: string) => boolean, isNew: boolean): void {
  const now = new ApexDatetime(Math.floor(kernel.services.now() / 1000) * 1000);
  const { id } = kernel.tx.user;
  const set = (name: string, value: unknown): void => {
    if (has(name)) record.values.set(name, value);
  };
  if (isNew) {
    set('CreatedDate', now);
    set('CreatedById', id);
    set('IsDeleted', false);
  }
  set('LastModifiedDate', now);
  set('LastModifiedById', id);
  set('SystemModstamp', now);
}

/** Stores a record. Fields that the object lacks are left out; the values must have the fields' types. Answers its id. */
export function writeSystem(data: DataContext, object: string, values: SystemValues): string {
  const schema = data.object(object);
  const table = data.table(schema);
  const record = new SObjectValue(schema);
  stamp(record, (f) => table.has(f), true);
  for (const [name, value] of Object.entries(values)) if (table.has(name)) record.values.set(name, value ?? null);
  const id = (values['Id'] as string | undefined) ?? data.database.ids.next(schema);
  record.values.set('Id', id);
  data.database.run(table.insertSql, table.toRow(record));
  data.permissions.changed(object);
  return id;
}
