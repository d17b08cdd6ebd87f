/**
 * Puts callouts into an org with data.
 */
import type { OrgData } from '../data';
import { kernel, provideServices } from '../runtime/kernel';
import type { ProjectMetadata } from '../schema/project';
import { calloutServices } from './callout';
import type { CalloutConfig } from './config';
import { mayUsePrincipal } from './principals';

/** Names of the permission sets that are assigned to a user. */
function assignedPermissionSets(data: OrgData, userId: string): Set<string> {
  const sql = `SELECT p."Name" FROM "PermissionSetAssignment" a JOIN "PermissionSet" p ON p."Id" = a."PermissionSetId" WHERE a."AssigneeId" = ?`;
  return new Set(data.context.database.all(sql, [userId]).map((row) => String(row[0])));
}

/** Fills the kernel's callout slot for a project. Call it after `installData`. */
export function installCallouts(data: OrgData, project: ProjectMetadata, config: CalloutConfig): void {
  const services = calloutServices({
    metadata: project,
    config,
    mayUsePrincipal: (credential, principal) => {
      const { id, profileName } = kernel.tx.user;
      const assigned = { permissionSets: assignedPermissionSets(data, id), profile: profileName };
      return mayUsePrincipal(project.access, assigned, credential, principal);
    }
  });
  provideServices(services);
}
