/**
 * Implicit conversions and casts.
 */
import type { CastExpression, Expression } from '../ast';
import type { ApexType, Conversion } from '../types';
import type { BodyEmitter } from './body';
import { emitExpression } from './expressions';
import { isPlatformType, quote } from './names';

const FUNCTIONS: Record<Exclude<Conversion['kind'], 'ToString' | 'CheckedCast'>, string> = {
  IntegerToLong: 'integerToLong',
  IntegerToDouble: 'integerToDouble',
  IntegerToDecimal: 'integerToDecimal',
  LongToDouble: 'longToDouble',
  LongToDecimal: 'longToDecimal',
  DoubleToDecimal: 'doubleToDecimal',
  DecimalToDouble: 'decimalToDouble',
  StringToId: 'stringToId',
  DateToDatetime: 'dateToDatetime',
  ListToSingle: 'listToSingle'
};

/** Types whose JavaScript text is their Apex text, null included. */
const NATIVE_TEXT = ['System.String', 'System.Id', 'System.Integer', 'System.Long', 'System.Boolean'];

/** What stands before and after a value to convert it. */
export function conversionWrapper(conversion: Conversion, b: BodyEmitter): [string, string] {
  if (conversion.kind === 'ToString') {
    const isNative = NATIVE_TEXT.some((name) => isPlatformType(conversion.from, name));
    return isNative ? ['', ''] : ['$r.toText(', ')'];
  }
  if (conversion.kind === 'CheckedCast') return ['$r.cast(', `,${b.file.rtType(conversion.to)})`];
  return [`$r.${FUNCTIONS[conversion.kind]}(`, ')'];
}

/** A literal converted when it is emitted; null when it is none or the conversion needs the run time. */
export function foldedLiteral(e: Expression, conversion: Conversion, b: BodyEmitter): string | null {
  if (e.kind !== 'Literal') return null;
  if (e.literal === 'Null') return conversion.kind === 'ToString' ? '"null"' : 'null';
  if (e.literal === 'Integer') {
    if (conversion.kind === 'IntegerToLong') return e.value < 0 ? `(${e.value}n)` : `${e.value}n`;
    if (conversion.kind === 'IntegerToDouble') return b.file.hoist(`$r.double(${quote(String(e.value))})`);
    if (conversion.kind === 'IntegerToDecimal') return b.file.hoist(`$r.decimal(${quote(String(e.value))})`);
  }
  if (e.literal === 'Decimal' && conversion.kind === 'DecimalToDouble') {
    return b.file.hoist(`$r.double(${quote(e.text)})`);
  }
  return null;
}

const NUMERIC = ['Integer', 'Long', 'Double', 'Decimal'];

function numericName(type: ApexType | undefined): string | null {
  return NUMERIC.find((name) => isPlatformType(type, `System.${name}`)) ?? null;
}

/** `(Type) value`. Numbers are converted, everything else is checked at run time. */
export function emitCast(e: CastExpression, b: BodyEmitter): void {
  const from = numericName(e.operand.type);
  const to = numericName(e.type);
  if (from !== null && from === to) {
    emitExpression(e.operand, b);
  } else if (from !== null && to !== null) {
    b.w.write(`$r.cast${from}To${to}(`);
    emitExpression(e.operand, b);
    b.w.write(')');
  } else if (e.operand.kind === 'Literal' && e.operand.literal === 'Null') {
    b.w.write('null');
  } else if (isPlatformType(e.type, 'System.Object')) {
    emitExpression(e.operand, b);
  } else {
    b.w.write('$r.cast(');
    emitExpression(e.operand, b);
    b.w.write(`,${b.file.rtType(e.type ?? { kind: 'error' })})`);
  }
}
