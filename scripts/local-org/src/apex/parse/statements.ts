/**
 * Statements: the parser's tree to ours.
 */
import type * as cst from '@apexdevtools/apex-parser';
import type { BlockStatement, DmlStatement, Expression, LocalVariableStatement, Position, Statement } from '../ast';
import { type ParseContext, optional, span } from './context';
import { buildFor, buildForEach } from './loops';
import { buildSwitch } from './switches';
import { buildExpression } from './expressions';
import { buildModifiers } from './modifiers';
import { buildTypeRef, typeRefOfName } from './types';

/** `{ … }`. */
export function buildBlock(ctx: cst.BlockContext, cx: ParseContext): BlockStatement {
  return {
    kind: 'Block',
    ...span(ctx),
    statements: ctx.statement_list().map((statement) => buildStatement(statement, cx))
  };
}

/** Builds one statement. */
export function buildStatement(ctx: cst.StatementContext, cx: ParseContext): Statement {
  return buildControl(ctx, cx) ?? buildJump(ctx, cx) ?? buildDml(ctx, cx) ?? buildSimple(ctx, cx);
}

function buildControl(ctx: cst.StatementContext, cx: ParseContext): Statement | null {
  if (ctx.block()) return buildBlock(ctx.block(), cx);
  if (ctx.ifStatement()) return buildIf(ctx.ifStatement(), cx);
  if (ctx.switchStatement()) return buildSwitch(ctx.switchStatement(), cx);
  if (ctx.forStatement()) return buildForStatement(ctx.forStatement(), cx);
  if (ctx.whileStatement()) return buildWhile(ctx.whileStatement(), cx);
  if (ctx.doWhileStatement()) return buildDoWhile(ctx.doWhileStatement(), cx);
  if (ctx.tryStatement()) return buildTry(ctx.tryStatement(), cx);
  if (ctx.runAsStatement()) return buildRunAs(ctx.runAsStatement(), cx);
  return null;
}

function buildIf(ctx: cst.IfStatementContext, cx: ParseContext): Statement {
  const otherwise = optional(ctx.statement(1));
  return {
    kind: 'If',
    ...span(ctx),
    condition: buildExpression(ctx.parExpression().expression(), cx),
    then: buildStatement(ctx.statement(0), cx),
    otherwise: otherwise ? buildStatement(otherwise, cx) : null
  };
}

function buildForStatement(ctx: cst.ForStatementContext, cx: ParseContext): Statement {
  const statement = optional(ctx.statement());
  const body = statement ? buildStatement(statement, cx) : null;
  const each = optional(ctx.forControl().enhancedForControl());
  return each ? buildForEach(ctx, each, body, cx) : buildFor(ctx, body, cx);
}

function buildWhile(ctx: cst.WhileStatementContext, cx: ParseContext): Statement {
  const body = optional(ctx.statement());
  return {
    kind: 'While',
    ...span(ctx),
    condition: buildExpression(ctx.parExpression().expression(), cx),
    body: body ? buildStatement(body, cx) : null
  };
}

function buildDoWhile(ctx: cst.DoWhileStatementContext, cx: ParseContext): Statement {
  return {
    kind: 'DoWhile',
    ...span(ctx),
    body: buildBlock(ctx.block(), cx),
    condition: buildExpression(ctx.parExpression().expression(), cx)
  };
}

function buildTry(ctx: cst.TryStatementContext, cx: ParseContext): Statement {
  const finallyBlock = optional(ctx.finallyBlock());
  return {
    kind: 'Try',
    ...span(ctx),
    body: buildBlock(ctx.block(), cx),
    catches: ctx.catchClause_list().map((clause) => ({
      pos: span(clause).pos,
      type: typeRefOfName(clause.qualifiedName()),
      name: clause.id().getText(),
      body: buildBlock(clause.block(), cx)
    })),
    finallyBody: finallyBlock ? buildBlock(finallyBlock.block(), cx) : null
  };
}

function buildRunAs(ctx: cst.RunAsStatementContext, cx: ParseContext): Statement {
  const users = optional(ctx.expressionList())?.expression_list() ?? [];
  const user = users[0];
  if (!user || users.length > 1) {
    cx.error(span(ctx).pos, 'System.runAs takes one argument: a User or a Version');
  }
  return {
    kind: 'RunAs',
    ...span(ctx),
    user: user ? buildExpression(user, cx) : { kind: 'Literal', literal: 'Null', ...span(ctx) },
    body: buildBlock(ctx.block(), cx)
  };
}

function buildJump(ctx: cst.StatementContext, cx: ParseContext): Statement | null {
  const jump = ctx.returnStatement() ?? ctx.throwStatement();
  if (ctx.returnStatement()) {
    const value = optional(ctx.returnStatement().expression());
    return { kind: 'Return', ...span(jump), value: value ? buildExpression(value, cx) : null };
  }
  if (ctx.throwStatement()) {
    return { kind: 'Throw', ...span(jump), value: buildExpression(ctx.throwStatement().expression(), cx) };
  }
  if (ctx.breakStatement()) return { kind: 'Break', ...span(ctx) };
  if (ctx.continueStatement()) return { kind: 'Continue', ...span(ctx) };
  return null;
}

type SimpleDml = cst.ApexParserRuleContext & {
  expression(): cst.ExpressionContext;
  accessLevel(): cst.AccessLevelContext;
};

function buildDml(ctx: cst.StatementContext, cx: ParseContext): Statement | null {
  if (ctx.insertStatement()) return dml('insert', ctx.insertStatement(), cx);
  if (ctx.updateStatement()) return dml('update', ctx.updateStatement(), cx);
  if (ctx.deleteStatement()) return dml('delete', ctx.deleteStatement(), cx);
  if (ctx.undeleteStatement()) return dml('undelete', ctx.undeleteStatement(), cx);
  if (ctx.upsertStatement()) return buildUpsert(ctx.upsertStatement(), cx);
  if (ctx.mergeStatement()) return buildMerge(ctx.mergeStatement(), cx);
  return null;
}

function dml(operation: DmlStatement['operation'], ctx: SimpleDml, cx: ParseContext): DmlStatement {
  return {
    kind: 'Dml',
    ...span(ctx),
    operation,
    access: accessOf(optional(ctx.accessLevel())),
    target: buildExpression(ctx.expression(), cx),
    mergeSource: null,
    upsertField: null
  };
}

function accessOf(ctx: cst.AccessLevelContext | null): DmlStatement['access'] {
  if (!ctx) return null;
  return ctx.USER() ? 'user' : 'system';
}

function buildUpsert(ctx: cst.UpsertStatementContext, cx: ParseContext): DmlStatement {
  const field = optional(ctx.qualifiedName());
  return {
    ...dml('upsert', ctx, cx),
    upsertField: field ? { text: field.getText(), pos: span(field).pos } : null
  };
}

function buildMerge(ctx: cst.MergeStatementContext, cx: ParseContext): DmlStatement {
  return {
    kind: 'Dml',
    ...span(ctx),
    operation: 'merge',
    access: accessOf(optional(ctx.accessLevel())),
    target: buildExpression(ctx.expression(0), cx),
    mergeSource: buildExpression(ctx.expression(1), cx),
    upsertField: null
  };
}

function buildSimple(ctx: cst.StatementContext, cx: ParseContext): Statement {
  const local = optional(ctx.localVariableDeclarationStatement());
  if (local) return { ...buildLocalVariable(local.localVariableDeclaration(), cx), ...span(local) };
  const expression = buildExpression(ctx.expressionStatement().expression(), cx);
  return { kind: 'ExpressionStatement', ...span(ctx), expression };
}

/** `final Integer a = 1, b`. */
export function buildLocalVariable(ctx: cst.LocalVariableDeclarationContext, cx: ParseContext): LocalVariableStatement {
  return {
    kind: 'LocalVariable',
    ...span(ctx),
    modifiers: buildModifiers(ctx.modifier_list(), cx),
    type: buildTypeRef(ctx.typeRef()),
    declarators: buildDeclarators(ctx.variableDeclarators(), cx)
  };
}

/** The names of a declaration of variables or fields, with their initial values. */
export function buildDeclarators(
  ctx: cst.VariableDeclaratorsContext,
  cx: ParseContext
): { name: string; pos: Position; init: Expression | null }[] {
  return ctx.variableDeclarator_list().map((declarator) => {
    const init = optional(declarator.expression());
    return {
      name: declarator.id().getText(),
      pos: span(declarator).pos,
      init: init ? buildExpression(init, cx) : null
    };
  });
}
