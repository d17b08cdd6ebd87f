/**
 * `for` in its two forms.
 */
import type * as cst from '@apexdevtools/apex-parser';
import type { Expression, ForStatement, ForEachStatement, LocalVariableStatement, Statement } from '../ast';
import { type ParseContext, optional, span } from './context';
import { buildExpression, buildExpressions } from './expressions';
import { buildLocalVariable } from './statements';
import { buildTypeRef } from './types';

/** `for (init; condition; update) body`. */
export function buildFor(ctx: cst.ForStatementContext, body: Statement | null, cx: ParseContext): ForStatement {
  const control = ctx.forControl();
  const condition = optional(control.expression());
  const update = optional(control.forUpdate());
  return {
    kind: 'For',
    ...span(ctx),
    init: buildInit(optional(control.forInit()), cx),
    condition: condition ? buildExpression(condition, cx) : null,
    update: update ? buildSingle(update.expressionList(), cx) : [],
    body
  };
}

function buildInit(ctx: cst.ForInitContext | null, cx: ParseContext): LocalVariableStatement | Expression[] | null {
  if (!ctx) return null;
  const declaration = optional(ctx.localVariableDeclaration());
  return declaration ? buildLocalVariable(declaration, cx) : buildSingle(ctx.expressionList(), cx);
}

/** The grammar has a list here; an org accepts one expression only. */
function buildSingle(ctx: cst.ExpressionListContext, cx: ParseContext): Expression[] {
  const comma = optional(ctx.COMMA(0));
  if (comma) {
    cx.error({ line: comma.symbol.line, column: comma.symbol.column + 1 }, "Unexpected token ','.");
  }
  return buildExpressions(ctx, cx);
}

/** `for (Type name : iterable) body`. */
export function buildForEach(
  ctx: cst.ForStatementContext,
  control: cst.EnhancedForControlContext,
  body: Statement | null,
  cx: ParseContext
): ForEachStatement {
  return {
    kind: 'ForEach',
    ...span(ctx),
    type: buildTypeRef(control.typeRef()),
    name: control.id().getText(),
    iterable: buildExpression(control.expression(), cx),
    body
  };
}
