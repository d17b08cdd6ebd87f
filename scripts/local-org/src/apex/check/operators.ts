/** Operators: which types they take and what they give. */
import type { BinaryExpression, BinaryOperator, Expression, OperandKind } from '../ast';
import {
  ERROR,
  isBoolean,
  isId,
  isPlatform,
  isString,
  isValueType,
  numericKind,
  typeName,
  type NumericKind
} from '../symbols/basic';
import { commonType, conversionOf, isAssignable, isComparable } from '../symbols/relations';
import type { ApexType, Conversion } from '../types';
import type { BodyContext } from './context';

/** What an operator does with operands of two types. */
export interface Operation {
  type: ApexType;
  kind: OperandKind;
  left?: Conversion;
  right?: Conversion;
}

/** An operation, or the message that refuses it. */
type Outcome = Operation | string;

const ORDER: readonly NumericKind[] = ['Integer', 'Long', 'Double', 'Decimal'];
const NOT_NUMERIC = 'Arithmetic expressions must use numeric arguments';

function withConversions(
  kind: OperandKind,
  common: ApexType,
  left: ApexType,
  right: ApexType,
  type: ApexType
): Operation {
  const operation: Operation = { type, kind };
  const [onLeft, onRight] = [conversionOf(left, common), conversionOf(right, common)];
  if (onLeft) operation.left = onLeft;
  if (onRight) operation.right = onRight;
  return operation;
}

/** The wider of two kinds of number. */
function wider(a: NumericKind, b: NumericKind): NumericKind {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}

function numericOperation(cx: BodyContext, left: ApexType, right: ApexType, result?: ApexType): Operation | undefined {
  const [a, b] = [numericKind(left), numericKind(right)];
  if (a === undefined || b === undefined) return undefined;
  const kind = wider(a, b);
  const common = cx.builtins.type(`System.${kind}`);
  return withConversions(kind, common, left, right, result ?? common);
}

const DATE_RULES: Record<string, { kind: OperandKind; steps: readonly string[]; message: string }> = {
  'System.Date': { kind: 'Date', steps: ['Integer', 'Long'], message: 'Date expressions must use Integer or Long' },
  'System.Time': { kind: 'Time', steps: ['Integer', 'Long'], message: 'Time expressions must use Integer or Long' },
  'System.Datetime': {
    kind: 'Datetime',
    steps: ['Integer', 'Double', 'Decimal'],
    message: 'Date/time expressions must use Integer or Double or Decimal'
  }
};

function dateOperation(left: ApexType, right: ApexType): Outcome | undefined {
  const rule =
    left.kind === 'named' && left.symbol.origin === 'platform' ? DATE_RULES[left.symbol.fullName] : undefined;
  if (rule === undefined) return undefined;
  return rule.steps.includes(numericKind(right) ?? '') ? { type: left, kind: rule.kind } : rule.message;
}

function concatenation(cx: BodyContext, left: ApexType, right: ApexType): Operation {
  const operation: Operation = { type: cx.builtins.string, kind: 'String' };
  if (!isString(left)) operation.left = { kind: 'ToString', from: left };
  if (!isString(right)) operation.right = { kind: 'ToString', from: right };
  return operation;
}

/** `+ - * /`. */
function arithmetic(cx: BodyContext, operator: string, left: ApexType, right: ApexType): Outcome {
  if (left.kind === 'void' || right.kind === 'void') return 'Arithmetic expressions are not allowed on void types';
  if (operator === '+' && (isString(left) || isString(right))) return concatenation(cx, left, right);
  const onDates = operator === '+' || operator === '-' ? dateOperation(left, right) : undefined;
  return onDates ?? numericOperation(cx, left, right) ?? NOT_NUMERIC;
}

function isWhole(type: ApexType): boolean {
  const kind = numericKind(type);
  return kind === 'Integer' || kind === 'Long';
}

/** `<< >> >>>`: the result has the type of what is shifted. */
function shift(operator: string, left: ApexType, right: ApexType): Outcome {
  if (!isWhole(left) || !isWhole(right)) return `${operator} operation can only be applied to Integer or Long types`;
  return { type: left, kind: numericKind(left) as OperandKind };
}

/** `& | ^`. */
function bitwise(cx: BodyContext, operator: string, left: ApexType, right: ApexType): Outcome {
  if (isBoolean(left) && isBoolean(right)) return { type: left, kind: 'Boolean' };
  const numbers = isWhole(left) && isWhole(right) ? numericOperation(cx, left, right) : undefined;
  return numbers ?? `${operator} operator can only be applied to Boolean expressions or to Integer or Long expressions`;
}

function incomparable(left: ApexType, right: ApexType): string {
  return `Comparison arguments must be compatible types: ${typeName(left)}, ${typeName(right)}`;
}

/** `&& ||`. */
function logical(left: ApexType, right: ApexType): Outcome {
  if (left.kind === 'null' || right.kind === 'null') return incomparable(left, right);
  if (!isBoolean(left) || !isBoolean(right)) return 'Logical operator can only be applied to Boolean';
  return { type: left, kind: 'Boolean' };
}

function comparisonKind(common: ApexType): OperandKind {
  for (const kind of ['Boolean', 'Date', 'Datetime', 'Time', 'String', 'Id'] as const) {
    if (isPlatform(common, `System.${kind}`)) return kind;
  }
  return numericKind(common) ?? 'Object';
}

/** What both sides of a comparison become. */
function comparisonOperation(cx: BodyContext, left: ApexType, right: ApexType): Operation {
  const { boolean } = cx.builtins;
  const numbers = numericOperation(cx, left, right, boolean);
  if (numbers !== undefined) return numbers;
  // A text compared with an Id becomes one.
  if (isString(left) && isId(right)) return withConversions('Id', right, left, right, boolean);
  if (isId(left) && isString(right)) return withConversions('Id', left, left, right, boolean);
  if (left.kind === 'null' || right.kind === 'null') return { type: boolean, kind: 'Object' };
  const common = isAssignable(left, right) ? right : left;
  const kind = comparisonKind(common);
  return kind === 'Object' ? { type: boolean, kind } : withConversions(kind, common, left, right, boolean);
}

/** `== != <>`. */
function equality(cx: BodyContext, left: ApexType, right: ApexType): Outcome {
  if (left.kind === 'void' || right.kind === 'void' || !isComparable(left, right)) return incomparable(left, right);
  return comparisonOperation(cx, left, right);
}

/** `=== !==`: identity, refused where values have none. */
function identity(cx: BodyContext, left: ApexType, right: ApexType): Outcome {
  if (left.kind !== 'named' || right.kind !== 'named' || !isComparable(left, right)) return incomparable(left, right);
  const common = isAssignable(right, left) && !isAssignable(left, right) ? left : right;
  if (isValueType(common)) return `Exact equality operator only allowed for reference types: ${typeName(common)}`;
  return { type: cx.builtins.boolean, kind: 'Object' };
}

/** `< > <= >=`. */
function inequality(cx: BodyContext, left: ApexType, right: ApexType): Outcome {
  if (left.kind === 'null' || right.kind === 'null' || left.kind === 'void' || right.kind === 'void')
    return incomparable(left, right);
  if (!isComparable(left, right)) return incomparable(left, right);
  const operation = comparisonOperation(cx, left, right);
  if (operation.kind === 'Object' || operation.kind === 'Boolean') {
    return `Inequality operator not allowed for this type: ${typeName(isAssignable(left, right) ? right : left)}`;
  }
  return operation;
}

function coalescing(left: ApexType, right: ApexType): Outcome {
  const common = commonType(left, right);
  if (common === undefined || left.kind === 'void' || right.kind === 'void') {
    return `Incompatible types in null coalescing operator: ${typeName(left)}, ${typeName(right)}`;
  }
  return withConversions(comparisonKind(common), common, left, right, common);
}

/** What a binary operator does with two types. */
export function binaryOperation(cx: BodyContext, operator: BinaryOperator, left: ApexType, right: ApexType): Outcome {
  switch (operator) {
    case '+':
    case '-':
    case '*':
    case '/':
      return arithmetic(cx, operator, left, right);
    case '<<':
    case '>>':
    case '>>>':
      return shift(operator, left, right);
    case '&':
    case '|':
    case '^':
      return bitwise(cx, operator, left, right);
    case '&&':
    case '||':
      return logical(left, right);
    case '==':
    case '!=':
    case '<>':
      return equality(cx, left, right);
    case '===':
    case '!==':
      return identity(cx, left, right);
    case '??':
      return coalescing(left, right);
    default:
      return inequality(cx, left, right);
  }
}

/** Checks a binary expression whose operands have been checked. */
export function checkBinary(cx: BodyContext, expression: BinaryExpression): ApexType {
  const [left, right] = [expression.left.type ?? ERROR, expression.right.type ?? ERROR];
  if (left.kind === 'error' || right.kind === 'error') return ERROR;
  const outcome = binaryOperation(cx, expression.operator, left, right);
  if (typeof outcome === 'string') {
    cx.error(expression.pos, outcome);
    return ERROR;
  }
  expression.operandKind = outcome.kind;
  setConversion(expression.left, outcome.left);
  setConversion(expression.right, outcome.right);
  return outcome.type;
}

function setConversion(expression: Expression, conversion: Conversion | undefined): void {
  if (conversion !== undefined) expression.conv = conversion;
}
