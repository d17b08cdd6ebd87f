/** Compiles and runs small pieces of Apex for tests of the language. */
import assert from 'node:assert/strict';
import { compileAnonymous, compileProject, type CompileResult, type SourceFile } from '../../../src/apex/compile';
import { createPlatformTypes } from '../../../src/platform/types';
import { standardObjects } from '../../../src/platform/standardObjects';
import { kernel, provideServices, withTransaction } from '../../../src/runtime/kernel';
import { isImplemented } from '../../../src/runtime/lib/registry';
import '../../../src/runtime/lib';
import type { Schema } from '../../../src/schema/model';

const schema: Schema = { objects: standardObjects(), metadataRecords: new Map(), labels: new Map() };
const platform = createPlatformTypes({ isImplemented });

/** Compiles sources by class or trigger name; a source that begins with `trigger` is a trigger. */
export function compileSources(sources: Record<string, string>, cacheDir?: string): CompileResult {
  const files = Object.entries(sources).map(([name, source]): SourceFile => {
    const isTrigger = source.startsWith('trigger');
    return { file: name + (isTrigger ? '.trigger' : '.cls'), kind: isTrigger ? 'trigger' : 'class', source };
  });
  const result = compileProject({ files, schema, platform, cacheDir });
  kernel.org = { ...kernel.org, schema };
  provideServices({
    beginTransaction: () => null,
    commitTransaction: () => undefined,
    rollbackTransaction: () => undefined,
    ...result.program.services()
  });
  return result;
}

/** Compiles sources that must be without error. */
export function compileClean(sources: Record<string, string>): CompileResult {
  const result = compileSources(sources);
  assert.deepEqual(result.errors, []);
  return result;
}

/** Runs a static method without parameters in a transaction of its own. */
export function callStatic({ program }: CompileResult, className: string, method: string): unknown {
  const info = program.classInfo(className)?.methods.find((item) => item.name === method);
  assert.ok(info, `${className}.${method} is missing`);
  return withTransaction({}, () => program.callStatic(className, info.jsName));
}

/** What Apex members return: `run('Integer i = 1; return i;', 'Integer')`. `members` stand in the class around. */
export function run(body: string, returns = 'Object', members = ''): unknown {
  const source = `public class Run { ${members} public static ${returns} go() { ${body} } }`;
  return callStatic(compileClean({ Run: source }), 'Run', 'go');
}

/** The values of expressions as Apex prints them. */
export function texts(expressions: readonly string[], members = ''): string[] {
  const methods = expressions.map((text, i) => `public static String m${i}() { return '' + (${text}); }`);
  const result = compileClean({ Texts: `public class Texts { ${members} ${methods.join('\n')} }` });
  return expressions.map((_, i) => callStatic(result, 'Texts', `m${i}`) as string);
}

/** Type and message of the exception that a piece of code throws: `System.MathException: Divide by 0`. */
export function thrownBy(body: string, members = ''): string {
  try {
    run(body, 'Object', members);
  } catch (error) {
    const { typeName, message } = error as { typeName?: string; message: string };
    return `${typeName ?? (error as Error).name}: ${message}`;
  }
  return 'nothing';
}

/** Runs anonymous code against a program; answers its errors. */
export function runAnonymous(result: CompileResult, source: string): string[] {
  const { run: execute, errors } = compileAnonymous(source, result.program);
  if (execute) withTransaction({}, execute);
  return errors.map(({ line, message }) => `${line}: ${message}`);
}
