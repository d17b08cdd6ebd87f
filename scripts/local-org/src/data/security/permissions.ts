/**
 * What a user may do with objects and fields: the profile, and the permission sets assigned to the user, from the org's
 * records of PermissionSet, ObjectPermissions, FieldPermissions and PermissionSetAssignment.
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { quote } from '../storage/columns';
import type { OrgDatabase } from '../storage/database';
import {
  FOLLOWS,
  grantOf,
  isGoverned,
  SETUP_OBJECTS,
  STANDARD_PROFILES,
  type ObjectGrant,
  type ProfileDefinition
} from './profiles';

export interface FieldGrant {
  read: boolean;
  edit: boolean;
}

/** One user's permissions. */
export interface PermissionReader {
  object(schema: SObjectSchema): ObjectGrant;
  field(schema: SObjectSchema, field: FieldSchema): FieldGrant;
  /** System permission, e.g. `ViewAllData`. */
  system(name: string): boolean;
  custom(name: string): boolean;
  /** Whether the user may call the methods of a top-level class from outside Apex. */
  apexClass(name: string): boolean;
}

const ALL: ObjectGrant = { read: true, create: true, edit: true, delete: true, viewAll: true, modifyAll: true };
const READ: ObjectGrant = grantOf('r');
const OPEN: ObjectGrant = grantOf('rced');

/** Fields that everybody who sees the object sees; none of them has field-level security. */
const ALWAYS_OPEN: ReadonlySet<string> = new Set([
  'Id',
  'IsDeleted',
  'CreatedDate',
  'CreatedById',
  'LastModifiedDate',
  'LastModifiedById',
  'SystemModstamp',
  'OwnerId',
  'RecordTypeId',
  'LastViewedDate',
  'LastReferencedDate',
  'LastActivityDate',
  'IsConverted',
  'ConvertedAccountId',
  'ConvertedContactId',
  'ConvertedOpportunityId',
  'ConvertedDate',
  'SetupOwnerId',
  'MasterRecordId'
]);

/** Whether profiles and permission sets decide on the field. */
export function hasFieldSecurity(schema: SObjectSchema, field: FieldSchema): boolean {
  if (ALWAYS_OPEN.has(field.name) || field.nameField || field.masterDetail) return false;
  // Access to a metadata type or setting is given as a whole (Salesforce Help, "Control Read Access to Custom Metadata Types").
  if (schema.sort === 'customMetadata' || schema.sort === 'customSetting' || schema.sort === 'platformEvent')
    return false;
  if (field.compoundFieldName === 'Name') return false;
  // Required fields are open to everybody; checkboxes are never null and still have field-level security.
  return field.nillable || field.type === 'BOOLEAN' || field.defaultedOnCreate;
}

class UserPermissions implements PermissionReader {
  private readonly objects = new Map<string, ObjectGrant>();
  private readonly fields = new Map<string, FieldGrant>();
  private readonly systemNames: Set<string>;
  private readonly customNames = new Set<string>();
  private readonly classNames = new Set<string>();

  constructor(
    database: OrgDatabase,
    private readonly profile: ProfileDefinition | undefined,
    permissionSets: string[]
  ) {
    this.systemNames = new Set(profile?.systemPermissions ?? []);
    const ids = JSON.stringify(permissionSets);
    this.readObjects(database, ids);
    this.readFields(database, ids);
    this.readSystem(database, ids);
    this.readCustom(database, ids);
    this.readClasses(database, ids);
  }

  private readObjects(database: OrgDatabase, ids: string): void {
    const columns = ['Read', 'Create', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords'];
    const select = columns.map((c) => `max("Permissions${c}")`).join(', ');
    const sql = `SELECT "SobjectType", ${select} FROM "ObjectPermissions"
      WHERE "ParentId" IN (SELECT value FROM json_each(?)) GROUP BY 1`;
    for (const [name, read, create, edit, del, viewAll, modifyAll] of database.all(sql, [ids])) {
      this.objects.set(String(name).toLowerCase(), {
        read: read === 1,
        create: create === 1,
        edit: edit === 1,
        delete: del === 1,
        viewAll: viewAll === 1,
        modifyAll: modifyAll === 1
      });
    }
  }

  private readFields(database: OrgDatabase, ids: string): void {
    const sql = `SELECT "Field", max("PermissionsRead"), max("PermissionsEdit") FROM "FieldPermissions"
      WHERE "ParentId" IN (SELECT value FROM json_each(?)) GROUP BY 1`;
    for (const [name, read, edit] of database.all(sql, [ids])) {
      this.fields.set(String(name).toLowerCase(), { read: read === 1, edit: edit === 1 });
    }
  }

  private readSystem(database: OrgDatabase, ids: string): void {
    const fields = [...database.object('PermissionSet').fields.values()].filter((f) =>
      f.name.startsWith('Permissions')
    );
    if (fields.length === 0) return;
    const select = fields.map((f) => `max(${quote(f.name)})`).join(', ');
    const row = database.all(`SELECT ${select} FROM "PermissionSet" WHERE "Id" IN (SELECT value FROM json_each(?))`, [
      ids
    ])[0];
    fields.forEach((f, i) => {
      if (row?.[i] === 1) this.systemNames.add(f.name.slice('Permissions'.length));
    });
  }

  private readCustom(database: OrgDatabase, ids: string): void {
    if (!database.findObject('SetupEntityAccess') || !database.findObject('CustomPermission')) return;
    const sql = `SELECT p."DeveloperName" FROM "SetupEntityAccess" a JOIN "CustomPermission" p ON p."Id" = a."SetupEntityId"
      WHERE a."ParentId" IN (SELECT value FROM json_each(?))`;
    for (const [name] of database.all(sql, [ids])) this.customNames.add(String(name).toLowerCase());
  }

  private readClasses(database: OrgDatabase, ids: string): void {
    if (!database.findObject('SetupEntityAccess') || !database.findObject('ApexClass')) return;
    const sql = `SELECT c."Name" FROM "SetupEntityAccess" a JOIN "ApexClass" c ON c."Id" = a."SetupEntityId"
      WHERE a."ParentId" IN (SELECT value FROM json_each(?))`;
    for (const [name] of database.all(sql, [ids])) this.classNames.add(String(name).toLowerCase());
  }

  /** Author Apex opens every class. Source: Salesforce Help, "Set Apex Class Access from Permission Sets". */
  apexClass(name: string): boolean {
    return this.system('AuthorApex') || this.classNames.has(name.toLowerCase());
  }

  system(name: string): boolean {
    return this.systemNames.has(name);
  }

  custom(name: string): boolean {
    return this.customNames.has(name.toLowerCase());
  }

  object(schema: SObjectSchema): ObjectGrant {
    if (this.system('ModifyAllData')) return ALL;
    const granted = this.granted(schema);
    return this.system('ViewAllData') ? { ...granted, read: true, viewAll: true } : granted;
  }

  private granted(schema: SObjectSchema): ObjectGrant {
    const name = FOLLOWS[schema.name] ?? schema.name;
    const explicit = this.objects.get(name.toLowerCase());
    const profile = grantOf(this.profile?.objects[name] ?? '');
    if (explicit) return union(explicit, profile);
    if (schema.sort === 'share' || schema.sort === 'history') return schema.sort === 'share' ? OPEN : READ;
    if (schema.sort === 'customMetadata' || schema.custom || isGoverned(schema.name)) return profile;
    return SETUP_OBJECTS.has(schema.name) ? this.setup() : OPEN;
  }

  private setup(): ObjectGrant {
    return this.system('ManageUsers') ? OPEN : READ;
  }

  field(schema: SObjectSchema, field: FieldSchema): FieldGrant {
    if (!hasFieldSecurity(schema, field)) return { read: true, edit: true };
    const explicit = this.explicitField(schema, field);
    if (field.custom) return explicit ?? { read: false, edit: false };
    const open = this.profile?.standardFields ?? 'none';
    const governed = schema.custom || isGoverned(schema.name);
    if (!governed) return { read: true, edit: true };
    return { read: open !== 'none' || explicit?.read === true, edit: open === 'edit' || explicit?.edit === true };
  }

  private explicitField(schema: SObjectSchema, field: FieldSchema): FieldGrant | undefined {
    const own = this.fields.get(`${schema.name}.${field.name}`.toLowerCase());
    if (own || field.compoundFieldName === null) return own;
    return this.fields.get(`${schema.name}.${field.compoundFieldName}`.toLowerCase());
  }
}

function union(a: ObjectGrant, b: ObjectGrant): ObjectGrant {
  return {
    read: a.read || b.read,
    create: a.create || b.create,
    edit: a.edit || b.edit,
    delete: a.delete || b.delete,
    viewAll: a.viewAll || b.viewAll,
    modifyAll: a.modifyAll || b.modifyAll
  };
}

/** Objects whose change alters somebody's permissions or what they see. */
const WATCHED: ReadonlySet<string> = new Set([...SETUP_OBJECTS, 'CustomPermission', 'Profile']);

/** Permissions of all users, kept until one of their records changes. */
export class PermissionStore {
  private readonly users = new Map<string, PermissionReader>();
  /** Grows with every change; what depends on permissions remembers it. */
  version = 0;

  constructor(private readonly database: OrgDatabase) {}

  of(userId: string): PermissionReader {
    let permissions = this.users.get(userId);
    if (!permissions) this.users.set(userId, (permissions = this.load(userId)));
    return permissions;
  }

  /** To be called for every object that is written. */
  changed(object: string): void {
    if (WATCHED.has(object)) this.forget();
  }

  /** To be called when work is rolled back. */
  forget(): void {
    this.users.clear();
    this.version++;
  }

  private load(userId: string): PermissionReader {
    const profile = this.database.all(
      'SELECT p."Name" FROM "User" u JOIN "Profile" p ON p."Id" = u."ProfileId" WHERE u."Id" = ?',
      [userId]
    )[0];
    const definition = STANDARD_PROFILES.find((p) => p.name === profile?.[0]);
    return new UserPermissions(this.database, definition, this.permissionSetsOf(userId));
  }

  /** Ids of the permission sets whose rights the user has: the profile's own, those assigned, those of groups. */
  permissionSetsOf(userId: string): string[] {
    const sets = this.database.all(
      `SELECT "PermissionSetId" FROM "PermissionSetAssignment" WHERE "AssigneeId" = ?
       UNION SELECT s."Id" FROM "PermissionSet" s JOIN "User" u ON u."ProfileId" = s."ProfileId" WHERE u."Id" = ?`,
      [userId, userId]
    );
    return [...sets.map(([id]) => String(id)), ...this.groupedSets(userId)];
  }

  /** Permission sets that reach the user through permission set groups; a group gives nothing until it is calculated. */
  private groupedSets(userId: string): string[] {
    if (!this.database.findObject('PermissionSetGroupComponent')) return [];
    const assigned = this.database.object('PermissionSetAssignment').fields.has('permissionsetgroupid');
    if (!assigned) return [];
    const sql = `SELECT c."PermissionSetId" FROM "PermissionSetGroupComponent" c
      JOIN "PermissionSetGroup" g ON g."Id" = c."PermissionSetGroupId" AND g."Status" = 'Updated'
      JOIN "PermissionSetAssignment" a ON a."PermissionSetGroupId" = g."Id" WHERE a."AssigneeId" = ?`;
    return this.database.all(sql, [userId]).map(([id]) => String(id));
  }
}
