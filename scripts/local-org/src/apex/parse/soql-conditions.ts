/**
 * WHERE and HAVING.
 */
import type * as cst from '@apexdevtools/apex-parser';
import type { SoqlCondition } from '../ast';
import { type ParseContext, optional, posOf } from './context';
import { buildField, buildFunction } from './soql-fields';
import { buildValue } from './soql-values';

type Compare = Extract<SoqlCondition, { kind: 'Compare' }>;

/** The condition of WHERE. */
export function buildWhere(ctx: cst.WhereLogicalExpressionContext, cx: ParseContext): SoqlCondition {
  const parts = ctx.whereConditionalExpression_list().map((part) => whereConditional(part, cx));
  return combine(ctx, parts);
}

function whereConditional(ctx: cst.WhereConditionalExpressionContext, cx: ParseContext): SoqlCondition {
  const inner = optional(ctx.whereLogicalExpression());
  if (inner) return buildWhere(inner, cx);
  const field = ctx.whereFieldExpression();
  if (field.FORMULA()) {
    cx.error(posOf(field), 'FORMULA() in a WHERE clause is not supported by the local org');
    return { kind: 'And', conditions: [] };
  }
  return buildCompare(field.fieldExpression(), cx);
}

/** The condition of HAVING. */
export function buildCondition(ctx: cst.LogicalExpressionContext, cx: ParseContext): SoqlCondition {
  const parts = ctx.conditionalExpression_list().map((part) => {
    const inner = optional(part.logicalExpression());
    return inner ? buildCondition(inner, cx) : buildCompare(part.fieldExpression(), cx);
  });
  return combine(ctx, parts);
}

function combine(
  ctx: cst.WhereLogicalExpressionContext | cst.LogicalExpressionContext,
  parts: SoqlCondition[]
): SoqlCondition {
  if (ctx.NOT()) return { kind: 'Not', condition: parts[0]! };
  if (parts.length === 1) return parts[0]!;
  return { kind: ctx.SOQLOR_list().length > 0 ? 'Or' : 'And', conditions: parts };
}

function buildCompare(ctx: cst.FieldExpressionContext, cx: ParseContext): Compare {
  const fn = optional(ctx.soqlFunction());
  return {
    kind: 'Compare',
    pos: posOf(ctx),
    field: fn ? buildFunction(fn, cx) : buildField(ctx.fieldName()),
    operator: operatorOf(ctx.comparisonOperator()),
    value: buildValue(ctx.value(), cx)
  };
}

function operatorOf(ctx: cst.ComparisonOperatorContext): Compare['operator'] {
  const tokens = (ctx.children ?? []) as cst.ApexParseTree[];
  const isSymbol = !ctx.LIKE() && !ctx.IN() && !ctx.INCLUDES() && !ctx.EXCLUDES();
  const text = tokens.map((token) => token.getText().toUpperCase()).join(isSymbol ? '' : ' ');
  return (text === '<>' ? '!=' : text) as Compare['operator'];
}
