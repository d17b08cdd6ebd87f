/**
 * Brings the tables to the schema of the project that is deployed: new objects and fields are added, decimal places
 * rescaled, fields that are gone dropped with their values (as deleting a field in an org does), each with a message.
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { columnDefinition, quote, storageKind, storedFields, type SqlValue } from './columns';
import type { OrgDatabase } from './database';

/** Sorts of objects whose records are kept. Events pass through the event bus only. */
export function hasTable(schema: SObjectSchema): boolean {
  return schema.sort !== 'platformEvent' && schema.sort !== 'changeEvent' && schema.fields.has('id');
}

interface StoredColumn {
  kind: string;
  scale: number;
}
type StoredTables = Map<string, Map<string, StoredColumn>>;

const META = `
  CREATE TABLE IF NOT EXISTS "$columns" (object TEXT, field TEXT, kind TEXT, scale INTEGER, PRIMARY KEY (object, field)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "$prefixes" (object TEXT PRIMARY KEY, prefix TEXT NOT NULL UNIQUE) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "$counters" (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "$bin" (id TEXT PRIMARY KEY, object TEXT NOT NULL, root TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "$unlinked" (root TEXT, object TEXT, id TEXT, field TEXT, value TEXT, PRIMARY KEY (root, object, id, field)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "$settings" (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;
`;

export function migrate(database: OrgDatabase, report: (message: string) => void): void {
  database.sqlite.exec(META);
  const stored = readStored(database);
  assignKeyPrefixes(database);
  for (const schema of database.schema.objects.values()) {
    if (!hasTable(schema)) continue;
    const columns = stored.get(schema.name);
    if (columns) alterTable(database, schema, columns, report);
    else createTable(database, schema);
    stored.delete(schema.name);
  }
  for (const object of stored.keys()) {
    database.sqlite.exec(`DROP TABLE ${quote(object)}`);
    database.run('DELETE FROM "$columns" WHERE object = ?', [object]);
    report(`Removed the object ${object} and its records`);
  }
}

function readStored(database: OrgDatabase): StoredTables {
  const tables: StoredTables = new Map();
  for (const [object, field, kind, scale] of database.all('SELECT object, field, kind, scale FROM "$columns"')) {
    const columns = tables.get(object as string) ?? new Map<string, StoredColumn>();
    columns.set(field as string, { kind: kind as string, scale: scale as number });
    tables.set(object as string, columns);
  }
  return tables;
}

/**
 * Custom objects get a prefix of their own: a00, a01 … as in an org; metadata types m00, events e00. It is kept in the
 * database, so that ids stay valid when a deployment brings more objects.
 */
function assignKeyPrefixes(database: OrgDatabase): void {
  const known = new Map(database.all('SELECT object, prefix FROM "$prefixes"') as [string, string][]);
  const objects = [...database.schema.objects.values()];
  const given = objects.filter((schema) => !known.has(schema.name)).map((schema) => schema.keyPrefix);
  const taken = new Set<string | null>([...known.values(), ...given]);
  for (const schema of objects) {
    schema.keyPrefix = known.get(schema.name) ?? schema.keyPrefix ?? freePrefix(schema, taken);
    taken.add(schema.keyPrefix);
    database.run('INSERT OR IGNORE INTO "$prefixes" VALUES (?, ?)', [schema.name, schema.keyPrefix]);
  }
}

function freePrefix(schema: SObjectSchema, taken: ReadonlySet<string | null>): string {
  const first =
    schema.sort === 'customMetadata' ? 'm' : schema.sort === 'platformEvent' ? 'e' : schema.custom ? 'a' : 'Z';
  const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
  for (let i = 0; i < digits.length * digits.length; i++) {
    const prefix = first + digits[Math.floor(i / digits.length)] + digits[i % digits.length];
    if (!taken.has(prefix)) return prefix;
  }
  throw new Error(`No key prefix is left for ${schema.name}`);
}

function createTable(database: OrgDatabase, schema: SObjectSchema): void {
  const fields = storedFields(schema);
  const hasBlob = fields.some((f) => storageKind(f) === 'blob');
  const columns = fields.map(columnDefinition).join(', ');
  database.sqlite.exec(`CREATE TABLE ${quote(schema.name)} (${columns})${hasBlob ? '' : ' WITHOUT ROWID'}`);
  for (const field of fields) rememberColumn(database, schema, field);
  for (const field of fields) indexColumn(database, schema, field);
}

function rememberColumn(database: OrgDatabase, schema: SObjectSchema, field: FieldSchema): void {
  const row: SqlValue[] = [schema.name, field.name, storageKind(field), field.scale];
  database.run('INSERT OR REPLACE INTO "$columns" VALUES (?, ?, ?, ?)', row);
}

/** External ids and unique fields are looked up by every save; other columns get indexes when queries ask for them. */
function indexColumn(database: OrgDatabase, schema: SObjectSchema, field: FieldSchema): void {
  if (!field.unique && !field.externalId && !field.masterDetail) return;
  if (field.name === 'Id') return;
  const column = quote(field.name);
  const expression = storageKind(field) === 'text' ? `fold(${column})` : column;
  const name = quote(`u_${schema.name}_${field.name}`);
  database.sqlite.exec(`CREATE INDEX IF NOT EXISTS ${name} ON ${quote(schema.name)}(${expression})`);
}

function alterTable(
  database: OrgDatabase,
  schema: SObjectSchema,
  columns: Map<string, StoredColumn>,
  report: (message: string) => void
): void {
  for (const field of storedFields(schema)) {
    const column = columns.get(field.name);
    if (!column) addColumn(database, schema, field);
    else changeColumn(database, schema, field, column);
    columns.delete(field.name);
  }
  for (const name of columns.keys()) {
    dropColumn(database, schema, name);
    report(`Removed the field ${schema.name}.${name} and its values`);
  }
}

function addColumn(database: OrgDatabase, schema: SObjectSchema, field: FieldSchema): void {
  database.sqlite.exec(`ALTER TABLE ${quote(schema.name)} ADD COLUMN ${columnDefinition(field)}`);
  rememberColumn(database, schema, field);
  indexColumn(database, schema, field);
}

function dropColumn(database: OrgDatabase, schema: SObjectSchema, name: string): void {
  const indexes = database.all(`SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql LIKE ?`, [
    schema.name,
    `%${quote(name)}%`
  ]);
  for (const [index] of indexes) database.sqlite.exec(`DROP INDEX ${quote(index as string)}`);
  database.sqlite.exec(`ALTER TABLE ${quote(schema.name)} DROP COLUMN ${quote(name)}`);
  database.run('DELETE FROM "$columns" WHERE object = ? AND field = ?', [schema.name, name]);
}

/** @throws Error when values of the old type have no meaning in the new */
function changeColumn(database: OrgDatabase, schema: SObjectSchema, field: FieldSchema, old: StoredColumn): void {
  const kind = storageKind(field);
  if (old.kind !== kind) {
    const filled = database.all(`SELECT 1 FROM ${quote(schema.name)} WHERE ${quote(field.name)} IS NOT NULL LIMIT 1`);
    if (filled.length > 0 && !(old.kind === 'id' && kind === 'text')) {
      throw new Error(
        `${schema.name}.${field.name} changes from ${old.kind} to ${kind} and has values; start with --reset to forget them`
      );
    }
    if (filled.length === 0) {
      dropColumn(database, schema, field.name);
      addColumn(database, schema, field);
    }
  } else if (kind === 'decimal' && old.scale !== field.scale) {
    rescale(database, schema, field, old.scale);
  }
  rememberColumn(database, schema, field);
}

function rescale(database: OrgDatabase, schema: SObjectSchema, field: FieldSchema, oldScale: number): void {
  const column = quote(field.name);
  const expression =
    field.scale > oldScale
      ? `${column} * ${10 ** (field.scale - oldScale)}`
      : `CAST(round(${column} / ${10 ** (oldScale - field.scale)}.0) AS INTEGER)`;
  database.run(`UPDATE ${quote(schema.name)} SET ${column} = ${expression} WHERE ${column} IS NOT NULL`);
}
