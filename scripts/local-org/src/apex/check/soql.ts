/** Static queries: the object, every field, the binds, and the type of the answer. */
import type { SelectItem, SoqlExpression, SoqlFunction, SoqlQuery } from '../ast';
import { ERROR, named } from '../symbols/basic';
import type { ApexType, TypeSymbol } from '../types';
import { BindChecker } from './soqlbinds';
import type { BodyContext } from './context';
import { checkConditions } from './soqlconditions';
import { QueryScope } from './soqlfields';
import { checkGrouping, isAggregateQuery } from './soqlgroups';

/** Checks `[SELECT …]` and answers its type: a list of records, a list of AggregateResult, or a count. */
export function checkSoql(cx: BodyContext, expression: SoqlExpression): ApexType {
  const { query } = expression;
  const binds = new BindChecker(cx);
  const from = query.from[0];
  const record = from === undefined ? undefined : cx.table.record(from.object);
  if (record === undefined || from === undefined) {
    cx.error(from?.pos ?? query.pos, `Invalid type: Schema.${from?.object ?? ''}`);
    binds.checkQuery(query);
    return ERROR;
  }
  const scope = new QueryScope(cx, record, query);
  checkQuery(cx, query, scope, binds);
  return answerType(cx, expression, record);
}

function answerType(cx: BodyContext, expression: SoqlExpression, record: TypeSymbol): ApexType {
  if (expression.query.isCount) {
    expression.result = 'count';
    return cx.builtins.integer;
  }
  const row = isAggregateQuery(expression.query) ? cx.table.record('AggregateResult') : record;
  expression.result = 'list';
  return row === undefined ? ERROR : cx.builtins.list(named(row));
}

/** Checks one query or sub-query in the scope of its object. */
function checkQuery(cx: BodyContext, query: SoqlQuery, scope: QueryScope, binds: BindChecker): void {
  if (!scope.schema.queryable) cx.error(query.pos, `entity type ${scope.schema.name} does not support query`);
  for (const item of query.select) checkSelectItem(cx, item, scope, binds);
  checkDuplicates(cx, query, scope);
  checkAllFields(cx, query);
  const nested = (inner: SoqlQuery): void => checkSemiJoin(cx, inner, binds);
  if (query.where !== null) checkConditions(cx, query.where, scope, binds, nested);
  checkGrouping(cx, query, scope);
  if (query.having !== null) checkConditions(cx, query.having, scope, binds, nested);
  for (const { field } of query.orderBy) scope.checkOrder(field);
  binds.checkNumber(query.limit);
  binds.checkNumber(query.offset);
}

function checkSelectItem(cx: BodyContext, item: SelectItem, scope: QueryScope, binds: BindChecker): void {
  if (item.kind === 'Field') scope.checkSelected(item);
  else if (item.kind === 'Function') scope.checkFunction(item, 'select', binds);
  else if (item.kind === 'Typeof') scope.checkTypeof(item);
  else checkChildQuery(cx, item.query, scope, binds);
}

/** `(SELECT … FROM Contacts)`. */
function checkChildQuery(cx: BodyContext, query: SoqlQuery, parent: QueryScope, binds: BindChecker): void {
  const from = query.from[0];
  const relation =
    from === undefined ? undefined : parent.schema.childRelationships.get(lastPart(from.object).toLowerCase());
  const child = relation === undefined ? undefined : cx.table.record(relation.childObject);
  if (from === undefined || child === undefined) {
    const help =
      "If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.";
    cx.error(
      from?.pos ?? query.pos,
      `Didn't understand relationship '${from?.object ?? ''}' in FROM part of query call. ${help}`
    );
    binds.checkQuery(query);
    return;
  }
  checkQuery(cx, query, new QueryScope(cx, child, query), binds);
}

/** `FIELDS(ALL)` and `FIELDS(CUSTOM)` are bounded. Source: SOQL and SOSL Reference, "FIELDS()". */
function checkAllFields(cx: BodyContext, query: SoqlQuery): void {
  const unbounded = query.select.find(
    (item) => item.kind === 'Function' && item.name.toUpperCase() === 'FIELDS' && !isStandard(item)
  );
  if (unbounded === undefined) return;
  const limit = query.limit?.kind === 'Number' ? Number(query.limit.text) : undefined;
  if (query.limit === null || (limit !== undefined && limit > MAX_ROWS_OF_ALL_FIELDS)) {
    cx.error(unbounded.pos, `The SOQL FIELDS function must have a LIMIT of at most ${MAX_ROWS_OF_ALL_FIELDS}`);
  }
}

const MAX_ROWS_OF_ALL_FIELDS = 200;

function isStandard(item: SoqlFunction): boolean {
  const [argument] = item.args;
  return argument?.kind === 'Field' && argument.path[0]?.toUpperCase() === 'STANDARD';
}

function lastPart(path: string): string {
  return path.split('.').pop() ?? path;
}

/** `Id IN (SELECT AccountId FROM Contact)`. */
function checkSemiJoin(cx: BodyContext, query: SoqlQuery, binds: BindChecker): void {
  const from = query.from[0];
  const record = from === undefined ? undefined : cx.table.record(from.object);
  if (from === undefined || record === undefined) {
    cx.error(from?.pos ?? query.pos, `sObject type '${from?.object ?? ''}' is not supported.`);
    binds.checkQuery(query);
    return;
  }
  if (query.select.length !== 1)
    cx.error(query.pos, 'Nesting of semi join sub-selects is not supported: exactly one field must be selected');
  checkQuery(cx, query, new QueryScope(cx, record, query), binds);
}

function checkDuplicates(cx: BodyContext, query: SoqlQuery, scope: QueryScope): void {
  if (isAggregateQuery(query)) return;
  const seen = new Set<string>();
  for (const item of query.select) {
    if (item.kind !== 'Field') continue;
    const key = scope.pathWithoutAlias(item.path).join('.').toLowerCase();
    if (seen.has(key)) cx.error(item.pos, `duplicate field selected: ${item.path.join('.')}`);
    seen.add(key);
  }
}

/** A SOSL query answers a list of lists of records. */
export function checkSosl(cx: BodyContext): ApexType {
  return cx.builtins.list(cx.builtins.list(cx.builtins.sobject));
}
