/**
 * Sources in, a loaded program out, with the errors that an org would report. A class that does not compile is left out;
 * the others run, and whoever reaches it is told.
 */
import type { Schema } from '../schema/model';
import { compilerVersion, DiskCache, hashOf, textOf } from './cache';
import { checkAnonymousBlock, checkProgram } from './check';
import { classInfos, triggerInfo } from './classInfo';
import type { CompilationUnit } from './ast';
import { emitUnit } from './emit';
import { parseUnit, type ParseResult, type SourceKind } from './parse';
import { enterApex, loadScript, Program, type CompiledFile } from './program';
import { buildSymbols } from './symbols/build';
import { NEWEST_API_VERSION, type PlatformTypes } from './symbols/env';
import type { SymbolTable } from './symbols/table';
import type { CompileError, UnsupportedMember } from './types';

/** An Apex source. */
export interface SourceFile {
  /** What errors name. */
  file: string;
  kind: 'class' | 'trigger';
  source: string;
  /** As its `-meta.xml` says: some rules of the language came with a version. Absent: the newest known. */
  apiVersion?: number;
}

export interface CompileOptions {
  files: readonly SourceFile[];
  schema: Schema;
  platform: PlatformTypes;
  /** Folder of the cache; absent: none. */
  cacheDir?: string;
}

export interface CompileResult {
  program: Program;
  errors: CompileError[];
  /** Members of the platform that the code uses and the local org lacks. */
  unsupported: UnsupportedMember[];
}

/** What a compilation finds, in a form that can be stored. */
interface Compiled {
  files: CompiledFile[];
  broken: { name: string; file: string }[];
  errors: CompileError[];
  unsupported: UnsupportedMember[];
}

/** Compiles and loads a project. */
export function compileProject(options: CompileOptions): CompileResult {
  const cache = new DiskCache(options.cacheDir ?? null);
  const key = options.cacheDir === undefined ? '' : projectKey(options);
  let compiled = key === '' ? null : cache.read<Compiled>(key);
  let table: SymbolTable | null = null;
  if (!compiled) {
    const fresh = compile(options, cache);
    compiled = fresh.compiled;
    table = fresh.table;
    if (key !== '') cache.write(key, compiled);
    cache.prune();
  }
  const symbols = (): SymbolTable => (table ??= symbolsOf(parseAll(options.files, cache), options));
  const program = new Program(compiled.files, compiled.errors, compiled.broken, symbols);
  return { program, errors: compiled.errors, unsupported: compiled.unsupported };
}

function projectKey({ files, schema }: CompileOptions): string {
  const sources = files.flatMap(({ file, kind, source, apiVersion }) => [file, kind, source, String(apiVersion ?? '')]);
  return `program-${hashOf(compilerVersion(), textOf(schema), ...sources)}`;
}

type Parsed = ParseResult & { file: SourceFile };

function parseAll(files: readonly SourceFile[], cache: DiskCache): Parsed[] {
  return files.map((file) => ({ ...parseCached(file.source, file.file, file.kind, cache), file }));
}

/** Parsing takes most of the time of a compilation, so that each file's tree is kept. */
function parseCached(source: string, file: string, kind: SourceKind, cache: DiskCache): ParseResult {
  const key = `tree-${hashOf(compilerVersion(), kind, file, source)}`;
  const known = cache.read<ParseResult>(key);
  if (known) return known;
  const parsed = parseUnit(source, file, kind);
  cache.write(key, parsed);
  return parsed;
}

function unitsOf(parsed: readonly Parsed[]): CompilationUnit[] {
  return parsed.flatMap(({ unit }) => (unit ? [unit] : []));
}

function symbolsOf(parsed: readonly Parsed[], { platform, schema }: CompileOptions): SymbolTable {
  const versions = new Map(parsed.map(({ file }) => [file.file, file.apiVersion]));
  return buildSymbols(unitsOf(parsed), {
    platform,
    schema,
    apiVersionOf: (file) => versions.get(file) ?? NEWEST_API_VERSION
  });
}

function compile(options: CompileOptions, cache: DiskCache): { compiled: Compiled; table: SymbolTable } {
  const parsed = parseAll(options.files, cache);
  const table = symbolsOf(parsed, options);
  const checked = checkProgram(table);
  const errors = [...parsed.flatMap((item) => item.errors), ...checked.errors];
  const brokenFiles = new Set(errors.map((error) => error.file));
  const units = unitsOf(parsed);
  return {
    table,
    compiled: {
      files: units.filter((unit) => !brokenFiles.has(unit.file)).map((unit) => emitFile(unit, table)),
      broken: [...units.filter((unit) => brokenFiles.has(unit.file)).flatMap(typesOf), ...unparsed(parsed)],
      errors: sorted(errors),
      unsupported: checked.unsupported
    }
  };
}

function emitFile(unit: CompilationUnit, table: SymbolTable): CompiledFile {
  return {
    emitted: emitUnit(unit, table.unitSymbols.get(unit)),
    file: unit.file,
    classes: classInfos(unit),
    trigger: triggerInfo(unit)
  };
}

/** Names of the types of a unit. */
function typesOf(unit: CompilationUnit): { name: string; file: string }[] {
  return classInfos(unit).map(({ name }) => ({ name, file: unit.file }));
}

/** A file that is no Apex at all is known by its name only. */
function unparsed(parsed: readonly Parsed[]): { name: string; file: string }[] {
  return parsed
    .filter(({ unit }) => unit === null)
    .map(({ file }) => ({ name: file.file.replace(/^.*[\\/]/, '').replace(/\.\w+$/, ''), file: file.file }));
}

function sorted(errors: CompileError[]): CompileError[] {
  return errors.sort((a, b) => a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column);
}

/** Anonymous code compiled against a program. `run` is null when there are errors. */
export interface AnonymousResult {
  run: (() => void) | null;
  errors: CompileError[];
  unsupported: UnsupportedMember[];
}

/** Name of anonymous code in errors and stack traces. */
const ANONYMOUS = 'AnonymousBlock';

/** Compiles anonymous code, which sees the classes of the program. `run` throws what the code throws. */
export function compileAnonymous(source: string, program: Program): AnonymousResult {
  const parsed = parseUnit(source, ANONYMOUS, 'anonymous');
  const { unit } = parsed;
  if (unit?.kind !== 'AnonymousUnit' || parsed.errors.length > 0) {
    return { run: null, errors: parsed.errors, unsupported: [] };
  }
  const { errors, unsupported, table } = checkAnonymousBlock(program.symbols(), unit);
  if (errors.length > 0) return { run: null, errors, unsupported };
  const emitted = emitUnit(unit, table.unitSymbols.get(unit));
  const run = loadScript(emitted, program.types) as () => void;
  return { run: () => enterApex(run), errors: [], unsupported };
}
