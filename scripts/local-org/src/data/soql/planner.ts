/**
 * From the tree of a query to its plan.
 */
import type { SoqlField, SoqlFunction, SoqlQuery } from '../../apex/ast';
import type { FieldSchema, SObjectSchema } from '../../schema/model';
import { formulaCall } from '../formula/sqlFormula';
import type { PermissionReader } from '../security/permissions';
import { quote } from '../storage/columns';
import type { OrgDatabase } from '../storage/database';
import { hasTable } from '../storage/migrate';
import { AccessCollector, type QueryCheck } from './access';
import { comparable, condition, type ConditionContext } from './conditions';
import { countParam } from './encodeValue';
import { noSuchObject, queryException } from './errors';
import { isAggregate, Operands } from './operands';
import { sqlText, type CountPlan, type Expression, type Param, type QueryPlan, type Sql } from './plan';
import { Scope, type ScopeEnvironment } from './scope';
import { planAggregate } from './planAggregate';
import { planRecords } from './planRecords';

/** Condition that keeps the rows which the user may see; null for all. */
export type SharingFilter = (schema: SObjectSchema, alias: string) => Sql | null;

export interface PlanOptions {
  check: QueryCheck;
  permissions: PermissionReader;
  /** Null: sharing is not enforced. */
  sharing: SharingFilter | null;
  /** Plan for lists with null among their values. */
  nullInLists?: boolean;
}

/** A column that equality looks up: worth an index in a large table. */
export interface Lookup {
  object: string;
  column: string;
  expression: string;
}

export interface PlannedQuery {
  plan: QueryPlan;
  lookups: Lookup[];
  /** Whether a list of the running query holds null: then the query needs a plan with `nullInLists`. */
  nullTests: Param[];
}

/** SOQL reference, OFFSET: "The maximum offset is 2,000 rows". */
const MAXIMUM_OFFSET = 2000;

/** One query while it is planned, with its sub-queries. */
export class Planner {
  readonly access = new AccessCollector();
  readonly lookups: Lookup[] = [];
  readonly nullTests: Param[] = [];
  private aliases = 0;
  readonly environment: ScopeEnvironment;

  constructor(
    readonly database: OrgDatabase,
    readonly options: PlanOptions
  ) {
    this.environment = {
      object: (name) => database.findObject(name),
      access: this.access,
      nextAlias: () => `t${this.aliases++}`,
      formula: (scope: Scope, field: FieldSchema) => formulaCall(database, scope, field)
    };
  }

  /** @throws QueryException when the org would refuse the query */
  plan(query: SoqlQuery): PlannedQuery {
    if (query.using !== null && query.using.toLowerCase() !== 'everything') {
      throw queryException(`The local org does not know USING SCOPE ${query.using}`);
    }
    const plan = this.planQuery(query);
    this.access.check(this.options.check, this.options.permissions);
    return { plan, lookups: this.lookups, nullTests: this.nullTests };
  }

  private planQuery(query: SoqlQuery): QueryPlan {
    const from = query.from[0]!;
    if (query.from.length > 1) throw queryException('The local org does not know more than one object in FROM');
    const select = this.select(query, this.queriedObject(from.object), from.alias);
    if (query.isCount) return this.planCount(select);
    const grouped = query.groupBy !== null || query.select.some((item) => isAggregate(item));
    return grouped ? planAggregate(this, select) : planRecords(this, select);
  }

  queriedObject(name: string): SObjectSchema {
    const schema = this.database.findObject(name);
    if (!schema || !schema.queryable || !hasTable(schema)) throw noSuchObject(name);
    return schema;
  }

  /** A SELECT over one object, its columns still open. */
  select(query: SoqlQuery, schema: SObjectSchema, alias: string | null): Select {
    return new Select(this, query, new Scope(this.environment, schema, this.environment.nextAlias()), alias);
  }

  private planCount(select: Select): CountPlan {
    const where = select.where([]);
    const limited = select.limits();
    const body = `SELECT 1 FROM ${select.from()}${where.sql}${limited.sql}`;
    return { kind: 'count', sql: `SELECT count(*) FROM (${body})`, params: [...where.params, ...limited.params] };
  }

  /** The inner query of a semi-join. */
  semiJoin(query: SoqlQuery): { sql: Sql; column: Expression } {
    const from = query.from[0]!;
    const select = this.select(query, this.queriedObject(from.object), from.alias);
    const item = query.select[0];
    if (query.select.length !== 1 || item?.kind !== 'Field') {
      throw queryException('The inner query of a semi join must select exactly one field');
    }
    const column = select.operands.of(item);
    const where = select.where([]);
    const sql = `SELECT ${column.sql} FROM ${select.from()}${where.sql}`;
    return { sql: { sql, params: [...column.params, ...where.params] }, column };
  }
}

/** Parts of one SELECT. */
export class Select {
  readonly operands: Operands;

  constructor(
    readonly planner: Planner,
    readonly query: SoqlQuery,
    readonly scope: Scope,
    readonly alias: string | null
  ) {
    this.operands = new Operands(scope, alias);
  }

  /** Tables and joins; to be asked for after all paths are known. */
  from(): string {
    return [`${quote(this.scope.schema.name)} ${this.scope.alias}`, ...this.scope.joins].join(' ');
  }

  /** ` WHERE …`, with the conditions that every query has. */
  where(extra: Sql[]): Sql {
    const parts: Sql[] = [...extra];
    const { schema, alias } = this.scope;
    if (this.query.where) parts.push(condition(this.query.where, this.conditions()));
    if (schema.fields.has('isdeleted') && !this.query.allRows)
      parts.push({ sql: `${alias}."IsDeleted" = 0`, params: [] });
    const shared = this.planner.options.sharing?.(schema, alias) ?? null;
    if (shared) parts.push(shared);
    if (parts.length === 0) return { sql: '', params: [] };
    return { sql: ` WHERE ${parts.map((p) => p.sql).join(' AND ')}`, params: parts.flatMap((p) => p.params) };
  }

  conditions(): ConditionContext {
    return {
      operand: (item) => this.operands.of(item),
      semiJoin: (query) => this.planner.semiJoin(query),
      mayHoldNull: (test) => {
        this.planner.nullTests.push(test);
        return this.planner.options.nullInLists === true;
      },
      lookup: (expression) => this.lookup(expression)
    };
  }

  private lookup(expression: Expression): void {
    const { column } = expression;
    if (!column || column.name === 'Id' || (expression.kind !== 'text' && expression.kind !== 'id')) return;
    const name = quote(column.name);
    this.planner.lookups.push({
      object: column.object,
      column: column.name,
      expression: expression.kind === 'text' ? `fold(${name})` : name
    });
  }

  /** ` ORDER BY …`: nulls first unless told otherwise; picklists in the order of their values; text without case. */
  orderBy(resolve: (item: SoqlField | SoqlFunction) => Expression, tieBreaker: string | null): Sql {
    const params: Param[] = [];
    const parts = this.query.orderBy.map((item) => {
      const expression = resolve(item.field);
      if (expression.field && expression.column && !expression.field.sortable) {
        throw queryException(`field '${expression.field.name}' can not be sorted in a query call`);
      }
      params.push(...expression.params);
      return `${orderKey(expression)} ${item.descending ? 'DESC' : 'ASC'} NULLS ${item.nulls ?? 'FIRST'}`;
    });
    if (tieBreaker !== null) parts.push(tieBreaker);
    return { sql: parts.length > 0 ? ` ORDER BY ${parts.join(', ')}` : '', params };
  }

  limits(): Sql {
    const { limit, offset } = this.query;
    if (!limit && !offset) return { sql: '', params: [] };
    const params: Param[] = [limit ? countParam(limit, 'LIMIT') : () => -1];
    if (!offset) return { sql: ' LIMIT ?', params };
    const skipped = countParam(offset, 'OFFSET');
    params.push((input) => {
      const count = skipped(input) as number;
      if (count > MAXIMUM_OFFSET) throw queryException(`Maximum SOQL offset allowed is ${MAXIMUM_OFFSET}`);
      return count;
    });
    return { sql: ' LIMIT ? OFFSET ?', params };
  }
}

function orderKey(expression: Expression): string {
  const values = expression.field?.type === 'PICKLIST' ? expression.field.picklistValues : [];
  if (values.length === 0 || values.length > 200) return comparable(expression);
  const cases = values.map((v, i) => `WHEN ${sqlText(v.value)} THEN ${i}`).join(' ');
  // Values that are no longer in the list come after the others, by letter.
  return `CASE ${expression.sql} WHEN NULL THEN NULL ${cases} ELSE ${comparable(expression)} END`;
}
