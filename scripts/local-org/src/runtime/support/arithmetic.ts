/**
 * Arithmetic of the numbers that JavaScript's own operators do not cover. Operands are never null: emitted code checks.
 */
import { ApexDate, ApexDatetime, ApexDecimal, ApexDouble, ApexTime, throwNew } from '../values';

const DAY_MS = 86400000;

function divideByZero(): never {
  return throwNew('System.MathException', 'Divide by 0');
}

const asLong = (value: bigint): bigint => BigInt.asIntN(64, value);
/** Java shifts a long by the low six bits of the count. */
const longShift = (count: number | bigint): bigint => BigInt(Number(count) & 63);

export const integerArithmetic = {
  /** Quotient towards zero. @throws MathException `Divide by 0` */
  divideInteger: (a: number, b: number): number => (b === 0 ? divideByZero() : (a / b) | 0)
};

export const longArithmetic = {
  addLong: (a: bigint, b: bigint): bigint => asLong(a + b),
  subtractLong: (a: bigint, b: bigint): bigint => asLong(a - b),
  multiplyLong: (a: bigint, b: bigint): bigint => asLong(a * b),
  divideLong: (a: bigint, b: bigint): bigint => (b === 0n ? divideByZero() : asLong(a / b)),
  shiftLeftLong: (a: bigint, count: number): bigint => asLong(a << longShift(count)),
  shiftRightLong: (a: bigint, count: number): bigint => a >> longShift(count),
  shiftRightUnsignedLong: (a: bigint, count: number): bigint => asLong(BigInt.asUintN(64, a) >> longShift(count)),
  andLong: (a: bigint, b: bigint): bigint => a & b,
  orLong: (a: bigint, b: bigint): bigint => a | b,
  xorLong: (a: bigint, b: bigint): bigint => a ^ b,
  negateLong: (a: bigint): bigint => asLong(-a),
  notLong: (a: bigint): bigint => ~a
};

export const doubleArithmetic = {
  addDouble: (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.value + b.value),
  subtractDouble: (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.value - b.value),
  multiplyDouble: (a: ApexDouble, b: ApexDouble): ApexDouble => new ApexDouble(a.value * b.value),
  divideDouble: (a: ApexDouble, b: ApexDouble): ApexDouble =>
    b.value === 0 ? divideByZero() : new ApexDouble(a.value / b.value),
  negateDouble: (a: ApexDouble): ApexDouble => new ApexDouble(-a.value)
};

export const decimalArithmetic = {
  addDecimal: (a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.add(b),
  subtractDecimal: (a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.subtract(b),
  multiplyDecimal: (a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.multiply(b),
  divideDecimal: (a: ApexDecimal, b: ApexDecimal): ApexDecimal => a.divideBy(b),
  negateDecimal: (a: ApexDecimal): ApexDecimal => a.negate()
};

/** Boolean `&`, `|`, `^`: both sides are always evaluated. */
export const booleanArithmetic = {
  andBoolean: (a: boolean, b: boolean): boolean => a && b,
  orBoolean: (a: boolean, b: boolean): boolean => a || b,
  xorBoolean: (a: boolean, b: boolean): boolean => a !== b
};

type Days = number | bigint | ApexDecimal | ApexDouble;

function plain(value: Days): number {
  if (value instanceof ApexDouble) return value.value;
  return value instanceof ApexDecimal ? value.toNumber() : Number(value);
}

/** `date + days`, `datetime + days` (with fractions), `time + milliseconds`. */
export const dateArithmetic = {
  addDate: (a: ApexDate, days: Days): ApexDate => new ApexDate(a.days + plain(days)),
  subtractDate: (a: ApexDate, days: Days): ApexDate => new ApexDate(a.days - plain(days)),
  addDatetime: (a: ApexDatetime, days: Days): ApexDatetime => new ApexDatetime(a.ms + Math.round(plain(days) * DAY_MS)),
  subtractDatetime: (a: ApexDatetime, days: Days): ApexDatetime =>
    new ApexDatetime(a.ms - Math.round(plain(days) * DAY_MS)),
  addTime: (a: ApexTime, ms: Days): ApexTime => timeOf(a.ms + plain(ms)),
  subtractTime: (a: ApexTime, ms: Days): ApexTime => timeOf(a.ms - plain(ms))
};

/** Times wrap at midnight. */
function timeOf(ms: number): ApexTime {
  return new ApexTime(((ms % DAY_MS) + DAY_MS) % DAY_MS);
}
