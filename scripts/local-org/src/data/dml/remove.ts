/**
 * Deleting and undeleting up to 200 records. Details and other records that go with their parent are deleted without
 * triggers of their own; lookups to a deleted record are emptied and restored with it.
 * Sources: Apex Developer Guide, "Operations That Don't Invoke Triggers" (cascading deletes) and "Restoring Deleted Records".
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { quote, type SqlValue } from '../storage/columns';
import { hasTable } from '../storage/migrate';
import type { Table } from '../storage/table';
import type { DataContext } from '../dataContext';
import { errors } from './errors';
import { refreshRollups, rollupsOf } from './rollups';
import { alive, type Row } from './row';
import { saveParents } from './save';
import { guardingTrigger, runTriggers } from './triggers';

/** A field of another object that points to the deleted one. */
interface Inbound {
  schema: SObjectSchema;
  field: FieldSchema;
  cascade: boolean;
  restricted: boolean;
}

const inboundIndex = new WeakMap<DataContext, Map<string, Inbound[]>>();

/** Fields of all objects that point to records of the object. */
export function inboundOf(data: DataContext, target: string): Inbound[] {
  let index = inboundIndex.get(data);
  if (!index) inboundIndex.set(data, (index = new Map()));
  let list = index.get(target);
  if (!list) index.set(target, (list = findInbound(data, target)));
  return list;
}

function findInbound(data: DataContext, target: string): Inbound[] {
  const list: Inbound[] = [];
  for (const schema of data.database.schema.objects.values()) {
    if (!hasTable(schema)) continue;
    for (const field of data.table(schema).references) {
      if (!field.referenceTo.includes(target)) continue;
      const isShare = schema.sort === 'share' && field.name !== 'UserOrGroupId';
      list.push({
        schema,
        field,
        cascade: field.cascadeDelete || field.masterDetail || isShare,
        restricted: field.restrictedDelete
      });
    }
  }
  return list;
}

export interface RemoveContext {
  allOrNone: boolean;
}

export class Remover {
  private readonly table: Table;

  constructor(
    private readonly data: DataContext,
    private readonly schema: SObjectSchema,
    private readonly context: RemoveContext
  ) {
    this.table = data.table(schema);
  }

  private going(rows: Row[]): Row[] {
    const good = alive(rows);
    return this.context.allOrNone && good.length < rows.length ? [] : good;
  }

  delete(rows: Row[]): void {
    this.load(alive(rows), false);
    for (const row of alive(rows)) {
      const trigger = guardingTrigger('delete', row.id!);
      if (trigger !== null) row.errors.push(errors.selfReference(row.id!, trigger, 'delete'));
    }
    if (this.data.hasTriggers(this.schema)) this.asRecords(alive(rows));
    runTriggers(this.data, this.schema, 'before delete', this.going(rows));
    for (const row of this.going(rows)) this.deleteRow(row);
    const deleted = this.going(rows);
    this.data.permissions.changed(this.schema.name);
    runTriggers(this.data, this.schema, 'after delete', deleted);
    this.rollUp(this.going(deleted));
  }

  private asRecords(rows: Row[]): void {
    for (const row of rows) {
      row.oldRecord = this.table.toRecord(row.old!);
      row.record = row.oldRecord;
    }
  }

  private load(rows: Row[], fromBin: boolean): void {
    const { table } = this;
    const stored = new Map<string, SqlValue[]>();
    const ids = JSON.stringify(rows.map((r) => r.id));
    for (const row of this.data.database.all(table.selectSql, [ids])) stored.set(String(table.raw(row, 'Id')), row);
    for (const row of rows) {
      row.old = stored.get(row.id!) ?? null;
      const isDeleted = row.old !== null && table.isSoftDeleted && table.raw(row.old, 'IsDeleted') === 1;
      if (row.old === null) row.errors.push(fromBin ? errors.notInBin() : errors.invalidCrossReference());
      else if (fromBin && !isDeleted) row.errors.push(errors.notInBin());
      else if (!fromBin && isDeleted) row.errors.push(errors.deleted());
    }
  }

  private deleteRow(row: Row): void {
    const blocked = this.restriction(row);
    if (blocked) row.errors.push(blocked);
    else this.removeTree(this.schema, row.id!, row.id!);
  }

  /** The first object whose records forbid the deletion. */
  private restriction(row: Row): ReturnType<typeof errors.deleteRestricted> | null {
    for (const inbound of inboundOf(this.data, this.schema.name)) {
      if (!inbound.restricted) continue;
      const name = inbound.schema.nameField ?? 'Id';
      const children = this.children(inbound, row.id!, name);
      if (children.length === 0) continue;
      const own = this.schema.nameField ? String(this.table.value(row.old!, this.schema.nameField)) : row.id!;
      return errors.deleteRestricted(
        own,
        inbound.schema.labelPlural,
        children.map(([, text]) => String(text))
      );
    }
    return null;
  }

  private children(inbound: Inbound, id: string, column: string): SqlValue[][] {
    const { schema, field } = inbound;
    this.data.database.wantIndex(schema.name, field.name, quote(field.name));
    const living = schema.fields.has('isdeleted') ? ' AND "IsDeleted" = 0' : '';
    return this.data.database.all(
      `SELECT "Id", ${quote(column)} FROM ${quote(schema.name)} WHERE ${quote(field.name)} = ?${living} LIMIT 1000`,
      [id]
    );
  }

  /** Marks the record as deleted, its details with it, and empties lookups to it. */
  private removeTree(schema: SObjectSchema, id: string, root: string): void {
    for (const inbound of inboundOf(this.data, schema.name)) {
      if (inbound.cascade) {
        for (const [child] of this.children(inbound, id, 'Id')) this.removeTree(inbound.schema, String(child), root);
      } else if (inbound.field.updateable || inbound.field.custom) {
        this.unlink(inbound, id, root);
      }
    }
    this.bury(schema, id, root);
  }

  private bury(schema: SObjectSchema, id: string, root: string): void {
    const { database } = this.data;
    if (!this.data.table(schema).isSoftDeleted) {
      database.run(`DELETE FROM ${quote(schema.name)} WHERE "Id" = ?`, [id]);
      return;
    }
    database.run(`UPDATE ${quote(schema.name)} SET "IsDeleted" = 1 WHERE "Id" = ?`, [id]);
    database.run('INSERT OR REPLACE INTO "$bin" VALUES (?, ?, ?)', [id, schema.name, root]);
  }

  private unlink(inbound: Inbound, id: string, root: string): void {
    const { database } = this.data;
    const { schema, field } = inbound;
    const linked = this.children(inbound, id, 'Id');
    for (const [child] of linked) {
      database.run('INSERT OR REPLACE INTO "$unlinked" VALUES (?, ?, ?, ?, ?)', [
        root,
        schema.name,
        child!,
        field.name,
        id
      ]);
      database.run(`UPDATE ${quote(schema.name)} SET ${quote(field.name)} = NULL WHERE "Id" = ?`, [child!]);
    }
  }

  undelete(rows: Row[]): void {
    this.load(alive(rows), true);
    for (const row of alive(rows)) {
      const trigger = guardingTrigger('undelete', row.id!);
      if (trigger !== null) row.errors.push(errors.selfReference(row.id!, trigger, 'undelete'));
      else this.undeleteRow(row);
    }
    const restored = this.going(rows);
    this.data.permissions.changed(this.schema.name);
    if (this.data.triggers.find(this.schema.name, 'after undelete').length > 0) {
      this.load(restored, false);
      for (const row of restored) row.record = this.table.toRecord(row.old!);
      runTriggers(this.data, this.schema, 'after undelete', restored);
    }
    this.rollUp(this.going(restored));
  }

  /** A record deleted with its parent comes back with the parent only. */
  private undeleteRow(row: Row): void {
    const { database } = this.data;
    const entry = database.all('SELECT root FROM "$bin" WHERE id = ?', [row.id])[0];
    if (!entry || entry[0] !== row.id) {
      row.errors.push(errors.notInBin());
      return;
    }
    for (const [id, object] of database.all('SELECT id, object FROM "$bin" WHERE root = ?', [row.id])) {
      database.run(`UPDATE ${quote(String(object))} SET "IsDeleted" = 0 WHERE "Id" = ?`, [id!]);
    }
    database.run('DELETE FROM "$bin" WHERE root = ?', [row.id]);
    for (const [object, id, field, value] of database.all(
      'SELECT object, id, field, value FROM "$unlinked" WHERE root = ?',
      [row.id]
    )) {
      const column = quote(String(field));
      // A lookup that was given another value meanwhile keeps it.
      database.run(`UPDATE ${quote(String(object))} SET ${column} = ? WHERE "Id" = ? AND ${column} IS NULL`, [
        value!,
        id!
      ]);
    }
    database.run('DELETE FROM "$unlinked" WHERE root = ?', [row.id]);
  }

  private rollUp(rows: Row[]): void {
    const { data, schema, table } = this;
    if (rows.length === 0 || rollupsOf(data, schema.name).length === 0) return;
    const parents = (link: string): Set<string> =>
      new Set(rows.map((r) => table.raw(r.old!, link)).filter((id): id is string => typeof id === 'string'));
    const failures = refreshRollups(data, schema.name, parents, (parent, records) =>
      saveParents(data, parent, records)
    );
    const first = [...failures.values()][0];
    if (first !== undefined)
      for (const row of rows) row.errors.push(errors.custom('FIELD_CUSTOM_VALIDATION_EXCEPTION', first));
  }
}

/** Removes records from the recycle bin for good. */
export function emptyBin(data: DataContext, id: string): boolean {
  const { database } = data;
  const entries = database.all('SELECT id, object FROM "$bin" WHERE root = ?', [id]);
  for (const [buried, object] of entries) {
    database.run(`DELETE FROM ${quote(String(object))} WHERE "Id" = ? AND "IsDeleted" = 1`, [buried!]);
  }
  database.run('DELETE FROM "$bin" WHERE root = ?', [id]);
  database.run('DELETE FROM "$unlinked" WHERE root = ?', [id]);
  return entries.length > 0;
}
