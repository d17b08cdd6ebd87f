/**
 * Implicit conversions and casts between numbers. All pass null.
 */
import {
  type ApexDate,
  ApexDatetime,
  ApexDecimal,
  ApexDouble,
  castValue,
  throwNew,
  toConcatString,
  toId,
  type ApexList
} from '../values';

const DAY_MS = 86400000;

/** Applies a conversion to a value that may be null. */
function lift<A, B>(convert: (value: A) => B): (value: A | null) => B | null {
  return (value) => (value === null ? null : convert(value));
}

/** The Double of a literal. */
export function double(text: string): ApexDouble {
  return new ApexDouble(Number(text));
}

/** The Decimal of a literal, with the digits as written. */
export function decimal(text: string): ApexDecimal {
  const value = ApexDecimal.tryParse(text);
  if (!value) throw new Error(`${text} is no Decimal`);
  return value;
}

/** Java's narrowing of a double: towards zero, held at the ends of the range, NaN becomes 0. */
function saturate(value: number): number {
  return Number.isNaN(value) ? 0 : Math.max(-2147483648, Math.min(2147483647, Math.trunc(value)));
}

function longOfDouble(value: number): bigint {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return 2n ** 63n - 1n;
  return value <= -(2 ** 63) ? -(2n ** 63n) : BigInt(Math.trunc(value));
}

export const conversions = {
  double,
  decimal,
  integerToLong: lift((value: number) => BigInt(value)),
  integerToDouble: lift((value: number) => new ApexDouble(value)),
  integerToDecimal: lift((value: number) => ApexDecimal.fromInteger(value)),
  longToDouble: lift((value: bigint) => new ApexDouble(Number(value))),
  longToDecimal: lift((value: bigint) => ApexDecimal.fromLong(value)),
  doubleToDecimal: lift((value: ApexDouble) => ApexDecimal.fromDouble(value.value)),
  decimalToDouble: lift((value: ApexDecimal) => new ApexDouble(value.toNumber())),
  /** @throws StringException `Invalid id: x` */
  stringToId: toId,
  dateToDatetime: lift((value: ApexDate) => new ApexDatetime(value.days * DAY_MS)),
  /** What a value adds to a String. */
  toText: toConcatString,
  /** The only element of a query result. @throws QueryException when there is none or more than one */
  listToSingle: (list: ApexList): unknown => {
    if (list.items.length === 0) return throwNew('System.QueryException', 'List has no rows for assignment to SObject');
    if (list.items.length > 1) {
      return throwNew('System.QueryException', 'List has more than 1 row for assignment to SObject');
    }
    return list.items[0];
  },
  /** `(Type) value`. @throws TypeException */
  cast: castValue
};

/** `(To) number`. */
export const numberCasts = {
  castIntegerToLong: conversions.integerToLong,
  castIntegerToDouble: conversions.integerToDouble,
  castIntegerToDecimal: conversions.integerToDecimal,
  castLongToInteger: lift((value: bigint) => Number(BigInt.asIntN(32, value))),
  castLongToDouble: conversions.longToDouble,
  castLongToDecimal: conversions.longToDecimal,
  castDoubleToInteger: lift((value: ApexDouble) => saturate(value.value)),
  castDoubleToLong: lift((value: ApexDouble) => longOfDouble(value.value)),
  castDoubleToDecimal: conversions.doubleToDecimal,
  castDecimalToInteger: lift((value: ApexDecimal) => Number(BigInt.asIntN(32, value.toBigInt()))),
  castDecimalToLong: lift((value: ApexDecimal) => BigInt.asIntN(64, value.toBigInt())),
  castDecimalToDouble: conversions.decimalToDouble
};
