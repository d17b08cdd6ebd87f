/**
 * Expressions. Each `emit…` writes one JavaScript expression that needs no parentheses around it.
 */
import type { Expression, LiteralExpression } from '../ast';
import type { ApexType } from '../types';
import { emitAssign, emitStep } from './assign';
import type { BodyEmitter } from './body';
import { emitCall } from './calls';
import { emitChain, startsChain } from './chains';
import { conversionWrapper, emitCast, foldedLiteral } from './conversions';
import { emitNew, emitNewCollection, emitNewSObject } from './creators';
import { emitFieldAccess, emitName } from './members';
import { isRecordType, quote } from './names';
import { isNonNull } from './nonnull';
import { emitBinary, emitUnary } from './operators';
import { emitSoql } from './soql';

/** Emits the value that the context gets: computed, then converted. */
export function emitExpression(e: Expression, b: BodyEmitter): void {
  const folded = e.conv ? foldedLiteral(e, e.conv, b) : null;
  if (folded !== null) {
    b.w.at(e.pos.line);
    b.w.write(folded);
    return;
  }
  const [before, after] = e.conv ? conversionWrapper(e.conv, b) : ['', ''];
  b.w.write(before);
  emitValue(e, b);
  b.w.write(after);
}

/** Emits the value as it is before the context's conversion. */
export function emitValue(e: Expression, b: BodyEmitter): void {
  const known = b.evaluated.get(e);
  if (known !== undefined) {
    b.w.write(known);
  } else if (startsChain(e) && !b.openedChains.has(e)) {
    emitChain(e, b);
  } else {
    emitByKind(e, b);
  }
}

function emitByKind(e: Expression, b: BodyEmitter): void {
  b.w.at(e.pos.line);
  switch (e.kind) {
    case 'Literal':
      return b.w.write(literalText(e, b));
    case 'Name':
      return emitName(e, b);
    case 'FieldAccess':
      return emitFieldAccess(e, b);
    case 'Call':
      return emitCall(e, b);
    case 'New':
      return emitNew(e, b);
    case 'NewCollection':
      return emitNewCollection(e, b);
    case 'NewSObject':
      return emitNewSObject(e, b);
    case 'Index':
      return emitIndex(e, b);
    case 'Unary':
      return e.operator === '++' || e.operator === '--' ? emitStep(e, b, true) : emitUnary(e, b);
    case 'Postfix':
      return emitStep(e, b, true);
    case 'Binary':
      return emitBinary(e, b);
    case 'Assign':
      return emitAssign(e, b, true);
    default:
      return emitRest(e, b);
  }
}

function emitRest(e: Expression, b: BodyEmitter): void {
  switch (e.kind) {
    case 'Ternary':
      return emitTernary(e, b);
    case 'Cast':
      return emitCast(e, b);
    case 'Instanceof':
      return emitInstanceof(e, b);
    case 'This':
      return b.w.write('this');
    case 'ClassRef':
      return b.w.write(`$r.typeValue(${b.file.rtType(e.refType ?? { kind: 'void' })})`);
    case 'Soql':
      return emitSoql(e, b);
    case 'Sosl':
      return b.w.write(`$r.sosl(${quote(e.text)})`);
    default:
      throw new Error(`${e.kind} is no value (line ${e.pos.line})`);
  }
}

/** Emits the elements of a list of arguments, separated by commas. */
export function emitList(items: readonly Expression[], b: BodyEmitter): void {
  items.forEach((item, i) => {
    if (i > 0) b.w.write(',');
    emitExpression(item, b);
  });
}

/** Emits a value that must not be null: a null throws NullPointerException. */
export function emitNonNull(e: Expression, b: BodyEmitter): void {
  if (isNonNull(e, b.nonNullLocals)) {
    emitExpression(e, b);
    return;
  }
  b.w.write('$n(');
  emitExpression(e, b);
  b.w.write(')');
}

/** Emits a condition; a null throws NullPointerException. */
export function emitCondition(e: Expression, b: BodyEmitter): void {
  if (isNonNull(e, b.nonNullLocals)) {
    emitExpression(e, b);
    return;
  }
  b.w.write('$b(');
  emitExpression(e, b);
  b.w.write(')');
}

function literalText(e: LiteralExpression, b: BodyEmitter): string {
  switch (e.literal) {
    case 'Integer':
      return e.value < 0 ? `(${e.value})` : String(e.value);
    case 'Long':
      return e.value < 0n ? `(${e.value}n)` : `${e.value}n`;
    case 'Decimal':
      return b.file.hoist(`$r.decimal(${quote(e.text)})`);
    case 'Double':
      return b.file.hoist(`$r.double(${quote(e.text)})`);
    case 'String':
      return quote(e.value);
    case 'Boolean':
      return String(e.value);
    case 'Null':
      return 'null';
  }
}

function emitIndex(e: Extract<Expression, { kind: 'Index' }>, b: BodyEmitter): void {
  emitExpression(e.target, b);
  b.w.write('.get(');
  emitExpression(e.index, b);
  b.w.write(')');
}

function emitTernary(e: Extract<Expression, { kind: 'Ternary' }>, b: BodyEmitter): void {
  b.w.write('(');
  emitCondition(e.condition, b);
  b.w.write('?');
  emitExpression(e.then, b);
  b.w.write(':');
  emitExpression(e.otherwise, b);
  b.w.write(')');
}

function emitInstanceof(e: Extract<Expression, { kind: 'Instanceof' }>, b: BodyEmitter): void {
  const type: ApexType = e.testType ?? { kind: 'error' };
  b.w.write('$r.isInstance(');
  emitExpression(e.operand, b);
  b.w.write(`,${b.file.rtType(type)})`);
}

/** Whether a field of the record leads to other records: a parent, or a list of children. */
export function relationKind(type: ApexType | undefined): 'parent' | 'children' | null {
  if (isRecordType(type)) return 'parent';
  if (type?.kind === 'named' && type.symbol.fullName === 'System.List' && isRecordType(type.args[0])) return 'children';
  return null;
}
