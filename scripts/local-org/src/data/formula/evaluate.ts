/**
 * Computes a formula. Numbers are Decimals, blank text and null are the same, comparison of text heeds letter case.
 * Source: Salesforce Help, "Formula Operators and Functions A-Z".
 */
import { ApexDate } from '../../runtime/values/date';
import { ApexDatetime } from '../../runtime/values/datetime';
import { ApexDecimal } from '../../runtime/values/decimal';
import { ApexTime } from '../../runtime/values/time';
import { FormulaError, type BinaryOperator, type Formula } from './ast';
import { FUNCTIONS } from './functions';

export type FormulaValue = ApexDecimal | string | boolean | ApexDate | ApexDatetime | ApexTime | null;

/** What a formula sees besides its own text. */
export interface FormulaContext {
  /** Value of a field or global by path, as formulas see it (percents as fractions, ids with 15 characters). */
  value(path: readonly string[]): FormulaValue;
  /** Whether numbers that are blank count as zero. */
  readonly blankAsZero: boolean;
  /** Whether the record is being created. Rules only. */
  isNew?(): boolean;
  /** Whether the field's value differs from the stored one. Rules only. */
  isChanged?(path: readonly string[]): boolean;
  /** The stored value of the field. Rules only. */
  priorValue?(path: readonly string[]): FormulaValue;
  /** Milliseconds since the epoch on the org's clock. */
  now(): number;
  /** IANA name of the running user's time zone. */
  timeZone(): string;
}

const DAY_MS = 86400000;

export function evaluate(formula: Formula, context: FormulaContext): FormulaValue {
  switch (formula.kind) {
    case 'Number':
    case 'Text':
    case 'Boolean':
      return formula.value;
    case 'Null':
      return null;
    case 'Reference':
      return context.value(formula.path);
    case 'Negate': {
      const value = number(evaluate(formula.operand, context), context);
      return value === null ? null : value.negate();
    }
    case 'Not':
      return evaluate(formula.operand, context) !== true;
    case 'Binary':
      return binary(formula.operator, formula.left, formula.right, context);
    case 'Call':
      return call(formula.name, formula.args, context);
  }
}

function call(name: string, args: Formula[], context: FormulaContext): FormulaValue {
  const definition = FUNCTIONS[name];
  if (!definition) throw new FormulaError(`Unknown function ${name}`);
  if (args.length < definition.min || args.length > definition.max) {
    const wanted = definition.min === definition.max ? `${definition.min}` : `${definition.min} or more`;
    throw new FormulaError(
      `Incorrect number of parameters for function '${name}()'. Expected ${wanted}, received ${args.length}`
    );
  }
  return definition.run(args, context);
}

/** A number argument; blank is zero where the formula says so. @throws FormulaError for text and dates */
export function number(value: FormulaValue, context: FormulaContext): ApexDecimal | null {
  if (value === null || value === '') return context.blankAsZero ? ApexDecimal.ZERO : null;
  if (value instanceof ApexDecimal) return value;
  throw new FormulaError(`Incorrect parameter type. Expected Number, received ${describe(value)}`);
}

export function text(value: FormulaValue): string {
  if (value === null) return '';
  if (typeof value === 'string') return value;
  throw new FormulaError(`Incorrect parameter type. Expected Text, received ${describe(value)}`);
}

export function describe(value: FormulaValue): string {
  if (value === null) return 'blank';
  if (typeof value === 'string') return 'Text';
  if (typeof value === 'boolean') return 'Boolean';
  if (value instanceof ApexDecimal) return 'Number';
  return value instanceof ApexDate ? 'Date' : value instanceof ApexDatetime ? 'Date/Time' : 'Time';
}

export function isBlank(value: FormulaValue): boolean {
  return value === null || value === '';
}

function binary(
  operator: BinaryOperator,
  leftTree: Formula,
  rightTree: Formula,
  context: FormulaContext
): FormulaValue {
  const left = evaluate(leftTree, context);
  if (operator === '&&') return left === true && evaluate(rightTree, context) === true;
  if (operator === '||') return left === true || evaluate(rightTree, context) === true;
  const right = evaluate(rightTree, context);
  switch (operator) {
    case '&':
      return text(left) + text(right);
    case '=':
      return equal(left, right, context);
    case '<>':
      return !equal(left, right, context);
    case '<':
    case '<=':
    case '>':
    case '>=':
      return ordered(operator, left, right, context);
    case '+':
    case '-':
      return sum(operator, left, right, context);
    default:
      return arithmetic(operator, number(left, context), number(right, context));
  }
}

export function equal(left: FormulaValue, right: FormulaValue, context: FormulaContext): boolean {
  if (left instanceof ApexDecimal || right instanceof ApexDecimal) {
    const a = number(left, context);
    const b = number(right, context);
    return a === null || b === null ? a === b : a.compareTo(b) === 0;
  }
  if (isBlank(left) || isBlank(right)) return isBlank(left) && isBlank(right);
  if (left instanceof ApexDate && right instanceof ApexDate) return left.days === right.days;
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) return left.seconds === right.seconds;
  if (left instanceof ApexTime && right instanceof ApexTime) return left.ms === right.ms;
  if (describe(left) !== describe(right)) {
    throw new FormulaError(
      `Incorrect parameter type for operator '='. Expected ${describe(left)}, received ${describe(right)}`
    );
  }
  return left === right;
}

function rank(value: FormulaValue): number | string | ApexDecimal | null {
  if (value instanceof ApexDate) return value.days;
  if (value instanceof ApexDatetime) return value.seconds;
  if (value instanceof ApexTime) return value.ms;
  if (typeof value === 'boolean') throw new FormulaError('Incorrect parameter type. Booleans have no order');
  return value;
}

function ordered(operator: BinaryOperator, left: FormulaValue, right: FormulaValue, context: FormulaContext): boolean {
  const numeric = left instanceof ApexDecimal || right instanceof ApexDecimal;
  const a = numeric ? number(left, context) : rank(left);
  const b = numeric ? number(right, context) : rank(right);
  if (a === null || b === null || a === '' || b === '') return false;
  const order = a instanceof ApexDecimal && b instanceof ApexDecimal ? a.compareTo(b) : a < b ? -1 : a > b ? 1 : 0;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  return operator === '>' ? order > 0 : order >= 0;
}

function sum(operator: '+' | '-', left: FormulaValue, right: FormulaValue, context: FormulaContext): FormulaValue {
  if (typeof left === 'string' || typeof right === 'string') {
    if (operator === '+') return text(left) + text(right);
  }
  if (isDateLike(left) || isDateLike(right)) return dateSum(operator, left, right, context);
  return arithmetic(operator, number(left, context), number(right, context));
}

function isDateLike(value: FormulaValue): boolean {
  return value instanceof ApexDate || value instanceof ApexDatetime || value instanceof ApexTime;
}

/** Date ± days, date - date in days, date/time ± days with fractions, time ± milliseconds. */
function dateSum(operator: '+' | '-', left: FormulaValue, right: FormulaValue, context: FormulaContext): FormulaValue {
  if (left === null || right === null) return null;
  if (!isDateLike(left)) return operator === '+' ? dateSum('+', right, left, context) : null;
  if (isDateLike(right)) return difference(left, right);
  const amount = number(right, context);
  if (amount === null) return left;
  const signed = operator === '+' ? amount : amount.negate();
  if (left instanceof ApexDate) return new ApexDate(left.days + Number(signed.toBigInt()));
  if (left instanceof ApexTime) return new ApexTime(left.ms + Math.round(signed.toNumber()));
  return new ApexDatetime((left as ApexDatetime).ms + Math.round(signed.toNumber() * DAY_MS));
}

function difference(left: FormulaValue, right: FormulaValue): FormulaValue {
  if (left instanceof ApexDate && right instanceof ApexDate) return ApexDecimal.fromInteger(left.days - right.days);
  if (left instanceof ApexTime && right instanceof ApexTime) return ApexDecimal.fromInteger(left.ms - right.ms);
  if (left instanceof ApexDatetime && right instanceof ApexDatetime) {
    const ms = ApexDecimal.fromLong(BigInt(left.ms - right.ms));
    return ms.divideBy(ApexDecimal.fromInteger(DAY_MS));
  }
  throw new FormulaError(
    `Incorrect parameter type for operator '-'. Expected ${describe(left)}, received ${describe(right)}`
  );
}

function arithmetic(operator: BinaryOperator, a: ApexDecimal | null, b: ApexDecimal | null): ApexDecimal | null {
  if (a === null || b === null) return null;
  switch (operator) {
    case '+':
      return a.add(b);
    case '-':
      return a.subtract(b);
    case '*':
      return a.multiply(b);
    case '/':
      // Division by zero shows as #Error! in a formula field and reads as null.
      return b.unscaled === 0n ? null : a.divideBy(b);
    default:
      return ApexDecimal.fromDouble(Math.pow(a.toNumber(), b.toNumber()));
  }
}
