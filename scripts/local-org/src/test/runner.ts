/**
 * Runs the Apex tests of a project: each method in a transaction of its own that is rolled back.
 * Source: Apex Developer Guide, "Understanding Test Data", "Using Test Setup Methods".
 */
import type { ClassInfo, MethodInfo } from '../apex/classInfo';
import { openOrg, type LocalOrg } from '../org';
import { kernel, withTransaction } from '../runtime/kernel';
import { resetCoverage } from '../runtime/support/coverage';
import { ApexException } from '../runtime/values';
import { coverageReport } from './coverage';
import type { TestReport, TestResult } from './report';

/** A class, or one of its methods; letter case does not count. */
export interface TestFilter {
  className: string;
  method?: string;
}

export interface TestOptions {
  dirs: readonly string[];
  /** None: all tests. */
  filters: readonly TestFilter[];
  /** Permission sets assigned to the user who runs. */
  assign: readonly string[];
  coverage: boolean;
  onProgress?: (result: TestResult) => void;
}

/**
 * Runs tests in a new org in memory.
 * @throws MissingPathError for a folder that does not exist; Error naming a permission set that does not exist
 */
export function runTests(options: TestOptions): TestReport {
  const org = openOrg({ dirs: options.dirs, assign: options.assign });
  try {
    resetCoverage();
    const tests = org.program.classes
      .filter((info) => isTestClass(info) && matches(info, options.filters))
      .flatMap((info) => runClass(org, info, options));
    tests.push(...unmatchedFilters(tests, options.filters));
    return report(org, tests, options.coverage);
  } finally {
    org.close();
  }
}

function report(org: LocalOrg, tests: TestResult[], withCoverage: boolean): TestReport {
  const count = (outcome: TestResult['outcome']): number => tests.filter((test) => test.outcome === outcome).length;
  return {
    passed: count('Pass'),
    failed: count('Fail'),
    skipped: count('Skip'),
    tests,
    compileErrors: [...org.problems.metadataErrors, ...org.problems.compileErrors],
    unsupported: org.problems.unsupported,
    warnings: org.problems.warnings,
    ...(withCoverage ? { coverage: coverageReport(org.program) } : {})
  };
}

function isTestClass(info: ClassInfo): boolean {
  return info.methods.some((method) => method.isTestMethod);
}

function matches(info: ClassInfo, filters: readonly TestFilter[], method?: MethodInfo): boolean {
  if (filters.length === 0) return true;
  return filters.some(
    (filter) =>
      filter.className.toLowerCase() === info.name.toLowerCase() &&
      (!method || !filter.method || filter.method.toLowerCase() === method.name.toLowerCase())
  );
}

/** A filter that names no test is a failure, not silence. */
function unmatchedFilters(tests: readonly TestResult[], filters: readonly TestFilter[]): TestResult[] {
  const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
  return filters
    .filter(
      ({ className, method }) => !tests.some((t) => same(t.class, className) && (!method || same(t.method, method)))
    )
    .map(({ className, method }) => ({
      class: className,
      method: method ?? '*',
      outcome: 'Fail' as const,
      message: 'There is no such test in the folders, or its class does not compile.',
      stack: null,
      ms: 0
    }));
}

/** The set-up methods run once a class; what they store is there for each of its methods. */
function runClass(org: LocalOrg, info: ClassInfo, options: TestOptions): TestResult[] {
  const methods = info.methods.filter((method) => method.isTestMethod && matches(info, options.filters, method));
  const token = kernel.services.beginTransaction();
  try {
    const broken = runSetup(org, info);
    return methods.map((method) => {
      const result = broken ? setupFailure(info, method, broken) : runMethod(org, info, method);
      options.onProgress?.(result);
      return result;
    });
  } finally {
    kernel.services.rollbackTransaction(token);
  }
}

function runSetup(org: LocalOrg, info: ClassInfo): unknown {
  try {
    for (const method of info.methods.filter((m) => m.annotations.some((a) => a.name === 'testsetup'))) {
      inTest(org, info, method, false);
    }
    return undefined;
  } catch (error) {
    return error;
  }
}

function setupFailure(info: ClassInfo, method: MethodInfo, error: unknown): TestResult {
  const { message, stack } = describeError(error);
  return failure(info, method, `The set-up method failed: ${message}`, stack, 0);
}

function runMethod(org: LocalOrg, info: ClassInfo, method: MethodInfo): TestResult {
  const started = performance.now();
  try {
    inTest(org, info, method, true);
    const ms = elapsed(started);
    return { class: info.name, method: method.name, outcome: 'Pass', message: null, stack: null, ms };
  } catch (error) {
    const { message, stack } = describeError(error);
    return failure(info, method, message, stack, elapsed(started));
  }
}

function inTest(org: LocalOrg, info: ClassInfo, method: MethodInfo, rollback: boolean): void {
  const test = { methodName: `${info.name}.${method.name}`, seeAllData: seesAllData(info, method) };
  const user = org.data.adminUser();
  try {
    withTransaction({ kind: 'RUNTEST_SYNC', user, test, rollback }, () => {
      org.program.callStatic(info.name, method.jsName);
      org.async.finishTest();
    });
  } finally {
    org.async.forgetTests();
  }
}

/** `@IsTest(SeeAllData=true)` of the method, else of the class. */
function seesAllData(info: ClassInfo, method: MethodInfo): boolean {
  const flag = (annotations: ClassInfo['annotations']): string | undefined =>
    annotations.find((a) => a.name === 'istest')?.args['seealldata'];
  return (flag(method.annotations) ?? flag(info.annotations) ?? 'false').toLowerCase() === 'true';
}

function failure(info: ClassInfo, method: MethodInfo, message: string, stack: string | null, ms: number): TestResult {
  return { class: info.name, method: method.name, outcome: 'Fail', message, stack, ms };
}

/** Type, message and Apex stack of what a test let out; the JavaScript stack for a fault of the local org itself. */
export function describeError(error: unknown): { message: string; stack: string | null } {
  if (error instanceof ApexException) {
    return { message: `${error.typeName}: ${error.getMessage()}`, stack: error.getStackTraceString() };
  }
  if (error instanceof Error) return { message: `${error.name}: ${error.message}`, stack: error.stack ?? null };
  return { message: String(error), stack: null };
}

function elapsed(started: number): number {
  return Math.round(performance.now() - started);
}
