/**
 * JavaScript names of methods. A method and what overrides or implements it form a family and share a name; see DESIGN.md.
 */
import type { ApexType, MethodSymbol, TypeSymbol } from '../types';
import { allInterfaces, named, outermost, sameType, superChain, substitute, type NamedType } from './basic';
import type { SymbolTable } from './table';

/** `list_string`, `account`, `foo_inner`: a parameter's type as part of a name. Namespace System is left out. */
function namePart(type: ApexType): string {
  if (type.kind !== 'named') return type.kind;
  const base = type.symbol.fullName.replace(/^System\./, '').replace(/[^A-Za-z0-9]+/g, '_');
  return [base, ...type.args.map(namePart)].join('_').toLowerCase();
}

/** Name of a method whose family begins in user code: `run$integer$list_string`; `run$` without parameters. */
export function userMethodName(name: string, params: readonly ApexType[]): string {
  return `${name.toLowerCase()}$${params.map(namePart).join('$')}`;
}

/**
 * Name of a method whose family begins in a class of the platform: `execute$2`. Schedulable and Queueable both have an
 * `execute` with one parameter, and a class may be both, so that Schedulable's is `execute$schedulable`.
 */
export function platformMethodName(ownerFullName: string, name: string, arity: number): string {
  if (ownerFullName === 'System.Schedulable') return 'execute$schedulable';
  return `${name.toLowerCase()}$${arity}`;
}

/** Name of a constructor: `$c`, `$c_string_exception`. */
export function constructorName(params: readonly ApexType[]): string {
  return ['$c', ...params.map(namePart)].join('_');
}

function rootName(method: MethodSymbol): string {
  const params = method.params.map((param) => param.type);
  return method.owner.origin === 'user'
    ? (method.jsName ?? userMethodName(method.name, params))
    : platformMethodName(method.owner.fullName, method.name, params.length);
}

function matching(owner: NamedType, method: MethodSymbol): MethodSymbol | undefined {
  const candidates = owner.symbol.methods.get(method.name.toLowerCase()) ?? [];
  // A batch of SObject may be executed by a method that takes a list of one record type.
  const byCount = owner.symbol.fullName === 'Database.Batchable';
  return candidates.find(
    (item) =>
      !item.isStatic &&
      item.params.length === method.params.length &&
      item.params.every(
        (param, i) =>
          byCount ||
          sameType(substitute(param.type, owner.symbol, owner.args), method.params[i]?.type ?? { kind: 'error' })
      )
  );
}

/** Names of everything that the method overrides or implements. */
function inheritedNames(table: SymbolTable, method: MethodSymbol): string[] {
  const self = named(method.owner);
  const parents = [...superChain(self).slice(1), ...allInterfaces(self), table.builtins.object as NamedType];
  const names = parents.flatMap((parent) => {
    const root = matching(parent, method);
    return root === undefined || isHidden(method, root) ? [] : [rootName(root), ...(root.jsAliases ?? [])];
  });
  return [...new Set(names)];
}

/** A private method that is not abstract is no family's root for subclasses in other files. */
function isHidden(method: MethodSymbol, root: MethodSymbol): boolean {
  return root.access === 'private' && !root.isAbstract && outermost(root.owner) !== outermost(method.owner);
}

/** A name of its own where a hidden method of a superclass has it already. */
function ownName(method: MethodSymbol): string {
  const name = userMethodName(
    method.name,
    method.params.map((param) => param.type)
  );
  const taken = superChain(named(method.owner))
    .slice(1)
    .some((parent) =>
      (parent.symbol.methods.get(method.name.toLowerCase()) ?? []).some((item) => item.jsName === name)
    );
  return taken && !method.isStatic ? `${name}$of$${method.owner.fullName.replace(/\./g, '_').toLowerCase()}` : name;
}

function nameMethods(table: SymbolTable, symbol: TypeSymbol): void {
  for (const constructor of symbol.constructors) {
    constructor.jsName = constructorName(constructor.params.map((param) => param.type));
  }
  for (const method of [...symbol.methods.values()].flat()) {
    const inherited = inheritedNames(table, method);
    // A static method may implement an interface: its alias is what objects answer to.
    const names = method.isStatic
      ? [ownName(method), ...inherited]
      : inherited.length > 0
        ? inherited
        : [ownName(method)];
    method.jsName = names[0] ?? ownName(method);
    if (names.length > 1) method.jsAliases = names.slice(1);
  }
}

/** A class may implement an interface by methods that it inherits: those answer to the interface's name too. */
function aliasInherited(symbol: TypeSymbol): void {
  if (symbol.kind !== 'class') return;
  for (const parent of allInterfaces(named(symbol))) {
    for (const wanted of [...parent.symbol.methods.values()].flat()) {
      const implementation = superChain(named(symbol))
        .filter((item) => item.symbol.origin === 'user')
        .map((item) => implementationIn(item, wanted, parent))
        .find((item) => item !== undefined);
      if (implementation !== undefined) addAlias(implementation, rootName(wanted));
    }
  }
}

function implementationIn(item: NamedType, wanted: MethodSymbol, parent: NamedType): MethodSymbol | undefined {
  const candidates = item.symbol.methods.get(wanted.name.toLowerCase()) ?? [];
  return candidates.find((candidate) => matching(parent, candidate) === wanted);
}

function addAlias(method: MethodSymbol, name: string): void {
  if (method.jsName === name || method.jsAliases?.includes(name)) return;
  method.jsAliases = [...(method.jsAliases ?? []), name];
}

/** Gives every user method and constructor its JavaScript name; superclasses and interfaces first. */
export function nameAllMethods(table: SymbolTable, symbols: Iterable<TypeSymbol>): void {
  const done = new Set<TypeSymbol>();
  const visit = (symbol: TypeSymbol): void => {
    if (done.has(symbol) || symbol.origin !== 'user') return;
    done.add(symbol);
    for (const parent of [symbol.superclass, ...symbol.interfaces]) {
      if (parent?.kind === 'named') visit(parent.symbol);
    }
    nameMethods(table, symbol);
  };
  const all = [...symbols];
  all.forEach(visit);
  all.forEach(aliasInherited);
}
