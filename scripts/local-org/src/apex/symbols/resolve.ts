/** From written types to types. */
import type { Position, TypeRef } from '../ast';
import type { ApexType, TypeSymbol } from '../types';
import { ERROR, named, outermost, symbolName } from './basic';
import { annotationOf } from './modifierset';
import type { SymbolTable } from './table';

/** Takes an error found at a place of the file in hand. */
export type Report = (pos: Position, message: string) => void;

/** Deeper nesting of type arguments is refused. */
const MAX_TYPE_DEPTH = 10;

/** The type as its author wrote it. */
export function typeRefText(ref: TypeRef): string {
  const parts = ref.parts.map(({ name, args }) =>
    args.length > 0 ? `${name}<${args.map(typeRefText).join(',')}>` : name
  );
  return parts.join('.') + '[]'.repeat(ref.arrayDims);
}

/** Resolves a written type seen from inside `from`; reports what is wrong and answers the error type. */
export function resolveType(table: SymbolTable, ref: TypeRef, from: TypeSymbol | null, report: Report): ApexType {
  const base = resolveBase(table, ref, from, report);
  if (base.kind === 'error') return ERROR;
  let type: ApexType = base;
  for (let i = 0; i < ref.arrayDims; i++) type = table.builtins.list(type);
  if (depthOf(type) > MAX_TYPE_DEPTH) {
    report(ref.pos, 'Maximum type depth exceeded: 10');
    return ERROR;
  }
  return type;
}

function resolveBase(table: SymbolTable, ref: TypeRef, from: TypeSymbol | null, report: Report): ApexType {
  const args = ref.parts.flatMap((part) => part.args);
  const symbol = valueType(
    table,
    table.qualifiedType(
      ref.parts.map((part) => part.name),
      from
    ),
    ref
  );
  const resolved = args.map((arg) => resolveType(table, arg, from, report));
  if (symbol === undefined) {
    report(ref.pos, `Invalid type: ${ref.parts.map((part) => part.name).join('.')}`);
    return ERROR;
  }
  const problem = visibilityProblem(symbol, from) ?? argumentProblem(symbol, resolved.length);
  if (problem !== null) {
    report(ref.pos, problem);
    return ERROR;
  }
  return resolved.some((arg) => arg.kind === 'error') ? ERROR : named(symbol, resolved);
}

/** A class of static methods alone (`BusinessHours`) has no values: its name means the record type then. */
function valueType(table: SymbolTable, symbol: TypeSymbol | undefined, ref: TypeRef): TypeSymbol | undefined {
  if (symbol === undefined || symbol.origin !== 'platform' || symbol.kind !== 'class' || ref.parts.length > 1)
    return symbol;
  const record = table.record(symbol.name);
  if (record === undefined) return symbol;
  const members = [...[...symbol.methods.values()].flat(), ...symbol.fields.values()];
  return members.every((member) => member.isStatic) ? record : symbol;
}

/** A private inner type is visible inside its outermost class, and to tests when it is marked so. */
function visibilityProblem(symbol: TypeSymbol, from: TypeSymbol | null): string | null {
  if (symbol.origin !== 'user' || symbol.outer === null || symbol.access !== 'private' || from === null) return null;
  if (outermost(symbol) === outermost(from)) return null;
  const forTests = symbol.modifiers !== undefined && annotationOf(symbol.modifiers, 'testvisible') !== undefined;
  return forTests && from.isTest ? null : `Type is not visible: ${symbol.fullName}`;
}

function argumentProblem(symbol: TypeSymbol, count: number): string | null {
  const expected = symbol.typeParams.length;
  if (expected === count) return null;
  const name = symbolName(symbol);
  if (expected === 0) return `Type arguments provided for a non-parameterized type: ${name}`;
  if (count === 0) return `No type arguments provided for a parameterized type: ${name}`;
  return `Invalid type argument count for ${name}: expected ${expected} but found ${count}`;
}

function depthOf(type: ApexType): number {
  return type.kind === 'named' && type.args.length > 0 ? 1 + Math.max(...type.args.map(depthOf)) : 1;
}
