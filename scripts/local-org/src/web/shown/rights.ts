/** What a user may see of applications, tabs, objects and fields. */
import { profileName } from '../../data/seed/deploy';
import type { PermissionReader } from '../../data/security/permissions';
import type { LocalOrg } from '../../org';
import type { AccessMetadata } from '../../schema/access';
import { isStandardTab } from '../../schema/applications';
import type { FieldSchema, SObjectSchema } from '../../schema/model';

/** Visibilities of tabs that put them into the navigation: of permission sets, and of profiles. */
const VISIBLE_TAB = new Set(['Visible', 'DefaultOn']);

export class Rights {
  private readonly reader: PermissionReader;
  /** Permission sets and the profile of the user, as far as the project describes them. */
  private readonly accesses: AccessMetadata[];

  constructor(
    private readonly org: LocalOrg,
    userId: string
  ) {
    const { permissions, database } = org.data.context;
    this.reader = permissions.of(userId);
    const sql = `SELECT s."Name", p."Name" FROM "PermissionSet" s LEFT JOIN "Profile" p ON p."Id" = s."ProfileId"
      WHERE s."Id" IN (SELECT value FROM json_each(?))`;
    const held = database.all(sql, [JSON.stringify(permissions.permissionSetsOf(userId))]);
    const sets = new Set(held.map(([name]) => String(name)));
    const profiles = new Set(held.map(([, profile]) => String(profile ?? '')));
    this.accesses = org.project.access.filter((access) =>
      access.kind === 'Profile' ? profiles.has(profileName(access.name)) : sets.has(access.name)
    );
  }

  get isAdmin(): boolean {
    return this.reader.system('ModifyAllData');
  }

  application(name: string): boolean {
    return this.accesses.some(({ applications }) => applications.some((app) => app.name === name && app.visible));
  }

  /** Tabs of standard objects are open to those who read the object; tabs of custom objects need both. */
  tab(name: string): boolean {
    const object = this.org.project.schema.objects.get(name.replace(/^standard-/, '').toLowerCase());
    if (isStandardTab(name)) return object !== undefined && this.object(object);
    const isVisible = this.accesses.some(({ tabs }) =>
      tabs.some((tab) => tab.name === name && VISIBLE_TAB.has(tab.visibility))
    );
    return isVisible && (object === undefined || this.object(object));
  }

  object(schema: SObjectSchema): boolean {
    return this.reader.object(schema).read;
  }

  field(schema: SObjectSchema, field: FieldSchema): boolean {
    return this.reader.field(schema, field).read;
  }

  /** API names of the user's custom permissions. */
  customPermissions(): string[] {
    return [...this.org.project.customPermissions.keys()].filter((name) => this.reader.custom(name));
  }
}
