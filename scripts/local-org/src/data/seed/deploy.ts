/**
 * Brings the records that mirror metadata to the project that is deployed: record types, custom permissions, permission
 * sets and their rights, roles, queues, groups, records of custom metadata types.
 */
import type { AccessMetadata } from '../../schema/access';
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import type { ProjectMetadata } from '../../schema/project';
import { ApexDate } from '../../runtime/values/date';
import { ApexDatetime } from '../../runtime/values/datetime';
import { ApexDecimal } from '../../runtime/values/decimal';
import { encode, quote, storageKind, type SqlValue } from '../storage/columns';
import type { DataContext } from '../dataContext';
import { writeSystem, type SystemValues } from '../dml/systemWrite';

/** Standard profiles whose files have another name. Source: Metadata API Developer Guide, Profile. */
const PROFILE_NAMES: Readonly<Record<string, string>> = {
  Admin: 'System Administrator',
  Standard: 'Standard User',
  ReadOnly: 'Read Only',
  StandardPlatformUser: 'Standard Platform User',
  MarketingProfile: 'Marketing User'
};

/** Name of the profile that a file of that name describes. */
export function profileName(fileName: string): string {
  return decodeURIComponent(PROFILE_NAMES[fileName] ?? fileName);
}

/** What is deployed; only the schema must be there. */
export type Deployment = Pick<ProjectMetadata, 'schema'> & Partial<ProjectMetadata>;

export class Deployer {
  constructor(
    private readonly data: DataContext,
    private readonly project: Deployment
  ) {}

  deploy(): void {
    this.recordTypes();
    this.customPermissions();
    for (const partition of this.project.cachePartitions?.values() ?? [])
      this.named('PlatformCachePartition', partition.name, { MasterLabel: partition.label });
    for (const role of this.project.roles?.values() ?? []) this.role(role.name);
    for (const queue of this.project.queues?.values() ?? []) this.queue(queue.name, queue.label, queue.objects);
    for (const group of this.project.groups?.values() ?? [])
      this.named('Group', group.name, { Name: group.label, Type: 'Regular' });
    for (const access of this.project.access ?? []) this.access(access);
    this.permissionSetGroups();
    for (const schema of this.project.schema.objects.values())
      if (schema.sort === 'customMetadata') this.metadataRecords(schema);
    this.data.permissions.forget();
  }

  private has(object: string): boolean {
    return this.data.database.findObject(object) !== undefined;
  }

  /** Id of the record with that value; undefined when there is none. */
  private find(object: string, column: string, value: string, more = ''): string | undefined {
    const row = this.data.database.all(`SELECT "Id" FROM ${quote(object)} WHERE ${quote(column)} = ?${more}`, [
      value
    ])[0];
    return row ? String(row[0]) : undefined;
  }

  /** The record of that developer name, made when it is new. Values of a known one are brought up to date. */
  private named(object: string, developerName: string, values: SystemValues, column = 'DeveloperName'): string {
    const known = this.find(object, column, developerName);
    if (known === undefined) return writeSystem(this.data, object, { [column]: developerName, ...values });
    this.overwrite(object, known, values);
    return known;
  }

  private overwrite(object: string, id: string, values: SystemValues): void {
    const table = this.data.table(this.data.object(object));
    const fields = Object.keys(values).filter((f) => table.has(f));
    if (fields.length === 0) return;
    const params: SqlValue[] = fields.map((f) => encode(table.field(f)!, values[f]));
    this.data.database.run(table.updateSql(fields), [...params, id]);
  }

  private recordTypes(): void {
    if (!this.has('RecordType')) return;
    for (const schema of this.project.schema.objects.values()) {
      for (const type of schema.recordTypes) {
        const known = this.find(
          'RecordType',
          'DeveloperName',
          type.developerName,
          ` AND "SobjectType" = '${schema.name}'`
        );
        const values = { Name: type.label, SobjectType: schema.name, IsActive: type.active };
        if (known === undefined) writeSystem(this.data, 'RecordType', { DeveloperName: type.developerName, ...values });
        else this.overwrite('RecordType', known, values);
      }
    }
  }

  private customPermissions(): void {
    for (const permission of this.project.customPermissions?.values() ?? []) {
      this.named('CustomPermission', permission.name, {
        MasterLabel: permission.label,
        Description: permission.description
      });
    }
  }

  private role(name: string): string | null {
    const role = this.project.roles?.get(name);
    if (!role) return null;
    const parent = role.parentRole === null ? null : this.role(role.parentRole);
    return this.named('UserRole', role.name, { Name: role.label, ParentRoleId: parent });
  }

  private queue(name: string, label: string, objects: string[]): void {
    const id = this.named('Group', name, { Name: label, Type: 'Queue' });
    this.data.database.run('DELETE FROM "QueueSobject" WHERE "QueueId" = ?', [id]);
    for (const object of objects) writeSystem(this.data, 'QueueSobject', { QueueId: id, SobjectType: object });
  }

  /** A profile of the project adds to the standard profile of that name, or is a profile of its own. */
  private access(access: AccessMetadata): void {
    const set = access.kind === 'Profile' ? this.profileSet(access) : this.permissionSet(access);
    this.overwrite(
      'PermissionSet',
      set,
      Object.fromEntries(access.userPermissions.map((p) => [`Permissions${p}`, true]))
    );
    this.rights(set, access);
  }

  private permissionSet(access: AccessMetadata): string {
    return this.named(
      'PermissionSet',
      access.name,
      {
        Label: access.label,
        Description: access.description,
        IsOwnedByProfile: false,
        IsCustom: true,
        Type: 'Regular'
      },
      'Name'
    );
  }

  private profileSet(access: AccessMetadata): string {
    const name = profileName(access.name);
    let profile = this.find('Profile', 'Name', name);
    if (profile === undefined) {
      const license = this.find('UserLicense', 'Name', access.license ?? 'Salesforce') ?? null;
      profile = writeSystem(this.data, 'Profile', { Name: name, UserLicenseId: license, UserType: 'Standard' });
      const values = { Label: name, IsOwnedByProfile: true, IsCustom: true, ProfileId: profile, Type: 'Profile' };
      return writeSystem(this.data, 'PermissionSet', { Name: `X${profile.slice(0, 15)}`, ...values });
    }
    return this.find('PermissionSet', 'ProfileId', profile)!;
  }

  private rights(set: string, access: AccessMetadata): void {
    const { data } = this;
    for (const object of ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess']) {
      if (this.has(object)) data.database.run(`DELETE FROM ${quote(object)} WHERE "ParentId" = ?`, [set]);
    }
    for (const o of access.objects) {
      writeSystem(data, 'ObjectPermissions', {
        ParentId: set,
        SobjectType: o.object,
        PermissionsRead: o.read,
        PermissionsCreate: o.create,
        PermissionsEdit: o.edit,
        PermissionsDelete: o.delete,
        PermissionsViewAllRecords: o.viewAll,
        PermissionsModifyAllRecords: o.modifyAll
      });
    }
    for (const name of [...access.customMetadataTypes, ...access.customSettings]) {
      writeSystem(data, 'ObjectPermissions', { ParentId: set, SobjectType: name, PermissionsRead: true });
    }
    for (const f of access.fields) {
      writeSystem(data, 'FieldPermissions', {
        ParentId: set,
        SobjectType: f.object,
        Field: `${f.object}.${f.field}`,
        PermissionsRead: f.read,
        PermissionsEdit: f.edit
      });
    }
    this.customPermissionRights(set, access.customPermissions);
  }

  private customPermissionRights(set: string, names: string[]): void {
    for (const name of names) {
      const id = this.find('CustomPermission', 'DeveloperName', name);
      if (id === undefined) throw new Error(`The custom permission ${name} does not exist`);
      writeSystem(this.data, 'SetupEntityAccess', {
        ParentId: set,
        SetupEntityId: id,
        SetupEntityType: 'CustomPermission'
      });
    }
  }

  /** Rights on classes: apart from the others, because the records of classes come after the compiler. */
  classAccess(): void {
    for (const access of this.project.access ?? []) {
      const set = access.kind === 'Profile' ? this.profileSet(access) : this.permissionSet(access);
      for (const name of access.classes) {
        const id = this.find('ApexClass', 'Name', name);
        if (id === undefined) continue;
        writeSystem(this.data, 'SetupEntityAccess', { ParentId: set, SetupEntityId: id, SetupEntityType: 'ApexClass' });
      }
    }
    this.data.permissions.forget();
  }

  private permissionSetGroups(): void {
    for (const group of this.project.permissionSetGroups?.values() ?? []) {
      const id = this.named('PermissionSetGroup', group.name, {
        MasterLabel: group.label,
        Description: group.description,
        Status: 'Updated'
      });
      this.data.database.run('DELETE FROM "PermissionSetGroupComponent" WHERE "PermissionSetGroupId" = ?', [id]);
      for (const name of group.permissionSets) {
        const set = this.find('PermissionSet', 'Name', name);
        if (set === undefined)
          throw new Error(`The permission set group ${group.name} names ${name}, which does not exist`);
        writeSystem(this.data, 'PermissionSetGroupComponent', { PermissionSetGroupId: id, PermissionSetId: set });
      }
    }
  }

  /** Records of a metadata type: those of the project, and no others; ids stay. */
  private metadataRecords(schema: SObjectSchema): void {
    const records =
      this.project.schema.metadataRecords.get(schema.name) ??
      this.project.schema.metadataRecords.get(schema.name.toLowerCase()) ??
      [];
    const kept = new Set<string>();
    for (const record of records) {
      const values: SystemValues = {
        MasterLabel: record.label,
        Label: record.label,
        QualifiedApiName: record.developerName,
        Language: 'en_US',
        NamespacePrefix: null
      };
      for (const [name, value] of Object.entries(record.values)) {
        const field = schema.fields.get(name.toLowerCase());
        if (field) values[field.name] = this.metadataValue(field, value);
      }
      kept.add(this.named(schema.name, record.developerName, values));
    }
    for (const [id] of this.data.database.all(`SELECT "Id" FROM ${quote(schema.name)}`)) {
      if (!kept.has(String(id))) this.data.database.run(`DELETE FROM ${quote(schema.name)} WHERE "Id" = ?`, [id!]);
    }
  }

  private metadataValue(field: FieldSchema, value: unknown): unknown {
    if (value === null || value === undefined || typeof value !== 'string') return value ?? null;
    switch (storageKind(field)) {
      case 'decimal':
      case 'double':
      case 'integer':
        return ApexDecimal.tryParse(value);
      case 'date':
        return ApexDate.tryParseIso(value);
      case 'datetime':
        return new ApexDatetime(Date.parse(value));
      case 'boolean':
        return value === 'true';
      case 'id':
        return this.metadataReference(field, value);
      default:
        return value;
    }
  }

  /** A metadata relationship names a record of another metadata type by developer name. */
  private metadataReference(field: FieldSchema, developerName: string): string | null {
    const target = field.referenceTo[0];
    if (target === undefined || !this.has(target) || !target.endsWith('__mdt')) return null;
    return (
      this.find(target, 'DeveloperName', developerName) ??
      this.named(target, developerName, { MasterLabel: developerName })
    );
  }
}
