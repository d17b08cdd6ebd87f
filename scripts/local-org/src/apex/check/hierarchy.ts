/** Overriding and implementing: what a class must and must not do with what it inherits. */
import type { MethodDeclaration, Position } from '../ast';
import {
  allInterfaces,
  isException,
  isGenericSObject,
  isList,
  named,
  outermost,
  sameType,
  substitute,
  superChain,
  type NamedType
} from '../symbols/basic';
import { typeName } from '../symbols/basic';
import { isAssignable } from '../symbols/relations';
import { signatureText } from '../symbols/signature';
import type { Access, ApexType, MethodSymbol, TypeSymbol } from '../types';
import type { SymbolTable } from '../symbols/table';

interface Reporter {
  error(pos: Position, message: string): void;
}

/** A method as seen through a type argument list. */
interface Inherited {
  method: MethodSymbol;
  params: ApexType[];
  returns: ApexType;
}

function methodsOf(type: NamedType, name: string): Inherited[] {
  return (type.symbol.methods.get(name.toLowerCase()) ?? []).map((method) => seen(method, type));
}

function seen(method: MethodSymbol, type: NamedType): Inherited {
  return {
    method,
    params: method.params.map((param) => substitute(param.type, type.symbol, type.args)),
    returns: substitute(method.returns, type.symbol, type.args)
  };
}

function sameParameters(a: readonly ApexType[], b: readonly ApexType[]): boolean {
  return a.length === b.length && a.every((type, i) => sameType(type, b[i] ?? { kind: 'void' }));
}

/** The method of a superclass with the same parameters, nearest first. */
function overridden(owner: TypeSymbol, method: MethodSymbol): Inherited | undefined {
  const params = method.params.map((param) => param.type);
  for (const parent of superChain(named(owner)).slice(1)) {
    const found = methodsOf(parent, method.name).find((item) => sameParameters(item.params, params));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** How widely a method is seen; a global one may be overridden by a public one. */
const RANK: Record<Access, number> = { private: 0, protected: 1, public: 2, global: 2 };

/** Checks one method against the superclasses. */
export function checkOverride(
  cx: Reporter,
  table: SymbolTable,
  declaration: MethodDeclaration,
  method: MethodSymbol
): void {
  const parent = overridden(method.owner, method);
  const text = signatureText(method);
  const { pos } = declaration;
  if (parent === undefined || parent.method.owner.fullName === 'System.Object') {
    checkObjectMethod(cx, table, declaration, method);
    return;
  }
  if (method.isStatic || parent.method.isStatic) {
    if (parent.method.isStatic !== method.isStatic)
      cx.error(pos, `Cannot override static method: ${signatureText(parent.method)} with ${text}`);
    return;
  }
  if (isHidden(method, parent.method)) {
    if (method.isOverride) cx.error(pos, `@Override specified for non-overriding method: ${text}`);
    return;
  }
  const problem = overrideProblem(method, parent, text);
  if (problem !== null) cx.error(pos, problem);
}

/** A private method is no concern of subclasses in other files. */
function isHidden(method: MethodSymbol, parent: MethodSymbol): boolean {
  return parent.access === 'private' && outermost(method.owner) !== outermost(parent.owner);
}

/** Of the methods that every object has, only `toString` is one to override; `equals` and `hashCode` are found by name. */
function checkObjectMethod(
  cx: Reporter,
  table: SymbolTable,
  declaration: MethodDeclaration,
  method: MethodSymbol
): void {
  const text = signatureText(method);
  const isToString =
    method.name.toLowerCase() === 'tostring' && method.params.length === 0 && method.owner.kind === 'class';
  if (!isToString) {
    if (method.isOverride) cx.error(declaration.pos, `@Override specified for non-overriding method: ${text}`);
  } else if (!method.isOverride) {
    cx.error(declaration.pos, `Method must use the override keyword: ${text}`);
  } else if (!sameType(method.returns, table.builtins.string)) {
    cx.error(
      declaration.pos,
      `Method return types clash: ${typeName(method.returns)} vs String from the type ${method.owner.fullName}`
    );
  } else if (RANK[method.access] < RANK.public) {
    cx.error(declaration.pos, `Cannot reduce the visibility of method: ${text}`);
  }
}

function overrideProblem(method: MethodSymbol, parent: Inherited, text: string): string | null {
  if (!parent.method.isVirtual && !parent.method.isAbstract)
    return `Non-virtual, non-abstract methods cannot be overridden: ${text}`;
  if (!method.isOverride) return `Method must use the override keyword: ${text}`;
  if (!sameType(method.returns, parent.returns) && method.returns.kind !== 'error' && parent.returns.kind !== 'error') {
    return `Method return types clash: ${typeName(method.returns)} vs ${typeName(parent.returns)} from the type ${method.owner.fullName}`;
  }
  const inherited = parent.method.owner.origin === 'platform' ? 'public' : parent.method.access;
  return RANK[method.access] < RANK[inherited] ? `Cannot reduce the visibility of method: ${text}` : null;
}

/** Checks that a class that is not abstract has all methods that its superclasses and interfaces ask for. */
export function checkImplements(cx: Reporter, table: SymbolTable, symbol: TypeSymbol, pos: Position): void {
  if (symbol.kind !== 'class') return;
  const self = named(symbol);
  if (!symbol.isAbstract) checkAbstractMethods(cx, symbol, pos);
  for (const item of allInterfaces(self)) {
    if (item.symbol.fullName === 'Database.Batchable') {
      checkBatchable(cx, symbol, item, pos);
      continue;
    }
    for (const wanted of [...item.symbol.methods.values()].flat())
      checkInterfaceMethod(cx, table, symbol, seen(wanted, item), pos);
  }
}

function checkAbstractMethods(cx: Reporter, symbol: TypeSymbol, pos: Position): void {
  const chain = superChain(named(symbol));
  for (const [depth, parent] of chain.entries()) {
    if (depth === 0 || isException(parent)) continue;
    for (const wanted of [...parent.symbol.methods.values()].flat()) {
      if (!wanted.isAbstract) continue;
      const { params } = seen(wanted, parent);
      const done = chain
        .slice(0, depth)
        .some((item) =>
          methodsOf(item, wanted.name).some(
            (own) => implementsAbstract(own.method, wanted) && sameParameters(own.params, params)
          )
        );
      if (!done)
        cx.error(pos, `Class ${symbol.fullName} must implement the abstract method: ${inheritedText(wanted, params)}`);
    }
  }
}

/** What is abstract and private in another file is implemented without `override`. */
function implementsAbstract(own: MethodSymbol, wanted: MethodSymbol): boolean {
  return !own.isAbstract && own.isOverride !== isHidden(own, wanted);
}

function inheritedText(method: MethodSymbol, params: readonly ApexType[]): string {
  return signatureText({ ...method, params: params.map((type) => ({ name: '', type })) });
}

function checkInterfaceMethod(
  cx: Reporter,
  table: SymbolTable,
  symbol: TypeSymbol,
  wanted: Inherited,
  pos: Position
): void {
  const chain = [...superChain(named(symbol)), table.builtins.object as NamedType];
  const own = chain
    .flatMap((item) => methodsOf(item, wanted.method.name))
    .find((item) => sameParameters(item.params, wanted.params));
  const text = inheritedText({ ...wanted.method, returns: wanted.returns }, wanted.params);
  if (own === undefined || !returnsFit(own.returns, wanted.returns)) {
    if (own === undefined && symbol.isAbstract) return;
    cx.error(pos, `Class ${symbol.fullName} must implement the method: ${text}`);
  } else if (own.method.owner.origin === 'user' && RANK[own.method.access] < RANK.public) {
    const rule = 'Overriding implementations of global or public interface methods must be global or public';
    cx.error(own.method.pos ?? pos, `${symbol.fullName}: ${rule}: ${text}`);
  }
}

/** A method that implements an interface may give something narrower. */
function returnsFit(own: ApexType, wanted: ApexType): boolean {
  return own.kind === 'void' || wanted.kind === 'void' ? own.kind === wanted.kind : isAssignable(own, wanted);
}

/** `start` gives a query locator or an Iterable; `execute` takes a list of what it gives. */
function checkBatchable(cx: Reporter, symbol: TypeSymbol, batchable: NamedType, pos: Position): void {
  const item = batchable.args[0];
  const missing = (text: string): void => cx.error(pos, `Class ${symbol.fullName} must implement the method: ${text}`);
  const find = (name: string, count: number): Inherited | undefined =>
    superChain(named(symbol))
      .flatMap((type) => methodsOf(type, name))
      .find(
        (own) => own.params.length === count && typeName(own.params[0] ?? { kind: 'void' }).endsWith('BatchableContext')
      );
  const start = find('start', 1);
  const startType = start === undefined ? '' : typeName(start.returns);
  const gives = startType === 'Database.QueryLocator' || isIterable(start?.returns);
  if (symbol.isAbstract) return;
  if (!gives) missing('Database.QueryLocator Database.Batchable.start(Database.BatchableContext)');
  const execute = find('execute', 2);
  const rows = execute?.params[1];
  if (!takesRows(rows, item)) {
    const rowName = item === undefined ? 'SObject' : typeName(item);
    missing(`void Database.Batchable<${rowName}>.execute(Database.BatchableContext, List<${rowName}>)`);
  }
  if (find('finish', 1) === undefined) missing('void Database.Batchable.finish(Database.BatchableContext)');
}

/** `execute` takes a list of what a batch works on; lists of records stand for each other. */
function takesRows(rows: ApexType | undefined, item: ApexType | undefined): boolean {
  if (rows === undefined || !isList(rows)) return false;
  const own = rows.args[0];
  if (own === undefined || item === undefined) return true;
  return isAssignable(item, own) || (isGenericSObject(item) && isAssignable(own, item));
}

function isIterable(type: ApexType | undefined): boolean {
  if (type === undefined || type.kind !== 'named') return false;
  const isIt = (item: NamedType): boolean => item.symbol.fullName === 'System.Iterable';
  return isIt(type) || allInterfaces(type).some(isIt);
}
