/**
 * Which principals of external credentials a user may use: those that an assigned permission set, or the profile, names.
 */
import type { AccessMetadata } from '../schema/access';

/**
 * @param access permission sets and profiles of the project
 * @param assigned API names of the permission sets assigned to the running user, and the name of the profile
 */
export function mayUsePrincipal(
  access: readonly AccessMetadata[],
  assigned: { permissionSets: ReadonlySet<string>; profile: string },
  credential: string,
  principal: string
): boolean {
  return access.some((item) => {
    const applies = item.kind === 'Profile' ? item.name === assigned.profile : assigned.permissionSets.has(item.name);
    return applies && item.credentialPrincipals.includes(`${credential}-${principal}`);
  });
}
