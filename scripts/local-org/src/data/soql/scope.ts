/**
 * The tables of one SELECT: the queried object and the parents that its paths reach, each joined once.
 */
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { UnsupportedError } from '../../runtime/values/errors';
import { isComputed, quote, storageKind } from '../storage/columns';
import { AccessCollector } from './access';
import { noSuchColumn, noSuchRelationship } from './errors';
import { sqlText, type Expression } from './plan';

/** What scopes share: names of aliases, the schema, formulas. */
export interface ScopeEnvironment {
  object(name: string): SObjectSchema | undefined;
  access: AccessCollector;
  nextAlias(): string;
  /** SQL of a formula field on that scope. */
  formula(scope: Scope, field: FieldSchema): Expression;
}

/** What a path of relationship names leads to. */
export type Step =
  | { kind: 'single'; scope: Scope; reference: Expression }
  | { kind: 'poly'; reference: Expression; targets: SObjectSchema[] };

export class Scope {
  private readonly parents = new Map<string, Step>();
  readonly joins: string[];

  constructor(
    readonly environment: ScopeEnvironment,
    readonly schema: SObjectSchema,
    readonly alias: string,
    joins?: string[]
  ) {
    this.joins = joins ?? [];
    environment.access.object(schema);
  }

  /** The field in any letter case, or undefined. */
  findField(name: string): FieldSchema | undefined {
    return this.schema.fields.get(name.toLowerCase());
  }

  /** @throws QueryException `No such column …` */
  field(name: string): Expression {
    const field = this.findField(name);
    if (!field) throw noSuchColumn(name, this.schema.name);
    this.environment.access.field(this.schema, field);
    return this.fieldExpression(field);
  }

  /** The field's value, without noting that the query touches it. */
  fieldExpression(field: FieldSchema): Expression {
    if (field.type === 'ADDRESS' || field.type === 'LOCATION') {
      throw new UnsupportedError(
        `compound fields in SOQL (${this.schema.name}.${field.name})`,
        'select its parts instead'
      );
    }
    if (isComputed(field)) return this.environment.formula(this, field);
    return {
      sql: `${this.alias}.${quote(field.name)}`,
      params: [],
      kind: storageKind(field),
      scale: field.scale,
      field,
      object: this.schema,
      apexType: field.apexType,
      column: { object: this.schema.name, name: field.name }
    };
  }

  /**
   * Follows one relationship (`Owner`, `Foo__r`, `Owner:User`).
   * @throws QueryException when the object has no such relationship
   */
  step(relationship: string): Step {
    const key = relationship.toLowerCase();
    let step = this.parents.get(key);
    if (!step) this.parents.set(key, (step = this.makeStep(relationship)));
    this.environment.access.field(this.schema, step.reference.field!);
    if (step.kind === 'single') this.environment.access.object(step.scope.schema);
    return step;
  }

  private makeStep(text: string): Step {
    const [relationship, target] = text.split(':') as [string, string | undefined];
    const field = this.referenceField(relationship);
    if (!field) throw noSuchRelationship(relationship);
    const reference = this.fieldExpression(field);
    const names = target === undefined ? field.referenceTo : [target];
    const targets = names.map((n) => this.environment.object(n)).filter((s): s is SObjectSchema => s !== undefined);
    if (targets.length !== 1) return { kind: 'poly', reference, targets };
    const alias = this.environment.nextAlias();
    this.joins.push(`LEFT JOIN ${quote(targets[0]!.name)} ${alias} ON ${alias}."Id" = ${reference.sql}`);
    return { kind: 'single', reference, scope: new Scope(this.environment, targets[0]!, alias, this.joins) };
  }

  private referenceField(relationship: string): FieldSchema | undefined {
    const wanted = relationship.toLowerCase();
    for (const field of this.schema.fields.values()) {
      if (field.relationshipName !== null && field.relationshipName.toLowerCase() === wanted) return field;
    }
    return undefined;
  }

  /** The value at the end of a path: `Name`, `Account.Owner.Name`. */
  path(parts: readonly string[]): Expression {
    if (parts.length === 1) return this.field(parts[0]!);
    const step = this.step(parts[0]!);
    if (step.kind === 'single') return step.scope.path(parts.slice(1));
    return polymorphicPath(this.environment, step.reference, step.targets, parts.slice(1));
  }
}

/** Expression over several possible parents: the id's prefix decides which table is read. */
export function polymorphicPath(
  outer: ScopeEnvironment,
  reference: Expression,
  targets: SObjectSchema[],
  rest: readonly string[]
): Expression {
  // What such a path reads belongs to the object Name, which everybody may read.
  const environment: ScopeEnvironment = { ...outer, access: new AccessCollector() };
  if (rest.length === 1 && rest[0]!.toLowerCase() === 'type') return typeOfId(reference, targets);
  const cases: string[] = [];
  let first: Expression | null = null;
  for (const target of targets) {
    if (!canFollow(environment, target, rest)) continue;
    const scope = new Scope(environment, target, environment.nextAlias());
    const expression = scope.path(rest);
    first ??= expression;
    const from = [`${quote(target.name)} ${scope.alias}`, ...scope.joins].join(' ');
    cases.push(
      `WHEN ${sqlText(target.keyPrefix ?? '')} THEN (SELECT ${expression.sql} FROM ${from} WHERE ${scope.alias}."Id" = ${reference.sql})`
    );
  }
  if (!first) throw noSuchColumn(rest[rest.length - 1]!, 'Name');
  return { ...first, sql: `CASE substr(${reference.sql}, 1, 3) ${cases.join(' ')} END`, params: [], column: undefined };
}

function canFollow(environment: ScopeEnvironment, schema: SObjectSchema, parts: readonly string[]): boolean {
  if (parts.length === 1) return schema.fields.has(parts[0]!.toLowerCase());
  const wanted = parts[0]!.toLowerCase();
  for (const field of schema.fields.values()) {
    if (field.relationshipName?.toLowerCase() !== wanted) continue;
    return field.referenceTo.some((name) => {
      const parent = environment.object(name);
      return parent !== undefined && canFollow(environment, parent, parts.slice(1));
    });
  }
  return false;
}

/** `Owner.Type`, `What.Type`: the object's name by the id's prefix. */
function typeOfId(reference: Expression, targets: SObjectSchema[]): Expression {
  const cases = targets.map((t) => `WHEN ${sqlText(t.keyPrefix ?? '')} THEN ${sqlText(t.name)}`).join(' ');
  const sql = `CASE substr(${reference.sql}, 1, 3) ${cases} END`;
  return { sql, params: [], kind: 'text', scale: 0, field: null, object: null, apexType: 'String' };
}
