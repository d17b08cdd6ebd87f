/** Chooses among methods of one name by the types of the arguments. */
import type { Expression } from '../ast';
import { fullNameOf, isObject, numericKind, sameType } from '../symbols/basic';
import { isAssignable } from '../symbols/relations';
import type { FoundMethod } from '../symbols/lookup';
import type { ApexType } from '../types';
import { fits } from './convert';

/** What the choice led to. */
export type Choice =
  { kind: 'one'; method: FoundMethod } | { kind: 'none' } | { kind: 'ambiguous'; method: FoundMethod };

/** Order in which an argument prefers parameter types: the same one, then the nearest. */
function closer(arg: ApexType, a: ApexType, b: ApexType): number {
  const [sameA, sameB] = [sameType(arg, a), sameType(arg, b)];
  if (sameA !== sameB) return sameA ? -1 : 1;
  if (sameA || sameType(a, b)) return 0;
  if (arg.kind === 'null') return 0;
  const numbers = closerNumber(arg, a, b);
  if (numbers !== 0) return numbers;
  if (isObject(a) !== isObject(b)) return isObject(b) ? -1 : 1;
  if (isInterface(a) || isInterface(b)) return 0;
  const [aToB, bToA] = [isAssignable(a, b), isAssignable(b, a)];
  if (aToB === bToA) return 0;
  return aToB ? -1 : 1;
}

/** Between an interface and another type that an argument fits there is no nearer one. */
function isInterface(type: ApexType): boolean {
  return type.kind === 'named' && type.symbol.kind === 'interface';
}

const WIDTH = { Integer: 0, Long: 1, Double: 2, Decimal: 3 };

function closerNumber(arg: ApexType, a: ApexType, b: ApexType): number {
  const [own, first, second] = [numericKind(arg), numericKind(a), numericKind(b)];
  if (!own || !first || !second) return 0;
  return Math.sign(Math.abs(WIDTH[first] - WIDTH[own]) - Math.abs(WIDTH[second] - WIDTH[own]));
}

/** A query prefers a parameter that takes its list to one that takes its only row. */
function closerFor(arg: Expression, a: ApexType, b: ApexType): number {
  const given = arg.type ?? { kind: 'error' };
  const [direct, other] = [isAssignable(given, a), isAssignable(given, b)];
  if (direct !== other) return direct ? -1 : 1;
  return closer(given, a, b);
}

/** Whether `a` suits the arguments better than `b`: nowhere worse, somewhere better. */
function isBetter(args: readonly Expression[], a: FoundMethod, b: FoundMethod): boolean {
  let better = false;
  for (const [i, arg] of args.entries()) {
    const [paramA, paramB] = [a.params[i], b.params[i]];
    if (paramA === undefined || paramB === undefined) return false;
    const order = closerFor(arg, paramA, paramB);
    if (order > 0) return false;
    if (order < 0) better = true;
  }
  return better;
}

/**
 * Whether an argument may be passed to a parameter: as in an assignment, except that a Decimal is no Double (unless a
 * type argument says Double), and that the type arguments of one interface do not count.
 */
function passes(method: FoundMethod, i: number, arg: Expression): boolean {
  const [param, declared, given] = [method.params[i], method.symbol.params[i]?.type, arg.type];
  if (param === undefined || given === undefined) return false;
  if (isInterface(param) && isInterface(given) && fullNameOf(param) === fullNameOf(given)) return true;
  const narrows = numericKind(given) === 'Decimal' && numericKind(param) === 'Double' && declared?.kind !== 'typevar';
  return !narrows && fits(arg, param);
}

/** Picks the method whose parameters suit the checked arguments best. */
export function chooseOverload(candidates: readonly FoundMethod[], args: readonly Expression[]): Choice {
  const applicable = candidates.filter(
    (item) => item.params.length === args.length && args.every((arg, i) => passes(item, i, arg))
  );
  const [first] = applicable;
  if (first === undefined) return { kind: 'none' };
  const best = applicable.find((item) => applicable.every((other) => other === item || isBetter(args, item, other)));
  if (best !== undefined) return { kind: 'one', method: best };
  if (args.some((arg) => arg.type?.kind === 'error')) return { kind: 'one', method: first };
  return { kind: 'ambiguous', method: first };
}
