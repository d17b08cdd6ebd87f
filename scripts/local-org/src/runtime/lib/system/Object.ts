/** System.Object: what every value can do. */
import { ApexEnum, identityOf, keyOf, sameValue, toConcatString } from '../../values';
import { platformClass } from '../registry';
import { hashOfString } from './string/search';

/** `hashCode()` of any value: equal values have equal codes. */
export function hashCodeOf(value: unknown): number {
  if (value === null || value === undefined) return 0;
  if (typeof value === 'string') return hashOfString(value);
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1231 : 1237;
  if (value instanceof ApexEnum) return hashOfString(value.name);
  const own = value as { hashcode$0?: () => number };
  if (typeof own.hashcode$0 === 'function') return own.hashcode$0();
  const key = keyOf(value);
  return typeof key === 'object' && key !== null ? identityOf(key) : hashOfString(String(key));
}

platformClass('System.Object', {
  instance: {
    'equals/1': (self: unknown, other: unknown) => sameValue(self, other),
    'hashCode/0': hashCodeOf,
    'toString/0': (self: unknown) => toConcatString(self)
  }
});
