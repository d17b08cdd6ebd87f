/**
 * Rows of SQLite as records.
 */
import type { SObjectSchema } from '../../schema/model';
import { ApexList } from '../../runtime/values/list';
import { listOf, rtTypeOfSObject } from '../../runtime/values/rttype';
import { SObjectValue } from '../../runtime/values/sobject';
import { decodeKind, type SqlValue } from '../storage/columns';
import type { AggregatePlan, ChildPlan, ColumnShape, RecordShape } from './plan';

/** Object of an id, by its prefix. */
export type ObjectByPrefix = (prefix: string) => SObjectSchema | undefined;

function fill(record: SObjectValue, columns: readonly ColumnShape[], row: readonly SqlValue[]): void {
  for (const column of columns) {
    const value = decodeKind(column.kind, column.scale, row[column.index]!);
    if (value !== null) record.values.set(column.name, value);
  }
}

/** The record of a row; null for a parent that is not there. */
export function makeRecord(
  shape: RecordShape,
  row: readonly SqlValue[],
  byPrefix: ObjectByPrefix
): SObjectValue | null {
  const id = row[shape.idIndex] as string | null;
  if (id === null) return null;
  const schema = shape.schema ?? byPrefix(id.slice(0, 3));
  if (!schema) return null;
  const record = new SObjectValue(schema);
  record.values.set('Id', id);
  record.queriedFields = shape.queried;
  fill(record, shape.variants?.get(schema.name) ?? shape.columns, row);
  for (const { relationship, shape: parent } of shape.parents) {
    record.parents.set(relationship, makeRecord(parent, row, byPrefix));
  }
  return record;
}

/** Children of a record that an org reads with it. Source: Salesforce Help, article 000381135. */
const CHILDREN_READ_AT_ONCE = 200;

/** Gives each parent the list of its children, cut to the sub-query's LIMIT and OFFSET. */
export function attachChildren(
  parents: readonly SObjectValue[],
  child: ChildPlan,
  rows: readonly SqlValue[][],
  byPrefix: ObjectByPrefix,
  window: { limit: number; offset: number }
): SObjectValue[] {
  const byParent = new Map<string, SObjectValue[]>();
  const made: SObjectValue[] = [];
  for (const row of rows) {
    const key = row[child.parentIndex] as string;
    const list = byParent.get(key) ?? [];
    list.push(makeRecord(child.plan.shape, row, byPrefix)!);
    byParent.set(key, list);
  }
  const type = listOf(rtTypeOfSObject(child.childObject));
  for (const parent of parents) {
    const list = (byParent.get(parent.id!) ?? []).slice(window.offset, window.offset + window.limit);
    made.push(...list);
    parent.children.set(child.relationship, new ApexList(type, list));
    if (list.length > CHILDREN_READ_AT_ONCE) parent.partlyRead.add(child.relationship);
  }
  return made;
}

/** A row of an aggregate query. */
export function makeAggregate(
  plan: AggregatePlan,
  row: readonly SqlValue[],
  schema: SObjectSchema,
  names: Set<string>
): SObjectValue {
  const record = new SObjectValue(schema);
  record.queriedFields = names;
  for (const column of plan.columns) {
    const value = row[column.index] === null ? null : decodeKind(column.kind, column.scale, row[column.index]!);
    if (value !== null) record.values.set(column.name, value);
  }
  return record;
}
