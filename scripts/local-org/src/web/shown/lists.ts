/** Lists of records: list views, and the related lists of a record. */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { columnField, type ListView, type ListViewFilter } from '../../schema/layouts';
import { UnsupportedError } from '../../runtime/values';
import type { RecordReader, ShownValue } from './reader';

/** Most rows that a page of a list shows. */
export const MOST_ROWS = 200;

export interface ShownColumn {
  label: string;
  name: string;
  type: string;
}

export interface ShownRow {
  id: string;
  cells: ShownValue[];
}

export interface ShownList {
  object: string;
  /** Label of the object's records, plural. */
  objectLabel: string;
  /** Label of the view. */
  label: string;
  view: string;
  views: { name: string; label: string }[];
  columns: ShownColumn[];
  rows: ShownRow[];
  /** There are more records than `rows` has. */
  hasMore: boolean;
}

/** Fields beside the name that lists of objects without a view of the project show, where they exist. */
const USUAL_COLUMNS = ['AccountId', 'Company', 'Title', 'Email', 'Phone', 'Status', 'StageName', 'LastModifiedDate'];

function defaultView(schema: SObjectSchema): ListView {
  const columns = [schema.nameField ?? 'Id', ...USUAL_COLUMNS];
  return { object: schema.name, name: 'All', label: 'All', columns, scope: 'Everything', filters: [] };
}

/** The list view of that name, or the first of the object. Null: no such object, or the user may not see it. */
export function shownList(reader: RecordReader, object: string, viewName: string | null): ShownList | null {
  const schema = reader.object(object);
  if (!schema?.queryable || !reader.rights.object(schema)) return null;
  const views = reader.org.project.listViews.filter((view) => view.object.toLowerCase() === schema.name.toLowerCase());
  const view = views.find(({ name }) => name === viewName) ?? views[0] ?? defaultView(schema);
  const fields = columnFields(reader, schema, view.columns);
  const where = conditions(schema, view, reader.user.id);
  const rows = readRows(reader, schema, fields, where, MOST_ROWS + 1);
  return {
    object: schema.name,
    objectLabel: reader.texts.objects(schema),
    label: view.label,
    view: view.name,
    views: (views.length > 0 ? views : [view]).map(({ name, label }) => ({ name, label })),
    columns: fields.map((field) => column(reader, schema, field)),
    rows: rows.slice(0, MOST_ROWS),
    hasMore: rows.length > MOST_ROWS
  };
}

export function column(reader: RecordReader, schema: SObjectSchema, field: FieldSchema): ShownColumn {
  return { label: reader.texts.field(schema, field), name: field.name, type: field.type };
}

/** Fields of column codes that the user may see. */
export function columnFields(reader: RecordReader, schema: SObjectSchema, codes: readonly string[]): FieldSchema[] {
  return codes.flatMap((code) => {
    const name = columnField(schema, code);
    return (name === undefined ? null : reader.field(schema, name)) ?? [];
  });
}

/** Rows of a query in user mode, newest first unless the object is sorted by name. */
export function readRows(
  reader: RecordReader,
  schema: SObjectSchema,
  fields: readonly FieldSchema[],
  where: string,
  limit: number
): ShownRow[] {
  const names = new Set(['Id', ...fields.map(({ name }) => name)]);
  const order = schema.fields.has('createddate') ? ' ORDER BY CreatedDate DESC, Id DESC' : '';
  const soql = `SELECT ${[...names].join(', ')} FROM ${schema.name}${where}${order} LIMIT ${limit}`;
  return reader
    .query(soql)
    .map((record) => ({ id: record.id!, cells: fields.map((field) => reader.show(schema, field, record)) }));
}

function conditions(schema: SObjectSchema, view: ListView, userId: string): string {
  const parts = view.filters.map((filter) => condition(schema, filter));
  if (view.scope === 'Mine') parts.push(`OwnerId = '${userId}'`);
  else if (view.scope !== 'Everything') throw new UnsupportedError(`the scope ${view.scope} of list views`);
  return parts.length === 0 ? '' : ` WHERE ${parts.join(' AND ')}`;
}

/** Operators of SOQL for one value of a filter; several values are alternatives, or all excluded. */
const OPERATORS: Readonly<Record<string, (field: string, text: string) => string>> = {
  equals: (field, text) => `${field} = ${text}`,
  notEqual: (field, text) => `${field} != ${text}`,
  lessThan: (field, text) => `${field} < ${text}`,
  greaterThan: (field, text) => `${field} > ${text}`,
  lessOrEqual: (field, text) => `${field} <= ${text}`,
  greaterOrEqual: (field, text) => `${field} >= ${text}`,
  contains: (field, text) => `${field} LIKE ${pattern(text, '%', '%')}`,
  notContain: (field, text) => `(NOT ${field} LIKE ${pattern(text, '%', '%')})`,
  startsWith: (field, text) => `${field} LIKE ${pattern(text, '', '%')}`
};

const EXCLUDING = new Set(['notEqual', 'notContain']);

function condition(schema: SObjectSchema, { field: code, operation, value }: ListViewFilter): string {
  const field = schema.fields.get((columnField(schema, code) ?? code).toLowerCase());
  const operator = OPERATORS[operation];
  if (!field || !operator) throw new UnsupportedError(`the filter ${code} ${operation} of list views`);
  const parts = value.split(',').map((item) => operator(field.name, literal(field, item.trim())));
  return `(${parts.join(EXCLUDING.has(operation) ? ' AND ' : ' OR ')})`;
}

/** A filter's value in SOQL; checkboxes are written `1` and `0`. */
function literal(field: FieldSchema, value: string): string {
  if (value === '') return 'null';
  switch (field.type) {
    case 'BOOLEAN':
      return value === '1' || value.toLowerCase() === 'true' ? 'true' : 'false';
    case 'INTEGER':
    case 'LONG':
    case 'DOUBLE':
    case 'CURRENCY':
    case 'PERCENT':
      return String(Number(value));
    case 'DATE':
    case 'DATETIME':
      return value.replace(' ', ':').toUpperCase();
    default:
      return `'${value.replace(/[\\']/g, '\\$&')}'`;
  }
}

function pattern(quoted: string, before: string, after: string): string {
  return `'${before}${quoted.slice(1, -1).replace(/[%_]/g, '\\$&')}${after}'`;
}
