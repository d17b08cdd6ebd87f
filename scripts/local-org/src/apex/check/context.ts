/** What the rules share while a body is checked: the program, the class around, the local variables. */
import type { Expression, Position, TypeRef } from '../ast';
import { outermost } from '../symbols/basic';
import { NEWEST_API_VERSION } from '../symbols/env';
import { resolveType } from '../symbols/resolve';
import type { SymbolTable } from '../symbols/table';
import type { ApexType, CompileError, FieldSymbol, LocalSymbol, TypeSymbol, UnsupportedMember } from '../types';
import { LocalScopes } from './locals';

/** API version of a file. */
export function apiVersionOf(table: SymbolTable, file: string): number {
  return table.env.apiVersionOf?.(file) ?? NEWEST_API_VERSION;
}

/** Collects what is found in one file. */
export class Findings {
  readonly errors: CompileError[] = [];
  readonly unsupported: UnsupportedMember[] = [];
}

/** What sort of code a body is; decides on `this`, `return` and the assignment of final fields. */
export type BodyKind = 'method' | 'constructor' | 'initializer' | 'field' | 'accessor' | 'trigger' | 'anonymous';

export interface BodyOptions {
  kind: BodyKind;
  isStatic: boolean;
  /** What `return` must give; void for bodies that return nothing. */
  returns: ApexType;
  /** Object of the trigger. */
  triggerObject?: string;
  /** Code of a test class or test method. */
  inTest?: boolean;
}

/** The context of one body: a method, a constructor, an initialiser, a trigger. */
export class BodyContext {
  readonly locals = new LocalScopes();
  loopDepth = 0;
  /** Checking the arguments of `this(…)` or `super(…)`: the object does not exist yet. */
  inConstructorCall = false;

  /** The target of the assignment in hand, which is not read. */
  storing: Expression | undefined;
  /** The field whose initialiser is checked: it may not use fields declared after it. */
  initialising: FieldSymbol | undefined;

  constructor(
    readonly table: SymbolTable,
    readonly findings: Findings,
    readonly owner: TypeSymbol,
    readonly options: BodyOptions
  ) {}

  get builtins(): SymbolTable['builtins'] {
    return this.table.builtins;
  }

  get file(): string {
    return this.owner.file ?? '';
  }

  get apiVersion(): number {
    return apiVersionOf(this.table, this.file);
  }

  /** Reports an error of the file in hand. */
  error(pos: Position, message: string): void {
    this.findings.errors.push({ file: this.file, line: pos.line, column: pos.column, message });
  }

  /** Resolves a written type, reporting what is wrong with it. */
  resolve(ref: TypeRef): ApexType {
    return resolveType(this.table, ref, this.owner, (pos, message) => this.error(pos, message));
  }

  /** Declares a local variable; a name in use in this or an enclosing block is an error. */
  declareLocal(name: string, type: ApexType, pos: Position, isFinal: boolean): LocalSymbol {
    if (this.locals.find(name) !== undefined) {
      const isField = this.locals.isOutermost && (this.options.kind === 'anonymous' || this.options.kind === 'trigger');
      this.error(pos, `Duplicate ${isField ? 'field' : 'variable'}: ${name}`);
    }
    return this.locals.declare(name, type, isFinal);
  }

  /** Whether both classes share their outermost class: private members are visible. */
  sharesOutermost(other: TypeSymbol): boolean {
    return outermost(this.owner) === outermost(other);
  }
}
