/**
 * A project's metadata, read.
 */
import type { AccessMetadata } from './access';
import type { Application, CustomTab, RecordPage } from './applications';
import type { ExternalCredential, NamedCredential, RemoteSite } from './credentials';
import type { ComponentBundle, FlexiPage } from './flexiPages';
import type { ListView, PageLayout } from './layouts';
import type { Schema } from './model';
import type { MetadataProblem, MetadataWarning } from './problems';
import type { StaticResource } from './staticResources';
import type { Translations } from './translations';

/** A component of which only its name and a few texts matter. */
export interface NamedComponent {
  name: string;
  label: string;
  description: string | null;
}

export interface QueueMetadata extends NamedComponent {
  objects: string[];
}

/** Everything that the local org takes from a project besides its Apex. */
export interface ProjectMetadata {
  schema: Schema;
  /** Permission sets and profiles. */
  access: AccessMetadata[];
  namedCredentials: Map<string, NamedCredential>;
  externalCredentials: Map<string, ExternalCredential>;
  remoteSites: RemoteSite[];
  customPermissions: Map<string, NamedComponent>;
  staticResources: Map<string, StaticResource>;
  notificationTypes: Map<string, NamedComponent>;
  applications: Map<string, Application>;
  /** Custom tabs by API name. */
  tabs: Map<string, CustomTab>;
  flexiPages: Map<string, FlexiPage>;
  /** Pages for the records of objects, where no application has one of its own. */
  recordPages: RecordPage[];
  layouts: Map<string, PageLayout>;
  /** In the order of their names. */
  listViews: ListView[];
  bundles: Map<string, ComponentBundle>;
  /** Names of objects, fields, tabs and applications in other languages. */
  translations: Translations;
  queues: Map<string, QueueMetadata>;
  groups: Map<string, NamedComponent>;
  roles: Map<string, NamedComponent & { parentRole: string | null }>;
  cachePartitions: Map<string, NamedComponent>;
  permissionSetGroups: Map<string, NamedComponent & { permissionSets: string[] }>;
  /** What an org would reject. */
  errors: MetadataProblem[];
  /** What the local org knows but does not act upon, or does not know. */
  warnings: MetadataWarning[];
}
