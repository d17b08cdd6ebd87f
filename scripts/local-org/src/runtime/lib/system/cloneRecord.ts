/** Copies of records, as `SObject.clone` and `deepClone` make them. */
import { type SObjectValue } from '../../values';

export interface CloneOptions {
  keepId: boolean;
  /** Related records are copied too. */
  deep: boolean;
  keepTimestamps: boolean;
  keepAutonumber: boolean;
}

const TIMESTAMPS = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById'];
const SYSTEM = ['SystemModstamp', ...TIMESTAMPS];

/** Ids from which copies were made, for `getCloneSourceId`. */
const sources = new WeakMap<SObjectValue, string | null>();

/**
 * A copy that is no longer bound to its query: fields that were not asked for read as null.
 * Source: Apex Reference Guide, SObject.clone(preserveId, isDeepClone, preserveReadonlyTimestamps, preserveAutonumber).
 */
export function cloneRecord(record: SObjectValue, options: CloneOptions): SObjectValue {
  const copy = record.copy(options.deep);
  const source = record.id;
  if (!options.keepId) copy.values.delete('Id');
  if (!options.keepTimestamps) for (const name of SYSTEM) copy.values.delete(name);
  if (!options.keepAutonumber) {
    for (const field of record.schema.fields.values())
      if (field.autoNumberFormat !== null) copy.values.delete(field.name);
  }
  sources.set(copy, source);
  return copy;
}

/** Whether the record was made by cloning. */
export function isClone(record: SObjectValue): boolean {
  return sources.has(record);
}

/** Id of the record that this one was cloned from. */
export function cloneSourceId(record: SObjectValue): string | null {
  return sources.get(record) ?? null;
}
