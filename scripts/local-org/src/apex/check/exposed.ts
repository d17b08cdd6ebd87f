/** Methods that other systems call: REST resources, SOAP web services, remote actions. Salesforce's compiler has these rules. */
import type { MethodDeclaration, Position } from '../ast';
import { isException, isList, isMap, isObject, isSet, isString, typeName } from '../symbols/basic';
import { annotationOf, hasWord } from '../symbols/modifierset';
import type { ApexType, MethodSymbol } from '../types';

interface Reporter {
  error(pos: Position, message: string): void;
}

const HTTP_ANNOTATIONS = ['HttpGet', 'HttpPost', 'HttpPut', 'HttpPatch', 'HttpDelete'];
/** Their requests have no body, so that they take no parameters. */
const WITHOUT_BODY = ['HttpGet', 'HttpDelete'];

/** Checks what a method says that other systems may call. */
export function checkExposedMethod(cx: Reporter, declaration: MethodDeclaration, method: MethodSymbol): void {
  const { modifiers, pos } = declaration;
  for (const name of HTTP_ANNOTATIONS) {
    if (annotationOf(modifiers, name) !== undefined) checkHttp(cx, declaration, method, name);
  }
  if (annotationOf(modifiers, 'remoteaction') !== undefined) {
    if (!method.isStatic) cx.error(pos, 'RemoteAction methods must be declared as static');
    if (method.access !== 'global' && method.access !== 'public')
      cx.error(pos, 'RemoteAction methods require at least one of the following global, public');
  }
  if (hasWord(modifiers, 'webservice')) {
    if (!hasWord(modifiers, 'static')) cx.error(pos, 'webService methods must be declared as static');
    checkTypes(cx, declaration, method, 'webService', isSoapType);
    checkTypes(cx, declaration, method, 'global', (type) => !isSoapType(type) || !isBelowGlobal(type));
  } else if (hasWord(modifiers, 'global')) {
    checkTypes(cx, declaration, method, 'global', (type) => !isBelowGlobal(type));
  }
}

function checkHttp(cx: Reporter, declaration: MethodDeclaration, method: MethodSymbol, name: string): void {
  const { pos } = declaration;
  const { modifiers, access } = method.owner;
  if (method.access !== 'global') cx.error(pos, `${name} methods must be declared as global`);
  if (!method.isStatic) cx.error(pos, `${name} methods must be declared as static`);
  const isResource = modifiers !== undefined && annotationOf(modifiers, 'restresource') !== undefined;
  if (access === 'global' && !isResource)
    cx.error(pos, `Defining type for ${name} methods must be declared as RestResource`);
  if (WITHOUT_BODY.includes(name) && method.params.length > 0)
    cx.error(pos, `${name} methods do not support parameters`);
  else checkTypes(cx, declaration, method, name, isRestType);
}

function checkTypes(
  cx: Reporter,
  declaration: MethodDeclaration,
  method: MethodSymbol,
  name: string,
  allowed: (type: ApexType) => boolean
): void {
  const { pos, parameters } = declaration;
  for (const [i, { type }] of method.params.entries()) {
    if (!allowed(type))
      cx.error(parameters[i]?.pos ?? pos, `${name} methods do not support parameter type of ${typeName(type)}`);
  }
  if (!allowed(method.returns))
    cx.error(pos, `${name} methods do not support return type of ${typeName(method.returns)}`);
}

/** Primitive types without Object and Blob, records, classes, and lists and maps by text of those. */
function isRestType(type: ApexType): boolean {
  if (type.kind !== 'named') return true;
  const { args, symbol } = type;
  if (isObject(type) || isSet(type) || symbol.fullName === 'System.Blob') return false;
  const isMapped = isMap(type);
  if (isMapped && !isString(args[0] ?? type)) return false;
  return !(isMapped || isList(type)) || args.every(isRestType);
}

/** No maps, no sets, nothing untyped. */
function isSoapType(type: ApexType): boolean {
  if (type.kind !== 'named') return true;
  const { args, symbol } = type;
  const isUnknown = ['Schema.SObjectType', 'System.Iterable', 'Database.SaveResult'].includes(symbol.fullName);
  if (isUnknown || isObject(type) || isSet(type) || isMap(type) || isException(type)) return false;
  if (isBelowGlobal(type) && symbol.kind !== 'enum') return false;
  return !isList(type) || args.every(isSoapType);
}

/** A type of the project that other packages do not see. */
function isBelowGlobal(type: ApexType): boolean {
  return type.kind === 'named' && type.symbol.origin === 'user' && type.symbol.access !== 'global';
}
