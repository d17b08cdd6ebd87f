/**
 * Record ids: key prefix, a pod of the local org, and a counter in base 62. The counter continues after the largest id in
 * the table, so that ids of one set of data are the same in every run.
 */
import type { SObjectSchema } from '../../schema/model';
import { idChecksum } from '../../runtime/values/ids';
import { quote } from './columns';
import type { OrgDatabase } from './database';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
/** Characters 4 to 6: in an org, its instance. */
const POD = 'Lo0';
const COUNTER_DIGITS = 9;

function toBase62(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor(rest / 62)) text = DIGITS[rest % 62] + text;
  return text.padStart(COUNTER_DIGITS, '0');
}

function fromBase62(text: string): number {
  let value = 0;
  for (const c of text) value = value * 62 + DIGITS.indexOf(c);
  return value;
}

/** The id with that number of an object with that key prefix. */
export function makeId(keyPrefix: string, number: number): string {
  const id = keyPrefix + POD + toBase62(number);
  return id + idChecksum(id);
}

export class IdSource {
  private readonly last = new Map<string, number>();

  constructor(private readonly database: OrgDatabase) {}

  /** A new id for a record of the object. */
  next(schema: SObjectSchema): string {
    const prefix = schema.keyPrefix ?? '000';
    const number = (this.last.get(schema.name) ?? this.stored(schema, prefix)) + 1;
    this.last.set(schema.name, number);
    return makeId(prefix, number);
  }

  private stored(schema: SObjectSchema, prefix: string): number {
    const row = this.database.all(`SELECT max("Id") FROM ${quote(schema.name)} WHERE "Id" LIKE ?`, [
      `${prefix}${POD}%`
    ])[0];
    const id = row?.[0];
    return typeof id === 'string' ? fromBase62(id.slice(6, 15)) : 0;
  }
}
