/** Parsing and formatting that the number classes share. */
import { ApexDecimal, throwNew, valueContext, type RoundingMode, type ApexEnum } from '../../values';
import { argumentNull } from '../args';

/** @throws TypeException `Invalid integer: x` */
export function parseInteger(text: string | null): number {
  if (text === null) return argumentNull();
  const value = Number(text);
  if (!/^[+-]?\d+$/.test(text) || value > 2147483647 || value < -2147483648) {
    return throwNew('System.TypeException', `Invalid integer: ${text}`);
  }
  return value | 0;
}

/** @throws TypeException `Invalid long: x` */
export function parseLong(text: string | null): bigint {
  if (text === null) return argumentNull();
  if (!/^[+-]?\d+$/.test(text)) return throwNew('System.TypeException', `Invalid long: ${text}`);
  const value = BigInt(text.replace('+', ''));
  return BigInt.asIntN(64, value) === value ? value : throwNew('System.TypeException', `Invalid long: ${text}`);
}

/** @throws TypeException `Invalid decimal: x` */
export function parseDecimal(text: string | null): ApexDecimal {
  if (text === null) return argumentNull();
  return ApexDecimal.tryParse(text) ?? throwNew('System.TypeException', `Invalid decimal: ${text}`);
}

/** @throws TypeException `Invalid double: x` */
export function parseDouble(text: string | null): number {
  if (text === null) return argumentNull();
  const trimmed = text.trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[dDfF]?$/.test(trimmed)) {
    return throwNew('System.TypeException', `Invalid double: ${text}`);
  }
  return Number(trimmed.replace(/[dDfF]$/, ''));
}

/** Low 32 bits, as Java narrows. */
export function toInt32(value: bigint): number {
  return Number(BigInt.asIntN(32, value));
}

/** Java's (int) and (long) of a double: clamped, NaN is 0. */
export function doubleToInt(value: number): number {
  if (Number.isNaN(value)) return 0;
  return Math.trunc(Math.min(Math.max(value, -2147483648), 2147483647)) | 0;
}
export function doubleToLong(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return 2n ** 63n - 1n;
  return value <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(value));
}

/** Digits grouped as the running user's locale does. */
export function formatNumber(value: number | bigint | string, maximumFractionDigits: number): string {
  const locale = valueContext.locale().replaceAll('_', '-');
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: Math.min(maximumFractionDigits, 20) });
  return format.format(value as number);
}

export function roundingMode(mode: ApexEnum | null): RoundingMode {
  return (mode ?? argumentNull()).name as RoundingMode;
}
