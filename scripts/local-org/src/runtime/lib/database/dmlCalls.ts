/** Calls of the data service, from the forms in which Apex asks for DML. */
import { kernel } from '../../kernel';
import type { AccessMode, DmlOperation, DmlResult } from '../../services';
import { throwDmlException } from '../../support/transactions';
import { ApexList, SObjectValue, throwNew } from '../../values';
import { argumentNull } from '../args';
import type { Bean } from '../bean';
import { objectOfId } from '../system/Id';

/** What the overloads of one operation agree on. */
export interface DmlCall {
  records: SObjectValue[];
  /** A single record was given, so a single result is answered. */
  isSingle: boolean;
  allOrNone: boolean;
  access: AccessMode | null;
  dmlOptions: Record<string, unknown> | null;
  externalIdField: string | null;
  mergeSources?: SObjectValue[];
}

function recordOf(value: unknown): SObjectValue {
  if (value instanceof SObjectValue) return value;
  if (typeof value !== 'string')
    return throwNew('System.NullPointerException', 'Attempt to de-reference a null object');
  const record = new SObjectValue(objectOfId(value).schema);
  record.setField('Id', value);
  return record;
}

/** Records of a list or single record, or of ids. */
export function recordsOf(target: unknown): { records: SObjectValue[]; isSingle: boolean } {
  if (target === null || target === undefined) return argumentNull();
  if (target instanceof ApexList) return { records: target.items.map(recordOf), isSingle: false };
  return { records: [recordOf(target)], isSingle: true };
}

/** Set properties of a Database.DMLOptions by name. */
export function optionsOf(options: Bean | null): Record<string, unknown> | null {
  return options && Object.fromEntries(options.values);
}

/** Options that all records of a call carry by `setOptions`. */
function recordOptions(records: SObjectValue[]): Record<string, unknown> | null {
  return optionsOf((records[0]?.options ?? null) as Bean | null);
}

/** @throws DmlException in all-or-none mode */
export function runDml(operation: DmlOperation, call: DmlCall): DmlResult[] {
  const results = kernel.services.dml(operation, call.records, {
    allOrNone: call.allOrNone,
    access: call.access,
    sharing: kernel.tx.sharing,
    externalIdField: call.externalIdField,
    mergeSources: call.mergeSources,
    dmlOptions: call.dmlOptions ?? recordOptions(call.records)
  });
  if (call.allOrNone && results.some((result) => !result.success)) throwDmlException(operation, call.records, results);
  return results;
}

/** Inserts, all or none. */
export function insertAll(records: SObjectValue[]): void {
  const plain = { isSingle: false, allOrNone: true, access: null, dmlOptions: null, externalIdField: null };
  runDml('insert', { records, ...plain });
}
