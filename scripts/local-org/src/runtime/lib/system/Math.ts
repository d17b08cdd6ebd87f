/**
 * System.Math. The Decimal forms compute with Doubles where the function is not algebraic.
 * Source: Apex Reference Guide, "Math Class".
 */
import { ApexDecimal, ApexDouble, compareNumbers, throwNew } from '../../values';
import { withoutNulls } from '../args';
import { platformClass, type PlatformFunction } from '../registry';
import { doubleToInt, doubleToLong, toInt32 } from './numbers';

type Unary = (x: number) => number;

/** rint: to the nearest whole number, ties to even. */
function rint(x: number): number {
  const floor = Math.floor(x);
  const rest = x - floor;
  if (rest !== 0.5) return Math.round(x);
  return floor % 2 === 0 ? floor : floor + 1;
}

function decimalResult(value: number): ApexDecimal {
  if (!Number.isFinite(value)) return throwNew('System.MathException', 'Result is not a number');
  return ApexDecimal.fromDouble(value);
}

const UNARY: Record<string, Unary> = {
  acos: Math.acos,
  asin: Math.asin,
  atan: Math.atan,
  cbrt: Math.cbrt,
  cos: Math.cos,
  cosh: Math.cosh,
  exp: Math.exp,
  log: Math.log,
  log10: Math.log10,
  signum: Math.sign,
  sin: Math.sin,
  sinh: Math.sinh,
  sqrt: Math.sqrt,
  tan: Math.tan,
  tanh: Math.tanh,
  ceil: Math.ceil,
  floor: Math.floor,
  rint
};

function unaryMembers(): Record<string, PlatformFunction> {
  const members: Record<string, PlatformFunction> = {};
  for (const [name, fn] of Object.entries(UNARY)) {
    members[`${name}(Double)`] = (x: ApexDouble) => new ApexDouble(fn(x.value));
    members[`${name}(Decimal)`] = (x: ApexDecimal) => decimalResult(fn(x.toNumber()));
  }
  return members;
}

type AnyNumber = number | bigint | ApexDecimal | ApexDouble;
const larger = (a: AnyNumber, b: AnyNumber): AnyNumber => (compareNumbers(a, b) >= 0 ? a : b);
const smaller = (a: AnyNumber, b: AnyNumber): AnyNumber => (compareNumbers(a, b) <= 0 ? a : b);

function divisorChecked<T extends number | bigint>(divisor: T): T {
  return Number(divisor) === 0 ? throwNew('System.MathException', 'Divide by 0') : divisor;
}

platformClass('System.Math', {
  statics: withoutNulls({
    ...unaryMembers(),
    'ceil(Decimal)': (x: ApexDecimal) => x.setScale(0, 'CEILING'),
    'floor(Decimal)': (x: ApexDecimal) => x.setScale(0, 'FLOOR'),
    'rint(Decimal)': (x: ApexDecimal) => x.setScale(0, 'HALF_EVEN'),
    'signum(Decimal)': (x: ApexDecimal) => new ApexDecimal(x.unscaled > 0n ? 1n : x.unscaled < 0n ? -1n : 0n, 0),
    'abs(Integer)': (x: number) => Math.abs(x) | 0,
    'abs(Long)': (x: bigint) => BigInt.asIntN(64, x < 0n ? -x : x),
    'abs(Decimal)': (x: ApexDecimal) => x.abs(),
    'abs(Double)': (x: ApexDouble) => new ApexDouble(Math.abs(x.value)),
    'atan2(Double,Double)': (y: ApexDouble, x: ApexDouble) => new ApexDouble(Math.atan2(y.value, x.value)),
    'atan2(Decimal,Decimal)': (y: ApexDecimal, x: ApexDecimal) => decimalResult(Math.atan2(y.toNumber(), x.toNumber())),
    'max/2': larger,
    'min/2': smaller,
    'mod(Integer,Integer)': (a: number, b: number) => (a % divisorChecked(b)) | 0,
    'mod(Long,Long)': (a: bigint, b: bigint) => a % divisorChecked(b),
    'pow/2': (x: ApexDouble, y: ApexDouble) => new ApexDouble(Math.pow(x.value, y.value)),
    'random/0': () => new ApexDouble(Math.random()),
    // Math.round rounds halves to even for Decimal and up for Double.
    'round(Decimal)': (x: ApexDecimal) => toInt32(x.setScale(0, 'HALF_EVEN').toBigInt()),
    'round(Double)': (x: ApexDouble) => doubleToInt(Math.floor(x.value + 0.5)),
    'roundToLong(Decimal)': (x: ApexDecimal) => BigInt.asIntN(64, x.setScale(0, 'HALF_EVEN').toBigInt()),
    'roundToLong(Double)': (x: ApexDouble) => doubleToLong(Math.floor(x.value + 0.5))
  }),
  fields: {
    E: { get: () => new ApexDouble(Math.E) },
    PI: { get: () => new ApexDouble(Math.PI) }
  }
});
