/**
 * `switch on`.
 */
import type * as cst from '@apexdevtools/apex-parser';
import type { BlockStatement, Expression, SwitchCase, SwitchStatement, WhenType, WhenValues } from '../ast';
import { type ParseContext, optional, posOf, span } from './context';
import { buildExpression, buildName } from './expressions';
import { integerValue, longValue, stringValue } from './literals';
import { buildBlock } from './statements';
import { buildTypeRef } from './types';

/** Builds `switch on subject { when … }`. */
export function buildSwitch(ctx: cst.SwitchStatementContext, cx: ParseContext): SwitchStatement {
  const cases: SwitchCase[] = [];
  let otherwise: BlockStatement | null = null;
  for (const control of ctx.whenControl_list()) {
    if (otherwise) cx.error(posOf(control), "'when else' must be the last when block");
    const body = buildBlock(control.block(), cx);
    if (control.whenValue().ELSE()) otherwise = body;
    else cases.push({ ...span(control), when: buildWhen(control.whenValue(), cx), body });
  }
  return { kind: 'Switch', ...span(ctx), subject: buildExpression(ctx.expression(), cx), cases, otherwise };
}

function buildWhen(ctx: cst.WhenValueContext, cx: ParseContext): WhenValues | WhenType {
  const type = optional(ctx.typeRef());
  if (type) return { kind: 'WhenType', type: buildTypeRef(type), name: ctx.id().getText() };
  return { kind: 'WhenValues', values: ctx.whenLiteral_list().map((literal) => buildWhenLiteral(literal, cx)) };
}

function buildWhenLiteral(ctx: cst.WhenLiteralContext, cx: ParseContext): Expression {
  const inner = optional(ctx.whenLiteral());
  if (inner) return buildWhenLiteral(inner, cx);
  const base = { kind: 'Literal' as const, ...span(ctx) };
  const negative = ctx.SUB_list().length % 2 === 1;
  const integer = optional(ctx.IntegerLiteral());
  if (integer) return { ...base, literal: 'Integer', value: integerValue(integer.getText(), base.pos, cx, negative) };
  const long = optional(ctx.LongLiteral());
  if (long) return { ...base, literal: 'Long', value: longValue(long.getText(), base.pos, cx, negative) };
  if (ctx.NULL()) return { ...base, literal: 'Null' };
  const name = optional(ctx.qualifiedName());
  if (name) return buildDottedName(name);
  return { ...base, literal: 'String', value: stringValue(ctx.StringLiteral() ?? ctx.MultilineStringLiteral(), cx) };
}

function buildDottedName(ctx: cst.QualifiedNameContext): Expression {
  const [first, ...rest] = ctx.id_list();
  let result: Expression = buildName(first!);
  for (const id of rest) {
    result = { kind: 'FieldAccess', ...span(ctx), target: result, name: id.getText(), namePos: posOf(id), safe: false };
  }
  return result;
}
