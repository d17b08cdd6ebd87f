import {
  ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  type SObjectValue,
  toApexString,
  type ApexList
} from './runtime/values';

/** Records as plain objects: date/times as milliseconds since 1970, numbers as numbers, parents as objects. */
export function asApexRecords(list: ApexList): Record<string, unknown>[] {
  return list.items.map((item) => plainRecord(item as SObjectValue));
}

function plainRecord(record: SObjectValue): Record<string, unknown> {
  const plain: Record<string, unknown> = {};
  for (const [name, value] of record.values) plain[name] = plainValue(value);
  for (const [name, parent] of record.parents) plain[name] = parent && plainRecord(parent);
  for (const [name, children] of record.children) plain[name] = asApexRecords(children);
  return plain;
}

function plainValue(value: unknown): unknown {
  if (value instanceof ApexDatetime) return value.ms;
  if (value instanceof ApexDecimal || value instanceof ApexDouble) return Number(toApexString(value));
  if (value instanceof ApexDate) return toApexString(value);
  return value;
}
