/** Checks expressions: gives each its type, its references and the conversions of its parts. */
import type {
  AssignExpression,
  BinaryOperator,
  CastExpression,
  Expression,
  IndexExpression,
  InstanceofExpression,
  LiteralExpression,
  NameExpression,
  PostfixExpression,
  SuperExpression,
  TernaryExpression,
  ThisExpression,
  UnaryExpression
} from '../ast';
import {
  ERROR,
  fullNameOf,
  isBoolean,
  isGenericSObject,
  isList,
  isObject,
  isRecord,
  NULL,
  numericKind,
  named,
  typeName
} from '../symbols/basic';
import { commonType, conversionOf, isAssignable, isCastable } from '../symbols/relations';
import type { ApexType, Conversion } from '../types';
import { checkCall } from './calls';
import type { BodyContext } from './context';
import { applyConversion, coerce, isSingleRowQuery, makeSingle } from './convert';
import { checkNew, checkNewCollection, checkNewSObject } from './creation';
import { accessEntity, nameAsValue } from './entities';
import { checkAssignable } from './fields';
import { binaryOperation, checkBinary } from './operators';
import { checkSoql, checkSosl } from './soql';

/** Checks an expression and answers its type, which is also noted on the node. Errors are reported once. */
export function checkExpression(cx: BodyContext, expression: Expression): ApexType {
  const type = typeOf(cx, expression);
  expression.type = type;
  return type;
}

function typeOf(cx: BodyContext, expression: Expression): ApexType {
  switch (expression.kind) {
    case 'Literal':
      return literalType(cx, expression);
    case 'Name':
      return checkName(cx, expression);
    case 'FieldAccess': {
      const entity = accessEntity(cx, expression);
      if (entity === undefined || entity.kind === 'value') return expression.type ?? ERROR;
      cx.error(expression.pos, `Variable does not exist: ${expression.name}`);
      return ERROR;
    }
    case 'Call':
      return checkCall(cx, expression);
    case 'New':
      return checkNew(cx, expression);
    case 'NewCollection':
      return checkNewCollection(cx, expression);
    case 'NewSObject':
      return checkNewSObject(cx, expression);
    case 'Index':
      return checkIndex(cx, expression);
    case 'Unary':
    case 'Postfix':
      return checkUnary(cx, expression);
    case 'Binary':
      return checkBinaryTree(cx, expression);
    case 'Assign':
      return checkAssign(cx, expression);
    case 'Ternary':
      return checkTernary(cx, expression);
    case 'Cast':
      return checkCast(cx, expression);
    case 'Instanceof':
      return checkInstanceof(cx, expression);
    case 'This':
    case 'Super':
      return checkThis(cx, expression);
    case 'ClassRef':
      expression.refType =
        expression.typeRef.parts[0]?.name === 'void' ? cx.builtins.object : cx.resolve(expression.typeRef);
      return cx.builtins.type('System.Type');
    case 'Soql':
      return checkSoql(cx, expression);
    case 'Sosl':
      return checkSosl(cx);
  }
}

function literalType(cx: BodyContext, expression: LiteralExpression): ApexType {
  switch (expression.literal) {
    case 'Integer':
      return cx.builtins.integer;
    case 'Long':
      return cx.builtins.long;
    case 'Decimal':
      return cx.builtins.decimal;
    case 'Double':
      return cx.builtins.double;
    case 'String':
      return cx.builtins.string;
    case 'Boolean':
      return cx.builtins.boolean;
    case 'Null':
      return NULL;
  }
}

function checkName(cx: BodyContext, expression: NameExpression): ApexType {
  const type = nameAsValue(cx, expression);
  if (type !== undefined) return type;
  cx.error(expression.pos, `Variable does not exist: ${expression.name}`);
  return ERROR;
}

function checkIndex(cx: BodyContext, expression: IndexExpression): ApexType {
  const target = checkExpression(cx, expression.target);
  const index = checkExpression(cx, expression.index);
  if (target.kind === 'error' || index.kind === 'error') return ERROR;
  if (!isList(target)) {
    cx.error(expression.pos, `Expression must be a list type: ${typeName(target)}`);
    return ERROR;
  }
  if (numericKind(index) !== 'Integer' && index.kind !== 'null') {
    cx.error(expression.index.pos, `List index must be of type Integer: ${typeName(index)}`);
    return ERROR;
  }
  return target.args[0] ?? ERROR;
}

const STEP_MESSAGES = {
  '++': 'Unary prefix increment can only be applied to numeric expressions',
  '--': 'Unary prefix decrement can only be applied to numeric expressions'
};

function checkUnary(cx: BodyContext, expression: UnaryExpression | PostfixExpression): ApexType {
  const type = checkExpression(cx, expression.operand);
  if (type.kind === 'error') return ERROR;
  const problem = unaryProblem(expression, type);
  if (problem !== null) {
    cx.error(expression.pos, problem);
    return ERROR;
  }
  if (expression.operator === '++' || expression.operator === '--') checkAssignable(cx, expression.operand);
  return type;
}

function unaryProblem(expression: UnaryExpression | PostfixExpression, type: ApexType): string | null {
  const kind = numericKind(type);
  switch (expression.operator) {
    case '!':
      return isBoolean(type) ? null : '! operator can only be applied to boolean expressions';
    case '~':
      return kind === 'Integer' || kind === 'Long' ? null : `Invalid type for bitwise negate: ${typeName(type)}`;
    case '+':
      return type.kind === 'void' ? 'Arithmetic expressions are not allowed on void types' : null;
    case '-':
      return kind !== undefined ? null : 'Unary negation must use a numeric argument';
    default: {
      if (kind !== undefined) return null;
      const postfix = 'Unary postfix increment/decrement can only be applied to numeric expressions';
      return `${expression.kind === 'Postfix' ? postfix : STEP_MESSAGES[expression.operator]}: ${typeName(type)}`;
    }
  }
}

/** Long chains such as `'a' + b + …` lean to the left: walks them without recursion. */
function checkBinaryTree(cx: BodyContext, expression: Extract<Expression, { kind: 'Binary' }>): ApexType {
  const chain = [expression];
  let leftmost: Expression = expression.left;
  while (leftmost.kind === 'Binary') {
    chain.push(leftmost);
    leftmost = leftmost.left;
  }
  checkExpression(cx, leftmost);
  let type: ApexType = ERROR;
  for (const node of chain.reverse()) {
    checkExpression(cx, node.right);
    type = checkBinary(cx, node);
    node.type = type;
  }
  return type;
}

function checkAssign(cx: BodyContext, expression: AssignExpression): ApexType {
  if (expression.operator === '=') cx.storing = expression.target;
  const target = checkExpression(cx, expression.target);
  cx.storing = undefined;
  checkExpression(cx, expression.value);
  if (target.kind === 'error' || expression.value.type?.kind === 'error') return target;
  if (!checkAssignable(cx, expression.target)) return target;
  if (expression.operator === '=') coerce(cx, expression.value, target);
  else checkCompound(cx, expression, target);
  return target;
}

function checkCompound(cx: BodyContext, expression: AssignExpression, target: ApexType): void {
  const operator = expression.operator.slice(0, -1) as BinaryOperator;
  const value = expression.value.type ?? ERROR;
  const outcome = binaryOperation(cx, operator, target, value);
  if (typeof outcome === 'string') {
    cx.error(expression.pos, outcome);
    return;
  }
  if (!isAssignable(outcome.type, target)) {
    cx.error(expression.pos, `Illegal assignment from ${typeName(outcome.type)} to ${typeName(target)}`);
    return;
  }
  expression.operandKind = outcome.kind;
  if (outcome.left) expression.targetConv = outcome.left;
  if (outcome.right) expression.value.conv = outcome.right;
  const result: Conversion | undefined = conversionOf(outcome.type, target);
  if (result) expression.resultConv = result;
}

function checkTernary(cx: BodyContext, expression: TernaryExpression): ApexType {
  checkCondition(cx, expression.condition);
  const then = checkExpression(cx, expression.then);
  const otherwise = checkExpression(cx, expression.otherwise);
  const common = then.kind === 'void' || otherwise.kind === 'void' ? undefined : commonType(then, otherwise);
  if (common === undefined) {
    cx.error(expression.pos, `Incompatible types in ternary operator: ${typeName(otherwise)}, ${typeName(then)}`);
    return ERROR;
  }
  applyConversion(expression.then, common);
  applyConversion(expression.otherwise, common);
  return common;
}

/** Checks an expression that must be a Boolean. */
export function checkCondition(cx: BodyContext, expression: Expression): void {
  const type = checkExpression(cx, expression);
  if (type.kind !== 'error' && !isBoolean(type)) {
    cx.error(expression.pos, `Condition expression must be of type Boolean: ${typeName(type)}`);
  }
}

function checkCast(cx: BodyContext, expression: CastExpression): ApexType {
  const to = cx.resolve(expression.typeRef);
  const from = checkExpression(cx, expression.operand);
  if (from.kind === 'error' || to.kind === 'error') return to;
  if (isSingleRowQuery(expression.operand, to)) {
    if (expression.operand.kind === 'Soql') makeSingle(expression.operand);
    else expression.operand.conv = { kind: 'ListToSingle' };
    return to;
  }
  if (from.kind === 'void' || !isCastable(from, to)) {
    cx.error(
      expression.pos,
      `Incompatible types since an instance of ${typeName(from)} is never an instance of ${typeName(to)}`
    );
  }
  return to;
}

function checkInstanceof(cx: BodyContext, expression: InstanceofExpression): ApexType {
  const from = checkExpression(cx, expression.operand);
  const to = cx.resolve(expression.typeRef);
  expression.testType = to;
  const { boolean } = cx.builtins;
  if (from.kind === 'error' || to.kind === 'error') return boolean;
  const names = `${typeName(from)} is never an instance of ${typeName(to)}`;
  if (from.kind === 'void' || !isCastable(from, to) || isListOfRecordsAsObject(from, to)) {
    cx.error(expression.pos, `Operation instanceof is always false since an instance of ${names}`);
  } else if (isAlwaysInstance(from, to)) {
    const message = `an instance of ${typeName(from)} is always an instance of ${typeName(to)}`;
    cx.error(expression.pos, `Operation instanceof is always true since ${message}`);
  }
  return boolean;
}

/** Salesforce's compiler says so of lists of records, strange as it is. */
function isListOfRecordsAsObject(from: ApexType, to: ApexType): boolean {
  if (!isListOfRecords(from)) return false;
  return isObject(to) || (isList(to) && isObject(to.args[0] ?? ERROR));
}

function isListOfRecords(type: ApexType): boolean {
  const item = isList(type) ? type.args[0] : undefined;
  return item !== undefined && (isRecord(item) || isGenericSObject(item));
}

/** A test that can only be true. A String may or may not be an Id; a list of SObject may hold any records. */
function isAlwaysInstance(from: ApexType, to: ApexType): boolean {
  if (from.kind === 'null') return true;
  if (!isAssignable(from, to)) return false;
  if (fullNameOf(from) === 'System.String' && fullNameOf(to) === 'System.Id') return false;
  if (fullNameOf(to) === 'System.Iterable' && isListOfRecords(from)) return false;
  const ofAnyRecord = isList(from) && isGenericSObject(from.args[0] ?? ERROR);
  return !ofAnyRecord || !isList(to) || isGenericSObject(to.args[0] ?? ERROR);
}

function checkThis(cx: BodyContext, expression: ThisExpression | SuperExpression): ApexType {
  const word = expression.kind === 'This' ? 'This' : 'Super';
  if (cx.options.isStatic || cx.options.kind === 'anonymous') {
    cx.error(expression.pos, `${word} cannot be referenced in a static context`);
    return ERROR;
  }
  if (expression.kind === 'This') return named(cx.owner);
  return cx.owner.superclass ?? cx.builtins.object;
}
