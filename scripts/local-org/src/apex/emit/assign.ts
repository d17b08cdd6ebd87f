/**
 * Assignments, compound assignments, `++` and `--`.
 */
import type { AssignExpression, OperandKind, PostfixExpression, UnaryExpression } from '../ast';
import type { ApexType, Conversion } from '../types';
import type { BodyEmitter } from './body';
import { conversionWrapper } from './conversions';
import { emitExpression, emitNonNull } from './expressions';
import { isPlatformType } from './names';
import { isNonNull } from './nonnull';
import { emitArithmetic } from './operators';
import { openPlace, type Place } from './places';

/** Emits an assignment; `wanted`: its value is used. */
export function emitAssign(e: AssignExpression, b: BodyEmitter, wanted: boolean): void {
  b.w.write('(');
  const place = openPlace(e.target, b);
  const value = e.operator === '=' ? (): void => emitExpression(e.value, b) : (): void => emitCompound(e, place, b);
  emitStore(place, value, b, wanted);
  b.w.write(')');
}

function emitStore(place: Place, value: () => void, b: BodyEmitter, wanted: boolean): void {
  const temp = wanted && !place.yieldsValue ? b.temp() : null;
  b.w.write(place.writeOpen);
  if (temp) b.w.write(`${temp}=`);
  value();
  b.w.write(place.writeClose);
  if (temp) b.w.write(`,${temp}`);
}

function emitCompound(e: AssignExpression, place: Place, b: BodyEmitter): void {
  const operator = e.operator.slice(0, -1);
  const kind = e.operandKind ?? 'Integer';
  const [before, after] = e.resultConv ? conversionWrapper(e.resultConv, b) : ['', ''];
  b.w.write(before);
  if (kind === 'String') emitAppend(e, place, b);
  else emitCompoundNumber(e, operator, kind, place, b);
  b.w.write(after);
}

function emitAppend(e: AssignExpression, place: Place, b: BodyEmitter): void {
  b.w.write(`(""+${place.read}+`);
  emitExpression(e.value, b);
  b.w.write(')');
}

function emitCompoundNumber(
  e: AssignExpression,
  operator: string,
  kind: OperandKind,
  place: Place,
  b: BodyEmitter
): void {
  const old = converted(isNonNull(e.target, b.nonNullLocals) ? place.read : `$n(${place.read})`, e.targetConv, b);
  emitArithmetic(operator, kind, () => b.w.write(old), () => emitNonNull(e.value, b), b); // prettier-ignore
}

function converted(text: string, conversion: Conversion | undefined, b: BodyEmitter): string {
  const [before, after] = conversion ? conversionWrapper(conversion, b) : ['', ''];
  return before + text + after;
}

/** Emits `++` or `--`, before or behind its operand. */
export function emitStep(e: UnaryExpression | PostfixExpression, b: BodyEmitter, wanted: boolean): void {
  const kind = numberKind(e.operand.type);
  const operator = e.operator === '++' ? '+' : '-';
  b.w.write('(');
  const place = openPlace(e.operand, b);
  const read = isNonNull(e.operand, b.nonNullLocals) ? place.read : `$n(${place.read})`;
  if (e.kind === 'Postfix' && wanted) {
    const old = b.temp();
    b.w.write(`${old}=${read},`);
    emitStore(place, () => emitOneStep(operator, kind, old, b), b, false);
    b.w.write(`,${old}`);
  } else {
    emitStore(place, () => emitOneStep(operator, kind, read, b), b, wanted);
  }
  b.w.write(')');
}

function emitOneStep(operator: string, kind: OperandKind, old: string, b: BodyEmitter): void {
  const one = { Integer: '1', Long: '1n', Double: "$r.double('1')", Decimal: "$r.decimal('1')" }[kind as 'Integer'];
  const text = kind === 'Double' || kind === 'Decimal' ? b.file.hoist(one) : one;
  emitArithmetic(operator, kind, () => b.w.write(old), () => b.w.write(text), b); // prettier-ignore
}

function numberKind(type: ApexType | undefined): OperandKind {
  const kinds: OperandKind[] = ['Integer', 'Long', 'Double', 'Decimal'];
  return kinds.find((kind) => isPlatformType(type, `System.${kind}`)) ?? 'Integer';
}
