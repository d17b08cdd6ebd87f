/**
 * The type checker: finds what an org would refuse, in an org's words, and annotates the tree for the emitter.
 */
import type { AnonymousUnit, CompilationUnit } from '../ast';
import { buildSymbols, extendSymbols } from '../symbols/build';
import type { CompileEnv, PlatformTypes } from '../symbols/env';
import { SymbolTable } from '../symbols/table';
import type { CompileError, UnsupportedMember } from '../types';
import { Findings } from './context';
import { checkUnit } from './units';

export { buildSymbols, SymbolTable };
export type { CompileEnv, PlatformTypes };

/** What a check has found. Errors stand in the order of their files and places, each place once. */
export interface CheckResult {
  errors: CompileError[];
  /** Platform members that the code uses and the local org lacks. */
  unsupported: UnsupportedMember[];
}

/** Checks every unit of a table and annotates its tree. */
export function checkProgram(table: SymbolTable): CheckResult {
  const findings = new Findings();
  findings.errors.push(...table.errors);
  for (const unit of table.units) checkUnit(table, findings, unit);
  return { errors: sorted(findings.errors, table.units), unsupported: findings.unsupported };
}

/** Checks an anonymous block against the types of a program that has been checked before. */
export function checkAnonymousBlock(base: SymbolTable, unit: AnonymousUnit): CheckResult & { table: SymbolTable } {
  const table = extendSymbols(base, unit);
  return { ...checkProgram(table), table };
}

function sorted(errors: readonly CompileError[], units: readonly CompilationUnit[]): CompileError[] {
  const order = new Map(units.map((unit, i) => [unit.file, i]));
  const seen = new Set<string>();
  const unique = errors.filter((error) => {
    const key = `${error.file}:${error.line}:${error.column}:${error.message}`;
    return seen.has(key) ? false : (seen.add(key), true);
  });
  const rank = (error: CompileError): number => order.get(error.file) ?? 0;
  return unique.sort((a, b) => rank(a) - rank(b) || a.line - b.line || a.column - b.column);
}
