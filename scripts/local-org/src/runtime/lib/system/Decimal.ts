/**
 * System.Decimal and System.Double.
 * Source: Apex Reference Guide, "Decimal Class", "Double Class".
 */
import { ApexDecimal, ApexDouble, type ApexEnum, throwNew, typeNameOf, widen, DOUBLE } from '../../values';
import { argumentNull, nonNull, withoutNulls } from '../args';
import { platformClass } from '../registry';
import { doubleToInt, doubleToLong, formatNumber, parseDecimal, parseDouble, roundingMode, toInt32 } from './numbers';

function power(base: ApexDecimal, exponent: number): ApexDecimal {
  if (exponent < 0 || exponent > 32767) {
    return throwNew('System.MathException', 'Exponent must be between 0 and 32,767');
  }
  let result = new ApexDecimal(1n, 0);
  for (let i = 0; i < exponent; i++) result = result.multiply(base);
  return result;
}

function roundToLong(value: ApexDecimal, mode: ApexEnum | null): bigint {
  const rounded = value.setScale(0, mode ? roundingMode(mode) : 'HALF_EVEN').toBigInt();
  return BigInt.asIntN(64, rounded);
}

function valueOfDouble(value: ApexDouble | null): ApexDecimal | null {
  return value && ApexDecimal.fromDouble(value.value);
}

function checkedScale(scale: number): number {
  return scale < -33 || scale > 33
    ? throwNew('System.MathException', `scale must be between -33 and 33: ${scale}`)
    : scale;
}

platformClass('System.Decimal', {
  statics: {
    'valueOf(Double)': valueOfDouble,
    'valueOf(Long)': (value: bigint | number | null) =>
      value === null ? argumentNull() : new ApexDecimal(BigInt(value), 0),
    'valueOf(String)': parseDecimal
  },
  instance: withoutNulls({
    'abs/0': (self: ApexDecimal) => self.abs(),
    'divide/2': (self: ApexDecimal, by: ApexDecimal, scale: number) => self.divide(by, scale, 'HALF_EVEN'),
    'divide/3': (self: ApexDecimal, by: ApexDecimal, scale: number, mode: ApexEnum) =>
      self.divide(by, scale, roundingMode(mode)),
    'doubleValue/0': (self: ApexDecimal) => new ApexDouble(self.toNumber()),
    'format/0': (self: ApexDecimal) => formatNumber(self.toPlainString(), Math.max(self.scale, 0)),
    'intValue/0': (self: ApexDecimal) => toInt32(self.toBigInt()),
    'longValue/0': (self: ApexDecimal) => BigInt.asIntN(64, self.toBigInt()),
    'pow/1': power,
    'precision/0': (self: ApexDecimal) => self.precision(),
    'round/0': (self: ApexDecimal) => roundToLong(self, null),
    'round/1': roundToLong,
    'scale/0': (self: ApexDecimal) => self.scale,
    'setScale/1': (self: ApexDecimal, scale: number) => self.setScale(checkedScale(scale), 'HALF_UP'),
    'setScale/2': (self: ApexDecimal, scale: number, mode: ApexEnum) =>
      self.setScale(checkedScale(scale), roundingMode(mode)),
    'stripTrailingZeros/0': (self: ApexDecimal) => self.stripTrailingZeros(),
    'toPlainString/0': (self: ApexDecimal) => self.toPlainString()
  })
});

function doubleValueOf(value: unknown): ApexDouble | null {
  if (value === null) return null;
  if (typeof value === 'string') return new ApexDouble(parseDouble(value));
  const isNumber = typeof value === 'number' || typeof value === 'bigint';
  if (!isNumber && !(value instanceof ApexDecimal) && !(value instanceof ApexDouble)) {
    return throwNew('System.TypeException', `Invalid double: ${typeNameOf(value)}`);
  }
  return widen(value, DOUBLE) as ApexDouble;
}

platformClass('System.Double', {
  statics: {
    'valueOf/1': doubleValueOf,
    'valueOf(String)': (text: string | null) => new ApexDouble(parseDouble(nonNull(text)))
  },
  instance: {
    'format/0': (self: ApexDouble) => formatNumber(self.value, 3),
    'intValue/0': (self: ApexDouble) => doubleToInt(self.value),
    'longValue/0': (self: ApexDouble) => doubleToLong(self.value),
    'round/0': (self: ApexDouble) => doubleToLong(Math.floor(self.value + 0.5))
  }
});
