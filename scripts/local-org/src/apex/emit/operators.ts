/**
 * Unary and binary operators.
 */
import type { BinaryExpression, BinaryOperator, Expression, OperandKind, UnaryExpression } from '../ast';
import type { BodyEmitter } from './body';
import { emitCondition, emitExpression, emitNonNull } from './expressions';
import { isPlatformType } from './names';
import { isNonNull } from './nonnull';

/** Emits one operand. */
type Operand = () => void;

const ARITHMETIC: Record<string, string> = {
  '+': 'add', '-': 'subtract', '*': 'multiply', '/': 'divide', '<<': 'shiftLeft', '>>': 'shiftRight',
  '>>>': 'shiftRightUnsigned', '&': 'and', '|': 'or', '^': 'xor'
}; // prettier-ignore
const COMPARISON: Record<string, string> = { '<': 'less', '>': 'greater', '<=': 'lessOrEqual', '>=': 'greaterOrEqual' };
/** Kinds whose values are JavaScript primitives that `===` compares. */
const PRIMITIVE = new Set<OperandKind>(['Integer', 'Long', 'Boolean', 'Id']);

export function emitBinary(e: BinaryExpression, b: BodyEmitter): void {
  const left = (): void => emitExpression(e.left, b);
  const right = (): void => emitExpression(e.right, b);
  switch (e.operator) {
    case '&&':
    case '||':
      return infix(b, e.operator, () => emitCondition(e.left, b), () => emitCondition(e.right, b)); // prettier-ignore
    case '??':
      return infix(b, '??', left, right);
    case '===':
    case '!==':
      return infix(b, e.operator, left, right);
    case '==':
      return emitEquality(e, b, false);
    case '!=':
    case '<>':
      return emitEquality(e, b, true);
    case '<':
    case '>':
    case '<=':
    case '>=':
      return emitComparison(e, b);
    default:
      return emitArithmeticNodes(e, b);
  }
}

function infix(b: BodyEmitter, operator: string, left: Operand, right: Operand): void {
  b.w.write('(');
  left();
  b.w.write(` ${operator} `);
  right();
  b.w.write(')');
}

function call(b: BodyEmitter, name: string, left: Operand, right: Operand): void {
  b.w.write(`$r.${name}(`);
  left();
  b.w.write(',');
  right();
  b.w.write(')');
}

function isNull(e: Expression): boolean {
  return e.kind === 'Literal' && e.literal === 'Null';
}

function emitEquality(e: BinaryExpression, b: BodyEmitter, negated: boolean): void {
  const left = (): void => emitExpression(e.left, b);
  const right = (): void => emitExpression(e.right, b);
  const kind = e.operandKind ?? 'Object';
  if (PRIMITIVE.has(kind) || isNull(e.left) || isNull(e.right)) {
    infix(b, negated ? '!==' : '===', left, right);
    return;
  }
  if (negated) b.w.write('!');
  call(b, kind === 'String' ? 'equalStrings' : 'equal', left, right);
}

function emitComparison(e: BinaryExpression, b: BodyEmitter): void {
  const left = (): void => emitExpression(e.left, b);
  const right = (): void => emitExpression(e.right, b);
  const neverNull = isNonNull(e.left, b.nonNullLocals) && isNonNull(e.right, b.nonNullLocals);
  const isPlain = e.operandKind === 'Integer' || e.operandKind === 'Long';
  if (isPlain && neverNull) infix(b, e.operator, left, right);
  else call(b, COMPARISON[e.operator]! + (isPlain ? 'Number' : 'Value'), left, right);
}

function emitArithmeticNodes(e: BinaryExpression, b: BodyEmitter): void {
  if (e.operandKind === 'String') {
    emitConcatenation(e, b);
    return;
  }
  const left = (): void => emitNonNull(e.left, b);
  const right = (): void => emitShiftCount(e, b);
  emitArithmetic(e.operator, e.operandKind ?? 'Integer', left, right, b);
}

/** The count of a shift is an Integer for JavaScript's operators and for `$r`, whatever its type. */
function emitShiftCount(e: BinaryExpression, b: BodyEmitter): void {
  const isShift = e.operator === '<<' || e.operator === '>>' || e.operator === '>>>';
  const fromLong = isShift && isPlatformType(e.right.type, 'System.Long');
  if (fromLong) b.w.write('$r.castLongToInteger(');
  emitNonNull(e.right, b);
  if (fromLong) b.w.write(')');
}

/** `left + right` on strings: a null prints as `null`. */
function emitConcatenation(e: BinaryExpression, b: BodyEmitter): void {
  b.w.write(isString(e.left) ? '(' : '(""+');
  emitExpression(e.left, b);
  b.w.write('+');
  emitExpression(e.right, b);
  b.w.write(')');
}

/** Whether JavaScript sees a string, so that `+` concatenates. */
function isString(e: Expression): boolean {
  if (e.kind === 'Literal') return e.literal === 'String';
  return e.kind === 'Binary' && e.operator === '+' && e.operandKind === 'String';
}

/** Emits an arithmetic operation on operands that are not null and of the same kind. */
export function emitArithmetic(
  operator: string,
  kind: OperandKind,
  left: Operand,
  right: Operand,
  b: BodyEmitter
): void {
  if (kind === 'Integer') emitIntegerArithmetic(operator, left, right, b);
  else call(b, ARITHMETIC[operator]! + kind, left, right);
}

function emitIntegerArithmetic(operator: string, left: Operand, right: Operand, b: BodyEmitter): void {
  if (operator === '/') return call(b, 'divideInteger', left, right);
  if (operator === '*') {
    b.w.write('Math.imul(');
    left();
    b.w.write(',');
    right();
    return b.w.write(')');
  }
  b.w.write('(');
  infix(b, operator as BinaryOperator, left, right);
  b.w.write('|0)');
}

export function emitUnary(e: UnaryExpression, b: BodyEmitter): void {
  if (e.operator === '!') {
    b.w.write('(!');
    emitCondition(e.operand, b);
    b.w.write(')');
    return;
  }
  const kind = ['Integer', 'Long', 'Double', 'Decimal'].find((name) =>
    isPlatformType(e.operand.type, `System.${name}`)
  );
  if (e.operator === '+') {
    emitNonNull(e.operand, b);
  } else if (kind === 'Integer') {
    b.w.write(e.operator === '-' ? '((-' : '((~');
    emitNonNull(e.operand, b);
    b.w.write(')|0)');
  } else {
    b.w.write(`$r.${e.operator === '-' ? 'negate' : 'not'}${kind ?? 'Decimal'}(`);
    emitNonNull(e.operand, b);
    b.w.write(')');
  }
}
