/** `new`: objects, collections and records. */
import type { Expression, NewCollectionExpression, NewExpression, NewSObjectExpression } from '../ast';
import {
  ERROR,
  isGenericSObject,
  isList,
  isMap,
  isRecord,
  isSet,
  numericKind,
  typeName,
  type NamedType
} from '../symbols/basic';
import { substitute } from '../symbols/basic';
import { signatureText } from '../symbols/signature';
import type { FoundMethod } from '../symbols/lookup';
import { iterableItem, isAssignable } from '../symbols/relations';
import type { ApexType } from '../types';
import { notePlatformMethod } from './calls';
import { isRecordMap } from './collections';
import type { BodyContext } from './context';
import { applyConversion, coerce, fits } from './convert';
import { checkExpression } from './expressions';
import { isWriteable } from './fields';
import { chooseOverload } from './overloads';
import { recordMember } from './records';
import { isVisible } from './visibility';

/** The constructors of a type as seen with its arguments. */
export function findConstructor(type: NamedType): FoundMethod[] {
  return type.symbol.constructors.map((symbol) => ({
    symbol,
    params: symbol.params.map((param) => substitute(param.type, type.symbol, type.args)),
    returns: symbol.returns
  }));
}

/** `new Foo(a)`, `new List<X>(a)`, `new Account()`. */
export function checkNew(cx: BodyContext, expression: NewExpression): ApexType {
  const type = cx.resolve(expression.typeRef);
  const args = expression.args.map((arg) => checkExpression(cx, arg));
  if (type.kind !== 'named' || args.some((arg) => arg.kind === 'error')) return type;
  if (isRecord(type)) {
    if (args.length > 0) cx.error(expression.pos, `Type requires name=value pair construction: ${typeName(type)}`);
    return type;
  }
  const problem = constructionProblem(type) ?? collectionProblem(type, expression.args);
  if (problem !== null) {
    cx.error(expression.pos, problem);
    return type;
  }
  chooseConstructor(cx, expression, type, args);
  return type;
}

function constructionProblem(type: NamedType): string | null {
  const { symbol } = type;
  if (symbol.kind !== 'class' || isGenericSObject(type)) return `Type cannot be constructed: ${typeName(type)}`;
  if (symbol.isAbstract) return `Abstract classes cannot be constructed: ${typeName(type)}`;
  if (symbol.origin === 'platform' && symbol.constructors.length === 0)
    return `Type cannot be constructed: ${typeName(type)}`;
  return null;
}

function chooseConstructor(
  cx: BodyContext,
  expression: NewExpression,
  type: NamedType,
  args: readonly ApexType[]
): void {
  const choice = chooseOverload(findConstructor(type), expression.args);
  const text = `[${typeName(type)}].<Constructor>(${args.map(typeName).join(', ')})`;
  if (choice.kind === 'none') {
    cx.error(expression.pos, `Constructor not defined: ${text}`);
    return;
  }
  const { symbol, params } = choice.method;
  if (choice.kind === 'ambiguous') {
    cx.error(expression.pos, `Ambiguous method signature: void <init>(${args.map(typeName).join(', ')})`);
  } else if (!isVisible(cx, symbol)) {
    cx.error(expression.pos, `Method is not visible: ${signatureText(symbol)}`);
  } else {
    expression.constructorSymbol = symbol;
    expression.args.forEach((arg, i) => applyConversion(arg, params[i] ?? ERROR));
    notePlatformMethod(cx, expression.pos, symbol);
  }
}

/** What `new List<X>(…)`, `new Set<X>(…)` and `new Map<K,V>(…)` refuse. */
function collectionProblem(type: NamedType, args: readonly Expression[]): string | null {
  const [first] = args;
  const given = first?.type;
  if (first === undefined || given === undefined || args.length > 1 || given.kind === 'null') return null;
  const wanted = type.args[0] ?? ERROR;
  if (isMap(type)) return mapProblem(type, given);
  if (!isList(type) && !isSet(type)) return null;
  if (isList(type) && numericKind(given) === 'Integer') return null;
  const item = iterableItem(given);
  if (item !== undefined && (isAssignable(item, wanted) || isAssignable(given, type))) return null;
  const [name, what] = isList(type) ? ['List', 'an Integer or a List of type'] : ['Set', 'a List or a Set of type:'];
  return `Invalid initializer type ${typeName(given)} found for ${name}<${typeName(wanted)}>: expected ${what} ${typeName(wanted)}`;
}

function mapProblem(type: NamedType, given: ApexType): string | null {
  const [key, value] = [type.args[0] ?? ERROR, type.args[1] ?? ERROR];
  if (isMap(given) && isAssignable(given, type)) return null;
  if (isList(given) && isRecordMap(type) && recordsFit(given.args[0] ?? ERROR, value)) return null;
  const name = `Map<${typeName(key)},${typeName(value)}>`;
  const expected = 'expected a Map with the same key and value types, or a valid SObject List';
  return `Invalid initializer type ${typeName(given)} found for ${name}: ${expected}`;
}

function recordsFit(item: ApexType, value: ApexType): boolean {
  return isAssignable(item, value) || (isGenericSObject(item) && isRecord(value));
}

/** `new List<X>{…}`, `new X[n]`, `new Map<K,V>{…}`. */
export function checkNewCollection(cx: BodyContext, expression: NewCollectionExpression): ApexType {
  const type = cx.resolve(expression.typeRef);
  if (expression.size !== null) {
    const size = checkExpression(cx, expression.size);
    if (size.kind !== 'error' && numericKind(size) !== 'Integer') coerce(cx, expression.size, cx.builtins.integer);
  }
  for (const element of expression.elements) checkExpression(cx, element);
  for (const { key, value } of expression.entries) {
    checkExpression(cx, key);
    checkExpression(cx, value);
  }
  if (type.kind === 'named') checkInitialValues(cx, expression, type);
  return type;
}

function checkInitialValues(cx: BodyContext, expression: NewCollectionExpression, type: NamedType): void {
  const [item, mapped] = [type.args[0] ?? ERROR, type.args[1] ?? ERROR];
  if (isMap(type)) {
    const [key, value] = [item, mapped];
    for (const entry of expression.entries) {
      coerce(cx, entry.key, key, (from, to) => `Invalid key type ${from} for ${to}`);
      coerce(cx, entry.value, value, (from, to) => `Invalid value type ${from} for ${to}`);
    }
    if (expression.elements.length > 0)
      cx.error(expression.pos, `Invalid initializer for ${typeName(type)}: expected key => value`);
    return;
  }
  if (!isList(type) && !isSet(type)) {
    cx.error(expression.pos, `Type cannot be constructed: ${typeName(type)}`);
    return;
  }
  for (const element of expression.elements) {
    coerce(
      cx,
      element,
      item,
      (from, to) => `Initial expression is of incorrect type, expected: ${to} but was: ${from}`
    );
  }
}

/** `new Account(Name = 'x')`. */
export function checkNewSObject(cx: BodyContext, expression: NewSObjectExpression): ApexType {
  const type = cx.resolve(expression.typeRef);
  for (const { value } of expression.fields) checkExpression(cx, value);
  if (type.kind !== 'named') return type;
  if (!isRecord(type)) {
    cx.error(
      expression.pos,
      `Invalid constructor syntax, name=value pairs can only be used for SObjects: ${typeName(type)}`
    );
    return type;
  }
  const seen = new Set<string>();
  for (const field of expression.fields) {
    const key = field.name.toLowerCase();
    if (seen.has(key)) cx.error(field.pos, `Duplicate field initialization: ${field.name}`);
    seen.add(key);
    checkInitialField(cx, field, type);
  }
  return type;
}

function checkInitialField(cx: BodyContext, field: NewSObjectExpression['fields'][number], type: NamedType): void {
  const member = recordMember(cx.table, type, field.name);
  if (member === undefined) {
    cx.error(field.pos, `Field does not exist: ${field.name} on ${typeName(type)}`);
    return;
  }
  field.fieldName = member.name;
  const readOnly =
    member.kind === 'children' || (member.kind === 'field' && member.field !== undefined && !isWriteable(member.field));
  if (readOnly) {
    cx.error(field.pos, `Field is not writeable: ${typeName(type)}.${member.name}`);
    return;
  }
  if (fits(field.value, member.type) || !isExternalIdReference(member.type, field.value))
    coerce(cx, field.value, member.type);
}

/** A parent is given as a record: `new Contact(Account = new Account(Ext__c = 'x'))`. */
function isExternalIdReference(wanted: ApexType, value: Expression): boolean {
  return typeName(wanted) === 'Name' && value.type !== undefined && isRecord(value.type);
}
