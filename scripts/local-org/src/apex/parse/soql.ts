/**
 * SOQL: queries, select lists and clauses. Static and dynamic SOQL pass through here alike.
 */
import type * as cst from '@apexdevtools/apex-parser';
import type { SelectItem, SoqlField, SoqlFunction, SoqlGroupBy, SoqlQuery, SoqlTypeof, SoqlValue } from '../ast';
import { type ParseContext, optional, posOf, span } from './context';
import { buildCondition, buildWhere } from './soql-conditions';
import { buildBind } from './soql-values';
import { buildField, buildFunction } from './soql-fields';

/** A whole query. */
export function buildQuery(ctx: cst.QueryContext, cx: ParseContext): SoqlQuery {
  const entries = ctx.selectList().selectEntry_list();
  const isCount = entries.length === 1 && isPlainCount(entries[0]!);
  const using = optional(ctx.usingScope());
  const offset = optional(ctx.offsetClause());
  const group = optional(ctx.groupByClause());
  const having = group ? optional(group.logicalExpression()) : null;
  return {
    ...commonClauses(ctx, cx),
    isCount,
    select: isCount ? [] : entries.map((entry) => buildSelectItem(entry, cx)),
    using: using ? using.soqlId().getText() : null,
    withClause: buildWith(optional(ctx.withClause())),
    groupBy: group ? buildGroupBy(group, cx) : null,
    having: having ? buildCondition(having, cx) : null,
    offset: offset ? buildCountValue(offset, cx) : null,
    allRows: optional(ctx.allRowsClause()) !== null
  };
}

/** A sub-query: of children in the select list, or of Ids behind IN. */
export function buildSubQuery(ctx: cst.SubQueryContext, cx: ParseContext): SoqlQuery {
  return {
    ...commonClauses(ctx, cx),
    isCount: false,
    select: ctx
      .subFieldList()
      .subFieldEntry_list()
      .map((entry) => buildSelectItem(entry, cx)),
    using: null,
    withClause: null,
    groupBy: null,
    having: null,
    offset: null,
    allRows: false
  };
}

type CommonClauses = Pick<SoqlQuery, 'kind' | 'pos' | 'endLine' | 'from' | 'where' | 'orderBy' | 'limit' | 'forClause'>;

function commonClauses(ctx: cst.QueryContext | cst.SubQueryContext, cx: ParseContext): CommonClauses {
  const where = optional(ctx.whereClause());
  const order = optional(ctx.orderByClause());
  const limit = optional(ctx.limitClause());
  return {
    kind: 'SoqlQuery',
    ...span(ctx),
    from: buildFrom(ctx.fromNameList(), cx),
    where: where ? buildWhere(where.whereLogicalExpression(), cx) : null,
    orderBy: order
      ? order
          .fieldOrderList()
          .fieldOrder_list()
          .map((item) => buildOrder(item, cx))
      : [],
    limit: limit ? buildCountValue(limit, cx) : null,
    forClause: buildFor(ctx.forClauses(), cx)
  };
}

function isPlainCount(entry: cst.SelectEntryContext): boolean {
  const fn = optional(entry.soqlFunction());
  return fn !== null && fn.COUNT() !== null && optional(fn.fieldName()) === null && optional(entry.soqlId()) === null;
}

function buildSelectItem(ctx: cst.SelectEntryContext | cst.SubFieldEntryContext, cx: ParseContext): SelectItem {
  const alias = optional(ctx.soqlId())?.getText() ?? null;
  if (ctx.soqlFunction()) return { ...buildFunction(ctx.soqlFunction(), cx), alias };
  if (ctx.subQuery()) return { kind: 'SubQuery', pos: posOf(ctx), query: buildSubQuery(ctx.subQuery(), cx), alias };
  if (ctx.typeOf()) return buildTypeof(ctx.typeOf());
  return { ...buildField(ctx.fieldName()), alias };
}

function buildTypeof(ctx: cst.TypeOfContext): SoqlTypeof {
  const otherwise = optional(ctx.elseClause());
  return {
    kind: 'Typeof',
    pos: posOf(ctx),
    name: ctx.fieldName().getText(),
    whens: ctx.whenClause_list().map((clause) => ({
      object: clause.fieldName().getText(),
      fields: clause.fieldNameList().fieldName_list().map(buildField)
    })),
    otherwise: otherwise ? otherwise.fieldNameList().fieldName_list().map(buildField) : []
  };
}

/** Words that begin a clause, so that nothing else is called so. Source: SOQL and SOSL Reference, "Reserved Keywords". */
const NO_ALIASES: ReadonlySet<string> = new Set(
  'and asc desc excludes first from group having in includes last like limit not null nulls or select using where with'.split(
    ' '
  )
);

/** `FROM Account a, a.Contacts c`: an alias is the identifier that follows its object before the comma. */
function buildFrom(ctx: cst.FromNameListContext, cx: ParseContext): SoqlQuery['from'] {
  const from: SoqlQuery['from'] = [];
  const aliases = ctx.soqlId_list();
  const names = ctx.fieldName_list();
  names.forEach((name, i) => {
    const end = name.stop?.tokenIndex ?? name.start.tokenIndex;
    const next = names[i + 1]?.start.tokenIndex ?? Infinity;
    const alias = aliases.find((id) => id.start.tokenIndex > end && id.start.tokenIndex < next);
    if (alias && NO_ALIASES.has(alias.getText().toLowerCase())) {
      cx.error(posOf(alias), `unexpected token: '${alias.getText()}'`);
    }
    from.push({ object: name.getText(), alias: alias ? alias.getText() : null, pos: posOf(name) });
  });
  return from;
}

function buildWith(ctx: cst.WithClauseContext | null): SoqlQuery['withClause'] {
  if (!ctx) return null;
  if (ctx.USER_MODE()) return 'USER_MODE';
  if (ctx.SYSTEM_MODE()) return 'SYSTEM_MODE';
  if (ctx.SECURITY_ENFORCED()) return 'SECURITY_ENFORCED';
  const children = (ctx.children ?? []).slice(1) as cst.ApexParseTree[];
  return { other: children.map((child) => child.getText()).join(' ') };
}

function buildGroupBy(ctx: cst.GroupByClauseContext, cx: ParseContext): SoqlGroupBy {
  return {
    kind: ctx.ROLLUP() ? 'rollup' : ctx.CUBE() ? 'cube' : 'fields',
    items: ctx
      .fieldGroupByList()
      .fieldGroupBy_list()
      .map((item) => fieldOrFunction(item, cx))
  };
}

function fieldOrFunction(
  ctx: cst.FieldGroupByContext | cst.FieldOrderContext,
  cx: ParseContext
): SoqlField | SoqlFunction {
  return ctx.soqlFunction() ? buildFunction(ctx.soqlFunction(), cx) : buildField(ctx.fieldName());
}

/** `Name DESC NULLS LAST`. */
export function buildOrder(ctx: cst.FieldOrderContext, cx: ParseContext): SoqlQuery['orderBy'][number] {
  const nulls = ctx.NULLS() ? (ctx.FIRST() ? 'FIRST' : 'LAST') : null;
  return { field: fieldOrFunction(ctx, cx), descending: ctx.DESC() !== null, nulls };
}

/** The number of LIMIT and OFFSET. */
export function buildCountValue(ctx: cst.LimitClauseContext | cst.OffsetClauseContext, cx: ParseContext): SoqlValue {
  const bound = optional(ctx.boundExpression());
  return bound ? buildBind(bound, cx) : { kind: 'Number', text: ctx.IntegerLiteral().getText() };
}

function buildFor(ctx: cst.ForClausesContext, cx: ParseContext): SoqlQuery['forClause'] {
  if (ctx.FOR_list().length > 1) cx.error(posOf(ctx), 'Only one FOR clause is supported in a query');
  if (ctx.UPDATE_list().length > 0) return 'UPDATE';
  if (ctx.VIEW_list().length > 0) return 'VIEW';
  return ctx.REFERENCE_list().length > 0 ? 'REFERENCE' : null;
}
