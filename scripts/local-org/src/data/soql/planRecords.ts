/**
 * Queries that answer records: columns, parents, TYPEOF and sub-queries.
 */
import type { SelectItem, SoqlField, SoqlFunction, SoqlQuery, SoqlTypeof } from '../../apex/ast';
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { quote, readExpression } from '../storage/columns';
import { noSuchChildRelationship, queryException } from './errors';
import { pathWithin } from './operands';
import {
  type ChildPlan,
  type ColumnShape,
  type Expression,
  type Param,
  type RecordPlan,
  type RecordShape
} from './plan';
import type { Planner, Select } from './planner';
import { polymorphicPath, Scope } from './scope';
import { countParam } from './encodeValue';

/** SOQL reference, FIELDS(): at most 200 rows. */
const FIELDS_LIMIT = 200;

/** Columns of the SELECT list; the same expression is selected once. */
class Columns {
  readonly sql: string[] = [];
  readonly params: Param[] = [];
  private readonly known = new Map<string, number>();

  add(expression: Expression): number {
    const sql =
      expression.field && expression.column ? readExpression(expression.field, expression.sql) : expression.sql;
    const known = expression.params.length === 0 ? this.known.get(sql) : undefined;
    if (known !== undefined) return known;
    this.sql.push(sql);
    this.params.push(...expression.params);
    this.known.set(sql, this.sql.length - 1);
    return this.sql.length - 1;
  }
}

function newShape(schema: SObjectSchema | null, idIndex: number): RecordShape {
  return { schema, idIndex, columns: [], parents: [], queried: new Set(['Id']), variants: null };
}

function shapeColumn(name: string, index: number, expression: Expression): ColumnShape {
  return { name, index, kind: expression.kind, scale: expression.scale };
}

/** Builds columns and shape of one SELECT list. */
class RecordSelect {
  readonly columns = new Columns();
  readonly shape: RecordShape;
  readonly children: ChildPlan[] = [];
  private readonly hidden: { shape: RecordShape; column: ColumnShape }[] = [];

  constructor(
    private readonly planner: Planner,
    private readonly select: Select
  ) {
    const id = select.scope.fieldExpression(select.scope.findField('Id')!);
    this.shape = newShape(select.scope.schema, this.columns.add(id));
  }

  /** Adds the lookups of the parents that were selected, unless they are selected themselves. */
  finish(): void {
    for (const { shape, column } of this.hidden) {
      if (shape.columns.some((c) => c.name === column.name)) continue;
      shape.columns.push(column);
      shape.queried.add(column.name);
    }
  }

  add(item: SelectItem): void {
    switch (item.kind) {
      case 'Field':
        return this.addField(pathWithin(this.select.scope, this.select.alias, item.path));
      case 'Function':
        return this.addFunction(item);
      case 'SubQuery':
        return this.addChildren(item.query);
      case 'Typeof':
        return this.addTypeof(item);
    }
  }

  private addField(path: readonly string[]): void {
    this.addPath(this.select.scope, this.shape, path);
  }

  private addPath(scope: Scope, shape: RecordShape, path: readonly string[]): void {
    if (path.length === 1) return this.addColumn(shape, path[0]!, scope);
    const step = scope.step(path[0]!);
    const name = step.reference.field!.relationshipName!;
    const parent = this.parentShape(shape, name, step.reference, step.kind === 'single' ? step.scope.schema : null);
    if (step.kind === 'single') return this.addPath(step.scope, parent, path.slice(1));
    this.addPolymorphic(parent, step.reference, step.targets, path.slice(1));
  }

  private addColumn(shape: RecordShape, name: string, scope: Scope): void {
    const expression = scope.field(name);
    const field = expression.field!;
    if (shape.columns.some((c) => c.name === field.name) && shape === this.shape) {
      throw queryException(`duplicate field selected: ${field.name}`);
    }
    shape.queried.add(field.name);
    shape.columns.push(shapeColumn(field.name, this.columns.add(expression), expression));
  }

  private parentShape(
    shape: RecordShape,
    relationship: string,
    reference: Expression,
    schema: SObjectSchema | null
  ): RecordShape {
    const known = shape.parents.find((p) => p.relationship === relationship);
    if (known) return known.shape;
    const parent = newShape(schema, this.columns.add(reference));
    shape.parents.push({ relationship, shape: parent });
    shape.queried.add(relationship);
    // An org answers the lookup's id along with the parent.
    if (reference.field?.relationshipName === relationship && !shape.queried.has(reference.field.name)) {
      this.hidden.push({ shape, column: shapeColumn(reference.field.name, parent.idIndex, reference) });
    }
    return parent;
  }

  /** `Owner.Name`: a record of whatever object the id belongs to. */
  private addPolymorphic(
    shape: RecordShape,
    reference: Expression,
    targets: SObjectSchema[],
    path: readonly string[]
  ): void {
    if (path.length > 1) {
      const next = targets.find((t) =>
        [...t.fields.values()].some((f) => f.relationshipName?.toLowerCase() === path[0]!.toLowerCase())
      );
      if (!next) throw queryException(`Didn't understand relationship '${path[0]!}' in field path.`);
      const field = [...next.fields.values()].find(
        (f) => f.relationshipName?.toLowerCase() === path[0]!.toLowerCase()
      )!;
      const link = polymorphicPath(this.planner.environment, reference, targets, [field.name]);
      const target = this.planner.database.object(field.referenceTo[0]!);
      const parent = this.parentShape(shape, field.relationshipName!, link, target);
      const leaf = polymorphicPath(this.planner.environment, reference, targets, path);
      return this.pushColumn(parent, leaf.field?.name ?? path[path.length - 1]!, leaf);
    }
    const expression = polymorphicPath(this.planner.environment, reference, targets, path);
    this.pushColumn(shape, expression.field?.name ?? canonicalType(path[0]!), expression);
  }

  private pushColumn(shape: RecordShape, name: string, expression: Expression): void {
    shape.queried.add(name);
    shape.columns.push(shapeColumn(name, this.columns.add(expression), expression));
  }

  private addFunction(item: SoqlFunction & { alias: string | null }): void {
    if (item.name.toUpperCase() === 'FIELDS') return this.addAllFields(item);
    const expression = this.select.operands.of(item);
    const name = item.alias ?? expression.field?.name;
    if (!name) throw queryException(`The function ${item.name} needs an alias`);
    this.pushColumn(this.shape, name, expression);
  }

  private addAllFields(item: SoqlFunction): void {
    const argument = item.args[0];
    const which = argument?.kind === 'Field' ? argument.path[0]!.toUpperCase() : '';
    if (which !== 'ALL' && which !== 'STANDARD' && which !== 'CUSTOM')
      throw queryException(`unexpected token: 'FIELDS'`);
    const { limit } = this.select.query;
    if (which !== 'STANDARD' && !(limit?.kind === 'Number' && Number(limit.text) <= FIELDS_LIMIT)) {
      throw queryException('The SOQL FIELDS function must have a LIMIT of at most 200');
    }
    const { options } = this.planner;
    const { schema } = this.select.scope;
    for (const field of schema.fields.values()) {
      if (!matches(field, which) || field.type === 'ADDRESS' || field.type === 'LOCATION') continue;
      // FIELDS() leaves out what the user may not see, it does not fail on it.
      if (options.check !== 'none' && !options.permissions.field(schema, field).read) continue;
      if (!this.shape.columns.some((c) => c.name === field.name))
        this.addColumn(this.shape, field.name, this.select.scope);
    }
  }

  private addTypeof(item: SoqlTypeof): void {
    const step = this.select.scope.step(item.name);
    const relationship = step.reference.field!.relationshipName!;
    const targets = step.kind === 'poly' ? step.targets : [step.scope.schema];
    const shape = this.parentShape(this.shape, relationship, step.reference, null);
    shape.variants = new Map();
    for (const when of item.whens) {
      const target = targets.find((t) => t.name.toLowerCase() === when.object.toLowerCase());
      if (!target) throw queryException(`${when.object} is not a possible type of ${item.name}`);
      shape.variants.set(target.name, this.variant(step.reference, target, when.fields, shape));
    }
    const others = targets.filter((t) => !shape.variants!.has(t.name));
    for (const field of item.otherwise) {
      const expression = polymorphicPath(this.planner.environment, step.reference, others, field.path);
      this.pushColumn(shape, expression.field?.name ?? field.path[0]!, expression);
    }
  }

  private variant(
    reference: Expression,
    target: SObjectSchema,
    fields: SoqlField[],
    shape: RecordShape
  ): ColumnShape[] {
    return fields.map((field) => {
      const scope = new Scope(this.planner.environment, target, this.planner.environment.nextAlias());
      const expression = scope.path(field.path);
      const from = [`${quote(target.name)} ${scope.alias}`, ...scope.joins].join(' ');
      const sql = `(SELECT ${expression.sql} FROM ${from} WHERE ${scope.alias}."Id" = ${reference.sql})`;
      const name = expression.field?.name ?? field.path[0]!;
      shape.queried.add(name);
      return shapeColumn(name, this.columns.add({ ...expression, sql, column: undefined }), expression);
    });
  }

  /** `Contacts`, or behind the parent's name or alias: `FROM Account.Contacts`, `FROM a.Contacts`. */
  private childName(text: string): string {
    const [head, ...rest] = text.toLowerCase().split('.') as [string, ...string[]];
    const { scope, alias } = this.select;
    const isParent = head === scope.schema.name.toLowerCase() || head === alias?.toLowerCase();
    return isParent && rest.length > 0 ? rest.join('.') : text.toLowerCase();
  }

  private addChildren(query: SoqlQuery): void {
    const from = query.from[0]!;
    const relationship = this.select.scope.schema.childRelationships.get(this.childName(from.object));
    if (!relationship) throw noSuchChildRelationship(from.object);
    const child = this.planner.queriedObject(relationship.childObject);
    const select = this.planner.select(query, child, from.alias);
    const built = new RecordSelect(this.planner, select);
    for (const item of query.select) {
      if (item.kind === 'SubQuery')
        throw queryException(
          'SOQL statements cannot query aggregate relationships more than 1 level away from the root entity object.'
        );
      built.add(item);
    }
    built.finish();
    const reference = select.scope.fieldExpression(select.scope.findField(relationship.field)!);
    const parentIndex = built.columns.add(reference);
    this.planner.access.clause = 'other';
    const where = select.where([{ sql: `${reference.sql} IN (SELECT value FROM json_each(?))`, params: [] }]);
    const order = select.orderBy((i) => select.operands.of(i), `${select.scope.alias}."Id"`);
    this.planner.access.clause = 'select';
    const sql = `SELECT ${built.columns.sql.join(', ')} FROM ${select.from()}${where.sql}${order.sql}`;
    const plan: RecordPlan = {
      kind: 'records',
      sql,
      params: [...built.columns.params, PARENT_IDS, ...where.params, ...order.params],
      shape: built.shape,
      children: [],
      limit: query.limit ? countParam(query.limit, 'LIMIT') : null,
      offset: query.offset ? countParam(query.offset, 'OFFSET') : null
    };
    this.planner.lookups.push({
      object: child.name,
      column: relationship.field,
      expression: quote(relationship.field)
    });
    this.shape.queried.add(relationship.name);
    this.children.push({ relationship: relationship.name, childObject: child, plan, parentIndex });
  }
}

/** Stands in the parameters of a child plan for the ids of the parents. */
export const PARENT_IDS: Param = () => {
  throw new Error('The ids of the parents are given by the executor');
};

function canonicalType(name: string): string {
  return name.toLowerCase() === 'type' ? 'Type' : name;
}

function matches(field: FieldSchema, which: string): boolean {
  return which === 'ALL' || (which === 'CUSTOM') === field.custom;
}

export function planRecords(planner: Planner, select: Select): RecordPlan {
  const built = new RecordSelect(planner, select);
  planner.access.clause = 'select';
  for (const item of select.query.select) built.add(item);
  built.finish();
  planner.access.clause = 'other';
  const where = select.where([]);
  const order = select.orderBy((item) => select.operands.of(item), `${select.scope.alias}."Id"`);
  const limits = select.limits();
  return {
    kind: 'records',
    sql: `SELECT ${built.columns.sql.join(', ')} FROM ${select.from()}${where.sql}${order.sql}${limits.sql}`,
    params: [...built.columns.params, ...where.params, ...order.params, ...limits.params],
    shape: built.shape,
    children: built.children,
    limit: null,
    offset: null
  };
}
