import type { Fault } from '../faults/fault';
import type { Cell, Column, Report } from './report';

/** The answer to a request for report data. */
export interface DataPage {
  reportId: string;
  /** When the report was last computed; the same on every page of one report. */
  refreshedAt: string;
  /** Rows of the whole report as announced. */
  total: number;
  columns: Column[];
  /** The cells of each row in the order of the columns. */
  rows: Cell[][];
}

/** An entry of the list of reports. */
export interface ReportSummary {
  id: string;
  name: string;
  description: string;
  tags: string[];
  rowCount: number;
  refreshedAt: string;
  keyColumn: string;
  columns: Column[];
}

/** What a report looks like from outside; each fault turns one of these into another. */
interface View {
  columns: Column[];
  /** Rows announced. */
  total: number;
  /** Rows that there really are. */
  available: number;
  row(index: number): Cell[];
}

/** The rows from `offset` on, at most `limit`, seen through the faults. */
export function dataPage(
  report: Report,
  refreshedAt: string,
  window: { limit: number; offset: number },
  faults: Fault[]
): DataPage {
  const view = viewOf(report, faults);
  const rows: Cell[][] = [];
  const end = Math.min(view.available, window.offset + window.limit);
  for (let index = window.offset; index < end; index++) rows.push(view.row(index));
  return { reportId: report.id, refreshedAt, total: view.total, columns: view.columns, rows };
}

/** The report's entry in the list, seen through the faults. */
export function reportSummary(report: Report, refreshedAt: string, faults: Fault[]): ReportSummary {
  const { id, name, description, tags, keyColumn } = report;
  const { total, columns } = viewOf(report, faults);
  return { id, name, description, tags, rowCount: total, refreshedAt, keyColumn, columns };
}

function viewOf(report: Report, faults: Fault[]): View {
  const whole: View = {
    columns: report.columns,
    total: report.rowCount,
    available: report.rowCount,
    row: (index) => report.row(index)
  };
  return faults.reduce(seenThrough, whole);
}

function seenThrough(view: View, fault: Fault): View {
  const count = fault.count ?? 1;
  switch (fault.kind) {
    case 'missingColumn':
      return withoutColumn(view, fault.column);
    case 'renamedColumn':
      return { ...view, columns: view.columns.map((column) => renamed(column, fault)) };
    case 'fewerRows':
      return { ...view, available: Math.max(0, view.available - count) };
    case 'moreRows':
      return { ...view, available: view.available + count };
    case 'emptyReport':
      return { ...view, total: 0, available: 0 };
    case 'shortRows':
      return {
        ...view,
        row: (index) => shortened(view.row(index), count, fault.row === undefined || fault.row === index)
      };
    default:
      return view;
  }
}

function withoutColumn(view: View, name: string | undefined): View {
  const at = view.columns.findIndex((column) => column.name === name);
  if (at < 0) return view;
  const drop = <T>(items: T[]): T[] => items.filter((_, index) => index !== at);
  return { ...view, columns: drop(view.columns), row: (index) => drop(view.row(index)) };
}

function renamed(column: Column, fault: Fault): Column {
  return column.name === fault.column && fault.newName ? { ...column, name: fault.newName } : column;
}

function shortened(row: Cell[], cells: number, applies: boolean): Cell[] {
  return applies ? row.slice(0, Math.max(0, row.length - cells)) : row;
}
