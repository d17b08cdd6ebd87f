/**
 * Values of SOQL: literals, date formulas, lists, binds.
 */
import type * as cst from '@apexdevtools/apex-parser';
import type { SoqlValue } from '../ast';
import { type ParseContext, optional, posOf } from './context';
import { buildExpression } from './expressions';
import { stringValue } from './literals';
import { buildSubQuery } from './soql';

/** The right side of a comparison. */
export function buildValue(ctx: cst.ValueContext, cx: ParseContext): SoqlValue {
  if (ctx.boundExpression()) return buildBind(ctx.boundExpression(), cx);
  if (ctx.subQuery()) return { kind: 'SubQuery', query: buildSubQuery(ctx.subQuery(), cx) };
  const list = optional(ctx.valueList());
  if (list) return { kind: 'List', values: list.value_list().map((value) => buildValue(value, cx)) };
  return buildLiteralValue(ctx, cx);
}

function buildLiteralValue(ctx: cst.ValueContext, cx: ParseContext): SoqlValue {
  const text = ctx.getText();
  if (ctx.NULL()) return { kind: 'Null' };
  if (ctx.BooleanLiteral()) return { kind: 'Boolean', value: text.toLowerCase() === 'true' };
  if (ctx.signedNumber()) return buildSignedNumber(ctx.signedNumber());
  if (ctx.DateLiteral()) return { kind: 'Date', text };
  if (ctx.TimeLiteral()) return { kind: 'Time', text };
  if (ctx.DateTimeLiteral()) return { kind: 'Datetime', text };
  if (ctx.dateFormula()) return buildDateFormula(ctx.dateFormula());
  if (ctx.IntegralCurrencyLiteral()) return { kind: 'Currency', text };
  return { kind: 'String', value: stringValue(ctx.StringLiteral() ?? ctx.MultilineStringLiteral(), cx) };
}

/** `-1.5`. */
export function buildSignedNumber(ctx: cst.SignedNumberContext): SoqlValue {
  return { kind: 'Number', text: ctx.getText() };
}

function buildDateFormula(ctx: cst.DateFormulaContext): SoqlValue {
  const n = optional(ctx.signedInteger());
  return { kind: 'DateFormula', name: ctx.start.text.toUpperCase(), n: n ? Number(n.getText()) : null };
}

/** `:expression`. */
export function buildBind(ctx: cst.BoundExpressionContext, cx: ParseContext): SoqlValue {
  const expression = ctx.expression();
  if (cx.dynamicSoql) return { kind: 'Bind', pos: posOf(ctx), expression: null, name: expression.getText() };
  return { kind: 'Bind', pos: posOf(ctx), expression: buildExpression(expression, cx), name: null };
}
