/**
 * Which records a user sees and changes: owner, role hierarchy, shares, View All and Modify All.
 * Source: Salesforce Security Guide, "Organization-Wide Sharing Defaults" and "Role Hierarchy".
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { quote, type SqlValue } from '../storage/columns';
import type { OrgDatabase } from '../storage/database';
import type { Sql } from '../soql/plan';
import type { PermissionStore } from './permissions';

/** What is wanted with a record. */
export type RecordNeed = 'read' | 'edit' | 'delete';

export class Sharing {
  private readonly scopes = new Map<string, { version: number; json: string }>();

  constructor(
    private readonly database: OrgDatabase,
    private readonly permissions: PermissionStore
  ) {}

  /** Condition on `alias` that keeps the records open to the user; null when all are. */
  filter(schema: SObjectSchema, alias: string, userId: string, need: RecordNeed): Sql | null {
    if (this.isOpen(schema, userId, need)) return null;
    if (schema.sharingModel === 'ControlledByParent') return this.byParent(schema, alias, userId, need);
    if (!schema.fields.has('ownerid')) return null;
    const scope = (): SqlValue => this.scope(userId);
    const owned = `${alias}."OwnerId" IN (SELECT value FROM json_each(?))`;
    const shared = this.shares(schema, alias, need);
    if (!shared) return { sql: owned, params: [scope] };
    return { sql: `(${owned} OR ${shared})`, params: [scope, scope] };
  }

  private isOpen(schema: SObjectSchema, userId: string, need: RecordNeed): boolean {
    const reader = this.permissions.of(userId);
    const grant = reader.object(schema);
    if (grant.modifyAll || (need === 'read' && grant.viewAll)) return true;
    if (schema.sort !== 'standard' && schema.sort !== 'custom') return true;
    if (schema.sharingModel === null || schema.sharingModel === 'FullAccess') return true;
    if (schema.sharingModel === 'ReadWrite') return need !== 'delete' || !schema.fields.has('ownerid');
    return schema.sharingModel === 'Read' && need === 'read';
  }

  /** Details follow their master; contacts their account, and their owner when they have none. */
  private byParent(schema: SObjectSchema, alias: string, userId: string, need: RecordNeed): Sql | null {
    const link = this.parentField(schema);
    const parent = link ? this.database.findObject(link.referenceTo[0]!) : undefined;
    if (!link || !parent) return null;
    const parentNeed = need === 'delete' ? 'edit' : need;
    const inner = this.filter(parent, 'p', userId, parentNeed);
    if (!inner) return null;
    const column = `${alias}.${quote(link.name)}`;
    const visible = `${column} IN (SELECT p."Id" FROM ${quote(parent.name)} p WHERE ${inner.sql})`;
    if (link.masterDetail || !schema.fields.has('ownerid')) return { sql: visible, params: inner.params };
    const orphan = `(${column} IS NULL AND ${alias}."OwnerId" IN (SELECT value FROM json_each(?)))`;
    return { sql: `(${visible} OR ${orphan})`, params: [...inner.params, () => this.scope(userId)] };
  }

  private parentField(schema: SObjectSchema): FieldSchema | undefined {
    const fields = [...schema.fields.values()];
    return (
      fields.find((f) => f.masterDetail) ?? (schema.name === 'Contact' ? schema.fields.get('accountid') : undefined)
    );
  }

  private shares(schema: SObjectSchema, alias: string, need: RecordNeed): string | null {
    const name = schema.custom ? schema.name.replace(/__c$/, '__Share') : `${schema.name}Share`;
    const share = this.database.findObject(name);
    if (!share) return null;
    const parent = schema.custom ? 'ParentId' : `${schema.name}Id`;
    const level = schema.custom ? 'AccessLevel' : `${schema.name}AccessLevel`;
    if (!share.fields.has(parent.toLowerCase()) || !share.fields.has(level.toLowerCase())) return null;
    const levels = need === 'read' ? "'Read', 'Edit', 'All'" : need === 'edit' ? "'Edit', 'All'" : "'All'";
    return `${alias}."Id" IN (SELECT s.${quote(parent)} FROM ${quote(name)} s WHERE s.${quote(level)} IN (${levels})
      AND s."UserOrGroupId" IN (SELECT value FROM json_each(?)))`;
  }

  /** The user, those below in the role hierarchy, and the groups and queues with any of them, as JSON. */
  private scope(userId: string): string {
    const known = this.scopes.get(userId);
    if (known && known.version === this.permissions.version) return known.json;
    const json = JSON.stringify(this.computeScope(userId));
    this.scopes.set(userId, { version: this.permissions.version, json });
    return json;
  }

  private computeScope(userId: string): string[] {
    const subordinates = this.database.all(
      `WITH RECURSIVE below(id) AS (
         SELECT r."Id" FROM "UserRole" r JOIN "User" u ON u."UserRoleId" = r."ParentRoleId" WHERE u."Id" = ?
         UNION SELECT r."Id" FROM "UserRole" r JOIN below b ON r."ParentRoleId" = b.id)
       SELECT "Id" FROM "User" WHERE "UserRoleId" IN (SELECT id FROM below)`,
      [userId]
    );
    const users = [userId, ...subordinates.map(([id]) => String(id))];
    const groups = this.database.all(
      `WITH RECURSIVE mine(id) AS (
         SELECT "GroupId" FROM "GroupMember" WHERE "UserOrGroupId" IN (SELECT value FROM json_each(?))
         UNION SELECT m."GroupId" FROM "GroupMember" m JOIN mine ON m."UserOrGroupId" = mine.id)
       SELECT id FROM mine`,
      [JSON.stringify(users)]
    );
    const everyone = this.database.all(`SELECT "Id" FROM "Group" WHERE "Type" = 'Organization'`);
    return [...users, ...groups.map(([id]) => String(id)), ...everyone.map(([id]) => String(id))];
  }

  /** The ids, of those given, that the user may not treat as wanted. */
  denied(schema: SObjectSchema, ids: string[], userId: string, need: RecordNeed): Set<string> {
    const filter = this.filter(schema, 't', userId, need);
    if (!filter) return new Set();
    const sql = `SELECT t."Id" FROM ${quote(schema.name)} t WHERE t."Id" IN (SELECT value FROM json_each(?)) AND ${filter.sql}`;
    const input = { bind: () => null, now: 0, timeZone: 'GMT', userId };
    const open = this.database.all(sql, [JSON.stringify(ids), ...filter.params.map((p) => p(input))]);
    const allowed = new Set(open.map(([id]) => String(id)));
    return new Set(ids.filter((id) => !allowed.has(id)));
  }
}
