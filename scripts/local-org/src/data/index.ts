/**
 * The data of an org: storage, SOQL, DML, permissions. `openDatabase` opens it; `installData` gives it to the kernel.
 */
import type { Schema } from '../schema/model';
import { staticResourceBody } from '../schema/staticResources';
import { kernel, provideServices } from '../runtime/kernel';
import type { DataServices, DmlResult, PermissionService } from '../runtime/services';
import { throwNew } from '../runtime/values/exception';
import { toId } from '../runtime/values/ids';
import { UnsupportedError } from '../runtime/values/errors';
import { ApexDecimal } from '../runtime/values/decimal';
import type { UserContext } from '../runtime/user';
import { LeadConverter, markConverted } from './convertLead';
import { DataContext, type TriggerSource } from './dataContext';
import { DmlEngine } from './dml/engine';
import { errors } from './dml/errors';
import { emptyBin } from './dml/remove';
import { writeSystem } from './dml/systemWrite';
import { Deployer, type Deployment } from './seed/deploy';
import { DEFAULT_IDENTITY, Seeder, type OrgIdentity } from './seed/seedOrg';
import { hasFieldSecurity, PermissionStore } from './security/permissions';
import { Sharing } from './security/sharing';
import { QueryEngine } from './soql/execute';
import { search } from './soql/search';
import { registerFunctions } from './soql/sqlFunctions';
import { encode, quote } from './storage/columns';
import { OrgDatabase } from './storage/database';
import { adminUserId, loadUser } from './users';

export type { Deployment } from './seed/deploy';
export type { OrgIdentity } from './seed/seedOrg';
export type { TriggerHandle, TriggerSource } from './dataContext';
export { dmlException, failuresOf, type DmlFailure } from './dml/exception';

export interface OpenOptions {
  /** Database file; default `:memory:`. */
  file?: string;
  /** Told of stored data that a new deployment changes or removes. */
  onChange?: (message: string) => void;
  identity?: Partial<OrgIdentity>;
}

/** A class as it is deployed. */
export interface DeployedClass {
  source: string;
  /** As its metadata file says; absent without one. */
  apiVersion?: number;
}

/** The project has no permission set of that name. */
export class UnknownPermissionSetError extends Error {}

/** An open org's data. */
export class OrgData {
  readonly dml: DmlEngine;

  constructor(
    readonly context: DataContext,
    private readonly project: Deployment
  ) {
    this.dml = new DmlEngine(context);
  }

  /** Triggers that DML runs from now on. */
  setTriggers(triggers: TriggerSource): void {
    this.context.triggers = triggers;
  }

  /** The administrator in whose name the project is deployed. */
  adminUser(): UserContext {
    return loadUser(this.context, adminUserId(this.context));
  }

  /** The user of that username. @throws Error when there is none */
  userByName(username: string): UserContext {
    const row = this.context.database.all('SELECT "Id" FROM "User" WHERE fold("Username") = fold(?)', [username])[0];
    if (!row) throw new Error(`The org has no user ${username}`);
    return loadUser(this.context, String(row[0]));
  }

  /** Assigns permission sets of the project to a user. @throws UnknownPermissionSetError naming it */
  assignPermissionSets(userId: string, names: readonly string[]): void {
    const { database, permissions } = this.context;
    for (const name of names) {
      const set = database.all('SELECT "Id" FROM "PermissionSet" WHERE "Name" = ?', [name])[0];
      if (!set) throw new UnknownPermissionSetError(`The project has no permission set ${name}.`);
      const known = database.all(
        'SELECT 1 FROM "PermissionSetAssignment" WHERE "AssigneeId" = ? AND "PermissionSetId" = ?',
        [userId, set[0]!]
      );
      if (known.length > 0) continue;
      const schema = this.context.object('PermissionSetAssignment');
      database.run('INSERT INTO "PermissionSetAssignment" ("Id", "AssigneeId", "PermissionSetId") VALUES (?, ?, ?)', [
        database.ids.next(schema),
        userId,
        set[0]!
      ]);
    }
    permissions.forget();
  }

  /** Keeps an ApexClass record for each class by name, by which jobs name it; those of classes that are gone stay. */
  registerApexClasses(classes: ReadonlyMap<string, DeployedClass>): void {
    const { database } = this.context;
    if (!database.findObject('ApexClass')) return;
    const known = new Set(database.all('SELECT "Name" FROM "ApexClass"').map((row) => String(row[0])));
    const table = this.context.table(this.context.object('ApexClass'));
    for (const [name, { source, apiVersion }] of classes) {
      const version = apiVersion === undefined ? null : ApexDecimal.fromInteger(apiVersion);
      const values = { Body: source, ApiVersion: version, Status: 'Active', IsValid: true };
      if (known.has(name)) {
        const changed = Object.entries(values).map(([field, value]) => encode(table.field(field)!, value));
        const id = database.all('SELECT "Id" FROM "ApexClass" WHERE "Name" = ?', [name])[0]![0]!;
        database.run(table.updateSql(Object.keys(values)), [...changed, id]);
      } else writeSystem(this.context, 'ApexClass', { Name: name, ...values });
    }
  }

  /** Keeps a SetupEntityAccess record for each class that a permission set or profile opens. Needs the ApexClass records. */
  registerClassAccess(): void {
    if (!this.context.database.findObject('SetupEntityAccess')) return;
    new Deployer(this.context, this.project).classAccess();
  }

  /** Name of the class of an ApexClass record; null when there is none. */
  apexClassName(id: string): string | null {
    const row = this.context.database.all('SELECT "Name" FROM "ApexClass" WHERE "Id" = ?', [id])[0];
    return row ? String(row[0]) : null;
  }

  /** Marks stored leads as converted; for seeding. */
  markLeadsConverted(ids: readonly string[]): void {
    for (const id of ids) markConverted(this.context, id);
  }

  /** Values that stay with the database, such as where the org's clock stands; null when never set. */
  setting(key: string): string | null {
    const row = this.context.database.all('SELECT value FROM "$settings" WHERE key = ?', [key])[0];
    return row ? String(row[0]) : null;
  }
  setSetting(key: string, value: string): void {
    this.context.database.run('INSERT OR REPLACE INTO "$settings" VALUES (?, ?)', [key, value]);
  }

  close(): void {
    this.context.database.close();
  }

  services(): DataServices {
    const { context, dml } = this;
    const { database, queries } = context;
    const converter = new LeadConverter(context, dml);
    return {
      query: (query, binds, options) => queries.query(query, binds, options),
      countQuery: (query, binds, options) => queries.count(query, binds, options),
      dynamicQuery: (text, binds, options) => queries.dynamic(text, binds, options),
      dynamicCountQuery: (text, binds, options) => queries.dynamicCount(text, binds, options),
      queryLocator: (text, binds, options) => queries.locator(text, binds, options),
      staticQueryLocator: (query, binds, options) => queries.staticLocator(query, binds, options),
      search: (text, fixed, options) => search(queries, text, fixed, options),
      dml: (operation, records, request) => dml.run(operation, records, request),
      convertLead: (request) => converter.convert(request),
      emptyRecycleBin: (ids) => this.emptyRecycleBin(ids),
      savepoint: () => this.begin(),
      rollback: (token) => this.rollbackTo(token),
      releaseSavepoint: (token) => this.end(token, true),
      beginTransaction: () => this.begin(),
      commitTransaction: (token) => this.end(token, true),
      rollbackTransaction: (token) => this.end(token, false),
      permissions: permissionService(context),
      calculatePermissionSetGroup: (id) => this.calculateGroup(id),
      setCreatedDate: (id, ms) => this.setCreatedDate(id, ms),
      setLocked: () => {
        throw new UnsupportedError('Approval.lock and Approval.unlock');
      },
      loadUser: (id) => loadUser(context, id),
      staticResource: (name) => {
        const resource = this.project.staticResources?.get(name);
        return resource ? staticResourceBody(resource) : null;
      },
      hasCachePartition: (name) =>
        [...(this.project.cachePartitions?.keys() ?? [])].some((known) => known.toLowerCase() === name.toLowerCase()),
      recordTypeId: (object, developerName) => {
        const sql = 'SELECT "Id" FROM "RecordType" WHERE "SobjectType" = ? AND "DeveloperName" = ?';
        const row = database.findObject('RecordType') ? database.all(sql, [object, developerName])[0] : undefined;
        return row ? String(row[0]) : null;
      }
    };
  }

  /** Tokens are the depth of open transactions before their own. */
  private begin(): number {
    const { database } = this.context;
    database.begin();
    return database.depth - 1;
  }

  /** Undoes what happened since the savepoint, which stays usable. @throws TypeException when it is gone */
  private rollbackTo(token: unknown): void {
    const { database, permissions } = this.context;
    if (database.depth <= (token as number)) throwNew('System.TypeException', 'Invalid Savepoint');
    database.unwind(token as number, false);
    database.begin();
    permissions.forget();
  }

  /** Ends the transaction of the token and all inside it. */
  private end(token: unknown, keep: boolean): void {
    const { database, permissions } = this.context;
    database.unwind(token as number, keep);
    if (!keep) permissions.forget();
  }

  private emptyRecycleBin(ids: string[]): DmlResult[] {
    kernel.tx.limits.count('dmlStatements', 1);
    return ids.map((id) => {
      const found = emptyBin(this.context, id);
      return {
        id,
        success: found,
        errors: found ? [] : [errors.custom('INVALID_ID_FIELD', 'Record is not in the recycle bin')]
      };
    });
  }

  private calculateGroup(id: string): void {
    const { database, permissions } = this.context;
    const sql = 'UPDATE "PermissionSetGroup" SET "Status" = \'Updated\' WHERE "Id" = ?';
    if (database.run(sql, [toId(id)]) === 0) {
      throwNew('System.IllegalArgumentException', `There is no permission set group ${id}`);
    }
    permissions.forget();
  }

  private setCreatedDate(id: string, ms: number): void {
    const { database, queries } = this.context;
    const schema = queries.byPrefix(id.slice(0, 3));
    const changed = schema
      ? database.run(`UPDATE ${quote(schema.name)} SET "CreatedDate" = ? WHERE "Id" = ?`, [
          Math.floor(ms / 1000) * 1000,
          id
        ])
      : 0;
    if (changed === 0) throwNew('System.IllegalArgumentException', `The record ${id} does not exist`);
  }
}

/** Permissions of the user who runs the current transaction. */
function permissionService(context: DataContext): PermissionService {
  const reader = () => context.permissions.of(kernel.tx.user.id);
  return {
    object: (name) => {
      const schema = context.object(name);
      const grant = reader().object(schema);
      return {
        accessible: grant.read && schema.queryable,
        createable: grant.create && schema.createable,
        updateable: grant.edit && schema.updateable,
        deletable: grant.delete && schema.deletable
      };
    },
    field: (object, name) => {
      const schema = context.object(object);
      const field = schema.fields.get(name.toLowerCase());
      if (!field) throw new Error(`${object} has no field ${name}`);
      const grant = reader().field(schema, field);
      const rights = reader().object(schema);
      return {
        accessible: grant.read && rights.read,
        createable: grant.edit && rights.create && field.createable,
        updateable: grant.edit && rights.edit && field.updateable,
        permissionable: hasFieldSecurity(schema, field)
      };
    },
    hasCustomPermission: (name) => reader().custom(name)
  };
}

/** Opens (or makes) the database, brings it to the deployed project, and seeds a new org. */
export function openDatabase(project: Deployment, options: OpenOptions = {}): OrgData {
  const database = new OrgDatabase(project.schema, { file: options.file ?? ':memory:', onChange: options.onChange });
  registerFunctions(database.sqlite);
  const permissions = new PermissionStore(database);
  const sharing = new Sharing(database, permissions);
  const context = new DataContext(database, permissions, sharing, new QueryEngine(database, permissions, sharing));
  const seeder = new Seeder(context, { ...DEFAULT_IDENTITY, ...options.identity });
  const { user } = kernel.tx;
  database.begin();
  try {
    if (seeder.isEmpty()) seeder.seed();
    new Deployer(context, project).deploy();
    database.unwind(0, true);
  } catch (error) {
    database.unwind(0, false);
    database.close();
    throw error;
  } finally {
    kernel.tx.user = user;
  }
  return new OrgData(context, project);
}

/** Makes the org's data the kernel's: schema, services, and the administrator as user. */
export function installData(data: OrgData, schema: Schema): void {
  kernel.org.schema = schema;
  provideServices(data.services());
  kernel.tx.user = data.adminUser();
}
