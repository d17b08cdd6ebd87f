/**
 * Equality and order of operators. An order against null is false, except that every String and Id is greater than null.
 * Source: Apex Developer Guide, "Expression Operators".
 */
import { apexEquals, compareStringsIgnoringCase, compareValues } from '../values';

/** -1, 0, 1, or NaN when the two have no order. */
function order(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return compareStringsIgnoringCase(a, b);
  if (a !== null && b !== null) return compareValues(a, b);
  if (typeof a === 'string') return 1;
  return typeof b === 'string' ? -1 : NaN;
}

type Plain = number | bigint | null;

export const comparison = {
  /** `==` on Strings: without regard to letter case. */
  equalStrings: (a: string | null, b: string | null): boolean =>
    a === b || (a !== null && b !== null && a.length === b.length && a.toLowerCase() === b.toLowerCase()),
  equal: (a: unknown, b: unknown): boolean => a === b || apexEquals(a, b),
  lessNumber: (a: Plain, b: Plain): boolean => a !== null && b !== null && a < b,
  greaterNumber: (a: Plain, b: Plain): boolean => a !== null && b !== null && a > b,
  lessOrEqualNumber: (a: Plain, b: Plain): boolean => a !== null && b !== null && a <= b,
  greaterOrEqualNumber: (a: Plain, b: Plain): boolean => a !== null && b !== null && a >= b,
  lessValue: (a: unknown, b: unknown): boolean => order(a, b) < 0,
  greaterValue: (a: unknown, b: unknown): boolean => order(a, b) > 0,
  lessOrEqualValue: (a: unknown, b: unknown): boolean => order(a, b) <= 0,
  greaterOrEqualValue: (a: unknown, b: unknown): boolean => order(a, b) >= 0
};
