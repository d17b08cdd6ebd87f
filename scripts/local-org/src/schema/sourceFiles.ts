/**
 * Which file of a source folder holds which metadata.
 */
import path from 'node:path';
import { listFiles } from '../project/files';

/** Metadata types that the loader reads, by the suffix of their files. */
export type ReadType =
  | 'object'
  | 'field'
  | 'recordType'
  | 'validationRule'
  | 'fieldSet'
  | 'md'
  | 'labels'
  | 'translation'
  | 'permissionset'
  | 'profile'
  | 'namedCredential'
  | 'externalCredential'
  | 'customPermission'
  | 'globalValueSet'
  | 'standardValueSet'
  | 'resource'
  | 'remoteSite'
  | 'tab'
  | 'app'
  | 'notiftype'
  | 'queue'
  | 'group'
  | 'role'
  | 'permissionsetgroup'
  | 'cachePartition'
  | 'flexipage'
  | 'layout'
  | 'listView'
  | 'objectTranslation'
  | 'fieldTranslation'
  | 'js'
  | 'cmp';

const READ_TYPES = new Set<string>([
  'object',
  'field',
  'recordType',
  'validationRule',
  'fieldSet',
  'md',
  'labels',
  'translation',
  'permissionset',
  'profile',
  'namedCredential',
  'externalCredential',
  'customPermission',
  'globalValueSet',
  'standardValueSet',
  'resource',
  'remoteSite',
  'tab',
  'app',
  'notiftype',
  'queue',
  'group',
  'role',
  'permissionsetgroup',
  'cachePartition',
  'flexipage',
  'layout',
  'listView',
  'objectTranslation',
  'fieldTranslation',
  'js',
  'cmp'
]);

/** Looks and listings: an org shows them to people; no Apex, query or save depends on them. */
const SHOWN_ONLY = new Set([
  'compactLayout',
  'webLink',
  'businessProcess',
  'report',
  'reportFolder',
  'reportType',
  'dashboard',
  'dashboardFolder',
  'cls',
  'trigger',
  'page',
  'component',
  'css',
  'html',
  'json',
  'email',
  'emailFolder',
  'quickAction',
  'pathAssistant',
  'homePageLayout',
  'homePageComponent',
  'appMenu',
  'brandingSet',
  'lightningExperienceTheme',
  'contentAsset',
  'asset',
  'index',
  'cspTrustedSite',
  'corsWhitelistOrigin',
  'settings',
  'document',
  'documentFolder',
  'letter',
  'prompt',
  'letterhead',
  'messageChannel',
  'evt',
  'design',
  'auradoc',
  'svg',
  'intf',
  'tokens',
  'topicsForObjects',
  'customHelpMenuSection',
  'globalValueSetTranslation',
  'standardValueSetTranslation',
  'site',
  'network',
  'connectedApp',
  'experiences',
  'digitalExperience',
  'customApplicationComponent',
  'lightningBolt',
  'installedPackage',
  'analyticSnapshot',
  'iframeWhiteListUrlSettings'
]);

/** What would change records or access in an org and is not acted upon here. */
const NOT_ACTED_UPON = new Set([
  'flow',
  'flowDefinition',
  'workflow',
  'duplicateRule',
  'matchingRule',
  'assignmentRules',
  'autoResponseRules',
  'escalationRules',
  'approvalProcess',
  'sharingRules',
  'sharingReason',
  'delegateGroup',
  'territory2Model',
  'platformEventSubscriberConfig',
  'platformEventChannel',
  'platformEventChannelMember',
  'mutingpermissionset',
  'restrictionRule',
  'fieldRestrictionRule',
  'dataSource',
  'dwl'
]);

/** A metadata file that the loader reads. */
export interface SourceFile {
  file: string;
  type: ReadType;
  /** Name of the component: the file name before the suffix, decoded. */
  name: string;
  /** Object whose folder holds the file; null outside objects/. */
  object: string | null;
}

/** The files of a project, sorted by what they are. */
export interface SourceFiles {
  files: SourceFile[];
  /** Names of classes, triggers and pages, lower-cased, for references to them. */
  apex: ReadonlySet<string>;
  /** Suffix and path of what is known but not acted upon. */
  notActedUpon: { suffix: string; file: string }[];
  unknown: string[];
}

function isInsideFolder(file: string, folder: string): boolean {
  return file.split(path.sep).slice(0, -1).includes(folder);
}

/** `Foo__c.object-meta.xml` -> name and suffix; also the older form without `-meta.xml` in a folder of metadata. */
function splitName(file: string): { name: string; suffix: string } | null {
  const base = path.basename(file);
  if (isInsideFolder(file, 'staticresources') && !base.endsWith('.resource-meta.xml')) return null;
  // Outside its folder a file that ends with .md is a text of the project.
  if (base.endsWith('.md') && !isInsideFolder(file, 'customMetadata')) return null;
  const match =
    /^(.+)\.(\w+)-meta\.xml$/.exec(base) ??
    /^(.+)\.(object|labels|permissionset|profile|md|translation|globalValueSet|remoteSite|tab|app)$/.exec(base);
  if (!match) return null;
  return { name: decodeURIComponent(match[1]!.replace(/%(?![0-9A-Fa-f]{2})/g, '%25')), suffix: match[2]! };
}

function objectOf(file: string): string | null {
  const parts = file.split(path.sep);
  const at = parts.lastIndexOf('objects');
  return at >= 0 && at < parts.length - 2 ? parts[at + 1]! : null;
}

/** Sorts the files below the folders. @throws MissingPathError for a folder that is not there */
export function findSourceFiles(dirs: readonly string[]): SourceFiles {
  const found: SourceFiles & { apex: Set<string> } = { files: [], apex: new Set(), notActedUpon: [], unknown: [] };
  for (const file of listFiles(dirs)) {
    if (/\.(cls|trigger|page)$/.test(file))
      found.apex.add(
        path
          .basename(file)
          .replace(/\.\w+$/, '')
          .toLowerCase()
      );
    const split = splitName(file);
    if (split === null) continue;
    const { name, suffix } = split;
    if (READ_TYPES.has(suffix)) found.files.push({ file, type: suffix as ReadType, name, object: objectOf(file) });
    else if (NOT_ACTED_UPON.has(suffix)) found.notActedUpon.push({ suffix, file });
    else if (!SHOWN_ONLY.has(suffix)) found.unknown.push(file);
  }
  return found;
}
