/**
 * Reads the metadata of an sfdx project, or of any folders with sfdx source.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { findProjectRoot, packageDirectories } from '../project/files';
import { standardObjects } from '../platform/standardObjects';
import { checkAccess, readAccess } from './access';
import { readExternalCredential, readNamedCredential, readRemoteSite } from './credentials';
import { readPicklistValue } from './fields';
import { readLabels, readTranslations } from './labels';
import type { PicklistValue, Schema } from './model';
import { loadObjects } from './loadObjects';
import { Problems } from './problems';
import type { NamedComponent, ProjectMetadata } from './project';
import { readMetadataRecord } from './records';
import { checkShown, readShown } from './shown';
import { findSourceFiles, type ReadType, type SourceFile, type SourceFiles } from './sourceFiles';
import { readStaticResource } from './staticResources';
import { parseXml, type XmlElement } from './xml';

/** A metadata file with its content. */
export interface ParsedFile extends SourceFile {
  root: XmlElement;
}

/** The names by which an org calls the types. */
export const TYPE_NAMES: Record<ReadType, string> = {
  object: 'CustomObject',
  field: 'CustomField',
  recordType: 'RecordType',
  validationRule: 'ValidationRule',
  fieldSet: 'FieldSet',
  md: 'CustomMetadata',
  labels: 'CustomLabels',
  translation: 'Translations',
  permissionset: 'PermissionSet',
  profile: 'Profile',
  namedCredential: 'NamedCredential',
  externalCredential: 'ExternalCredential',
  customPermission: 'CustomPermission',
  globalValueSet: 'GlobalValueSet',
  standardValueSet: 'StandardValueSet',
  resource: 'StaticResource',
  remoteSite: 'RemoteSiteSetting',
  tab: 'CustomTab',
  app: 'CustomApplication',
  notiftype: 'CustomNotificationType',
  queue: 'Queue',
  group: 'Group',
  role: 'Role',
  permissionsetgroup: 'PermissionSetGroup',
  cachePartition: 'PlatformCachePartition',
  flexipage: 'FlexiPage',
  layout: 'Layout',
  listView: 'ListView',
  objectTranslation: 'CustomObjectTranslation',
  fieldTranslation: 'CustomFieldTranslation',
  js: 'LightningComponentBundle',
  cmp: 'AuraDefinitionBundle'
};

/** Parsed files of one project by type, and where problems go. */
export class ParsedFiles {
  private readonly byType = new Map<ReadType, ParsedFile[]>();

  constructor(
    files: readonly SourceFile[],
    readonly problems: Problems
  ) {
    for (const file of files) this.parse(file);
  }

  private parse(file: SourceFile): void {
    const shown = displayPath(file.file);
    const root = this.problems.guard(shown, TYPE_NAMES[file.type], file.name, () =>
      parseXml(readFileSync(file.file, 'utf8').replace(/^\uFEFF/, ''))
    );
    if (!root) return;
    const list = this.byType.get(file.type) ?? [];
    list.push({ ...file, file: shown, root });
    this.byType.set(file.type, list);
  }

  of(type: ReadType): ParsedFile[] {
    return this.byType.get(type) ?? [];
  }

  /** Reads every file of a type to a map by name; a file that an org would reject is left out. */
  read<T>(type: ReadType, read: (file: ParsedFile) => T): Map<string, T> {
    const found = new Map<string, T>();
    for (const file of this.of(type)) {
      const value = this.problems.guard(file.file, TYPE_NAMES[type], file.name, () => read(file));
      if (value !== undefined) found.set(file.name, value);
    }
    return found;
  }
}

function displayPath(file: string): string {
  const relative = path.relative(process.cwd(), file);
  return relative.startsWith('..') ? file : relative;
}

function named(file: ParsedFile): NamedComponent {
  const { name, root } = file;
  return {
    name,
    label: root.text('masterLabel') ?? root.text('label') ?? root.text('name') ?? name,
    description: root.text('description')
  };
}

function readValueSets(files: ParsedFiles): Map<string, PicklistValue[]> {
  const sets = new Map<string, PicklistValue[]>();
  for (const [name, values] of files.read('globalValueSet', (file) =>
    file.root.all('customValue').map(readPicklistValue)
  ))
    sets.set(name, values);
  for (const [name, values] of files.read('standardValueSet', (file) =>
    file.root.all('standardValue').map(readPicklistValue)
  )) {
    sets.set(name, values);
  }
  return sets;
}

function readRecords(files: ParsedFiles, schema: Schema): void {
  for (const file of files.of('md')) {
    const dot = file.name.indexOf('.');
    const typeName = `${file.name.slice(0, dot)}__mdt`;
    const type = schema.objects.get(typeName.toLowerCase());
    if (!type) {
      files.problems.error(
        file.file,
        'CustomMetadata',
        file.name,
        `In field: fullName - no CustomObject named ${typeName} found`
      );
      continue;
    }
    const record = files.problems.guard(file.file, 'CustomMetadata', file.name, () =>
      readMetadataRecord(file.name.slice(dot + 1), file.root, type)
    );
    if (!record) continue;
    const records = schema.metadataRecords.get(type.name) ?? [];
    records.push(record);
    schema.metadataRecords.set(type.name, records);
  }
}

function readAllLabels(files: ParsedFiles, schema: Schema): void {
  for (const file of files.of('labels')) readLabels(schema.labels, file.root, file.file, files.problems);
  for (const file of files.of('translation'))
    readTranslations(schema.labels, file.root, file.name, file.file, files.problems);
}

/** Credential principals as permission sets name them. */
export function principalNames(project: Pick<ProjectMetadata, 'externalCredentials'>): Set<string> {
  const credentials = [...project.externalCredentials.values()];
  return new Set(
    credentials.flatMap((credential) => credential.principals.map((principal) => `${credential.name}-${principal}`))
  );
}

function checkCredentials(project: ProjectMetadata, files: ParsedFiles): void {
  for (const file of files.of('namedCredential')) {
    const wanted = project.namedCredentials.get(file.name)?.externalCredential;
    if (wanted && !project.externalCredentials.has(wanted)) {
      const message = `In field: externalCredential - no ExternalCredential named ${wanted} found`;
      files.problems.error(file.file, 'NamedCredential', file.name, message);
    }
  }
}

function warn(problems: Problems, sources: SourceFiles): void {
  const bySuffix = new Map<string, string[]>();
  for (const { suffix, file } of sources.notActedUpon) bySuffix.set(suffix, [...(bySuffix.get(suffix) ?? []), file]);
  for (const [suffix, files] of bySuffix) {
    const more = files.length > 1 ? ` (and ${files.length - 1} more)` : '';
    problems.warn(displayPath(files[0]!), `The local org does not act upon ${suffix} metadata${more}`);
  }
  for (const file of sources.unknown)
    problems.warn(displayPath(file), 'The local org does not know this type of metadata');
}

function checkAllAccess(project: ProjectMetadata, apex: ReadonlySet<string>, problems: Problems): void {
  const targets = {
    schema: project.schema,
    apex,
    customPermissions: new Set(project.customPermissions.keys()),
    credentialPrincipals: principalNames(project),
    applications: new Set(project.applications.keys()),
    tabs: new Set(project.tabs.keys())
  };
  for (const access of project.access) checkAccess(access, targets, problems);
}

function readAccesses(files: ParsedFiles): ProjectMetadata['access'] {
  const sets = files.read('permissionset', (file) => readAccess('PermissionSet', file.name, file.file, file.root));
  const profiles = files.read('profile', (file) => readAccess('Profile', file.name, file.file, file.root));
  return [...sets.values(), ...profiles.values()];
}

/** The folders to read: an sfdx project's package directories, or the folders themselves. */
function sourceFolders(where: string | readonly string[]): string[] {
  if (typeof where !== 'string') return [...where];
  const root = findProjectRoot(where);
  return root !== undefined && path.resolve(where) === root ? packageDirectories(root) : [where];
}

/**
 * Reads the metadata of a project folder (one with sfdx-project.json: its package directories) or of any folders.
 * What an org would reject stands in `errors` and is left out; nothing is thrown for it.
 * @throws MissingPathError for a folder that is not there
 */
export function loadProject(where: string | readonly string[]): ProjectMetadata {
  const problems = new Problems();
  const sources = findSourceFiles(sourceFolders(where));
  const files = new ParsedFiles(sources.files, problems);
  const schema: Schema = { objects: standardObjects(), metadataRecords: new Map(), labels: new Map() };
  loadObjects(schema, files, readValueSets(files), new Set(files.of('tab').map((file) => file.name)));
  readRecords(files, schema);
  readAllLabels(files, schema);
  const project: ProjectMetadata = {
    schema,
    access: readAccesses(files),
    namedCredentials: files.read('namedCredential', (file) => readNamedCredential(file.name, file.root)),
    externalCredentials: files.read('externalCredential', (file) => readExternalCredential(file.name, file.root)),
    remoteSites: [...files.read('remoteSite', (file) => readRemoteSite(file.name, file.root)).values()],
    customPermissions: files.read('customPermission', named),
    staticResources: files.read('resource', (file) => readStaticResource(file.name, file.file, file.root)),
    notificationTypes: files.read('notiftype', named),
    ...readShown(files, schema),
    queues: files.read('queue', (file) => ({
      ...named(file),
      objects: file.root.all('queueSobject').map((item) => item.text('sobjectType') ?? '')
    })),
    groups: files.read('group', named),
    roles: files.read('role', (file) => ({ ...named(file), parentRole: file.root.text('parentRole') })),
    cachePartitions: files.read('cachePartition', named),
    permissionSetGroups: files.read('permissionsetgroup', (file) => ({
      ...named(file),
      permissionSets: file.root.all('permissionSets').map((item) => item.value)
    })),
    errors: problems.errors,
    warnings: problems.warnings
  };
  checkCredentials(project, files);
  checkShown(project, files);
  checkAllAccess(project, sources.apex, problems);
  warn(problems, sources);
  return project;
}

/** Only the objects, records and labels of a project. See `loadProject`. */
export function loadSchema(where: string | readonly string[]): Schema {
  return loadProject(where).schema;
}
