/**
 * Records that the platform itself writes: jobs, schedules. No triggers, rules or permissions apply to them.
 */
import { kernel } from '../runtime/kernel';
import { ApexDatetime } from '../runtime/values';
import { decode, encode, quote, storedFields, type SqlValue } from '../data/storage/columns';
import type { OrgDatabase } from '../data/storage/database';
import type { FieldSchema, SObjectSchema } from '../schema/model';

/** Values by canonical field name. */
export type SystemValues = Record<string, unknown>;

/** Access to the platform's own records. Writes belong to the storage transaction that is open. */
export interface SystemRecords {
  insert(object: string, values: SystemValues): string;
  update(object: string, id: string, values: SystemValues): void;
  delete(object: string, id: string): void;
  /** The record's fields, or null when there is none (any more). */
  read(object: string, id: string): SystemValues | null;
  /** Records whose fields have these values, in order of creation. */
  find(object: string, where: SystemValues): SystemValues[];
}

/** System records in the org's database. */
export class StoredSystemRecords implements SystemRecords {
  constructor(private readonly database: OrgDatabase) {}

  private field(schema: SObjectSchema, name: string): FieldSchema {
    const field = schema.fields.get(name.toLowerCase());
    if (!field) throw new Error(`${schema.name} has no field ${name}`);
    return field;
  }

  private audit(): SystemValues {
    const now = new ApexDatetime(kernel.services.now());
    const user = kernel.tx.user.id;
    return {
      IsDeleted: false,
      CreatedDate: now,
      CreatedById: user,
      LastModifiedDate: now,
      LastModifiedById: user,
      SystemModstamp: now
    };
  }

  insert(object: string, values: SystemValues): string {
    const schema = this.database.object(object);
    const id = this.database.ids.next(schema);
    const all: SystemValues = { ...this.audit(), ...values, Id: id };
    const fields = storedFields(schema).filter((field) => all[field.name] !== undefined && all[field.name] !== null);
    const columns = fields.map((field) => quote(field.name)).join(', ');
    const sql = `INSERT INTO ${quote(schema.name)} (${columns}) VALUES (${fields.map(() => '?').join(', ')})`;
    this.database.run(
      sql,
      fields.map((field) => encode(field, all[field.name]))
    );
    return id;
  }

  update(object: string, id: string, values: SystemValues): void {
    const schema = this.database.object(object);
    const fields = Object.keys(values).map((name) => this.field(schema, name));
    const sql = `UPDATE ${quote(schema.name)} SET ${fields.map((field) => `${quote(field.name)} = ?`).join(', ')} WHERE "Id" = ?`;
    this.database.run(sql, [...fields.map((field) => encode(field, values[field.name] ?? null)), id]);
  }

  delete(object: string, id: string): void {
    this.database.run(`DELETE FROM ${quote(this.database.object(object).name)} WHERE "Id" = ?`, [id]);
  }

  read(object: string, id: string): SystemValues | null {
    return this.find(object, { Id: id })[0] ?? null;
  }

  find(object: string, where: SystemValues): SystemValues[] {
    const schema = this.database.object(object);
    const stored = storedFields(schema);
    const conditions = Object.keys(where).map((name) => `${quote(this.field(schema, name).name)} = ?`);
    const clause = conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
    const params = Object.entries(where).map(([name, value]) => encode(this.field(schema, name), value));
    const sql = `SELECT ${stored.map((field) => quote(field.name)).join(', ')} FROM ${quote(schema.name)}${clause} ORDER BY "Id"`;
    return this.database.all(sql, params).map((row) => decodeRow(stored, row));
  }
}

function decodeRow(fields: readonly FieldSchema[], row: readonly SqlValue[]): SystemValues {
  return Object.fromEntries(fields.map((field, index) => [field.name, decode(field, row[index] ?? null)]));
}
