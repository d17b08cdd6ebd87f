/**
 * Calls of methods: of the project's classes, of the platform, of constructors.
 */
import type { CallExpression, Expression } from '../ast';
import type { MethodSymbol, TypeSymbol } from '../types';
import type { BodyEmitter } from './body';
import { emitDynamicQueryCall, isDynamicQuery } from './dynamic-binds';
import { emitExpression, emitList, emitNonNull } from './expressions';
import { methodName, quote, simpleTypeName } from './names';

export function emitCall(e: CallExpression, b: BodyEmitter): void {
  const { method } = e;
  if (!method) throw new Error(`${e.name} is not resolved (line ${e.pos.line})`);
  if (e.dispatch === 'thisConstructor' || e.dispatch === 'superConstructor') emitConstructorCall(e, method, b);
  else if (isFieldError(e)) emitFieldError(e, b);
  else if (isImplied(method)) emitImplied(e, method, b);
  else if (method.owner.origin === 'user') emitUserCall(e, method, b);
  else emitPlatformCall(e, method, b);
}

/** `this(…)` must not reach a constructor of a subclass with the same parameters. */
function emitConstructorCall(e: CallExpression, method: MethodSymbol, b: BodyEmitter): void {
  const own = e.dispatch === 'thisConstructor';
  const name = method.owner.origin === 'user' ? methodName(method) : platformConstructorName(method);
  if (own) b.w.write(`${b.file.classRef(method.owner)}.prototype.${name}.call(this${e.args.length > 0 ? ',' : ''}`);
  else b.w.write(`super.${name}(`);
  emitList(e.args, b);
  b.w.write(')');
}

/** Name of a constructor of a platform class that a user class may extend. */
export function platformConstructorName(method: MethodSymbol): string {
  return ['$c', ...method.params.map((param) => simpleTypeName(param.type).toLowerCase())].join('_');
}

/** `record.Field.addError(…)`. */
function isFieldError(e: CallExpression): boolean {
  const { target } = e;
  if (e.name.toLowerCase() !== 'adderror' || target?.kind !== 'FieldAccess') return false;
  return (
    target.ref?.kind === 'sobjectField' && target.type?.kind === 'named' && target.type.symbol.origin === 'platform'
  );
}

function emitFieldError(e: CallExpression, b: BodyEmitter): void {
  const target = e.target as Extract<Expression, { kind: 'FieldAccess' }>;
  b.w.write('$r.addFieldError(');
  emitNonNull(target.target, b);
  b.w.write(`,${quote(target.ref?.kind === 'sobjectField' ? target.ref.name : target.name)},[`);
  emitList(e.args, b);
  b.w.write('])');
}

/** Methods of enums and `clone`, which no declaration has. */
function isImplied(method: MethodSymbol): boolean {
  const name = method.name.toLowerCase();
  if (method.owner.kind === 'enum')
    return name === 'name' || name === 'ordinal' || name === 'values' || name === 'valueof';
  return method.owner.origin === 'user' && name === 'clone' && !isDeclared(method);
}

function isDeclared(method: MethodSymbol): boolean {
  return method.owner.methods.get(method.name.toLowerCase())?.includes(method) ?? false;
}

function emitImplied(e: CallExpression, method: MethodSymbol, b: BodyEmitter): void {
  const name = method.name.toLowerCase();
  if (method.isStatic) {
    const type = enumType(method.owner, b);
    b.w.write(`$r.${name === 'values' ? 'enumValues' : 'enumValueOf'}(${type}${e.args.length > 0 ? ',' : ''}`);
    emitList(e.args, b);
    b.w.write(')');
    return;
  }
  b.w.write(name === 'clone' ? '$r.cloneObject(' : `$r.enum${name === 'name' ? 'Name' : 'Ordinal'}(`);
  emitReceiver(e, b);
  b.w.write(')');
}

/** Run-time type of an enum; reading it from a user's class makes the class, and with it the constants. */
function enumType(owner: TypeSymbol, b: BodyEmitter): string {
  return owner.origin === 'user'
    ? `${b.file.classRef(owner)}.$type`
    : b.file.rtType({ kind: 'named', symbol: owner, args: [] });
}

function emitReceiver(e: CallExpression, b: BodyEmitter): void {
  if (e.target === null || e.target.kind === 'Super') b.w.write('this');
  else emitNonNull(e.target, b);
}

function emitUserCall(e: CallExpression, method: MethodSymbol, b: BodyEmitter): void {
  const name = methodName(method);
  if (method.annotations.includes('future')) return emitFutureCall(e, method, b);
  if (method.isStatic) {
    b.w.write(`${b.file.classRef(method.owner)}.`);
  } else if (e.dispatch === 'super') {
    b.w.write('super.');
  } else if (needsDirectCall(method)) {
    return emitDirectCall(e, method, b);
  } else if (e.target === null) {
    b.w.write('this.');
  } else {
    emitExpression(e.target, b);
    b.w.write('.');
  }
  b.w.at(e.namePos.line);
  b.w.write(`${name}(`);
  emitList(e.args, b);
  b.w.write(')');
}

/** A private method is not overridden by one of the same name in a subclass. */
function needsDirectCall(method: MethodSymbol): boolean {
  const { owner } = method;
  return method.access === 'private' && !method.isVirtual && (owner.isVirtual || owner.isAbstract);
}

function emitDirectCall(e: CallExpression, method: MethodSymbol, b: BodyEmitter): void {
  b.w.write(`${b.file.classRef(method.owner)}.prototype.${methodName(method)}.call(`);
  emitReceiver(e, b);
  if (e.args.length > 0) b.w.write(',');
  emitList(e.args, b);
  b.w.write(')');
}

function emitFutureCall(e: CallExpression, method: MethodSymbol, b: BodyEmitter): void {
  const label = `${method.owner.fullName}.${method.name}`;
  const target = `${b.file.classRef(method.owner)},${quote(methodName(method))},${quote(label)}`;
  b.w.write(`$r.future(${target},${futureMakesCallouts(method)},[`);
  emitList(e.args, b);
  b.w.write('])');
}

/** `@future(callout=true)`. */
function futureMakesCallouts(method: MethodSymbol): boolean {
  const declaration = method.owner.declaration;
  if (declaration?.kind !== 'ClassDeclaration') return false;
  const member = declaration.members.find((item) => item.kind === 'MethodDeclaration' && item.symbol === method);
  const annotation = member?.kind === 'MethodDeclaration'
    ? member.modifiers.annotations.find((item) => item.name.toLowerCase() === 'future')
    : undefined; // prettier-ignore
  return (
    annotation?.args.some((arg) => arg.name.toLowerCase() === 'callout' && arg.value.toLowerCase() === 'true') ?? false
  );
}

function emitPlatformCall(e: CallExpression, method: MethodSymbol, b: BodyEmitter): void {
  if (isDynamicQuery(method)) return emitDynamicQueryCall(e, b, platformFunction(method, b));
  const setting = settingObject(e, method);
  if (setting !== null) return emitSettingCall(e, method, setting, b);
  b.w.at(e.namePos.line);
  b.w.write(`${platformFunction(method, b)}(`);
  if (!method.isStatic) {
    emitReceiver(e, b);
    if (e.args.length > 0) b.w.write(',');
  }
  emitList(e.args, b);
  b.w.write(')');
}

/** A constant with the function that does a platform method. */
export function platformFunction(method: MethodSymbol, b: BodyEmitter): string {
  const types = method.params.map((param) => quote(simpleTypeName(param.type))).join(',');
  const how = method.isStatic ? 'staticMethod' : isOpen(method.owner) ? 'virtualMethod' : 'instanceMethod';
  return b.file.hoist(`$r.${how}(${quote(method.owner.fullName)},${quote(method.name)},[${types}])`);
}

/** Whether objects of user classes may stand behind the platform type. */
function isOpen(owner: TypeSymbol): boolean {
  return owner.kind === 'interface' || owner.isVirtual || owner.isAbstract || isThrowable(owner);
}

function isThrowable(owner: TypeSymbol): boolean {
  return owner.fullName === 'System.Exception' || owner.fullName === 'System.Object';
}

/** The object whose custom setting or metadata records a typed static such as `getInstance` reads; null for other calls. */
function settingObject(e: CallExpression, method: MethodSymbol): string | null {
  if (!method.isStatic || method.owner.fullName !== 'System.SObject' || isDeclared(method)) return null;
  const { target } = e;
  if (target?.kind !== 'Name' && target?.kind !== 'FieldAccess') return null;
  if (target.ref?.kind === 'sobjectType') return target.ref.object;
  return target.ref?.kind === 'type' && target.ref.type.kind === 'named' ? target.ref.type.symbol.name : null;
}

function emitSettingCall(e: CallExpression, method: MethodSymbol, object: string, b: BodyEmitter): void {
  b.w.write(`$r.setting(${quote(object)},${quote(method.name)},[`);
  emitList(e.args, b);
  b.w.write('])');
}
