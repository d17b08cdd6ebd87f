/**
 * First steps of building symbols: every declared type gets a symbol, then its superclass and interfaces.
 */
import type { CompilationUnit, Member, Modifiers, TypeDeclaration, TypeRef } from '../ast';
import type { ApexType, TypeSymbol } from '../types';
import { fullNameOf, isException, named, symbolName, typeName, type NamedType } from './basic';
import { emptySymbol } from './create';
import { accessOf, annotationOf, hasWord } from './modifierset';
import { resolveType, type Report } from './resolve';
import type { SymbolTable } from './table';

/** Reports into the table's errors for a file. */
export function reporter(table: SymbolTable, file: string): Report {
  return (pos, message) => void table.errors.push({ file, line: pos.line, column: pos.column, message });
}

function sharingOf(modifiers: Modifiers): TypeSymbol['sharing'] {
  if (hasWord(modifiers, 'with sharing')) return 'with';
  if (hasWord(modifiers, 'without sharing')) return 'without';
  return hasWord(modifiers, 'inherited sharing') ? 'inherited' : null;
}

const KINDS = { ClassDeclaration: 'class', InterfaceDeclaration: 'interface', EnumDeclaration: 'enum' } as const;

function symbolOf(declaration: TypeDeclaration, outer: TypeSymbol | null, file: string): TypeSymbol {
  const { name, modifiers } = declaration;
  return emptySymbol({
    kind: KINDS[declaration.kind],
    origin: 'user',
    name,
    fullName: outer === null ? name : `${outer.fullName}.${name}`,
    outer,
    isAbstract: hasWord(modifiers, 'abstract') || declaration.kind === 'InterfaceDeclaration',
    isVirtual: hasWord(modifiers, 'virtual') || hasWord(modifiers, 'abstract'),
    access: accessOf(modifiers, 'private'),
    isTest: annotationOf(modifiers, 'istest') !== undefined || (outer?.isTest ?? false),
    sharing: sharingOf(modifiers),
    declaration,
    modifiers,
    file
  });
}

/** Makes the symbol of a type and of the types in it. */
export function declareType(
  table: SymbolTable,
  declaration: TypeDeclaration,
  outer: TypeSymbol | null,
  file: string
): void {
  const symbol = symbolOf(declaration, outer, file);
  declaration.symbol = symbol;
  table.declared.set(declaration, symbol);
  const key = symbol.name.toLowerCase();
  const siblings = outer === null ? table.userTypes : outer.inner;
  const sameAsOuter = outer !== null && outer.name.toLowerCase() === key;
  if (siblings.has(key) || sameAsOuter) {
    reporter(table, file)(declaration.pos, `Type name already in use: ${sameAsOuter ? symbol.name : symbol.fullName}`);
  } else {
    (siblings as Map<string, TypeSymbol>).set(key, symbol);
  }
  if (declaration.kind === 'ClassDeclaration') declareMembers(table, declaration.members, symbol, file);
}

function declareMembers(table: SymbolTable, members: readonly Member[], owner: TypeSymbol, file: string): void {
  for (const member of members) {
    if (
      member.kind === 'ClassDeclaration' ||
      member.kind === 'InterfaceDeclaration' ||
      member.kind === 'EnumDeclaration'
    ) {
      declareType(table, member, owner, file);
    }
  }
}

/** Makes the symbols of a unit. Triggers and anonymous blocks get a class that holds what is declared in them. */
export function declareUnit(table: SymbolTable, unit: CompilationUnit): void {
  if (unit.kind === 'ClassUnit') {
    declareType(table, unit.type, null, unit.file);
    return;
  }
  const name = unit.kind === 'TriggerUnit' ? unit.name : 'AnonymousBlock';
  const fullName = unit.kind === 'TriggerUnit' ? `__sfdc_trigger/${name}` : name;
  const symbol = emptySymbol({
    kind: 'class',
    origin: 'user',
    name: fullName,
    fullName,
    access: 'private',
    isVirtual: true,
    file: unit.file
  });
  table.unitSymbols.set(unit, symbol);
  declareMembers(table, unit.members, symbol, unit.file);
}

/** Resolves superclass and interfaces of every declared type and refuses what cannot be inherited from. */
export function resolveParents(table: SymbolTable): void {
  for (const [declaration, symbol] of table.declared) {
    if (declaration.kind === 'ClassDeclaration') {
      if (declaration.extendsType) symbol.superclass = resolveSuperclass(table, declaration.extendsType, symbol);
      symbol.interfaces = resolveInterfaces(table, declaration.implementsTypes, symbol);
    } else if (declaration.kind === 'InterfaceDeclaration') {
      symbol.interfaces = resolveInterfaces(table, declaration.extendsTypes, symbol);
    }
  }
  const circular = [...table.declared].filter(([, symbol]) => isCircular(symbol));
  for (const [declaration, symbol] of circular) breakCycle(table, declaration, symbol);
  for (const [declaration, symbol] of table.declared) checkExceptionName(table, declaration, symbol);
}

function resolveSuperclass(table: SymbolTable, ref: TypeRef, symbol: TypeSymbol): ApexType | null {
  const report = reporter(table, symbol.file ?? '');
  const type = resolveType(table, ref, symbol, report);
  if (type.kind !== 'named') return null;
  const parent = type.symbol;
  if (parent.kind === 'interface' || parent.kind === 'enum') {
    report(ref.pos, `Invalid class: ${ref.parts.map((part) => part.name).join('.')}`);
    return null;
  }
  const isOpen =
    (parent.isVirtual && parent.fullName !== 'System.Object') || parent.isAbstract || isExtendableException(type);
  if (parent !== symbol && !isOpen) {
    report(ref.pos, `Non-virtual and non-abstract type cannot be extended: ${symbolName(parent)}`);
    return null;
  }
  return type;
}

/** Of the platform's exceptions only `Exception` may be extended; those of user code always. */
function isExtendableException(type: NamedType): boolean {
  const { origin, fullName } = type.symbol;
  return isException(type) && (origin === 'user' || fullName === 'System.Exception');
}

function resolveInterfaces(table: SymbolTable, refs: readonly TypeRef[], symbol: TypeSymbol): ApexType[] {
  const report = reporter(table, symbol.file ?? '');
  const found: ApexType[] = [];
  for (const ref of refs) {
    const type = resolveType(table, ref, symbol, report);
    if (type.kind !== 'named') continue;
    if (type.symbol.kind !== 'interface') {
      report(ref.pos, `Invalid interface: ${ref.parts.map((part) => part.name).join('.')}`);
    } else if (found.some((known) => fullNameOf(known) === fullNameOf(type))) {
      const generic = type.args.length > 0 ? 'Generic Interface' : 'Interface';
      report(ref.pos, `${generic} already implemented: ${typeName(type)}`);
    } else {
      found.push(type);
    }
  }
  return found;
}

function isCircular(symbol: TypeSymbol): boolean {
  const seen = new Set<TypeSymbol>();
  const reaches = (from: TypeSymbol): boolean => {
    const parents = [from.superclass, ...from.interfaces].flatMap((type) =>
      type?.kind === 'named' ? [type.symbol] : []
    );
    return parents.some((parent) => {
      if (parent === symbol) return true;
      if (seen.has(parent)) return false;
      seen.add(parent);
      return reaches(parent);
    });
  };
  return reaches(symbol);
}

function breakCycle(table: SymbolTable, declaration: TypeDeclaration, symbol: TypeSymbol): void {
  reporter(table, symbol.file ?? '')(declaration.pos, `Circular definition: ${symbol.fullName}`);
  symbol.superclass = null;
  symbol.interfaces = [];
}

function checkExceptionName(table: SymbolTable, declaration: TypeDeclaration, symbol: TypeSymbol): void {
  if (declaration.kind !== 'ClassDeclaration') return;
  const namedLikeOne = symbol.name.toLowerCase().endsWith('exception');
  const report = reporter(table, symbol.file ?? '');
  if (isException(named(symbol)) && !namedLikeOne) {
    report(declaration.pos, `Classes extending Exception must have a name ending in Exception: ${symbol.fullName}`);
  } else if (namedLikeOne && !isException(named(symbol)) && !declaration.extendsType) {
    report(declaration.pos, `Exception class must extend another Exception class: ${symbol.fullName}`);
  }
}
