import { seedConversions, seedRecords } from '../../../walkme-stand-in/src/seed/seed-records';
import type { SeedRecord, SeedValue } from '../../../walkme-stand-in/src/seed/records';
import type { LocalOrg } from '../org';
import { findObject, kernel, withTransaction } from '../runtime/kernel';
import { ApexDate, ApexDatetime, ApexDecimal, SObjectValue } from '../runtime/values';
import type { FieldSchema } from '../schema/model';

/** Records stored in one transaction: below the 10,000 rows of a transaction. */
const CHUNK = 5_000;

/**
 * Fills a new org with generated records that fit a report of `rows` rows.
 * @returns how many records were stored
 * @throws Error naming the record that the org refuses
 */
export function seedOrg(org: LocalOrg, rows: number, onProgress: (stored: number) => void): number {
  const ids = new Map<string, string>();
  let stored = 0;
  for (const chunk of chunksByObject(seedRecords(rows))) {
    withTransaction({ limitMode: 'async' }, () => insert(chunk, ids));
    stored += chunk.length;
    onProgress(stored);
  }
  org.data.markLeadsConverted([...seedConversions(rows)].map(({ lead }) => idOf(ids, lead)));
  return stored;
}

/** Runs of records of one object, so that every reference is stored before it is used. */
function* chunksByObject(records: Iterable<SeedRecord>): Generator<SeedRecord[]> {
  let chunk: SeedRecord[] = [];
  for (const record of records) {
    if (chunk.length === CHUNK || (chunk[0] && chunk[0].object !== record.object)) {
      yield chunk;
      chunk = [];
    }
    chunk.push(record);
  }
  if (chunk.length > 0) yield chunk;
}

function insert(chunk: readonly SeedRecord[], ids: Map<string, string>): void {
  const records = chunk.map((record) => toRecord(record, ids));
  const results = kernel.services.dml('insert', records, { allOrNone: false, access: 'system', sharing: 'without' });
  results.forEach((result, index) => {
    const { reference } = chunk[index] as SeedRecord;
    const [error] = result.errors;
    if (error || result.id === null) throw new Error(`Seed record ${reference} was refused: ${error?.message ?? ''}`);
    ids.set(reference, result.id);
  });
}

function toRecord(seed: SeedRecord, ids: Map<string, string>): SObjectValue {
  const schema = findObject(seed.object);
  if (!schema) throw new Error(`Seed record ${seed.reference} needs the object ${seed.object}, which the org lacks.`);
  const record = new SObjectValue(schema);
  for (const [name, value] of Object.entries(seed.fields)) {
    const field = record.fieldSchema(name);
    if (!field) throw new Error(`Seed record ${seed.reference} needs the field ${seed.object}.${name}.`);
    record.values.set(field.name, toApexValue(field, value, ids));
  }
  return record;
}

function toApexValue(field: FieldSchema, value: SeedValue, ids: Map<string, string>): unknown {
  if (typeof value === 'object') return idOf(ids, value.reference);
  if (typeof value === 'number') return field.apexType === 'Integer' ? value : ApexDecimal.fromDouble(value);
  if (typeof value === 'string' && field.type === 'DATE') return ApexDate.tryParseIso(value);
  if (typeof value === 'string' && field.type === 'DATETIME') return new ApexDatetime(Date.parse(value));
  return value;
}

function idOf(ids: Map<string, string>, reference: string): string {
  const id = ids.get(reference);
  if (id === undefined) throw new Error(`Seed record ${reference} is used before it is stored.`);
  return id;
}
