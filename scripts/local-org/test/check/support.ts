/** Checks small programs against the platform and the standard objects. */
import { checkProgram, buildSymbols } from '../../src/apex/check';
import { parseUnit, type SourceKind } from '../../src/apex/parse';
import type { CompilationUnit } from '../../src/apex/ast';
import type { CompileError } from '../../src/apex/types';
import { standardObjects } from '../../src/platform/standardObjects';
import { createPlatformTypes } from '../../src/platform/types';
import type { Schema } from '../../src/schema/model';
import type { UnsupportedMember } from '../../src/apex/types';

/** A program with the messages that it gets; no messages: it compiles. */
export interface Case {
  /** Statements, or files divided by a line `---`. */
  code: string;
  errors: readonly string[];
  /** The code is an anonymous block. */
  anonymous?: boolean;
}

const HEAD = 'public class Foo { enum Col {A,B} interface IFace {} virtual class Base implements IFace {} ';
const NEIGHBOURS =
  'class Derived extends Base {} class Other {} class MyException extends Exception {} static Integer sf; Integer inf; ' +
  'final Integer ff = 1; static void sm() {} void im() {} ';
const PARAMETERS =
  'Integer i, Long l, Double d, Decimal dec, String s, Id id, Boolean b, Date dt, Datetime dtm, Time t, Object o, SObject so, ' +
  'Account a, List<Account> las, Col c, Blob bl';

/** Puts statements into a method with a parameter of every sort. */
export function inMethod(statements: string): string {
  return `${HEAD}${NEIGHBOURS}void f(${PARAMETERS}) { ${statements} } }`;
}

export const platform = createPlatformTypes();
const schema: Schema = { objects: standardObjects(), metadataRecords: new Map(), labels: new Map() };

/** What checking gave, and the trees that it annotated. */
export interface Checked {
  errors: CompileError[];
  unsupported: UnsupportedMember[];
  units: CompilationUnit[];
}

/** Options of a check. */
export interface CheckOptions {
  schema?: Schema;
  anonymous?: boolean;
  isImplemented?: (owner: string, member: string, params: readonly string[] | null) => boolean;
  apiVersion?: number;
}

function kindOf(source: string, anonymous: boolean): SourceKind {
  if (anonymous) return 'anonymous';
  return source.trimStart().startsWith('trigger') ? 'trigger' : 'class';
}

/** Parses and checks a program: files divided by a line `---`, named `1`, `2` … in the findings. */
export function check(code: string, options: CheckOptions = {}): Checked {
  const errors: CompileError[] = [];
  const units: CompilationUnit[] = [];
  for (const [i, source] of code.split(/^---\n/m).entries()) {
    const parsed = parseUnit(source, String(i + 1), kindOf(source, options.anonymous === true));
    errors.push(...parsed.errors);
    if (parsed.unit) units.push(parsed.unit);
  }
  if (errors.length > 0) return { errors, unsupported: [], units };
  const types = options.isImplemented ? createPlatformTypes({ isImplemented: options.isImplemented }) : platform;
  const { apiVersion } = options;
  const env = {
    platform: types,
    schema: options.schema ?? schema,
    ...(apiVersion ? { apiVersionOf: () => apiVersion } : {})
  };
  const { errors: found, unsupported } = checkProgram(buildSymbols(units, env));
  return { errors: found, unsupported, units };
}

/** The messages of a case, each once, without the advice that follows some. */
export function messagesOf(code: string, options: CheckOptions = {}): string[] {
  const texts = check(code, options).errors.map(
    ({ message }) => message.split('. If you are attempting')[0] ?? message
  );
  return [...new Set(texts)];
}
