/**
 * The order of execution for up to 200 records that are inserted or updated.
 * Source: Apex Developer Guide, "Triggers and Order of Execution".
 */
import type { SObjectSchema } from '../../schema/model';
import { SObjectValue } from '../../runtime/values/sobject';
import type { SqlValue } from '../storage/columns';
import { decode, encode } from '../storage/columns';
import type { Table } from '../storage/table';
import { idList } from '../soql/execute';
import type { DataContext } from '../dataContext';
import { nextNumber, numberFormat } from './autoNumber';
import { checkRow, checkWritable } from './check';
import type { SaveOptions } from './coerce';
import { publishVersions } from './content';
import { errors } from './errors';
import { prepareInsert, prepareUpdate } from './prepare';
import { checkReferences, resolveParentKeys } from './references';
import { refreshRollups, rollupsOf } from './rollups';
import { alive, type Row } from './row';
import { runValidationRules } from './rules';
import { stamp } from './systemWrite';
import { guardingTrigger, runTriggers } from './triggers';
import { checkUnique } from './unique';

export interface SaveContext {
  options: SaveOptions;
  /** One failure fails all: the cycle stops at the first step with errors. */
  allOrNone: boolean;
  /** Roll-ups and the like write fields that callers cannot. */
  bySystem: boolean;
}

const STAMPS = ['LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];

export class Saver {
  private readonly table: Table;

  constructor(
    private readonly data: DataContext,
    private readonly schema: SObjectSchema,
    private readonly context: SaveContext
  ) {
    this.table = data.table(schema);
  }

  /** Rows still without error, or none when one failure fails all. */
  private going(rows: Row[]): Row[] {
    const good = alive(rows);
    return this.context.allOrNone && good.length < rows.length ? [] : good;
  }

  insert(rows: Row[]): void {
    const { data, table } = this;
    for (const row of alive(rows)) {
      checkWritable(table, row);
      prepareInsert(data, table, row);
    }
    resolveParentKeys(data, table, alive(rows));
    runTriggers(data, this.schema, 'before insert', this.going(rows));
    this.check(this.going(rows));
    const saved = this.going(rows);
    for (const row of saved) this.insertRow(row);
    if (this.schema.name === 'ContentVersion') publishVersions(data, saved);
    this.after('after insert', saved);
  }

  update(rows: Row[]): void {
    const { data, table } = this;
    this.load(alive(rows));
    const whole = this.hasUpdateTriggers();
    for (const row of alive(rows)) {
      if (!this.context.bySystem) checkWritable(table, row);
      prepareUpdate(table, row, whole, this.context.bySystem);
    }
    resolveParentKeys(data, table, alive(rows));
    if (whole) this.fillFormulas(alive(rows), (row) => [row.oldRecord!, row.record]);
    runTriggers(data, this.schema, 'before update', this.going(rows));
    this.check(this.going(rows));
    const saved = this.going(rows);
    for (const row of saved) this.updateRow(row);
    this.after('after update', saved);
  }

  private hasUpdateTriggers(): boolean {
    const { triggers } = this.data;
    const has = (event: 'before update' | 'after update'): boolean => triggers.find(this.schema.name, event).length > 0;
    return has('before update') || has('after update');
  }

  /** Loads what is stored. Unknown and deleted records, and those that may not be updated now, fail. */
  private load(rows: Row[]): void {
    const ids = JSON.stringify(rows.map((r) => r.id));
    const stored = new Map<string, SqlValue[]>();
    for (const row of this.data.database.all(this.table.selectSql, [ids]))
      stored.set(String(this.table.raw(row, 'Id')), row);
    for (const row of rows) {
      const old = stored.get(row.id!);
      if (!old) {
        row.errors.push(errors.invalidCrossReference());
        continue;
      }
      row.old = old;
      this.checkLoaded(row, old);
    }
  }

  private checkLoaded(row: Row, old: SqlValue[]): void {
    const { table, schema } = this;
    if (table.isSoftDeleted && table.raw(old, 'IsDeleted') === 1) row.errors.push(errors.deleted());
    else if (schema.name === 'Lead' && table.raw(old, 'IsConverted') === 1) row.errors.push(errors.convertedLead());
    else {
      const trigger = guardingTrigger('update', row.id!);
      if (trigger !== null) row.errors.push(errors.selfReference(row.id!, trigger, 'update'));
    }
  }

  /** System validation, rules, duplicates. */
  private check(rows: Row[]): void {
    for (const row of rows) checkRow(this.data, this.table, row, this.context.options);
    checkReferences(this.data, this.table, alive(rows));
    runValidationRules(this.data, this.schema, rows);
    checkUnique(this.data, this.table, rows);
  }

  private insertRow(row: Row): void {
    const { data, table, schema } = this;
    const { record } = row;
    row.id = data.database.ids.next(schema);
    record.values.set('Id', row.id);
    for (const field of table.fields) {
      const format = numberFormat(schema.name, field);
      if (format !== null) record.values.set(field.name, nextNumber(data.database, schema.name, field, format));
    }
    // A custom object's name is the id when nobody gives one.
    const { nameField } = schema;
    if (nameField !== null && table.has(nameField) && schema.custom && !record.values.get(nameField)) {
      record.values.set(nameField, row.id.slice(0, 15));
    }
    for (const field of table.summaries) {
      // Counts and sums of a new record are 0, minima and maxima empty.
      const isTotal = field.summary!.operation === 'count' || field.summary!.operation === 'sum';
      record.values.set(field.name, isTotal ? decode(field, 0) : null);
    }
    stamp(record, (f) => table.has(f), true);
    data.database.run(table.insertSql, table.toRow(record));
  }

  private updateRow(row: Row): void {
    const { table, data } = this;
    const { record, old } = row;
    stamp(record, (f) => table.has(f), false);
    const fields: string[] = [];
    const params: SqlValue[] = [];
    for (const [name, value] of record.values) {
      const field = table.field(name);
      if (!field || name === 'Id') continue;
      const encoded = encode(field, value);
      if (row.oldRecord && !STAMPS.includes(name) && String(encoded) === String(table.raw(old!, name))) continue;
      fields.push(name);
      params.push(encoded);
    }
    if (fields.length === 0) return;
    params.push(row.id);
    data.database.run(table.updateSql(fields), params);
  }

  /** After triggers, on records that show what was stored; then roll-ups. */
  private after(event: 'after insert' | 'after update', saved: Row[]): void {
    const { data, schema } = this;
    if (saved.length === 0) return;
    data.permissions.changed(schema.name);
    if (data.triggers.find(schema.name, event).length > 0) {
      for (const row of saved) row.record = this.storedView(row);
      this.fillFormulas(saved, (row) => [row.record]);
      runTriggers(data, schema, event, saved);
    }
    this.rollUp(this.going(saved));
  }

  private storedView(row: Row): SObjectValue {
    const view = new SObjectValue(this.schema);
    for (const field of this.table.fields)
      view.values.set(field.name, row.record.values.get(field.name) ?? (field.type === 'BOOLEAN' ? false : null));
    return view;
  }

  /** Formula fields of records that triggers see, as they are stored now. */
  private fillFormulas(rows: Row[], records: (row: Row) => SObjectValue[]): void {
    const { formulas } = this.table;
    if (formulas.length === 0 || rows.length === 0) return;
    const text = `SELECT Id, ${formulas.map((f) => f.name).join(', ')} FROM ${this.schema.name} WHERE Id IN :ids ALL ROWS`;
    const list = idList(rows.map((r) => r.id!));
    const byId = new Map(this.data.queries.internalRecords(text, () => list).map((r) => [r.id!, r]));
    for (const row of rows) {
      const computed = byId.get(row.id!);
      for (const record of records(row)) {
        for (const field of formulas) record.values.set(field.name, computed?.values.get(field.name) ?? null);
      }
    }
  }

  private rollUp(saved: Row[]): void {
    const { data, schema, table } = this;
    if (saved.length === 0 || rollupsOf(data, schema.name).length === 0) return;
    const parentsOf = (row: Row, link: string): string[] => {
      const now = row.record.values.get(link) ?? (row.old ? table.raw(row.old, link) : null);
      return [now, row.old ? table.raw(row.old, link) : null].filter((id): id is string => typeof id === 'string');
    };
    const failures = refreshRollups(
      data,
      schema.name,
      (link) => new Set(saved.flatMap((row) => parentsOf(row, link))),
      (parent, records) => saveParents(data, parent, records)
    );
    if (failures.size === 0) return;
    const links = rollupsOf(data, schema.name).map((r) => r.link.name);
    for (const row of saved) {
      const message = links
        .flatMap((link) => parentsOf(row, link))
        .map((id) => failures.get(id))
        .find((m) => m !== undefined);
      if (message !== undefined) row.errors.push(errors.custom('FIELD_CUSTOM_VALIDATION_EXCEPTION', message));
    }
  }
}

/** Saves parents whose roll-ups changed; answers the first error of each that cannot be saved. */
export function saveParents(data: DataContext, schema: SObjectSchema, records: SObjectValue[]): Map<string, string> {
  const rows: Row[] = records.map((record, index) => ({
    index,
    input: record,
    id: record.id,
    record,
    old: null,
    oldRecord: null,
    errors: []
  }));
  new Saver(data, schema, { options: { truncate: false }, allOrNone: false, bySystem: true }).update(rows);
  return new Map(rows.filter((r) => r.errors.length > 0).map((r) => [r.id!, r.errors[0]!.message]));
}
