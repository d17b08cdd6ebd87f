/**
 * A loaded program: classes by name, triggers by object, and what the runner, coverage and stack traces need of them.
 */
import { Script } from 'node:vm';
import { support } from '../runtime/support';
import { asApexException } from '../runtime/support/errors';
import { coverageOf } from '../runtime/support/coverage';
import { stubMethods } from '../runtime/lib/system/stubMethods';
import type { ProgramServices } from '../runtime/services';
import type { ClassTable } from '../runtime/support/classes';
import { rtType, useFrameNamer, type RtType } from '../runtime/values';
import type { TriggerEvent } from './ast';
import type { ClassInfo, TriggerInfo } from './classInfo';
import type { EmittedFile, MethodRange } from './emit';
import type { SymbolTable } from './symbols/table';
import type { CompileError, TypeSymbol } from './types';

/** A trigger ready to run on the context that is on top of `kernel.tx.triggers`. */
export interface LoadedTrigger {
  name: string;
  run(): void;
}

/** A file with its code; what a compilation keeps of it. */
export interface CompiledFile {
  emitted: EmittedFile;
  /** As given to the compiler. */
  file: string;
  classes: ClassInfo[];
  trigger: TriggerInfo | null;
}

/** Lines of a file that count, and those that have run since coverage was last reset. */
export interface FileCoverage {
  file: string;
  /** Class or trigger. */
  name: string;
  lines: number[];
  covered: number[];
}

/** Ranges of methods by file name, of all programs loaded: for stack traces. */
const methodsByFile = new Map<string, MethodRange[]>();

/** Functions that no Apex is: they call the initialisers of a class. */
const WITHOUT_FRAME = /\.\$(init_|static$|s$)/;

function nameFrame(file: string, line: number, functionName: string): string {
  if (WITHOUT_FRAME.test(functionName)) return '';
  let best: MethodRange | null = null;
  for (const range of methodsByFile.get(file) ?? []) {
    const fits = range.start <= line && line <= range.end;
    if (fits && (!best || range.end - range.start < best.end - best.start)) best = range;
  }
  return best?.name ?? '';
}

/** Loads a script and answers what it evaluates to. */
export function loadScript(emitted: EmittedFile, classes: ClassTable): unknown {
  useFrameNamer(nameFrame);
  methodsByFile.set(emitted.file, emitted.methods);
  const script = new Script(emitted.code, { filename: `apex:///${emitted.file}` });
  return (script.runInThisContext() as (r: unknown, k: ClassTable) => unknown)(support, classes);
}

/** Runs emitted code from outside: JavaScript's complaint about a null leaves as NullPointerException. */
export function enterApex<T>(body: () => T): T {
  try {
    return body();
  } catch (error) {
    throw asApexException(error) ?? error;
  }
}

export class Program {
  /** Emitted classes by full name. */
  readonly types: ClassTable = {};
  readonly classes: ClassInfo[];
  private readonly byName = new Map<string, ClassInfo>();
  private readonly triggers: { info: TriggerInfo; run: () => void }[] = [];

  /** `symbols` makes the symbol table again, for code that is compiled against the program later. */
  constructor(
    private readonly files: readonly CompiledFile[],
    errors: readonly CompileError[],
    brokenTypes: readonly { name: string; file: string }[],
    readonly symbols: () => SymbolTable
  ) {
    this.classes = files.flatMap((file) => file.classes);
    for (const info of this.classes) this.byName.set(info.name.toLowerCase(), info);
    for (const broken of brokenTypes) this.refuse(broken, errors);
    for (const file of files) this.load(file);
    this.makeClasses();
  }

  /** Reaching a class that does not compile says so. */
  private refuse(broken: { name: string; file: string }, errors: readonly CompileError[]): void {
    const first = errors.find((error) => error.file === broken.file);
    const why = first ? `: ${first.file}:${first.line}:${first.column} ${first.message}` : '';
    Object.defineProperty(this.types, broken.name, {
      configurable: true,
      get: () => {
        throw new Error(`Class ${broken.name} does not compile${why}`);
      }
    });
  }

  private load(file: CompiledFile): void {
    const run = loadScript(file.emitted, this.types);
    if (file.trigger) this.triggers.push({ info: file.trigger, run: run as () => void });
  }

  /** Types must be known before they are asked for, by `instanceof` for one. A class over a broken one waits till reached. */
  private makeClasses(): void {
    for (const { name } of this.classes) {
      try {
        void this.types[name];
      } catch {
        // Whoever reaches the class gets this error again.
      }
    }
  }

  /** A class by name in any letter case. */
  classInfo(name: string): ClassInfo | undefined {
    return this.byName.get(name.toLowerCase());
  }

  /** Run-time type of a class by name in any letter case; undefined when the program has none that compiles. */
  userType(name: string): RtType | undefined {
    const info = this.classInfo(name);
    if (!info) return undefined;
    void this.types[info.name];
    return rtType(info.name);
  }

  /** What the kernel asks of a program. */
  services(): ProgramServices {
    return {
      userType: (name) => this.userType(name),
      userMethods: (typeName) => {
        const symbol = this.symbol(typeName);
        return symbol ? stubMethods(symbol) : [];
      }
    };
  }

  private symbol(typeName: string): TypeSymbol | undefined {
    const [outer, ...rest] = typeName.toLowerCase().split('.');
    let symbol = this.symbols().userTypes.get(outer ?? '');
    for (const name of rest) symbol = symbol?.inner.get(name);
    return symbol;
  }

  /** Calls a static method by its JavaScript name. @throws ApexException, UnsupportedError, LimitException */
  callStatic(className: string, jsName: string, ...args: unknown[]): unknown {
    const jsClass = this.types[className] as Record<string, (...args: unknown[]) => unknown>;
    return enterApex(() => jsClass[jsName]!(...args));
  }

  /** A new object of a class, by its constructor without parameters. */
  newInstance(className: string): object {
    const jsClass = this.types[className] as new () => { $c(): object };
    return enterApex(() => new jsClass().$c());
  }

  /** Triggers of an object for an event, by name. */
  find(object: string, event: TriggerEvent): readonly LoadedTrigger[] {
    const wanted = object.toLowerCase();
    return this.triggers
      .filter(({ info }) => info.object.toLowerCase() === wanted && info.events.includes(event))
      .map(({ info, run }) => ({ name: info.name, run: () => enterApex(run) }));
  }

  /** Triggers of the program. */
  get triggerInfos(): TriggerInfo[] {
    return this.triggers.map(({ info }) => info);
  }

  /** Coverage of the files that are no tests. */
  coverage(): FileCoverage[] {
    return this.files.filter(({ classes }) => !classes[0]?.isTest).map((file) => this.coverageOfFile(file));
  }

  private coverageOfFile({ file, emitted, classes, trigger }: CompiledFile): FileCoverage {
    const marks = coverageOf(emitted.file);
    const covered = emitted.coverableLines.filter((line) => marks?.[line] === 1);
    return { file, name: classes[0]?.name ?? trigger?.name ?? file, lines: emitted.coverableLines, covered };
  }
}
