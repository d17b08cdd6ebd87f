/** From parsed files to symbols. */
import type { CompilationUnit, TypeDeclaration } from '../ast';
import type { TypeSymbol } from '../types';
import { declareUnit, reporter, resolveParents } from './declare';
import type { CompileEnv } from './env';
import { nameAllMethods } from './families';
import { MemberBuilder } from './members';
import { SymbolTable } from './table';

/** Interface methods have no access words of their own. */
function addMembers(table: SymbolTable, declaration: TypeDeclaration, symbol: TypeSymbol): void {
  const builder = new MemberBuilder(table, symbol);
  if (declaration.kind === 'ClassDeclaration') {
    builder.addAll(declaration.members);
    builder.addImpliedConstructors();
  } else if (declaration.kind === 'InterfaceDeclaration') {
    builder.addAll(declaration.methods);
  } else {
    builder.addConstants(declaration.constants);
  }
}

/** Builds the symbols of a program. Errors in declarations are in `errors` of the table. */
export function buildSymbols(units: readonly CompilationUnit[], env: CompileEnv): SymbolTable {
  const table = new SymbolTable(units, env);
  for (const unit of units) declareUnit(table, unit);
  completeSymbols(table, units);
  return table;
}

/** Resolves parents and members of what has been declared. */
function completeSymbols(table: SymbolTable, units: readonly CompilationUnit[]): void {
  resolveParents(table);
  for (const [declaration, symbol] of table.declared) addMembers(table, declaration, symbol);
  for (const unit of units) {
    const symbol = table.unitSymbols.get(unit);
    if (symbol === undefined || unit.kind === 'ClassUnit') continue;
    new MemberBuilder(table, symbol).addAll(unit.members);
  }
  nameAllMethods(table, [...table.declared.values(), ...table.unitSymbols.values()]);
}

/**
 * A table for an anonymous block: it sees every type of `base` and adds what the block declares. `base` stays as it is.
 */
export function extendSymbols(base: SymbolTable, unit: CompilationUnit): SymbolTable {
  const table = new SymbolTable([unit], base.env);
  for (const [key, symbol] of base.userTypes) table.userTypes.set(key, symbol);
  for (const [field, property] of base.properties) table.properties.set(field, property);
  declareUnit(table, unit);
  completeSymbols(table, [unit]);
  return table;
}

export { reporter };
