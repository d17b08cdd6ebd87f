import type { Cell } from '../reports/report';
import type { OracleMapping } from './integration';

/** A field's value in a form that can be compared: date/times in milliseconds since 1970 UTC, null for blank. */
export type FieldValue = string | number | null;

/** What a cell means for its field: a value, nothing to write, or why it cannot be written. */
export type Reading = { value: FieldValue } | 'keep' | { fault: string };

/** Reads a cell by the documented rules. @throws Error when the oracle has no rule for the case */
export function readCell(cell: Cell | undefined, mapping: OracleMapping): Reading {
  if (isBlank(cell)) return mapping.blankRule === 'Clear' ? { value: null } : 'keep';
  switch (mapping.type) {
    case 'datetime':
      return readDatetime(cell);
    case 'number':
      return readNumber(cell, mapping);
    case 'text':
      return readText(cell, mapping);
  }
}

/** True for null, a cell that is not there, and text without anything but white space. */
export function isBlank(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');
}

/** The value that a record holds, in the form that cells are read into. */
export function heldValue(held: unknown, mapping: OracleMapping): FieldValue {
  if (held === null || held === undefined || held === '') return null;
  if (mapping.type === 'datetime') return toMilliseconds(held, mapping.field);
  if (mapping.type === 'number') return Number(held);
  return String(held);
}

function toMilliseconds(held: unknown, field: string): number {
  if (typeof held === 'number') return held;
  const time = held instanceof Date ? held.getTime() : Date.parse(String(held));
  if (Number.isNaN(time)) throw new Error(`${field} holds ${JSON.stringify(held)}, which is no date/time.`);
  return time;
}

const isoDatetime = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d))?(?:\.\d{1,9})?(Z)?$/;

/** Only UTC is judged: the reports write nothing else. */
function readDatetime(cell: Cell | undefined): Reading {
  const match = isoDatetime.exec(String(cell).trim());
  if (!match) return { fault: 'not an ISO 8601 date/time' };
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as number[];
  const time = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  const read = new Date(time);
  const exists = read.getUTCMonth() + 1 === month && read.getUTCDate() === day && (hour ?? 0) < 24;
  return exists && (minute ?? 0) < 60 && (second ?? 0) < 60 ? { value: time } : { fault: 'no such day or time' };
}

function readNumber(cell: Cell | undefined, mapping: OracleMapping): Reading {
  const value = typeof cell === 'number' ? cell : Number(String(cell).trim());
  if (!Number.isFinite(value)) return { fault: 'not a number' };
  const scale = mapping.scale ?? 0;
  if (!Number.isInteger(value * 10 ** scale)) {
    throw new Error(`${mapping.column}: the oracle has no rule for ${value}, which has more than ${scale} decimals.`);
  }
  const limit = 10 ** ((mapping.precision ?? 18) - scale);
  return Math.abs(value) < limit ? { value } : { fault: `more than ${mapping.precision} digits` };
}

function readText(cell: Cell | undefined, mapping: OracleMapping): Reading {
  const text = String(cell);
  return text.length <= (mapping.length ?? 255) ? { value: text } : { fault: `longer than ${mapping.length}` };
}
