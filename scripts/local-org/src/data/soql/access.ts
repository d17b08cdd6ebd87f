/**
 * What a query touches, gathered while it is planned, and the exceptions for what the user may not see.
 * Sources: Apex Developer Guide, "Enforce User Mode for Database Operations" (all clauses are checked, all failures are
 * listed by getInaccessibleFields) and "Filter SOQL Queries Using WITH SECURITY_ENFORCED" (SELECT and FROM only, the first
 * failure, its own message).
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import type { PermissionReader } from '../security/permissions';
import { noSuchColumn, noSuchObject, queryException } from './errors';

/** How a query is checked. */
export type QueryCheck = 'none' | 'user' | 'enforced';
export type Clause = 'select' | 'other';

interface Touched {
  schema: SObjectSchema;
  fields: Map<string, { field: FieldSchema; clause: Clause }>;
  clause: Clause;
}

export class AccessCollector {
  private readonly objects = new Map<string, Touched>();
  clause: Clause = 'select';
  private muted = 0;

  /** What a formula field reads is not checked: the formula's own field is. */
  quietly<T>(run: () => T): T {
    this.muted++;
    try {
      return run();
    } finally {
      this.muted--;
    }
  }

  object(schema: SObjectSchema): Touched {
    if (this.muted > 0) return { schema, fields: new Map(), clause: this.clause };
    let touched = this.objects.get(schema.name);
    if (!touched) this.objects.set(schema.name, (touched = { schema, fields: new Map(), clause: this.clause }));
    if (this.clause === 'select') touched.clause = 'select';
    return touched;
  }

  field(schema: SObjectSchema, field: FieldSchema): void {
    const fields = this.object(schema).fields;
    if (!fields.has(field.name) || this.clause === 'select') fields.set(field.name, { field, clause: this.clause });
  }

  /** @throws QueryException for objects and fields that the user may not read */
  check(mode: QueryCheck, permissions: PermissionReader): void {
    if (mode === 'none') return;
    const clauses: Clause[] = mode === 'user' ? ['select', 'other'] : ['select'];
    const hidden = new Map<string, string[]>();
    let deniedObject: string | null = null;
    for (const touched of this.objects.values()) {
      if (!clauses.includes(touched.clause)) continue;
      const readable = permissions.object(touched.schema).read;
      if (!readable) deniedObject ??= touched.schema.name;
      const names = [...touched.fields.values()].filter((f) => clauses.includes(f.clause)).map((f) => f.field);
      const denied = names.filter((f) => !readable || !permissions.field(touched.schema, f).read).map((f) => f.name);
      if (denied.length > 0 || !readable) hidden.set(touched.schema.name, denied);
    }
    if (hidden.size > 0) throw this.failure(mode, deniedObject, hidden);
  }

  private failure(mode: QueryCheck, deniedObject: string | null, hidden: Map<string, string[]>): Error {
    if (mode === 'enforced') {
      return queryException('Insufficient permissions: secure query included inaccessible field');
    }
    const details = { inaccessibleFields: hidden };
    if (deniedObject !== null) return noSuchObject(deniedObject, details);
    const [object, fields] = [...hidden][0]!;
    return noSuchColumn(fields[0]!, object, details);
  }
}
