/**
 * System.Integer and System.Long.
 * Source: Apex Reference Guide, "Integer Class", "Long Class".
 */
import { ApexDecimal, ApexDouble, throwNew, typeNameOf } from '../../values';
import { platformClass } from '../registry';
import { doubleToInt, formatNumber, parseInteger, parseLong, toInt32 } from './numbers';

/** `Integer.valueOf(Object)`: numbers of any type and texts. */
function integerValueOf(value: unknown): number | null {
  if (value === null) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'bigint') return toInt32(value);
  if (typeof value === 'string') return parseInteger(value);
  if (value instanceof ApexDecimal) return toInt32(value.toBigInt());
  if (value instanceof ApexDouble) return doubleToInt(value.value);
  return throwNew('System.TypeException', `Invalid integer: ${typeNameOf(value)}`);
}

platformClass('System.Integer', {
  statics: { 'valueOf/1': integerValueOf, 'valueOf(String)': parseInteger },
  instance: { 'format/0': (self: number) => formatNumber(self, 0) }
});

platformClass('System.Long', {
  statics: { 'valueOf/1': parseLong },
  instance: {
    'format/0': (self: bigint) => formatNumber(self, 0),
    'intValue/0': (self: bigint) => toInt32(self)
  }
});
