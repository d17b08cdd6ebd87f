/**
 * Expressions: the parser's tree to ours.
 */
import * as cst from '@apexdevtools/apex-parser';
import type {
  AssignExpression,
  BinaryExpression,
  BinaryOperator,
  CallExpression,
  Expression,
  NameExpression,
  SoslExpression,
  UnaryExpression
} from '../ast';
import { type ParseContext, optional, posOf, span, tokenPos } from './context';
import { buildCreator } from './creators';
import { buildLiteral } from './literals';
import { buildQuery } from './soql';
import { buildTypeRef, plainTypeRef } from './types';

type Builder<C> = (ctx: C, cx: ParseContext) => Expression;
const builders = new Map<unknown, Builder<never>>();

function on<C extends cst.ExpressionContext>(type: new (...args: never[]) => C, build: Builder<C>): void {
  builders.set(type, build as Builder<never>);
}

/** Builds one expression. */
export function buildExpression(ctx: cst.ExpressionContext, cx: ParseContext): Expression {
  const build = builders.get(ctx.constructor) as Builder<cst.ExpressionContext> | undefined;
  if (!build) throw new Error(`No builder for ${ctx.constructor.name} at line ${ctx.start.line}`);
  return build(ctx, cx);
}

/** The expressions of a list; none for an absent list. */
export function buildExpressions(ctx: cst.ExpressionListContext | null, cx: ParseContext): Expression[] {
  return ctx ? ctx.expression_list().map((item) => buildExpression(item, cx)) : [];
}

on(cst.PrimaryExpressionContext, (ctx, cx) => buildPrimary(ctx.primary(), cx));
on(cst.SubExpressionContext, (ctx, cx) => ({ ...buildExpression(ctx.expression(), cx), parens: true }));
on(cst.NewExpressionContext, (ctx, cx) => buildCreator(ctx, cx));
on(cst.MethodCallExpressionContext, (ctx, cx) => buildMethodCall(ctx.methodCall(), cx));
on(cst.DotExpressionContext, buildDot);

on(cst.ArrayExpressionContext, (ctx, cx) => ({
  kind: 'Index',
  ...span(ctx),
  target: buildExpression(ctx.expression(0), cx),
  index: buildExpression(ctx.expression(1), cx)
}));

on(cst.CastExpressionContext, (ctx, cx) => ({
  kind: 'Cast',
  ...span(ctx),
  typeRef: buildTypeRef(ctx.typeRef()),
  operand: buildExpression(ctx.expression(), cx)
}));

on(cst.InstanceOfExpressionContext, (ctx, cx) => ({
  kind: 'Instanceof',
  ...span(ctx),
  operand: buildExpression(ctx.expression(), cx),
  typeRef: buildTypeRef(ctx.typeRef())
}));

on(cst.PostOpExpressionContext, (ctx, cx) => ({
  kind: 'Postfix',
  ...span(ctx),
  operator: ctx.INC() ? '++' : '--',
  operand: buildExpression(ctx.expression(), cx)
}));

on(cst.PreOpExpressionContext, (ctx, cx) => {
  const operator = ctx.start.text as UnaryExpression['operator'];
  const literal = operator === '-' ? literalOf(ctx.expression()) : null;
  // A minus belongs to its literal, so that the least Integer can be written.
  if (literal) return { ...buildLiteral(literal, cx, true), ...span(ctx) };
  return { kind: 'Unary', ...span(ctx), operator, operand: buildExpression(ctx.expression(), cx) };
});

on(cst.NegExpressionContext, (ctx, cx) => ({
  kind: 'Unary',
  ...span(ctx),
  operator: ctx.TILDE() ? '~' : '!',
  operand: buildExpression(ctx.expression(), cx)
}));

on(cst.CondExpressionContext, (ctx, cx) => ({
  kind: 'Ternary',
  ...span(ctx),
  condition: buildExpression(ctx.expression(0), cx),
  then: buildExpression(ctx.expression(1), cx),
  otherwise: buildExpression(ctx.expression(2), cx)
}));

on(cst.AssignExpressionContext, (ctx, cx) => ({
  kind: 'Assign',
  ...span(ctx),
  operator: operatorText(ctx) as AssignExpression['operator'],
  target: buildExpression(ctx.expression(0), cx),
  value: buildExpression(ctx.expression(1), cx)
}));

type BinaryContext = cst.ExpressionContext & { expression(i: number): cst.ExpressionContext };
const BINARY: (new (...args: never[]) => BinaryContext)[] = [
  cst.Arth1ExpressionContext,
  cst.Arth2ExpressionContext,
  cst.BitExpressionContext,
  cst.CmpExpressionContext,
  cst.EqualityExpressionContext,
  cst.BitAndExpressionContext,
  cst.BitNotExpressionContext,
  cst.BitOrExpressionContext,
  cst.LogAndExpressionContext,
  cst.LogOrExpressionContext,
  cst.CoalExpressionContext
];
for (const type of BINARY) on(type, buildBinary);

function buildBinary(ctx: BinaryContext, cx: ParseContext): BinaryExpression {
  return {
    kind: 'Binary',
    ...span(ctx),
    operator: operatorText(ctx) as BinaryOperator,
    left: buildExpression(ctx.expression(0), cx),
    right: buildExpression(ctx.expression(1), cx)
  };
}

/** The tokens between the operands, joined: `>` `>` is one operator. */
function operatorText(ctx: cst.ApexParserRuleContext): string {
  const inner = (ctx.children ?? []).slice(1, -1) as cst.ApexParseTree[];
  return inner.map((child) => child.getText()).join('');
}

/** The literal that an expression consists of, if it is a number not yet signed. */
function literalOf(ctx: cst.ExpressionContext): cst.LiteralContext | null {
  if (!(ctx instanceof cst.PrimaryExpressionContext)) return null;
  const primary = ctx.primary();
  if (!(primary instanceof cst.LiteralPrimaryContext)) return null;
  const literal = primary.literal();
  return literal.IntegerLiteral() || literal.LongLiteral() || literal.NumberLiteral() ? literal : null;
}

function buildPrimary(ctx: cst.PrimaryContext, cx: ParseContext): Expression {
  if (ctx instanceof cst.LiteralPrimaryContext) return buildLiteral(ctx.literal(), cx);
  if (ctx instanceof cst.IdPrimaryContext) return buildName(ctx.id());
  if (ctx instanceof cst.ThisPrimaryContext) return { kind: 'This', ...span(ctx) };
  if (ctx instanceof cst.SuperPrimaryContext) return { kind: 'Super', ...span(ctx) };
  if (ctx instanceof cst.TypeRefPrimaryContext) {
    return { kind: 'ClassRef', ...span(ctx), typeRef: buildTypeRef(ctx.typeRef()) };
  }
  if (ctx instanceof cst.VoidPrimaryContext) {
    return { kind: 'ClassRef', ...span(ctx), typeRef: plainTypeRef(ctx, ['void']) };
  }
  if (ctx instanceof cst.SoqlPrimaryContext) {
    return { kind: 'Soql', ...span(ctx), query: buildQuery(ctx.soqlLiteral().query(), cx) };
  }
  return buildSosl((ctx as cst.SoslPrimaryContext).soslLiteral());
}

/** A single name as an expression. */
export function buildName(ctx: cst.IdContext): NameExpression {
  return { kind: 'Name', ...span(ctx), name: ctx.getText() };
}

function buildSosl(ctx: cst.SoslLiteralContext): SoslExpression {
  const stream = ctx.start.getInputStream();
  const text = stream ? stream.getText(ctx.start.start, ctx.stop?.stop ?? ctx.start.stop) : ctx.getText();
  return { kind: 'Sosl', ...span(ctx), text: text.slice(1, -1).trim() };
}

function buildMethodCall(ctx: cst.MethodCallContext, cx: ParseContext): CallExpression {
  return {
    kind: 'Call',
    ...span(ctx),
    target: null,
    name: ctx.THIS() ? 'this' : ctx.SUPER() ? 'super' : ctx.id().getText(),
    namePos: posOf(ctx),
    safe: false,
    args: buildExpressions(optional(ctx.expressionList()), cx)
  };
}

function buildDot(ctx: cst.DotExpressionContext, cx: ParseContext): Expression {
  const target = buildExpression(ctx.expression(), cx);
  const safe = ctx.QUESTIONDOT() !== null;
  const call = optional(ctx.dotMethodCall());
  const id = call ? call.anyId() : ctx.anyId();
  const member = { ...span(ctx), target, name: id.getText(), namePos: tokenPos(id.start), safe };
  if (!call) return { kind: 'FieldAccess', ...member };
  return { kind: 'Call', ...member, args: buildExpressions(optional(call.expressionList()), cx) };
}
