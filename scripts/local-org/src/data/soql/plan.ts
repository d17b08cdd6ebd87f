/**
 * What the planner makes of a query: SQL, where its parameters come from, and how rows become records.
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import type { SqlValue, StorageKind } from '../storage/columns';

/** Values that a query takes when it runs. */
export interface QueryInput {
  /** Value of a bind variable: by slot (static) or name (dynamic). */
  bind(slot: number | undefined, name: string | null): unknown;
  /** Milliseconds since the epoch on the org's clock. */
  now: number;
  timeZone: string;
  userId: string;
}

/** Computes one parameter of the SQL text. */
export type Param = (input: QueryInput) => SqlValue;

/** A piece of SQL with its parameters in the order of its question marks. */
export interface Sql {
  sql: string;
  params: Param[];
}

/** A column or computed value with its type. */
export interface Expression extends Sql {
  kind: StorageKind;
  /** Decimal places of kind `decimal`. */
  scale: number;
  /** The field behind it, when it is one. */
  field: FieldSchema | null;
  object: SObjectSchema | null;
  /** Apex type of the value: `String`, `Decimal`. */
  apexType: string;
  /** Plain column of the queried table: object and column, for indexes. */
  column?: { object: string; name: string };
}

/** How to make the value of one selected column. */
export interface ColumnShape {
  name: string;
  index: number;
  kind: StorageKind;
  scale: number;
}

/** How to make a record, and its parents, of a row. */
export interface RecordShape {
  /** Null when the id decides (polymorphic relationships). */
  schema: SObjectSchema | null;
  idIndex: number;
  columns: ColumnShape[];
  parents: { relationship: string; shape: RecordShape }[];
  /** Names that the query asked for, shared by all its records. */
  queried: Set<string>;
  /** TYPEOF: columns by object of the id's prefix. */
  variants: Map<string, ColumnShape[]> | null;
}

export interface ChildPlan {
  relationship: string;
  childObject: SObjectSchema;
  /** Takes the parents' ids as JSON in its last parameter. */
  plan: RecordPlan;
  /** Column of the reference to the parent. */
  parentIndex: number;
}

export interface RecordPlan {
  kind: 'records';
  sql: string;
  params: Param[];
  shape: RecordShape;
  children: ChildPlan[];
  /** LIMIT of a sub-query, which holds for each parent. */
  limit: Param | null;
  offset: Param | null;
}

export interface AggregatePlan {
  kind: 'aggregate';
  sql: string;
  params: Param[];
  columns: ColumnShape[];
  /** Column that counts the rows behind each result. */
  countIndex: number;
  /** COUNT is the only aggregate function: each result is one row towards the limit. */
  onlyCounts: boolean;
}

export interface CountPlan {
  kind: 'count';
  sql: string;
  params: Param[];
}

export type QueryPlan = RecordPlan | AggregatePlan | CountPlan;

export function sqlJoin(parts: Sql[], separator: string): Sql {
  return { sql: parts.map((p) => p.sql).join(separator), params: parts.flatMap((p) => p.params) };
}

export function literal(value: SqlValue): Param {
  return () => value;
}

/** Text as SQL literal. */
export function sqlText(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}
