/**
 * Auto-number fields: `INT-{0000}`, with `{YYYY}`, `{YY}`, `{MM}` and `{DD}` of the day.
 * Source: Salesforce Help, "Custom Field Types", auto number.
 */
import type { FieldSchema } from '../../schema/model';
import { ApexDate, pad2 } from '../../runtime/values/date';
import { kernel } from '../../runtime/kernel';
import type { OrgDatabase } from '../storage/database';

/** Cases are numbered with eight digits. */
const CASE_NUMBER = '{00000000}';

/** Fields that the platform numbers although no format is described. */
export function numberFormat(object: string, field: FieldSchema): string | null {
  return field.autoNumberFormat ?? (object === 'Case' && field.name === 'CaseNumber' ? CASE_NUMBER : null);
}

/** The next value of the field. */
export function nextNumber(database: OrgDatabase, object: string, field: FieldSchema, format: string): string {
  const name = `${object}.${field.name}`;
  const sql = `INSERT INTO "$counters" VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET value = value + 1 RETURNING value`;
  const value = String(database.all(sql, [name])[0]![0]);
  const today = new ApexDate(Math.floor(kernel.services.now() / 86400000));
  return format.replace(/\{([^}]*)\}/g, (_, part: string) => {
    if (/^0+$/.test(part)) return value.padStart(part.length, '0');
    return datePart(part, today) ?? `{${part}}`;
  });
}

function datePart(part: string, day: ApexDate): string | undefined {
  const parts: Record<string, string> = {
    YYYY: String(day.year),
    YY: pad2(day.year % 100),
    MM: pad2(day.month),
    DD: pad2(day.day)
  };
  return parts[part];
}
