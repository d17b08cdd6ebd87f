/** Finds fields and methods of a type, inherited ones included, with type parameters replaced. */
import type { ApexType, FieldSymbol, MethodSymbol } from '../types';
import { allInterfaces, named, sameType, substitute, superChain, VOID, type NamedType } from './basic';
import { syntheticMethod } from './create';
import type { SymbolTable } from './table';

/** A field with its type as seen through the type it was found in. */
export interface FoundField {
  symbol: FieldSymbol;
  type: ApexType;
}

/** A method with parameter and result types as seen through the type it was found in. */
export interface FoundMethod {
  symbol: MethodSymbol;
  params: ApexType[];
  returns: ApexType;
}

/** The fields of a name, nearest first; a class may have a static and an instance one of inherited names. */
export function findField(type: NamedType, name: string): FoundField | undefined {
  const key = name.toLowerCase();
  for (const item of superChain(type)) {
    const symbol = item.symbol.fields.get(key);
    if (symbol !== undefined) return { symbol, type: substitute(symbol.type, item.symbol, item.args) };
  }
  return undefined;
}

function seenThrough(method: MethodSymbol, owner: NamedType): FoundMethod {
  return {
    symbol: method,
    params: method.params.map((param) => substitute(param.type, owner.symbol, owner.args)),
    returns: substitute(method.returns, owner.symbol, owner.args)
  };
}

function sameList(a: readonly ApexType[], b: readonly ApexType[]): boolean {
  return a.length === b.length && a.every((type, i) => sameType(type, b[i] ?? VOID));
}

/** All methods of a name that a value (or the name) of the type has; overridden ones are left out. */
export function findMethods(table: SymbolTable, type: NamedType, name: string): FoundMethod[] {
  const key = name.toLowerCase();
  const found: FoundMethod[] = [];
  const add = (owner: NamedType): void => {
    for (const method of owner.symbol.methods.get(key) ?? []) {
      const candidate = seenThrough(method, owner);
      if (!found.some((known) => sameList(known.params, candidate.params))) found.push(candidate);
    }
  };
  superChain(type).forEach(add);
  allInterfaces(type).forEach(add);
  add(table.builtins.object as NamedType);
  for (const extra of impliedMethods(table, type, key)) {
    if (!found.some((known) => sameList(known.params, extra.params))) found.push(extra);
  }
  return found;
}

/** Methods that types have without declaring them: of enums, and `clone` of objects of classes. */
function impliedMethods(table: SymbolTable, type: NamedType, key: string): FoundMethod[] {
  const { builtins } = table;
  const method = (
    name: string,
    params: MethodSymbol['params'],
    returns: ApexType,
    isStatic: boolean
  ): FoundMethod[] => {
    const symbol = syntheticMethod(type.symbol, name, params, returns, { isStatic, access: 'global' });
    return [{ symbol, params: params.map((param) => param.type), returns }];
  };
  if (type.symbol.kind === 'enum') {
    if (key === 'name') return method('name', [], builtins.string, false);
    if (key === 'ordinal') return method('ordinal', [], builtins.integer, false);
    if (key === 'values') return method('values', [], builtins.list(named(type.symbol)), true);
    if (key === 'valueof')
      return method('valueOf', [{ name: 'name', type: builtins.string }], named(type.symbol), true);
  }
  if (key === 'clone' && type.symbol.origin === 'user' && type.symbol.kind === 'class') {
    return method('clone', [], type, false);
  }
  return [];
}
