/** Puts a value where a type is wanted: checks it, and notes the conversion for the emitter. */
import type { Expression } from '../ast';
import { ERROR, isSObject, typeName } from '../symbols/basic';
import { conversionOf, isAssignable } from '../symbols/relations';
import type { ApexType } from '../types';
import type { BodyContext } from './context';

/** Whether the expression is a query whose rows fit a single record of type `to`. */
export function isSingleRowQuery(expression: Expression, to: ApexType): boolean {
  if (!isSObject(to)) return false;
  if (isDynamicQuery(expression)) return true;
  if (expression.kind !== 'Soql' || expression.query.isCount) return false;
  const row = rowType(expression);
  return row !== undefined && isAssignable(row, to);
}

/** `Database.query(…)` may stand for its one row, as a query in brackets may. */
function isDynamicQuery(expression: Expression): boolean {
  if (expression.kind !== 'Call' || expression.method?.owner.fullName !== 'System.Database') return false;
  return ['query', 'querywithbinds'].includes(expression.name.toLowerCase());
}

function rowType(expression: Expression): ApexType | undefined {
  return expression.type?.kind === 'named' ? expression.type.args[0] : undefined;
}

/** Makes a query answer its one row. */
export function makeSingle(expression: Expression): void {
  if (expression.kind !== 'Soql' || expression.result === 'single') return;
  expression.result = 'single';
  expression.type = rowType(expression) ?? ERROR;
}

/** Whether a checked expression may stand where `to` is wanted. */
export function fits(expression: Expression, to: ApexType): boolean {
  return isAssignable(expression.type ?? ERROR, to) || isSingleRowQuery(expression, to);
}

/** Notes the conversion of an expression that fits. */
export function applyConversion(expression: Expression, to: ApexType): void {
  if (!isAssignable(expression.type ?? ERROR, to) && isSingleRowQuery(expression, to)) {
    if (expression.kind === 'Call') {
      expression.conv = { kind: 'ListToSingle' };
      return;
    }
    makeSingle(expression);
  }
  const conversion = conversionOf(expression.type ?? ERROR, to);
  if (conversion !== undefined) expression.conv = conversion;
}

/** Checks that a checked expression fits `to`; `message` words the error. Answers whether it does. */
export function coerce(
  cx: BodyContext,
  expression: Expression,
  to: ApexType,
  message: (from: string, to: string) => string = (from, target) => `Illegal assignment from ${from} to ${target}`
): boolean {
  if (!fits(expression, to)) {
    cx.error(expression.pos, message(typeName(expression.type ?? ERROR), typeName(to)));
    return false;
  }
  applyConversion(expression, to);
  return true;
}
