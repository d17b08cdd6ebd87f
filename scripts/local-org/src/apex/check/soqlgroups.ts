/** Aggregate queries: GROUP BY and what may be selected beside it. */
import type { SoqlField, SoqlFunction, SoqlQuery } from '../ast';
import type { BodyContext } from './context';
import type { QueryScope } from './soqlfields';
import { isAggregate } from './soqlfunctions';

function containsAggregate(node: SoqlFunction): boolean {
  return isAggregate(node.name) || node.args.some((arg) => arg.kind === 'Function' && containsAggregate(arg));
}

/** Whether the query answers aggregate results instead of records. */
export function isAggregateQuery(query: SoqlQuery): boolean {
  if (query.groupBy !== null) return true;
  return query.select.some((item) => item.kind === 'Function' && containsAggregate(item));
}

function keyOf(scope: QueryScope, node: SoqlField | SoqlFunction): string {
  if (node.kind === 'Field') return scope.pathWithoutAlias(node.path).join('.').toLowerCase();
  const args = node.args.map((arg) => (arg.kind === 'Field' || arg.kind === 'Function' ? keyOf(scope, arg) : ''));
  return `${node.name.toLowerCase()}(${args.join(',')})`;
}

/** Checks GROUP BY, and that everything selected is grouped or aggregated. */
export function checkGrouping(cx: BodyContext, query: SoqlQuery, scope: QueryScope): void {
  if (!isAggregateQuery(query)) return;
  const grouped = new Set<string>();
  for (const item of query.groupBy?.items ?? []) {
    grouped.add(keyOf(scope, item));
    if (item.kind === 'Function') {
      scope.checkFunction(item, 'group', undefined);
      continue;
    }
    const field = scope.field(item);
    if (field !== undefined && !field.groupable)
      cx.error(item.pos, `field '${field.name}' can not be grouped in a query call`);
  }
  const aliases = new Set<string>();
  for (const item of query.select) {
    checkSelected(cx, scope, item, grouped);
    if (!('alias' in item) || item.alias === null) continue;
    if (aliases.has(item.alias.toLowerCase())) cx.error(item.pos, `duplicate alias: ${item.alias}`);
    aliases.add(item.alias.toLowerCase());
  }
}

function checkSelected(
  cx: BodyContext,
  scope: QueryScope,
  item: SoqlQuery['select'][number],
  grouped: ReadonlySet<string>
): void {
  if (item.kind === 'SubQuery' || item.kind === 'Typeof') {
    cx.error(item.pos, 'nested queries are not supported in aggregate queries');
    return;
  }
  if (item.kind === 'Function' && (containsAggregate(item) || item.name.toUpperCase() === 'GROUPING')) return;
  const inner = item.kind === 'Function' && item.args[0]?.kind === 'Field' ? keyOf(scope, item.args[0]) : '';
  if (grouped.has(keyOf(scope, item)) || (inner !== '' && grouped.has(inner))) return;
  cx.error(item.pos, `Field must be grouped or aggregated: ${item.kind === 'Field' ? item.path.join('.') : item.name}`);
}
