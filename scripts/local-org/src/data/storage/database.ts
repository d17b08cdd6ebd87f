/**
 * The SQLite database of an org: one table an object, statements prepared once, transactions as nested savepoints.
 */
import SqliteDatabase from 'better-sqlite3';
import type { Database as Sqlite, Statement } from 'better-sqlite3';
import type { Schema, SObjectSchema } from '../../schema/model';
import { quote, type SqlValue } from './columns';
import { fold } from './fold';
import { IdSource } from './idSource';
import { migrate } from './migrate';

export interface DatabaseOptions {
  /** File of the database; `:memory:` for one that lives with the process. */
  file: string;
  /** Told of every change that a new deployment makes to stored data (`Removed Lead.Old__c and its values`). */
  onChange?: (message: string) => void;
}

/** Statements kept prepared at most; the oldest goes first. */
const MAX_STATEMENTS = 2000;
/** Rows from which on an equality filter on a plain column gets an index of its own. */
const INDEX_FROM_ROWS = 2000;

export class OrgDatabase {
  readonly sqlite: Sqlite;
  readonly ids: IdSource;
  private readonly statements = new Map<string, Statement>();
  private readonly indexes = new Set<string>();
  private readonly open: { name: string; indexes: string[] }[] = [];
  private nextSavepoint = 1;

  constructor(
    readonly schema: Schema,
    options: DatabaseOptions
  ) {
    this.sqlite = new SqliteDatabase(options.file);
    this.sqlite.pragma('journal_mode = WAL');
    this.sqlite.pragma('synchronous = NORMAL');
    this.sqlite.pragma('temp_store = MEMORY');
    this.sqlite.function('fold', { deterministic: true }, (text) => (typeof text === 'string' ? fold(text) : text));
    this.begin();
    migrate(this, options.onChange ?? (() => undefined));
    this.commit();
    this.ids = new IdSource(this);
  }

  /** The object's schema. @throws Error when the org has no such object */
  object(name: string): SObjectSchema {
    const schema = this.findObject(name);
    if (!schema) throw new Error(`The org has no object ${name}`);
    return schema;
  }

  findObject(name: string): SObjectSchema | undefined {
    return this.schema.objects.get(name.toLowerCase()) ?? this.schema.objects.get(name);
  }

  prepare(sql: string): Statement {
    let statement = this.statements.get(sql);
    if (!statement) {
      if (this.statements.size >= MAX_STATEMENTS) this.statements.delete(this.statements.keys().next().value as string);
      statement = this.sqlite.prepare(sql);
      if (statement.reader) statement.raw(true);
      this.statements.set(sql, statement);
    }
    return statement;
  }

  /** Rows as arrays in select order. */
  all(sql: string, params: readonly SqlValue[] = []): SqlValue[][] {
    return this.prepare(sql).all(...params) as SqlValue[][];
  }

  /** Runs a statement; answers how many rows it changed. */
  run(sql: string, params: readonly SqlValue[] = []): number {
    return this.prepare(sql).run(...params).changes;
  }

  /** Opens a transaction, or one inside the current. */
  begin(): void {
    const name = `s${this.nextSavepoint++}`;
    this.sqlite.exec(`SAVEPOINT ${name}`);
    this.open.push({ name, indexes: [] });
  }

  /** Keeps what happened since the matching `begin`. */
  commit(): void {
    const level = this.open.pop();
    if (!level) throw new Error('No transaction is open');
    this.sqlite.exec(`RELEASE ${level.name}`);
    this.open[this.open.length - 1]?.indexes.push(...level.indexes);
  }

  /** Undoes what happened since the matching `begin`. */
  rollback(): void {
    const level = this.open.pop();
    if (!level) throw new Error('No transaction is open');
    this.sqlite.exec(`ROLLBACK TO ${level.name}; RELEASE ${level.name}`);
    for (const index of level.indexes) this.indexes.delete(index);
  }

  /** How many transactions are open, one inside another. */
  get depth(): number {
    return this.open.length;
  }

  /** Undoes or keeps transactions until only `depth` of them are open. */
  unwind(depth: number, keep: boolean): void {
    while (this.open.length > depth) {
      if (keep) this.commit();
      else this.rollback();
    }
  }

  /** Makes an index for equality on the expression, once the table is large enough to gain from it. */
  wantIndex(object: string, column: string, expression: string): void {
    const name = `i_${object}_${column}`;
    if (this.indexes.has(name)) return;
    const count = this.all(`SELECT count(*) FROM (SELECT 1 FROM ${quote(object)} LIMIT ${INDEX_FROM_ROWS})`)[0]![0];
    if ((count as number) < INDEX_FROM_ROWS) return;
    this.sqlite.exec(`CREATE INDEX IF NOT EXISTS ${quote(name)} ON ${quote(object)}(${expression})`);
    this.indexes.add(name);
    this.open[this.open.length - 1]?.indexes.push(name);
  }

  close(): void {
    this.sqlite.close();
  }
}
