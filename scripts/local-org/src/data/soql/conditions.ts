/**
 * WHERE and HAVING as SQL. `=` and `!=` compare null as a value (`!= 'x'` finds records without a value), as SOQL does;
 * text is compared without regard to letter case.
 */
import type { SoqlCondition, SoqlField, SoqlFunction, SoqlQuery, SoqlValue } from '../../apex/ast';
import { fold } from '../storage/fold';
import { bindMembers, bindValue, literalValue, valueParam } from './encodeValue';
import { dayRange, startOfDay } from './dateLiterals';
import { queryException } from './errors';
import { sqlJoin, type Expression, type Param, type QueryInput, type Sql } from './plan';

type Comparison = Extract<SoqlCondition, { kind: 'Compare' }>;

/** What conditions need of the query that they stand in. */
export interface ConditionContext {
  operand(item: SoqlField | SoqlFunction): Expression;
  /** SQL of a semi-join's inner query, with its single column. */
  semiJoin(query: SoqlQuery): { sql: Sql; column: Expression };
  /**
   * Whether the list of an IN is taken to hold null, which no index helps to find. `test` tells, when the query runs,
   * whether it does.
   */
  mayHoldNull(test: Param): boolean;
  /** Notes a column that equality looks up. */
  lookup(expression: Expression): void;
}

export function condition(tree: SoqlCondition, context: ConditionContext): Sql {
  switch (tree.kind) {
    case 'And':
    case 'Or': {
      const joined = sqlJoin(
        tree.conditions.map((c) => condition(c, context)),
        tree.kind === 'And' ? ' AND ' : ' OR '
      );
      return { sql: `(${joined.sql})`, params: joined.params };
    }
    case 'Not': {
      const inner = condition(tree.condition, context);
      return { sql: `NOT (${inner.sql})`, params: inner.params };
    }
    case 'Compare':
      return comparison(tree, context);
  }
}

/** The side of a comparison that SQL compares: text folded. */
export function comparable(expression: Expression): string {
  return expression.kind === 'text' ? `fold(${expression.sql})` : expression.sql;
}

function comparison(tree: Comparison, context: ConditionContext): Sql {
  const target = context.operand(tree.field);
  if (target.field && !target.field.filterable && target.column) {
    throw queryException(`field '${target.field.name}' can not be filtered in a query call`);
  }
  switch (tree.operator) {
    case 'IN':
    case 'NOT IN':
      return membership(tree, target, context);
    case 'INCLUDES':
    case 'EXCLUDES':
      return includes(tree, target);
    case 'LIKE':
      return like(tree, target);
    default:
      return relation(tree, target, context);
  }
}

const RELATIONS: Record<string, string> = { '=': 'IS', '!=': 'IS NOT', '<': '<', '<=': '<=', '>': '>', '>=': '>=' };

function relation(tree: Comparison, target: Expression, context: ConditionContext): Sql {
  if (tree.value.kind === 'DateFormula') return dateFormula(tree, target, tree.value);
  if (tree.operator === '=') context.lookup(target);
  const param = valueParam(tree.value, target);
  return { sql: `${comparable(target)} ${RELATIONS[tree.operator]} ?`, params: [...target.params, param] };
}

/** `field = LAST_N_DAYS:7` is a range; the other operators compare with its beginning or its end. */
function dateFormula(tree: Comparison, target: Expression, value: Extract<SoqlValue, { kind: 'DateFormula' }>): Sql {
  if (target.kind !== 'date' && target.kind !== 'datetime') {
    throw queryException(
      `value of filter criterion for field '${target.field?.name ?? ''}' must be of type ${target.kind}`
    );
  }
  const edge = (which: 'start' | 'end'): Param => {
    return (input: QueryInput) => {
      const day = dayRange(value.name, value.n, input.now, input.timeZone)[which];
      return target.kind === 'date' ? day.days : startOfDay(day, input.timeZone);
    };
  };
  const both = [...target.params, edge('start'), ...target.params, edge('end')];
  const inside = `(${target.sql} >= ? AND ${target.sql} < ?)`;
  switch (tree.operator) {
    case '=':
      return { sql: inside, params: both };
    case '!=':
      return { sql: `${inside} IS NOT 1`, params: both };
    case '<':
      return { sql: `${target.sql} < ?`, params: [...target.params, edge('start')] };
    case '>=':
      return { sql: `${target.sql} >= ?`, params: [...target.params, edge('start')] };
    case '>':
      return { sql: `${target.sql} >= ?`, params: [...target.params, edge('end')] };
    default:
      return { sql: `${target.sql} < ?`, params: [...target.params, edge('end')] };
  }
}

/** Folds what is not a wildcard; both sides are folded, so that SQLite's own LIKE sees equal letters. */
function likePattern(value: unknown): string | null {
  return typeof value === 'string' ? fold(value) : null;
}

function like(tree: Comparison, target: Expression): Sql {
  if (target.kind !== 'text') {
    throw queryException(`invalid operator on ${target.kind === 'id' ? 'id' : target.apexType.toLowerCase()} field`);
  }
  const { value } = tree;
  const left = comparable(target);
  if (value.kind === 'Bind') {
    const { slot, name } = value;
    const param: Param = (input) => JSON.stringify(bindMembers(input.bind(slot, name)).map(likePattern));
    const sql = `EXISTS (SELECT 1 FROM json_each(?) p WHERE ${left} LIKE p.value ESCAPE '\\')`;
    return { sql, params: [param, ...target.params] };
  }
  if (value.kind !== 'String') throw queryException('The LIKE operator needs a string');
  const pattern = likePattern(value.value);
  return { sql: `${left} LIKE ? ESCAPE '\\'`, params: [...target.params, () => pattern] };
}

/** `IN` and `NOT IN`: a null among the values matches records without a value. */
function membership(tree: Comparison, target: Expression, context: ConditionContext): Sql {
  const { value } = tree;
  const negated = tree.operator === 'NOT IN';
  if (value.kind === 'SubQuery') return semiJoin(value.query, target, negated, context);
  if (!negated) context.lookup(target);
  const members = memberValues(value, target);
  const list: Param = (input) => JSON.stringify(members(input).map((m) => (typeof m === 'bigint' ? m.toString() : m)));
  const left = comparable(target);
  const sql = `${left} IN (SELECT value FROM json_each(?) WHERE value IS NOT NULL)`;
  const hasNull: Param = (input) => (members(input).some((m) => m === null) ? 1 : 0);
  const params = [...target.params, list, ...target.params, hasNull];
  // Negated, records without a value are found unless null is among the values.
  if (negated) {
    return { sql: `((${sql}) IS NOT 1 AND NOT (${target.sql} IS NULL AND ?))`, params };
  }
  if (!context.mayHoldNull(hasNull)) return { sql, params: [...target.params, list] };
  return { sql: `(${sql} OR ${target.sql} IS NULL)`, params: [...target.params, list, ...target.params] };
}

function memberValues(
  value: SoqlValue,
  target: Expression
): (input: QueryInput) => (string | number | bigint | null)[] {
  type Member = string | number | bigint | null;
  if (value.kind === 'Bind') {
    const { slot, name } = value;
    return (input) => bindMembers(input.bind(slot, name)).map((v) => bindValue(v, target) as Member);
  }
  if (value.kind !== 'List') throw queryException('IN operator must be used with an iterable expression');
  const parts = value.values.map((v) => {
    if (v.kind === 'Bind') return memberValues(v, target);
    const encoded = literalValue(v, target) as Member;
    return () => [encoded];
  });
  return (input) => parts.flatMap((p) => p(input));
}

function semiJoin(query: SoqlQuery, target: Expression, negated: boolean, context: ConditionContext): Sql {
  const inner = context.semiJoin(query);
  if (target.kind !== 'id' || inner.column.kind !== 'id') {
    throw queryException(
      `The inner and outer fields of a semi join must be ids or references: ${target.field?.name ?? ''} and ${inner.column.field?.name ?? ''}`
    );
  }
  const sql = `${target.sql} IN (${inner.sql.sql})`;
  const params = [...target.params, ...inner.sql.params];
  return negated ? { sql: `(${sql}) IS NOT 1`, params } : { sql, params };
}

/** Multi-select picklists: each value may name several selections joined by `;`, which must all be there. */
function includes(tree: Comparison, target: Expression): Sql {
  if (target.field?.type !== 'MULTIPICKLIST')
    throw queryException('INCLUDES and EXCLUDES need a multi-select picklist');
  const members = memberValues(tree.value, target);
  const list: Param = (input) => JSON.stringify(members(input));
  const sql = `sf_includes(${comparable(target)}, ?)`;
  const params = [...target.params, list];
  return tree.operator === 'INCLUDES' ? { sql, params } : { sql: `NOT ${sql}`, params };
}
