/**
 * Queries with aggregate functions or GROUP BY. ROLLUP and CUBE are unions of plain groupings.
 */
import type { SelectItem, SoqlField, SoqlFunction } from '../../apex/ast';
import { comparable, condition } from './conditions';
import { queryException } from './errors';
import { isAggregate } from './operands';
import { type AggregatePlan, type ColumnShape, type Expression, type Param, type Sql } from './plan';
import type { Planner, Select } from './planner';

type Grouping = SoqlField | SoqlFunction;

interface SelectedItem {
  name: string;
  expression: Expression;
  /** Index among the groupings; null for aggregates. */
  grouping: number | null;
  /** `GROUPING(field)`. */
  asks: number | null;
}

class AggregateSelect {
  readonly groupings: Expression[];
  readonly items: SelectedItem[];

  constructor(
    private readonly select: Select,
    groupItems: Grouping[]
  ) {
    this.groupings = groupItems.map((item) => this.grouping(item));
    let unnamed = 0;
    this.items = select.query.select.map((item) => this.item(item, () => `expr${unnamed++}`));
  }

  private grouping(item: Grouping): Expression {
    const expression = this.select.operands.of(item);
    if (expression.field && expression.column && !expression.field.groupable) {
      throw queryException(`field '${expression.field.name}' can not be grouped in a query call`);
    }
    return expression;
  }

  private item(item: SelectItem, nextName: () => string): SelectedItem {
    if (item.kind === 'SubQuery' || item.kind === 'Typeof')
      throw queryException('Grouped query cannot use child relationships in the SELECT list');
    if (item.kind === 'Function' && item.name.toUpperCase() === 'GROUPING') {
      const asks = this.indexOf(this.select.operands.of(item.args[0]!));
      const expression: Expression = {
        sql: '0',
        params: [],
        kind: 'integer',
        scale: 0,
        field: null,
        object: null,
        apexType: 'Integer'
      };
      return { name: item.alias ?? nextName(), expression, grouping: null, asks };
    }
    const expression = this.select.operands.of(item);
    if (isAggregate(item)) return { name: item.alias ?? nextName(), expression, grouping: null, asks: null };
    const grouping = this.indexOf(expression);
    if (grouping < 0) {
      const name = item.kind === 'Field' ? item.path.join('.') : item.name;
      throw queryException(`Field must be grouped or aggregated: ${name}`);
    }
    const plain = item.kind === 'Field' ? (expression.field?.name ?? item.path[item.path.length - 1]!) : nextName();
    return { name: item.alias ?? plain, expression, grouping, asks: null };
  }

  private indexOf(expression: Expression): number {
    return this.groupings.findIndex((g) => g.sql === expression.sql);
  }

  /** The select list when only `kept` groupings apply; the others read as null. */
  list(kept: ReadonlySet<number>): Sql {
    const params: Param[] = [];
    const parts = this.items.map((item) => {
      if (item.asks !== null) return kept.has(item.asks) ? '0' : '1';
      if (item.grouping !== null && !kept.has(item.grouping)) return 'NULL';
      params.push(...item.expression.params);
      // Text that differs in letter case only is one group: show one of its spellings.
      return item.grouping !== null && item.expression.kind === 'text'
        ? `min(${item.expression.sql})`
        : item.expression.sql;
    });
    return { sql: [...parts, 'count(*)'].join(', '), params };
  }

  groupBy(kept: ReadonlySet<number>): Sql {
    const used = this.groupings.filter((_, i) => kept.has(i));
    if (used.length === 0) return { sql: '', params: [] };
    return { sql: ` GROUP BY ${used.map(comparable).join(', ')}`, params: used.flatMap((g) => g.params) };
  }
}

/** The groupings that apply in each part of the result. */
function groupingSets(kind: 'fields' | 'rollup' | 'cube', count: number): Set<number>[] {
  const all = [...Array(count).keys()];
  if (kind === 'fields') return [new Set(all)];
  if (kind === 'rollup') return [...Array(count + 1).keys()].map((n) => new Set(all.slice(0, count - n)));
  return [...Array(2 ** count).keys()].map((mask) => new Set(all.filter((i) => !((mask >> i) & 1))));
}

export function planAggregate(planner: Planner, select: Select): AggregatePlan {
  const { groupBy } = select.query;
  planner.access.clause = 'select';
  const built = new AggregateSelect(select, groupBy?.items ?? []);
  planner.access.clause = 'other';
  const where = select.where([]);
  const having = select.query.having ? condition(select.query.having, select.conditions()) : null;
  const sets = groupingSets(groupBy?.kind ?? 'fields', built.groupings.length);
  const order = orderBy(select, built, sets.length > 1);
  const limits = select.limits();
  const parts = sets.map((kept) => {
    const list = built.list(kept);
    const group = built.groupBy(kept);
    const filter = having ? ` HAVING ${having.sql}` : '';
    return {
      sql: `SELECT ${list.sql} FROM ${select.from()}${where.sql}${group.sql}${filter}`,
      params: [...list.params, ...where.params, ...group.params, ...(having?.params ?? [])]
    };
  });
  const columns: ColumnShape[] = built.items.map((item, index) => ({
    name: item.name,
    index,
    kind: item.expression.kind,
    scale: item.expression.scale
  }));
  return {
    kind: 'aggregate',
    sql: parts.map((p) => p.sql).join(' UNION ALL ') + order.sql + limits.sql,
    params: [...parts.flatMap((p) => p.params), ...order.params, ...limits.params],
    columns,
    countIndex: columns.length,
    onlyCounts: onlyCounts(select.query.select)
  };
}

/** Whether COUNT is the only aggregate function. COUNT_DISTINCT has to look at each value, and is none. */
function onlyCounts(items: readonly SelectItem[]): boolean {
  const aggregates = items.filter((item) => item.kind === 'Function' && isAggregate(item)) as SoqlFunction[];
  return aggregates.length > 0 && aggregates.every(({ name }) => name.toUpperCase() === 'COUNT');
}

/** Of a union only selected columns can order; they are named by position. */
function orderBy(select: Select, built: AggregateSelect, isUnion: boolean): Sql {
  if (!isUnion) {
    // Groups come in their own order unless told otherwise.
    if (select.query.orderBy.length === 0 && built.groupings.length > 0) {
      const params = built.groupings.flatMap((g) => g.params);
      return { sql: ` ORDER BY ${built.groupings.map(comparable).join(', ')}`, params };
    }
    return select.orderBy((item) => select.operands.of(item), null);
  }
  if (select.query.orderBy.length === 0) return { sql: '', params: [] };
  const parts = select.query.orderBy.map((item) => {
    const expression = select.operands.of(item.field);
    const index = built.items.findIndex((i) => i.expression.sql === expression.sql);
    if (index < 0) throw queryException('The local org orders a ROLLUP or CUBE by selected columns only');
    return `${index + 1} ${item.descending ? 'DESC' : 'ASC'} NULLS ${item.nulls ?? 'FIRST'}`;
  });
  return { sql: ` ORDER BY ${parts.join(', ')}`, params: [] };
}
