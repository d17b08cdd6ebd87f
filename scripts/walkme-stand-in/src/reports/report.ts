/** The column types of the assumed contract. */
export type ColumnType = 'string' | 'number' | 'boolean' | 'date' | 'datetime';

/** One column of a report. */
export interface Column {
  name: string;
  type: ColumnType;
}

/** One cell; null and the empty string both mean blank. */
export type Cell = string | number | boolean | null;

/** A report that the stand-in can serve: its header, and any of its rows on demand. */
export interface Report {
  id: string;
  name: string;
  description: string;
  tags: string[];
  /** Name of the column that identifies a user. */
  keyColumn: string;
  columns: Column[];
  rowCount: number;
  /** The cells of row `index` (from 0) in the order of the columns; costs the same for every index. */
  row(index: number): Cell[];
}

/** The tag of the reports that may leave WalkMe for Salesforce. */
export const salesforceTag = 'integrations_salesforce';
