/**
 * What saving needs to know of an object again and again, worked out once.
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { SObjectValue } from '../../runtime/values/sobject';
import { decode, encode, isComputed, quote, readExpression, storedFields, type SqlValue } from './columns';

export class Table {
  /** Fields with a column, in the order of `rows`. */
  readonly fields: FieldSchema[];
  private readonly positions = new Map<string, number>();
  readonly insertSql: string;
  readonly selectSql: string;
  readonly uniqueFields: FieldSchema[];
  readonly references: FieldSchema[];
  readonly formulas: FieldSchema[];
  readonly summaries: FieldSchema[];
  readonly autoNumbers: FieldSchema[];
  readonly isSoftDeleted: boolean;

  constructor(readonly schema: SObjectSchema) {
    this.fields = storedFields(schema);
    this.fields.forEach((f, i) => this.positions.set(f.name, i));
    const name = quote(schema.name);
    this.insertSql = `INSERT INTO ${name} (${this.fields.map((f) => quote(f.name)).join(', ')}) VALUES (${this.fields.map(() => '?').join(', ')})`;
    const columns = this.fields.map((f) => readExpression(f, quote(f.name))).join(', ');
    this.selectSql = `SELECT ${columns} FROM ${name} WHERE "Id" IN (SELECT value FROM json_each(?))`;
    this.uniqueFields = this.fields.filter((f) => f.name !== 'Id' && isUnique(schema, f));
    this.references = this.fields.filter((f) => f.type === 'REFERENCE' && f.referenceTo.length > 0);
    this.formulas = [...schema.fields.values()].filter((f) => isComputed(f) && f.formula !== null);
    this.summaries = this.fields.filter((f) => f.summary !== null);
    this.autoNumbers = this.fields.filter((f) => f.autoNumberFormat !== null);
    this.isSoftDeleted = schema.fields.has('isdeleted');
  }

  has(field: string): boolean {
    return this.positions.has(field);
  }

  /** A stored field by canonical name. */
  field(name: string): FieldSchema | undefined {
    const position = this.positions.get(name);
    return position === undefined ? undefined : this.fields[position];
  }

  /** Value of a stored row; null for fields without a column. */
  value(row: readonly SqlValue[], name: string): unknown {
    const position = this.positions.get(name);
    return position === undefined ? null : decode(this.fields[position]!, row[position]!);
  }

  /** What the row stores of the field, not decoded. */
  raw(row: readonly SqlValue[], name: string): SqlValue {
    const position = this.positions.get(name);
    return position === undefined ? null : row[position]!;
  }

  /** The whole row as record; fields that are empty hold null. */
  toRecord(row: readonly SqlValue[]): SObjectValue {
    const record = new SObjectValue(this.schema);
    this.fields.forEach((field, i) => record.values.set(field.name, decode(field, row[i]!)));
    return record;
  }

  /** Parameters of `insertSql`. */
  toRow(record: SObjectValue): SqlValue[] {
    return this.fields.map((field) => encode(field, record.values.get(field.name)));
  }

  updateSql(fields: readonly string[]): string {
    return `UPDATE ${quote(this.schema.name)} SET ${fields.map((f) => `${quote(f)} = ?`).join(', ')} WHERE "Id" = ?`;
  }
}

/** Besides fields declared unique: names of users, one hierarchy setting an owner, one list setting a name. */
function isUnique(schema: SObjectSchema, field: FieldSchema): boolean {
  if (field.unique || (schema.name === 'User' && field.name === 'Username')) return true;
  if (schema.settingType === 'Hierarchy') return field.name === 'SetupOwnerId';
  return schema.settingType === 'List' && field.name === 'Name';
}
