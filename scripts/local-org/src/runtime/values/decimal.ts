/**
 * Decimal: an unscaled integer and a scale, as java.math.BigDecimal, which Apex's Decimal behaves like (its scale is kept:
 * 1.50 prints as 1.50).
 */
import { throwNew } from './exception';

export type RoundingMode = 'CEILING' | 'DOWN' | 'FLOOR' | 'HALF_DOWN' | 'HALF_EVEN' | 'HALF_UP' | 'UNNECESSARY' | 'UP';

const POWERS: bigint[] = [1n];
/** 10^n. */
export function pow10(n: number): bigint {
  for (let i = POWERS.length; i <= n; i++) POWERS.push(POWERS[i - 1]! * 10n);
  return POWERS[n]!;
}

function digitCount(n: bigint): number {
  return (n < 0n ? -n : n).toString().length;
}

/** Digits of a quotient: java.math.MathContext.DECIMAL128. */
const DIVISION_DIGITS = 34;

export class ApexDecimal {
  constructor(
    readonly unscaled: bigint,
    readonly scale: number
  ) {}

  static readonly ZERO = new ApexDecimal(0n, 0);

  static fromInteger(value: number): ApexDecimal {
    return new ApexDecimal(BigInt(value), 0);
  }
  static fromLong(value: bigint): ApexDecimal {
    return new ApexDecimal(value, 0);
  }
  /** As Java's BigDecimal.valueOf(double): the digits that the Double prints. */
  static fromDouble(value: number): ApexDecimal {
    if (!Number.isFinite(value)) throwNew('System.MathException', `Cannot convert ${value} to Decimal`);
    const text = String(value);
    const parsed = ApexDecimal.tryParse(text)!;
    return parsed.scale < 0 ? parsed.setScale(0, 'HALF_UP') : parsed;
  }

  /** Digits with optional sign, point and exponent; null when the text is no number. */
  static tryParse(text: string): ApexDecimal | null {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/.exec(text);
    if (!match || (!match[2] && !match[3])) return null;
    const fraction = match[3] ?? '';
    const digits = BigInt((match[2] ?? '') + fraction);
    const scale = fraction.length - Number(match[4] ?? 0);
    return new ApexDecimal(match[1] === '-' ? -digits : digits, scale);
  }

  add(other: ApexDecimal): ApexDecimal {
    if (this.scale === other.scale) return new ApexDecimal(this.unscaled + other.unscaled, this.scale);
    const scale = Math.max(this.scale, other.scale);
    return new ApexDecimal(this.at(scale) + other.at(scale), scale);
  }
  subtract(other: ApexDecimal): ApexDecimal {
    return this.add(other.negate());
  }
  multiply(other: ApexDecimal): ApexDecimal {
    return new ApexDecimal(this.unscaled * other.unscaled, this.scale + other.scale);
  }
  negate(): ApexDecimal {
    return new ApexDecimal(-this.unscaled, this.scale);
  }
  abs(): ApexDecimal {
    return this.unscaled < 0n ? this.negate() : this;
  }

  /** The operator `/`. @throws MathException `Divide by 0` */
  divideBy(other: ApexDecimal): ApexDecimal {
    if (other.unscaled === 0n) throwNew('System.MathException', 'Divide by 0');
    const preferred = this.scale - other.scale;
    if (this.unscaled === 0n) return new ApexDecimal(0n, Math.max(preferred, 0));
    const shift = Math.max(0, DIVISION_DIGITS + 3 + digitCount(other.unscaled) - digitCount(this.unscaled));
    const dividend = this.unscaled * pow10(shift);
    const exact = dividend % other.unscaled === 0n;
    // A sticky digit keeps an inexact quotient from looking like a tie when it is rounded.
    const quotient = exact ? dividend / other.unscaled : (dividend / other.unscaled) * 10n + this.sign() * other.sign();
    const raw = new ApexDecimal(quotient, preferred + shift + (exact ? 0 : 1));
    const rounded = raw.roundDigits(DIVISION_DIGITS, 'HALF_EVEN');
    return exact ? rounded.stripTo(preferred) : rounded;
  }

  private sign(): bigint {
    return this.unscaled < 0n ? -1n : 1n;
  }

  /** `divide(divisor, scale, mode)`. */
  divide(other: ApexDecimal, scale: number, mode: RoundingMode): ApexDecimal {
    if (other.unscaled === 0n) throwNew('System.MathException', 'Divide by 0');
    const shift = scale - this.scale + other.scale;
    const dividend = shift >= 0 ? this.unscaled * pow10(shift) : this.unscaled;
    const divisor = shift >= 0 ? other.unscaled : other.unscaled * pow10(-shift);
    return new ApexDecimal(divideRounded(dividend, divisor, mode), scale);
  }

  /** Rounds to so many significant digits. */
  roundDigits(digits: number, mode: RoundingMode): ApexDecimal {
    let result: ApexDecimal = this; // eslint-disable-line @typescript-eslint/no-this-alias
    for (let excess = digitCount(result.unscaled) - digits; excess > 0; excess = digitCount(result.unscaled) - digits) {
      result = new ApexDecimal(divideRounded(result.unscaled, pow10(excess), mode), result.scale - excess);
    }
    return result;
  }

  private stripTo(preferredScale: number): ApexDecimal {
    let { unscaled, scale } = this;
    while (scale > preferredScale && unscaled % 10n === 0n) {
      unscaled /= 10n;
      scale--;
    }
    return scale < 0 ? new ApexDecimal(unscaled * pow10(-scale), 0) : new ApexDecimal(unscaled, scale);
  }

  stripTrailingZeros(): ApexDecimal {
    if (this.unscaled === 0n) return ApexDecimal.ZERO;
    let { unscaled, scale } = this;
    while (unscaled % 10n === 0n) {
      unscaled /= 10n;
      scale--;
    }
    return new ApexDecimal(unscaled, scale);
  }

  setScale(scale: number, mode: RoundingMode = 'HALF_EVEN'): ApexDecimal {
    if (scale === this.scale) return this;
    if (scale > this.scale) return new ApexDecimal(this.unscaled * pow10(scale - this.scale), scale);
    return new ApexDecimal(divideRounded(this.unscaled, pow10(this.scale - scale), mode), scale);
  }

  /** Unscaled value at a scale that is not smaller. */
  private at(scale: number): bigint {
    return scale === this.scale ? this.unscaled : this.unscaled * pow10(scale - this.scale);
  }

  /** -1, 0 or 1. */
  compareTo(other: ApexDecimal): number {
    const scale = Math.max(this.scale, other.scale);
    const a = this.at(scale);
    const b = other.at(scale);
    return a < b ? -1 : a > b ? 1 : 0;
  }
  equals(other: ApexDecimal): boolean {
    return this.compareTo(other) === 0;
  }

  precision(): number {
    return digitCount(this.unscaled);
  }
  /** Whole part, towards zero. */
  toBigInt(): bigint {
    return this.scale <= 0 ? this.unscaled * pow10(-this.scale) : this.unscaled / pow10(this.scale);
  }
  toNumber(): number {
    return Number(this.toText());
  }

  toPlainString(): string {
    if (this.scale <= 0) return (this.unscaled * pow10(-this.scale)).toString();
    const negative = this.unscaled < 0n;
    const digits = (negative ? -this.unscaled : this.unscaled).toString().padStart(this.scale + 1, '0');
    const split = digits.length - this.scale;
    return `${negative ? '-' : ''}${digits.slice(0, split)}.${digits.slice(split)}`;
  }

  /** As java.math.BigDecimal.toString: with an exponent when the scale is negative or the value very small. */
  toText(): string {
    const negative = this.unscaled < 0n;
    const digits = (negative ? -this.unscaled : this.unscaled).toString();
    const adjusted = digits.length - 1 - this.scale;
    if (this.scale >= 0 && adjusted >= -6) return this.toPlainString();
    const mantissa = digits.length === 1 ? digits : `${digits[0]}.${digits.slice(1)}`;
    const exponent = adjusted === 0 ? '' : `E${adjusted > 0 ? '+' : ''}${adjusted}`;
    return `${negative ? '-' : ''}${mantissa}${exponent}`;
  }
}

/** Quotient rounded to a whole number. @throws MathException when UNNECESSARY and inexact */
export function divideRounded(dividend: bigint, divisor: bigint, mode: RoundingMode): bigint {
  const quotient = dividend / divisor;
  const rest = dividend % divisor;
  if (rest === 0n) return quotient;
  const away = dividend < 0n !== divisor < 0n ? -1n : 1n;
  return roundsAway(quotient, rest, divisor, away, mode) ? quotient + away : quotient;
}

function roundsAway(quotient: bigint, rest: bigint, divisor: bigint, away: bigint, mode: RoundingMode): boolean {
  const twice = (rest < 0n ? -rest : rest) * 2n;
  const whole = divisor < 0n ? -divisor : divisor;
  switch (mode) {
    case 'UP':
      return true;
    case 'DOWN':
      return false;
    case 'CEILING':
      return away > 0n;
    case 'FLOOR':
      return away < 0n;
    case 'HALF_UP':
      return twice >= whole;
    case 'HALF_DOWN':
      return twice > whole;
    case 'HALF_EVEN':
      return twice > whole || (twice === whole && quotient % 2n !== 0n);
    case 'UNNECESSARY':
      return throwNew('System.MathException', 'Rounding necessary');
  }
}
