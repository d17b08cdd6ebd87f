/**
 * DML statements: groups of one object, chunks of 200, all-or-none and partial success with the platform's retries.
 * Sources: Apex Developer Guide, "Bulk DML Exception Handling", "Triggers and Order of Execution", "DML Statements vs.
 * Database Class Methods".
 */
import type { SObjectSchema } from '../../schema/model';
import { kernel } from '../../runtime/kernel';
import type { DmlOperation, DmlRequest, DmlResult } from '../../runtime/services';
import { nullPointer, throwNew } from '../../runtime/values/exception';
import type { SObjectValue } from '../../runtime/values/sobject';
import type { DataContext } from '../dataContext';
import { checkFields, checkObject, checkSharing, isUserMode } from './access';
import type { SaveOptions } from './coerce';
import { errors } from './errors';
import { merge } from './merge';
import { checkMixedDml } from './mixedDml';
import { Remover } from './remove';
import { rollupsOf } from './rollups';
import { alive, newRow, type Row } from './row';
import { Saver } from './save';
import { isTriggerRecord } from './triggers';
import { matchUpserts } from './upsert';

/** Records that triggers see at a time. */
const CHUNK = 200;
/** Apex Developer Guide: "Cannot have more than 10 chunks in a single operation". */
const MAXIMUM_GROUPS = 10;
/** Attempts of a partial save: the first and two retries. */
const MAXIMUM_ATTEMPTS = 3;

interface Group {
  schema: SObjectSchema;
  rows: Row[];
}

/** How one operation treats a chunk of rows. */
type Cycle = (rows: Row[]) => void;

export class DmlEngine {
  constructor(private readonly data: DataContext) {}

  /** Never throws for bad records in partial mode; see `DmlRequest.allOrNone`. */
  run(operation: DmlOperation, records: SObjectValue[], request: DmlRequest): DmlResult[] {
    checkInstances(operation, records);
    if (records.length === 0) return [];
    const { tx } = kernel;
    tx.limits.count('dmlStatements', 1);
    tx.limits.count('dmlRows', records.length + (request.mergeSources?.length ?? 0));
    if (records[0]!.schema.sort === 'platformEvent') return kernel.services.publishEvents(records);
    tx.uncommittedWork = true;
    const groups = groupRecords(records);
    const rows = groups.flatMap((g) => g.rows);
    this.atomically(request.allOrNone, rows, () => {
      for (const group of groups) {
        this.runGroup(operation, group, request);
        if (request.allOrNone && group.rows.some((r) => r.errors.length > 0)) return;
      }
    });
    const failed = request.allOrNone && rows.some((r) => r.errors.length > 0);
    return rows.map((row) => finish(row, operation, failed));
  }

  /** Undoes everything when the statement throws, or fails as a whole. */
  private atomically(allOrNone: boolean, rows: Row[], body: () => void): void {
    const { database, permissions } = this.data;
    const depth = database.depth;
    database.begin();
    try {
      body();
    } catch (error) {
      database.unwind(depth, false);
      permissions.forget();
      throw error;
    }
    const failed = allOrNone && rows.some((r) => r.errors.length > 0);
    database.unwind(depth, !failed);
    if (failed) permissions.forget();
  }

  private runGroup(operation: DmlOperation, group: Group, request: DmlRequest): void {
    const { schema, rows } = group;
    if (!isAllowed(schema, operation)) return failAll(rows, errors.notAllowed(operation, schema.name));
    const mixed = checkMixedDml(
      schema,
      operation,
      rows.map((r) => r.input)
    );
    if (mixed) return failAll(rows, mixed);
    if (isUserMode(request)) checkObject(this.data, schema, operation);
    for (let at = 0; at < rows.length; at += CHUNK) {
      const chunk = rows.slice(at, at + CHUNK);
      this.runChunk(operation, schema, chunk, request);
      if (request.allOrNone && chunk.some((r) => r.errors.length > 0)) return;
    }
  }

  private runChunk(operation: DmlOperation, schema: SObjectSchema, rows: Row[], request: DmlRequest): void {
    if (operation === 'merge') return merge(this.data, schema, rows[0]!, request);
    this.identify(operation, schema, rows, request);
    if (request.allOrNone && alive(rows).length < rows.length) return;
    if (isUserMode(request) && operation !== 'delete' && operation !== 'undelete')
      checkFields(this.data, schema, alive(rows), request);
    if (isUserMode(request) || request.sharing === 'with') {
      checkSharing(this.data, schema, alive(rows), operation === 'delete' ? 'delete' : 'edit');
    }
    if (request.allOrNone && alive(rows).length < rows.length) return;
    this.attempt(schema, rows, this.cycle(operation, schema, request), request.allOrNone);
  }

  /** Ids of the rows, from the records or by external id. */
  private identify(operation: DmlOperation, schema: SObjectSchema, rows: Row[], request: DmlRequest): void {
    if (operation === 'upsert') return matchUpserts(this.data, schema, rows, request.externalIdField ?? null);
    for (const row of rows) {
      const id = row.input.id;
      if (operation === 'insert') {
        if (id !== null) row.errors.push(errors.idInInsert());
      } else if (id === null) {
        row.errors.push(errors.idMissing(operation));
      } else if (id.slice(0, 3) !== schema.keyPrefix) {
        row.errors.push(errors.malformedId(`${schema.label} ID`, id));
      } else {
        row.id = id;
      }
    }
  }

  private cycle(operation: DmlOperation, schema: SObjectSchema, request: DmlRequest): Cycle {
    const { data } = this;
    const { allOrNone } = request;
    if (operation === 'delete') return (rows) => new Remover(data, schema, { allOrNone }).delete(rows);
    if (operation === 'undelete') return (rows) => new Remover(data, schema, { allOrNone }).undelete(rows);
    const options: SaveOptions = { truncate: request.dmlOptions?.['allowFieldTruncation'] === true };
    const saver = new Saver(data, schema, { options, allOrNone, bySystem: false });
    return (rows) => {
      const created = rows.filter((r) => r.id === null);
      const updated = rows.filter((r) => r.id !== null);
      if (created.length > 0) saver.insert(created);
      if (updated.length > 0 && !(allOrNone && created.some((r) => r.errors.length > 0))) saver.update(updated);
    };
  }

  /**
   * Runs the cycle. In partial mode, when rows fail and triggers ran, everything is undone and the cycle runs again for
   * the rows that did not fail, twice at most.
   */
  private attempt(schema: SObjectSchema, rows: Row[], cycle: Cycle, allOrNone: boolean): void {
    let going = alive(rows);
    const created = new Set(going.filter((r) => r.id === null));
    const retries = !allOrNone && (this.data.hasTriggers(schema) || rollupsOf(this.data, schema.name).length > 0);
    const { database } = this.data;
    const depth = database.depth;
    for (let attempt = 1; going.length > 0; attempt++) {
      database.begin();
      cycle(going);
      const good = alive(going);
      // Triggers may leave savepoints of their own open.
      if (good.length === going.length || allOrNone || !retries) return database.unwind(depth, true);
      database.unwind(depth, false);
      this.data.permissions.forget();
      for (const row of created) row.id = null;
      for (const row of good) row.oldRecord = null;
      if (attempt === MAXIMUM_ATTEMPTS) return failAll(good, errors.tooManyRetries());
      going = good;
    }
  }
}

/** @throws NullPointerException, ListException, SObjectException as an org does before it looks at the records */
function checkInstances(operation: DmlOperation, records: SObjectValue[]): void {
  const instances = new Set<SObjectValue>();
  const ids = new Set<string>();
  for (const record of records) {
    if (record === null || record === undefined) nullPointer();
    if (isTriggerRecord(record)) {
      throwNew('System.SObjectException', 'DML statement cannot operate on trigger.new or trigger.old');
    }
    if (record.schema.sort === 'customMetadata')
      throwNew('System.TypeException', `DML operation ${operation} not allowed on ${record.schema.name}`);
    if ((operation === 'insert' || operation === 'upsert') && instances.has(record)) {
      throwNew('System.ListException', 'Before Insert or Upsert list must not have two identically equal elements');
    }
    instances.add(record);
    const { id } = record;
    if (id === null || operation === 'insert') continue;
    if (ids.has(id) && operation !== 'merge') throwNew('System.ListException', `Duplicate id in list: ${id}`);
    ids.add(id);
  }
}

/** Runs of records of one object. @throws TypeException past ten of them */
function groupRecords(records: SObjectValue[]): Group[] {
  const groups: Group[] = [];
  records.forEach((record, index) => {
    let group = groups[groups.length - 1];
    if (!group || group.schema !== record.schema) groups.push((group = { schema: record.schema, rows: [] }));
    group.rows.push(newRow(index, record));
  });
  if (groups.length > MAXIMUM_GROUPS) {
    throwNew(
      'System.TypeException',
      'Cannot have more than 10 chunks in a single operation. Please rearrange the data to reduce chunking.'
    );
  }
  return groups;
}

function isAllowed(schema: SObjectSchema, operation: DmlOperation): boolean {
  switch (operation) {
    case 'insert':
      return schema.createable;
    case 'update':
      return schema.updateable;
    case 'upsert':
      return schema.createable && schema.updateable;
    case 'delete':
      return schema.deletable;
    case 'undelete':
      return schema.undeletable;
    case 'merge':
      return schema.mergeable;
  }
}

function failAll(rows: Row[], error: ReturnType<typeof errors.deleted>): void {
  for (const row of rows) row.errors.push(error);
}

/** The row's outcome; new records learn their id when they are kept. `failed`: nothing of the statement is kept. */
function finish(row: Row, operation: DmlOperation, failed: boolean): DmlResult {
  const success = row.errors.length === 0 && !failed;
  const created = row.old === null && (operation === 'insert' || operation === 'upsert');
  if (!success) return { id: created ? null : row.id, success, errors: row.errors, created: false };
  if (created && row.id !== null) row.input.values.set('Id', row.id);
  const result: DmlResult = { id: row.id, success, errors: [] };
  if (operation === 'upsert') result.created = created;
  return result;
}
