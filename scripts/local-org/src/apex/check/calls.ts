/** Calls: finds the method, checks how it is called, converts the arguments. */
import type { CallExpression, Position } from '../ast';
import { ERROR, isGenericSObject, isRecord, named, typeName, type NamedType } from '../symbols/basic';
import { CONSTRUCTOR } from '../symbols/members';
import { findMethods, type FoundMethod } from '../symbols/lookup';
import { callText, signatureText } from '../symbols/signature';
import type { ApexType, MethodSymbol, TypeSymbol } from '../types';
import { checkAddError } from './adderror';
import { checkCollectionCall } from './collections';
import type { BodyContext } from './context';
import { applyConversion, isSingleRowQuery, makeSingle } from './convert';
import { findConstructor } from './creation';
import { entityOf } from './entities';
import { checkExpression } from './expressions';
import { chooseOverload } from './overloads';
import { recordStatics } from './settings';
import { isVisible } from './visibility';

/** How the receiver of a call was written. */
type Receiver = 'unqualified' | 'outer' | 'type' | 'value' | 'super';

/** Checks a call and answers what it gives. */
export function checkCall(cx: BodyContext, expression: CallExpression): ApexType {
  if (expression.target === null && isChaining(expression)) return checkConstructorCall(cx, expression);
  if (expression.target === null) return checkUnqualified(cx, expression);
  return checkQualified(cx, expression);
}

function isChaining(expression: CallExpression): boolean {
  const name = expression.name.toLowerCase();
  return name === 'this' || name === 'super';
}

/** Checks the arguments; answers their types, or undefined when one is in error. */
function checkArguments(cx: BodyContext, expression: CallExpression): ApexType[] | undefined {
  const types = expression.args.map((arg) => checkExpression(cx, arg));
  return types.some((type) => type.kind === 'error') ? undefined : types;
}

function checkUnqualified(cx: BodyContext, expression: CallExpression): ApexType {
  const args = checkArguments(cx, expression);
  if (args === undefined) return ERROR;
  for (let scope: TypeSymbol | null = cx.owner; scope !== null; scope = scope.outer) {
    const isOuter = scope !== cx.owner;
    const candidates = findMethods(cx.table, named(scope), expression.name).filter(
      (item) => !isOuter || item.symbol.isStatic
    );
    const choice = chooseOverload(candidates, expression.args);
    if (choice.kind === 'ambiguous') return ambiguous(cx, expression, args);
    if (choice.kind === 'one')
      return useMethod(cx, expression, choice.method, isOuter ? 'outer' : 'unqualified', named(scope));
  }
  return notFound(cx, expression, args, named(cx.owner));
}

function checkQualified(cx: BodyContext, expression: CallExpression): ApexType {
  const target = expression.target;
  if (target === null) return ERROR;
  const receiver = receiverOf(cx, expression);
  const args = checkArguments(cx, expression);
  if (receiver === undefined || args === undefined) return ERROR;
  const { type, how } = receiver;
  const special = how === 'type' ? undefined : checkAddError(cx, expression, type);
  if (special !== undefined) return special;
  const collection = how === 'type' ? undefined : checkCollectionCall(cx, expression, type, args);
  if (collection === 'error') return ERROR;
  const choice = chooseOverload(candidatesOf(cx, expression, type, how), expression.args);
  if (choice.kind === 'ambiguous') return ambiguous(cx, expression, args);
  return choice.kind === 'one'
    ? useMethod(cx, expression, choice.method, how, type)
    : notFound(cx, expression, args, type);
}

function candidatesOf(cx: BodyContext, expression: CallExpression, type: NamedType, how: Receiver): FoundMethod[] {
  const found = findMethods(cx.table, type, expression.name);
  if (how !== 'type' || !isRecord(type)) return found;
  const typed = recordStatics(cx.table, type, expression.name);
  if (typed.length > 0) noteTypedStatic(expression, type);
  return typed.length > 0 ? typed : found;
}

function noteTypedStatic(expression: CallExpression, type: NamedType): void {
  const { target } = expression;
  if (target?.kind === 'FieldAccess') target.ref = { kind: 'sobjectType', object: type.symbol.name };
}

/** The type whose methods are called, and how it was written. */
function receiverOf(cx: BodyContext, expression: CallExpression): { type: NamedType; how: Receiver } | undefined {
  const target = expression.target;
  if (target === null) return undefined;
  const entity = entityOf(cx, target);
  if (entity === undefined) return undefined;
  if (entity.kind === 'namespace') {
    cx.error(target.pos, `Variable does not exist: ${entity.name}`);
    return undefined;
  }
  if (entity.kind === 'type') return { type: entity.type, how: 'type' };
  const type = receiverValue(expression, entity.type, cx);
  if (type.kind === 'named') return { type, how: target.kind === 'Super' ? 'super' : 'value' };
  if (type.kind !== 'error') cx.error(expression.namePos, unknownMethod(expression, [], type));
  return undefined;
}

/** `[SELECT …].get('Name')`: a record's method on a query takes its one row; a list's method takes the list. */
function receiverValue(expression: CallExpression, type: ApexType, cx: BodyContext): ApexType {
  const target = expression.target;
  if (
    target === null ||
    type.kind !== 'named' ||
    target.kind !== 'Soql' ||
    !isSingleRowQuery(target, cx.builtins.sobject)
  )
    return type;
  if (findMethods(cx.table, type, expression.name).length > 0) return type;
  makeSingle(target);
  return target.type ?? type;
}

function unknownMethod(expression: CallExpression, args: readonly ApexType[], type: ApexType): string {
  return `Method does not exist or incorrect signature: ${callText(expression.name, args)} from the type ${typeName(type)}`;
}

function notFound(cx: BodyContext, expression: CallExpression, args: readonly ApexType[], type: ApexType): ApexType {
  cx.error(expression.namePos, unknownMethod(expression, args, type));
  return ERROR;
}

function ambiguous(cx: BodyContext, expression: CallExpression, args: readonly ApexType[]): ApexType {
  cx.error(expression.namePos, `Ambiguous method signature: ${callText(expression.name, args)}`);
  return ERROR;
}

function useMethod(
  cx: BodyContext,
  expression: CallExpression,
  found: FoundMethod,
  how: Receiver,
  type: NamedType
): ApexType {
  const method = found.symbol;
  const problem = callProblem(cx, method, how);
  if (problem !== null) {
    cx.error(expression.namePos, problem);
    return ERROR;
  }
  expression.method = method;
  expression.dispatch = method.isStatic ? 'static' : how === 'super' ? 'super' : 'virtual';
  expression.args.forEach((arg, i) => applyConversion(arg, found.params[i] ?? ERROR));
  notePlatformMethod(cx, expression.namePos, method);
  return resultOf(found, type, expression);
}

/** A record's `clone` gives its own type. */
function resultOf(found: FoundMethod, type: NamedType, expression: CallExpression): ApexType {
  if (expression.name.toLowerCase() === 'clone' && isRecord(type) && isGenericSObject(found.returns)) return type;
  return found.returns;
}

function callProblem(cx: BodyContext, method: MethodSymbol, how: Receiver): string | null {
  const text = signatureText(method);
  const isBaseOfAll = how === 'super' && cx.owner.superclass === null && method.name.toLowerCase() === 'tostring';
  if (isBaseOfAll) return 'Method is not visible: String System.ApexBaseClass.toString()';
  if (!isVisible(cx, method)) return `Method is not visible: ${text}`;
  if (method.isStatic && (how === 'value' || how === 'super'))
    return `Static method cannot be referenced from a non static context: ${text}`;
  const staticContext = how === 'type' || how === 'outer' || (how === 'unqualified' && cx.options.isStatic);
  if (!method.isStatic && staticContext) return `Non static method cannot be referenced from a static context: ${text}`;
  if (!method.isStatic && how === 'unqualified' && cx.inConstructorCall) {
    return `Cannot reference instance methods in a constructor invocation: ${text}`;
  }
  return how === 'super' && method.isAbstract ? `Abstract method cannot be called directly: ${text}` : null;
}

/** Lists a platform method that the local org lacks. */
export function notePlatformMethod(cx: BodyContext, pos: Position, method: MethodSymbol): void {
  const { owner } = method;
  if (owner.origin !== 'platform') return;
  const params = method.params.map((param) => simpleName(param.type));
  if (cx.table.env.platform.isImplemented(owner.fullName, method.name, params)) return;
  const member = `${owner.fullName}.${method.name}(${params.join(', ')})`;
  cx.findings.unsupported.push({ file: cx.file, line: pos.line, column: pos.column, member });
}

function simpleName(type: ApexType): string {
  return type.kind === 'named' ? type.symbol.name : typeName(type);
}

/** `this(…)` and `super(…)`. */
function checkConstructorCall(cx: BodyContext, expression: CallExpression): ApexType {
  cx.inConstructorCall = true;
  const args = checkArguments(cx, expression);
  cx.inConstructorCall = false;
  const isThis = expression.name.toLowerCase() === 'this';
  const type: ApexType | null = isThis ? named(cx.owner) : cx.owner.superclass;
  if (type === null || type.kind !== 'named') {
    cx.error(expression.pos, `No super type defined: ${cx.owner.fullName}`);
    return { kind: 'void' };
  }
  if (cx.options.kind !== 'constructor') {
    const name = isThis ? 'this' : 'super';
    cx.error(expression.pos, `Call to '${name}()' must be the first statement in a constructor method`);
    return { kind: 'void' };
  }
  if (args === undefined) return { kind: 'void' };
  const choice = chooseOverload(findConstructor(type), expression.args);
  if (choice.kind !== 'one' || !isVisible(cx, choice.method.symbol)) {
    cx.error(expression.pos, `No constructor defined: ${callText(CONSTRUCTOR, args)}`);
    return { kind: 'void' };
  }
  expression.method = choice.method.symbol;
  expression.dispatch = isThis ? 'thisConstructor' : 'superConstructor';
  const { params } = choice.method;
  expression.args.forEach((arg, i) => applyConversion(arg, params[i] ?? ERROR));
  return { kind: 'void' };
}
