/** Methods of collections whose arguments are more than their signature tells. */
import type { CallExpression } from '../ast';
import {
  ERROR,
  isGenericSObject,
  isList,
  isMap,
  isRecord,
  isSet,
  numericKind,
  sameType,
  typeName,
  type NamedType
} from '../symbols/basic';
import { isAssignable } from '../symbols/relations';
import type { ApexType } from '../types';
import type { BodyContext } from './context';

/** Reports what a method of a collection refuses; answers `error` then, and undefined when the usual rules may go on. */
export function checkCollectionCall(
  cx: BodyContext,
  expression: CallExpression,
  type: NamedType,
  args: readonly ApexType[]
): 'error' | undefined {
  const name = expression.name.toLowerCase();
  const [argument] = args;
  if (argument === undefined || args.length !== 1) return undefined;
  const problem =
    isList(type) || isSet(type)
      ? allProblem(name, type, argument)
      : isMap(type)
        ? putAllProblem(name, type, argument)
        : null;
  if (problem === null) return undefined;
  cx.error(expression.namePos, problem);
  return 'error';
}

const ALL_METHODS = new Set(['addall', 'containsall', 'removeall', 'retainall']);

/** `addAll` and the like take a list whose items are assignable, or a set of the same items. */
function allProblem(name: string, type: NamedType, argument: ApexType): string | null {
  if (!ALL_METHODS.has(name) || !isList(argument)) return null;
  const [item, given] = [type.args[0] ?? ERROR, argument.args[0] ?? ERROR];
  const fits = isList(type) ? isAssignable(given, item) : sameType(given, item) || isWidened(given, item);
  return fits
    ? null
    : `Illegal all method call for argument type, ${typeName(argument)}, for collection: ${typeName(type)}`;
}

function isWidened(given: ApexType, item: ApexType): boolean {
  const isIdAndString = [given, item].every((type) => typeName(type) === 'Id' || typeName(type) === 'String');
  return isAssignable(given, item) && numericKind(given) === undefined && !isIdAndString;
}

/** `putAll` takes a map of the same keys and values that fit, or a list of records. */
function putAllProblem(name: string, type: NamedType, argument: ApexType): string | null {
  if (name !== 'putall' || argument.kind === 'null') return null;
  if (isList(argument) && isRecordMap(type)) {
    const [value, given] = [type.args[1] ?? ERROR, argument.args[0] ?? ERROR];
    if (isAssignable(given, value) || isAssignable(value, given)) return null;
  } else if (isAssignable(argument, type)) {
    return null;
  }
  return `Invalid putAll type ${typeName(argument)} found for ${typeName(type)}`;
}

/** Whether the map goes from ids to records. */
export function isRecordMap(type: NamedType): boolean {
  const [key, value] = type.args;
  if (key === undefined || value === undefined) return false;
  return (typeName(key) === 'Id' || typeName(key) === 'String') && (isRecord(value) || isGenericSObject(value));
}
