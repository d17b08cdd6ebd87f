/** JSON.deserializeUntyped. */
import { ApexDecimal, ApexDouble, ApexList, ApexMap, listOf, mapOf, OBJECT, STRING } from '../values';
import type { JsonNode } from './tree';

const LIST = listOf(OBJECT);
const MAP = mapOf(STRING, OBJECT);

/** Whole numbers are Integer, or Long when too large; others are Decimal, with an exponent Double. */
export function numberOf(text: string): unknown {
  if (/^-?\d+$/.test(text)) {
    const value = BigInt(text);
    if (value >= -2147483648n && value <= 2147483647n) return Number(value);
    return BigInt.asIntN(64, value) === value ? value : new ApexDecimal(value, 0);
  }
  return /[eE]/.test(text) ? new ApexDouble(Number(text)) : ApexDecimal.tryParse(text)!;
}

/** Map<String, Object>, List<Object>, String, Boolean, numbers, null. */
export function untypedValue(node: JsonNode): unknown {
  switch (node.kind) {
    case 'object':
      return new ApexMap(
        MAP,
        node.entries.map((entry): [string, unknown] => [entry.key, untypedValue(entry.value)])
      );
    case 'array':
      return new ApexList(LIST, node.items.map(untypedValue));
    case 'number':
      return numberOf(node.text);
    case 'null':
      return null;
    default:
      return node.value;
  }
}
