/**
 * DML statements, System.runAs, trigger variables, future methods.
 */
import { kernel } from '../kernel';
import { findPlatformField, refusal } from '../lib/registry';
import type { AccessMode, DmlOperation, DmlResult } from '../services';
import type { TriggerContext } from '../transaction';
import type { UserContext } from '../user';
import { ApexList, SObjectValue, nullPointer, throwNew } from '../values';
import { listOfRecords } from './queries';

const OPERATION_NAMES: Record<DmlOperation, string> = {
  insert: 'Insert',
  update: 'Update',
  upsert: 'Upsert',
  delete: 'Delete',
  undelete: 'Undelete',
  merge: 'Merge'
};

function recordsOf(value: unknown): SObjectValue[] {
  if (value === null || value === undefined) return nullPointer();
  const records = value instanceof ApexList ? (value.items as (SObjectValue | null)[]) : [value as SObjectValue];
  return records.map((record) => record ?? nullPointer());
}

/** Records of a merge's second operand: records or ids, one or a list. */
function mergeSourcesOf(master: SObjectValue, value: unknown): SObjectValue[] {
  const items: unknown[] = value instanceof ApexList ? value.items : [value];
  return items.map((item) => {
    if (item instanceof SObjectValue) return item;
    const record = new SObjectValue(master.schema);
    record.setField('Id', item);
    return record;
  });
}

/** A DML statement: all or none. @throws DmlException with the first failure in its message */
function dml(
  operation: DmlOperation,
  value: unknown,
  access: AccessMode | null,
  externalIdField: string | null = null,
  mergeSource: unknown = null
): void {
  const records = recordsOf(value);
  const results = kernel.services.dml(operation, records, {
    allOrNone: true,
    access,
    sharing: kernel.tx.sharing,
    externalIdField,
    ...(operation === 'merge' ? { mergeSources: mergeSourcesOf(records[0]!, mergeSource) } : {})
  });
  if (results.some((result) => !result.success)) throwDmlException(operation, records, results);
}

/** The exception of a failed all-or-none operation. `details.dmlErrors` holds the failed rows: their index, id and first error. */
export function throwDmlException(operation: DmlOperation, records: SObjectValue[], results: DmlResult[]): never {
  const failures = results.flatMap((result, index) => {
    const [error] = result.errors;
    return error ? [{ ...error, index, id: result.id ?? records[index]?.id ?? null }] : [];
  });
  const first = failures[0];
  if (!first) throw new Error(`${operation} failed without saying why`);
  const row = first.id === null ? `row ${first.index}` : `row ${first.index} with id ${first.id}`;
  const text =
    `${OPERATION_NAMES[operation]} failed. First exception on ${row}; first error: ` +
    `${first.statusCode}, ${first.message}: [${first.fields.join(', ')}]`;
  return throwNew('System.DmlException', text, { dmlErrors: failures });
}

/** What `endRunAs` puts back. */
interface BeforeRunAs {
  user: UserContext;
}

/** `System.runAs(user) {`: null when the argument is a Version, which changes nothing here. */
function beginRunAs(user: unknown): BeforeRunAs | null {
  const { tx } = kernel;
  if (!tx.isTest) return throwNew('System.TypeException', 'System.runAs can only be used in tests');
  if (user === null) return nullPointer();
  if (!(user instanceof SObjectValue)) return null;
  tx.limits.count('runAs', 1);
  if (user.id === null) dml('insert', user, 'system');
  const before = { user: tx.user };
  tx.user = kernel.services.loadUser(user.id!);
  return before;
}

function endRunAs(before: BeforeRunAs | null): void {
  if (before) kernel.tx.user = before.user;
}

const triggerLists = new WeakMap<SObjectValue[], ApexList>();

/** The list that `Trigger.new` or `Trigger.old` is, the same each time it is read. */
function triggerList(rows: SObjectValue[] | null): ApexList | null {
  if (rows === null) return null;
  const known = triggerLists.get(rows);
  if (known) return known;
  const list = listOfRecords(rows);
  triggerLists.set(rows, list);
  return list;
}

const TRIGGER_VARIABLES: Record<string, (context: TriggerContext) => unknown> = {
  new: (context) => triggerList(context.newRecords),
  old: (context) => triggerList(context.oldRecords),
  newmap: (context) => context.newMap,
  oldmap: (context) => context.oldMap,
  isbefore: (context) => context.isBefore,
  isafter: (context) => context.isAfter,
  isinsert: (context) => context.isInsert,
  isupdate: (context) => context.isUpdate,
  isdelete: (context) => context.isDelete,
  isundelete: (context) => context.isUndelete,
  size: (context) => context.size,
  operationtype: (context) => operationType(context.operationType)
};

function operationType(name: string): unknown {
  const constant = findPlatformField('System.TriggerOperation', name);
  return constant ? constant.get(undefined) : (refusal('System.TriggerOperation', name, null)() as unknown);
}

/** `Trigger.x`: outside triggers `isExecuting` is false and everything else null. */
function trigger(name: string): unknown {
  const context = kernel.tx.trigger;
  const key = name.toLowerCase();
  if (key === 'isexecuting') return context !== null;
  return context === null ? null : (TRIGGER_VARIABLES[key]?.(context) ?? null);
}

/** A call of a future method: runs later, in a transaction of its own. */
function future(
  jsClass: Record<string, (...args: unknown[]) => void>,
  method: string,
  label: string,
  hasCallout: boolean,
  args: unknown[]
): void {
  kernel.services.future(label, hasCallout, () => jsClass[method]!(...args));
}

export const transactions = { dml, beginRunAs, endRunAs, trigger, future };
