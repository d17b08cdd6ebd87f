/** `record.addError(…)` and `record.Field.addError(…)`. */
import type { CallExpression, Expression } from '../ast';
import { isGenericSObject, isRecord, numericKind, isPlatform, type NamedType } from '../symbols/basic';
import { syntheticMethod } from '../symbols/create';
import { findMethods } from '../symbols/lookup';
import { VOID } from '../symbols/basic';
import type { ApexType } from '../types';
import type { BodyContext } from './context';
import { applyConversion } from './convert';
import { chooseOverload } from './overloads';

/** Whether the expression reads a field of a record. */
function isRecordField(expression: Expression): boolean {
  return expression.kind === 'FieldAccess' && expression.ref?.kind === 'sobjectField';
}

/**
 * Checks `addError` on a field: the type of the field has no such method of its own in every case. Answers undefined
 * when the call is none of a field's error.
 */
export function checkAddError(cx: BodyContext, expression: CallExpression, type: NamedType): ApexType | undefined {
  const { origin } = type.symbol;
  if (expression.name.toLowerCase() !== 'adderror' || isRecord(type) || isGenericSObject(type)) return undefined;
  if (origin !== 'platform' || expression.target === null) return undefined;
  if (!isScalar(type)) return undefined;
  if (!isRecordField(expression.target)) {
    cx.error(expression.namePos, 'addError must be invoked on an expression that is an exact SObject field reference');
    return VOID;
  }
  if (expression.safe) {
    cx.error(expression.namePos, 'Safe navigation operator is not allowed between SObject field and addError');
    return VOID;
  }
  return resolveOnField(cx, expression, type);
}

function isScalar(type: NamedType): boolean {
  const names = ['String', 'Id', 'Boolean', 'Date', 'Datetime', 'Time', 'Blob'];
  return numericKind(type) !== undefined || names.some((name) => isPlatform(type, `System.${name}`));
}

/** Numbers, dates and the like take the same arguments as a String field. */
function resolveOnField(cx: BodyContext, expression: CallExpression, type: NamedType): ApexType | undefined {
  const own = findMethods(cx.table, type, 'addError');
  if (own.length > 0) return undefined;
  const like = findMethods(cx.table, cx.builtins.string as NamedType, 'addError');
  const choice = chooseOverload(like, expression.args);
  if (choice.kind !== 'one') return undefined;
  expression.method = syntheticMethod(type.symbol, 'addError', choice.method.symbol.params);
  expression.dispatch = 'virtual';
  expression.args.forEach((arg, i) => applyConversion(arg, choice.method.params[i] ?? VOID));
  return VOID;
}
