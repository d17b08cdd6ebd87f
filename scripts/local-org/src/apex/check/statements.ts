/** Checks statements. */
import type {
  BlockStatement,
  Expression,
  ForEachStatement,
  ForStatement,
  LocalVariableStatement,
  ReturnStatement,
  RunAsStatement,
  Statement,
  ThrowStatement,
  TryStatement
} from '../ast';
import { ERROR, isGenericSObject, isList, isRecord, isSet, sameType, typeName, VOID } from '../symbols/basic';
import { hasWord } from '../symbols/modifierset';
import { isAssignable, isThrowable, iterableItem } from '../symbols/relations';
import type { ApexType, LocalSymbol } from '../types';
import type { BodyContext } from './context';
import { coerce } from './convert';
import { checkDml } from './dml';
import { checkCondition, checkExpression } from './expressions';
import { completes } from './flow';
import { checkIdentifier } from './identifiers';
import { checkLocalModifiers, checkWords } from './modifiers';
import { checkSwitch } from './switches';

/** Checks a block in a scope of its own. */
export function checkBlock(cx: BodyContext, block: BlockStatement): void {
  cx.locals.push();
  checkStatements(cx, block.statements);
  cx.locals.pop();
}

/** Checks statements in the scope in hand; what follows a statement that never completes is unreachable. */
export function checkStatements(cx: BodyContext, statements: readonly Statement[]): void {
  let reported = false;
  for (const [i, statement] of statements.entries()) {
    const before = statements[i - 1];
    const isField = statement.kind === 'LocalVariable' && isTopLevelVariable(cx);
    if (!reported && !isField && before !== undefined && !completes(before)) {
      cx.error(statement.pos, 'Unreachable statement');
      reported = true;
    }
    checkStatement(cx, statement);
  }
}

function checkScoped(cx: BodyContext, statement: Statement | null): void {
  if (statement === null) return;
  cx.locals.push();
  checkStatement(cx, statement);
  cx.locals.pop();
}

function checkLoopBody(cx: BodyContext, body: Statement | null): void {
  cx.loopDepth++;
  checkScoped(cx, body);
  cx.loopDepth--;
}

/** Checks one statement. */
export function checkStatement(cx: BodyContext, statement: Statement): void {
  switch (statement.kind) {
    case 'Block':
      return checkBlock(cx, statement);
    case 'LocalVariable':
      return checkLocalVariable(cx, statement);
    case 'ExpressionStatement':
      return checkExpressionStatement(cx, statement.expression);
    case 'If':
      checkCondition(cx, statement.condition);
      checkScoped(cx, statement.then);
      return checkScoped(cx, statement.otherwise);
    case 'Switch':
      return checkSwitch(cx, statement);
    case 'For':
      return checkFor(cx, statement);
    case 'ForEach':
      return checkForEach(cx, statement);
    case 'While':
      checkCondition(cx, statement.condition);
      return checkLoopBody(cx, statement.body);
    case 'DoWhile':
      checkLoopBody(cx, statement.body);
      return checkCondition(cx, statement.condition);
    case 'Try':
      return checkTry(cx, statement);
    case 'Return':
      return checkReturn(cx, statement);
    case 'Throw':
      return checkThrow(cx, statement);
    case 'Break':
      if (cx.loopDepth === 0) cx.error(statement.pos, 'Break statement must be in loop');
      return;
    case 'Continue':
      if (cx.loopDepth === 0) cx.error(statement.pos, 'Continue statement must be in loop');
      return;
    case 'Dml':
      return checkDml(cx, statement);
    case 'RunAs':
      return checkRunAs(cx, statement);
  }
}

function checkLocalVariable(cx: BodyContext, statement: LocalVariableStatement): void {
  const isField = isTopLevelVariable(cx);
  if (isField) checkWords(cx, statement.modifiers, 'fields');
  else checkLocalModifiers(cx, statement.modifiers);
  const type = declaredType(cx, statement);
  const isFinal = hasWord(statement.modifiers, 'final');
  for (const declarator of statement.declarators) {
    if (declarator.init !== null) {
      checkExpression(cx, declarator.init);
      coerce(cx, declarator.init, type);
    }
    checkIdentifier(cx, declarator.name, declarator.pos);
    declarator.symbol = cx.declareLocal(declarator.name, type, declarator.pos, isFinal);
  }
}

/** Variables of an anonymous block or trigger outside all braces count as its fields. */
function isTopLevelVariable(cx: BodyContext): boolean {
  return (cx.options.kind === 'anonymous' || cx.options.kind === 'trigger') && cx.locals.isOutermost;
}

function declaredType(cx: BodyContext, statement: LocalVariableStatement): ApexType {
  if (statement.type.parts[0]?.name.toLowerCase() === 'void') {
    cx.error(statement.pos, 'Variables cannot be of type void');
    return ERROR;
  }
  return cx.resolve(statement.type);
}

const STATEMENT_EXPRESSIONS = new Set(['Assign', 'Call', 'New', 'NewCollection', 'NewSObject', 'Postfix']);

function checkExpressionStatement(cx: BodyContext, expression: Expression): void {
  const type = checkExpression(cx, expression);
  if (type.kind === 'error') return;
  const isStep = expression.kind === 'Unary' && (expression.operator === '++' || expression.operator === '--');
  if (
    !STATEMENT_EXPRESSIONS.has(expression.kind) &&
    !isStep &&
    expression.kind !== 'Soql' &&
    expression.kind !== 'Sosl'
  ) {
    cx.error(expression.pos, 'Expression cannot be a statement.');
  }
}

function checkFor(cx: BodyContext, statement: ForStatement): void {
  cx.locals.push();
  if (Array.isArray(statement.init)) statement.init.forEach((item) => checkExpressionStatement(cx, item));
  else if (statement.init !== null) checkLocalVariable(cx, statement.init);
  if (statement.condition !== null) checkCondition(cx, statement.condition);
  statement.update.forEach((item) => checkExpressionStatement(cx, item));
  checkLoopBody(cx, statement.body);
  cx.locals.pop();
}

function checkForEach(cx: BodyContext, statement: ForEachStatement): void {
  const type = cx.resolve(statement.type);
  const iterable = checkExpression(cx, statement.iterable);
  if (type.kind !== 'error' && iterable.kind !== 'error') checkIteration(cx, statement, type, iterable);
  cx.locals.push();
  checkIdentifier(cx, statement.name, statement.pos);
  statement.symbol = cx.declareLocal(statement.name, type, statement.pos, false);
  checkLoopBody(cx, statement.body);
  cx.locals.pop();
}

function checkIteration(cx: BodyContext, statement: ForEachStatement, type: ApexType, iterable: ApexType): void {
  if (statement.iterable.kind === 'Soql' && isList(iterable)) {
    checkQueryLoop(cx, statement, type, iterable.args[0] ?? ERROR);
    return;
  }
  const item = iterableItem(iterable);
  if (item === undefined) {
    cx.error(statement.iterable.pos, `Loop must iterate over collection: ${typeName(iterable)}`);
    return;
  }
  statement.mode = isList(iterable) ? 'list' : isSet(iterable) ? 'set' : 'iterable';
  const fromSObject = isGenericSObject(item) && isRecord(type);
  if (!isAssignable(item, type) && !fromSObject) {
    cx.error(statement.pos, `Invalid loop variable type expected ${typeName(item)} was ${typeName(type)}`);
  }
}

function checkQueryLoop(cx: BodyContext, statement: ForEachStatement, type: ApexType, row: ApexType): void {
  statement.mode = isList(type) ? 'queryChunks' : 'query';
  if (statement.body === null) cx.error(statement.pos, 'Loop with query must provide a statement');
  const item = isList(type) ? (type.args[0] ?? ERROR) : type;
  if (item.kind === 'error' || sameType(item, row) || isGenericSObject(item)) return;
  const wanted = 'Loop variable must be a generic SObject or List or a concrete SObject or List of';
  cx.error(statement.pos, `${wanted}: ${typeName(row)}`);
}

function checkTry(cx: BodyContext, statement: TryStatement): void {
  checkBlock(cx, statement.body);
  if (statement.catches.length === 0 && statement.finallyBody === null) {
    cx.error(statement.pos, 'Try block must have at least one catch block or a finally block');
  }
  const caught: ApexType[] = [];
  for (const clause of statement.catches) {
    const type = cx.resolve(clause.type);
    if (!isThrowable(type)) {
      cx.error(clause.pos, `Catch block variable must be of type exception: ${typeName(type)}`);
    } else if (type.kind !== 'error' && caught.some((known) => isAssignable(type, known))) {
      cx.error(clause.pos, `Exception type already caught: ${typeName(type)}`);
    }
    if (type.kind !== 'error') caught.push(type);
    cx.locals.push();
    clause.symbol = cx.declareLocal(clause.name, isThrowable(type) ? type : ERROR, clause.pos, false);
    checkStatements(cx, clause.body.statements);
    cx.locals.pop();
  }
  if (statement.finallyBody !== null) checkBlock(cx, statement.finallyBody);
}

function checkThrow(cx: BodyContext, statement: ThrowStatement): void {
  const type = checkExpression(cx, statement.value);
  if (type.kind === 'null' || isThrowable(type)) return;
  cx.error(statement.pos, `Throw expression must be of type exception: ${typeName(type)}`);
}

function checkReturn(cx: BodyContext, statement: ReturnStatement): void {
  const { returns, kind, isStatic } = cx.options;
  if (kind === 'initializer' && !isStatic) {
    cx.error(statement.pos, 'Return must be called from a method');
    return;
  }
  if (statement.value === null) {
    if (returns.kind !== 'void' && returns.kind !== 'error') {
      cx.error(statement.pos, `Missing return statement required return type: ${typeName(returns)}`);
    }
    return;
  }
  const type = checkExpression(cx, statement.value);
  if (returns.kind === 'void') {
    cx.error(statement.pos, RETURN_REFUSED[kind] ?? 'Void method must not return a value');
    return;
  }
  if (type.kind !== 'error')
    coerce(cx, statement.value, returns, (from, to) => `Illegal conversion from ${from} to ${to}`);
}

const RETURN_REFUSED: Record<string, string> = {
  constructor: 'Constructors must not return a value',
  trigger: 'Trigger bodies must not return a value'
};

function checkRunAs(cx: BodyContext, statement: RunAsStatement): void {
  const type = checkExpression(cx, statement.user);
  const allowed = ['User', 'Version'];
  if (type.kind !== 'error' && !(type.kind === 'named' && allowed.includes(type.symbol.name))) {
    cx.error(statement.pos, "runAs requires a single argument of type 'User' or 'Version'");
  }
  checkBlock(cx, statement.body);
}

/** Declares a parameter. */
export function declareParameter(
  cx: BodyContext,
  name: string,
  type: ApexType,
  pos: Statement['pos'],
  isFinal: boolean
): LocalSymbol {
  return cx.declareLocal(name, type.kind === 'void' ? VOID : type, pos, isFinal);
}
