/**
 * Roll-up summary fields: computed anew for the parents of the records that were saved or deleted. A parent whose value
 * changes is saved, with its own triggers and rules.
 * Source: Apex Developer Guide, "Triggers and Order of Execution", step 16.
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { sameValue } from '../../runtime/values/equality';
import { SObjectValue } from '../../runtime/values/sobject';
import { idList } from '../soql/execute';
import { decode, encode, storageKind, type SqlValue } from '../storage/columns';
import type { DataContext } from '../dataContext';

interface Rollup {
  parent: SObjectSchema;
  field: FieldSchema;
  child: SObjectSchema;
  /** Field of the child that points to the parent. */
  link: FieldSchema;
}

const byChild = new WeakMap<DataContext, Map<string, Rollup[]>>();

/** Roll-ups over the object's records. */
export function rollupsOf(data: DataContext, child: string): Rollup[] {
  let index = byChild.get(data);
  if (!index) byChild.set(data, (index = buildIndex(data)));
  return index.get(child) ?? [];
}

function buildIndex(data: DataContext): Map<string, Rollup[]> {
  const index = new Map<string, Rollup[]>();
  for (const parent of data.database.schema.objects.values()) {
    for (const field of parent.fields.values()) {
      if (!field.summary) continue;
      const [childName, linkName] = field.summary.foreignKey.split('.');
      const child = data.database.findObject(childName!);
      const link = child?.fields.get(linkName!.toLowerCase());
      if (!child || !link)
        throw new Error(`${parent.name}.${field.name}: the field ${field.summary.foreignKey} does not exist`);
      const list = index.get(child.name) ?? [];
      list.push({ parent, field, child, link });
      index.set(child.name, list);
    }
  }
  return index;
}

const OPERATIONS: Record<string, string> = {
  equals: '=',
  notEqual: '!=',
  lessThan: '<',
  lessOrEqual: '<=',
  greaterThan: '>',
  greaterOrEqual: '>='
};

/** A filter of the metadata as SOQL. @throws Error for operations that the local org does not know */
function filterText(rollup: Rollup, filter: { field: string; operation: string; value: string }): string {
  const name = filter.field.split('.').pop()!;
  const field = rollup.child.fields.get(name.toLowerCase());
  const where = `${rollup.parent.name}.${rollup.field.name}`;
  if (!field) throw new Error(`${where}: the filter names ${filter.field}, which does not exist`);
  const operator = OPERATIONS[filter.operation];
  if (!operator) throw new Error(`${where}: the local org does not know the filter operation ${filter.operation}`);
  const kind = storageKind(field);
  if (kind === 'text' || kind === 'id') {
    const values = filter.value.split(',').map((v) => `'${v.trim().replace(/\\/g, '\\\\').replace(/'/g, "\\'")}'`);
    if (values.length === 1) return `${name} ${operator} ${values[0]}`;
    return `${name} ${operator === '!=' ? 'NOT IN' : 'IN'} (${values.join(', ')})`;
  }
  if (kind === 'boolean') return `${name} ${operator} ${filter.value.toLowerCase() === 'true' || filter.value === '1'}`;
  return `${name} ${operator} ${filter.value}`;
}

function queryText(rollup: Rollup): string {
  const { operation, summarizedField, filters } = rollup.field.summary!;
  const column = summarizedField?.split('.').pop();
  const aggregate = operation === 'count' ? 'COUNT(Id)' : `${operation.toUpperCase()}(${column})`;
  const link = rollup.link.name;
  const conditions = [`${link} IN :ids`, ...filters.map((f) => filterText(rollup, f))].join(' AND ');
  return `SELECT ${link}, ${aggregate} FROM ${rollup.child.name} WHERE ${conditions} GROUP BY ${link}`;
}

/** Values of the roll-up by parent; parents without records are missing. */
function compute(data: DataContext, rollup: Rollup, parentIds: string[]): Map<string, SqlValue> {
  const list = idList(parentIds);
  const rows = data.queries.internalRows(queryText(rollup), () => list);
  return new Map(rows.map((row) => [String(row[0]), row[1]!]));
}

/** The value as the parent's field holds it: counts and sums are 0 without records, minima and maxima empty. */
function valueOf(rollup: Rollup, stored: SqlValue | undefined): unknown {
  const { operation, summarizedField } = rollup.field.summary!;
  const isTotal = operation === 'count' || operation === 'sum';
  if (stored === undefined || stored === null) return isTotal ? decode(rollup.field, 0) : null;
  if (operation === 'count') return decode(rollup.field, encode(rollup.field, Number(stored)));
  const source = rollup.child.fields.get(summarizedField!.split('.').pop()!.toLowerCase())!;
  return decode(rollup.field, encode(rollup.field, decode(source, stored)));
}

/** Saves parents; answers the errors by parent id. */
export type SaveParents = (schema: SObjectSchema, parents: SObjectValue[]) => Map<string, string>;

/**
 * Brings the roll-ups of the parents up to date.
 * @param parentIds ids of the parents that the changed records have or had
 */
export function refreshRollups(
  data: DataContext,
  child: string,
  parentIds: (link: string) => Set<string>,
  save: SaveParents
): Map<string, string> {
  const changed = new Map<SObjectSchema, Map<string, SObjectValue>>();
  for (const rollup of rollupsOf(data, child)) {
    const ids = [...parentIds(rollup.link.name)];
    if (ids.length > 0) collect(data, rollup, ids, changed);
  }
  const failures = new Map<string, string>();
  for (const [schema, records] of changed) {
    for (const [id, message] of save(schema, [...records.values()])) failures.set(id, message);
  }
  return failures;
}

function collect(
  data: DataContext,
  rollup: Rollup,
  ids: string[],
  changed: Map<SObjectSchema, Map<string, SObjectValue>>
): void {
  const table = data.table(rollup.parent);
  const values = compute(data, rollup, ids);
  for (const row of data.database.all(table.selectSql, [JSON.stringify(ids)])) {
    const id = String(table.raw(row, 'Id'));
    const value = valueOf(rollup, values.get(id));
    if (sameValue(value, table.value(row, rollup.field.name))) continue;
    const records = changed.get(rollup.parent) ?? new Map<string, SObjectValue>();
    changed.set(rollup.parent, records);
    const record = records.get(id) ?? new SObjectValue(rollup.parent);
    record.values.set('Id', id);
    record.values.set(rollup.field.name, value);
    records.set(id, record);
  }
}
