/**
 * A project's metadata, read.
 */
import type { AccessMetadata } from './access';
import type { ExternalCredential, NamedCredential, RemoteSite } from './credentials';
import type { Schema } from './model';
import type { MetadataProblem, MetadataWarning } from './problems';
import type { StaticResource } from './staticResources';

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
  applications: Map<string, NamedComponent>;
  /** API names of custom tabs. */
  tabs: Set<string>;
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
