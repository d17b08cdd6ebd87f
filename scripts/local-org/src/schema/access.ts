/**
 * Reads permission sets and profiles, and checks what they refer to.
 * Source: Metadata API Developer Guide, PermissionSet.
 */
import { isStandardTab } from './applications';
import type { Schema } from './model';
import type { Problems } from './problems';
import type { XmlElement } from './xml';

/** Rights on an object. */
export interface ObjectRights {
  object: string;
  create: boolean;
  read: boolean;
  edit: boolean;
  delete: boolean;
  viewAll: boolean;
  modifyAll: boolean;
  viewAllFields: boolean;
}

/** What a permission set or profile of the project grants. Names as in the org, canonical where they are of the schema. */
export interface AccessMetadata {
  kind: 'PermissionSet' | 'Profile';
  name: string;
  label: string;
  description: string | null;
  license: string | null;
  file: string;
  objects: ObjectRights[];
  fields: { object: string; field: string; read: boolean; edit: boolean }[];
  classes: string[];
  pages: string[];
  customPermissions: string[];
  /** `ExternalCredential-Principal`. */
  credentialPrincipals: string[];
  /** `ModifyAllData` … */
  userPermissions: string[];
  applications: { name: string; visible: boolean; default: boolean }[];
  tabs: { name: string; visibility: string }[];
  recordTypes: { name: string; visible: boolean; default: boolean }[];
  customMetadataTypes: string[];
  customSettings: string[];
}

function enabled(root: XmlElement, list: string, nameElement: string): string[] {
  return root
    .all(list)
    .filter((item) => item.flag('enabled'))
    .map((item) => item.text(nameElement) ?? '');
}

function objectRights(item: XmlElement): ObjectRights {
  return {
    object: item.text('object') ?? '',
    create: item.flag('allowCreate'),
    read: item.flag('allowRead'),
    edit: item.flag('allowEdit'),
    delete: item.flag('allowDelete'),
    viewAll: item.flag('viewAllRecords'),
    modifyAll: item.flag('modifyAllRecords'),
    viewAllFields: item.flag('viewAllFields')
  };
}

function fieldRights(item: XmlElement): AccessMetadata['fields'][number] {
  const path = item.text('field') ?? '';
  const dot = path.indexOf('.');
  return {
    object: path.slice(0, dot),
    field: path.slice(dot + 1),
    read: item.flag('readable'),
    edit: item.flag('editable')
  };
}

/** Reads a permission set or profile. */
export function readAccess(kind: AccessMetadata['kind'], name: string, file: string, root: XmlElement): AccessMetadata {
  const tabs = [...root.all('tabSettings'), ...root.all('tabVisibilities')];
  return {
    kind,
    name,
    label: root.text('label') ?? name,
    description: root.text('description'),
    license: root.text('license') ?? root.text('userLicense'),
    file,
    objects: root.all('objectPermissions').map(objectRights),
    fields: [...root.all('fieldPermissions'), ...root.all('fieldLevelSecurities')].map(fieldRights),
    classes: enabled(root, 'classAccesses', 'apexClass'),
    pages: enabled(root, 'pageAccesses', 'apexPage'),
    customPermissions: enabled(root, 'customPermissions', 'name'),
    credentialPrincipals: enabled(root, 'externalCredentialPrincipalAccesses', 'externalCredentialPrincipal'),
    userPermissions: enabled(root, 'userPermissions', 'name'),
    applications: root.all('applicationVisibilities').map((item) => ({
      name: item.text('application') ?? '',
      visible: item.flag('visible'),
      default: item.flag('default')
    })),
    tabs: tabs.map((item) => ({ name: item.text('tab') ?? '', visibility: item.text('visibility') ?? '' })),
    recordTypes: root.all('recordTypeVisibilities').map((item) => ({
      name: item.text('recordType') ?? '',
      visible: item.flag('visible'),
      default: item.flag('default')
    })),
    customMetadataTypes: enabled(root, 'customMetadataTypeAccesses', 'name'),
    customSettings: enabled(root, 'customSettingAccesses', 'name')
  };
}

/** What permission sets may refer to. */
export interface AccessTargets {
  schema: Schema;
  /** Lower-cased names of classes and pages. */
  apex: ReadonlySet<string>;
  customPermissions: ReadonlySet<string>;
  /** `ExternalCredential-Principal`. */
  credentialPrincipals: ReadonlySet<string>;
  applications: ReadonlySet<string>;
  tabs: ReadonlySet<string>;
}

class AccessCheck {
  constructor(
    private readonly access: AccessMetadata,
    private readonly targets: AccessTargets,
    private readonly problems: Problems
  ) {}

  run(): void {
    for (const rights of this.access.objects) this.checkObject(rights);
    for (const rights of this.access.fields) this.checkField(rights);
    this.checkNames('apexClass', 'ApexClass', this.access.classes, this.targets.apex, true);
    this.checkNames('name', 'CustomPermission', this.access.customPermissions, this.targets.customPermissions);
    const principals = this.targets.credentialPrincipals;
    this.checkNames(
      'externalCredentialPrincipal',
      'ExternalCredentialPrincipal',
      this.access.credentialPrincipals,
      principals
    );
    const custom = this.access.applications
      .map((application) => application.name)
      .filter((name) => !name.startsWith('standard__'));
    this.checkNames('application', 'CustomApplication', custom, this.targets.applications);
    for (const { name } of this.access.tabs) {
      if (!isStandardTab(name) && !this.targets.tabs.has(name))
        this.error(`You can't edit tab settings for ${name}, as it's not a valid tab.`);
    }
  }

  private error(message: string): void {
    this.problems.error(this.access.file, this.access.kind, this.access.name, message);
  }

  private checkObject(rights: ObjectRights): void {
    const object = this.targets.schema.objects.get(rights.object.toLowerCase());
    if (!object) return this.error(`In field: field - no CustomObject named ${rights.object} found`);
    rights.object = object.name;
    const needsRead = rights.create || rights.edit || rights.delete || rights.viewAll || rights.modifyAll;
    if (needsRead && !rights.read) this.depends(needs(rights), object.name, 'Read');
    if (rights.delete && !rights.edit) this.depends('Delete', object.name, 'Edit');
    if (rights.modifyAll && !(rights.viewAll && rights.edit && rights.delete))
      this.depends('Modify All', object.name, 'View All, Edit, Delete');
  }

  private depends(right: string, object: string, on: string): void {
    this.error(`Permission ${right} ${object} depends on permission(s): ${on} ${object}`);
  }

  private checkField(rights: AccessMetadata['fields'][number]): void {
    const object = this.targets.schema.objects.get(rights.object.toLowerCase());
    const field = object?.fields.get(rights.field.toLowerCase());
    if (!object || !field)
      return this.error(`In field: field - no CustomField named ${rights.object}.${rights.field} found`);
    const path = `${object.name}.${field.name}`;
    if (
      field.masterDetail ||
      (field.custom && !field.nillable && field.type !== 'BOOLEAN' && !field.calculated && !field.autoNumberFormat)
    ) {
      return this.error(`You cannot deploy to a required field: ${path}`);
    }
    if (rights.edit && !rights.read) return this.error(`Field ${path} is editable and must be readable too`);
    if (rights.edit && field.calculated) return this.error(`You can't edit the calculated field: ${path}`);
    rights.object = object.name;
    rights.field = field.name;
  }

  private checkNames(
    element: string,
    type: string,
    names: string[],
    known: ReadonlySet<string>,
    anyCase = false
  ): void {
    for (const name of names) {
      if (!known.has(anyCase ? name.toLowerCase() : name))
        this.error(`In field: ${element} - no ${type} named ${name} found`);
    }
  }
}

function needs(rights: ObjectRights): string {
  if (rights.create) return 'Create';
  if (rights.edit) return 'Edit';
  if (rights.delete) return 'Delete';
  return rights.viewAll ? 'View All' : 'Modify All';
}

/** Checks the references of a permission set or profile, and brings names to their canonical case. */
export function checkAccess(access: AccessMetadata, targets: AccessTargets, problems: Problems): void {
  new AccessCheck(access, targets, problems).run();
}
