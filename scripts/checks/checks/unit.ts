import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import type { Check, CheckResult } from '../framework/check';
import { filesBelow, packageFolder } from '../framework/paths';
import { run } from '../framework/process';

/** The unit tests of everything that is written in TypeScript. */
export const unit: Check = {
  name: 'unit',
  purpose: 'The unit tests of scripts pass',
  async run(root) {
    // The tests in a browser are a check of their own.
    const browser = join(root, 'scripts', 'browser');
    const files = filesBelow(join(root, 'scripts'), (name) => name.endsWith('.test.ts')).filter(
      (file) => !file.startsWith(browser + sep)
    );
    if (files.length === 0) throw new Error(`There is no *.test.ts file below ${join(root, 'scripts')}`);
    return runTestFiles(root, files);
  }
};

/** Runs test files with Node's own runner and reads the counts from its TAP report. */
export async function runTestFiles(root: string, files: readonly string[], atOnce = 2): Promise<CheckResult> {
  const folder = mkdtempSync(join(tmpdir(), 'unit-tests-'));
  try {
    const tap = join(folder, 'report.tap');
    const reporters = ['--test-reporter=tap', `--test-reporter-destination=${tap}`];
    const people = ['--test-reporter=spec', '--test-reporter-destination=stdout'];
    const loader = ['-r', join(packageFolder('ts-node'), 'register')];
    const args = [...loader, '--test', ...concurrency(atOnce), ...reporters, ...people, ...files];
    const finished = await run(process.execPath, args, { cwd: root, env: testEnvironment() });
    return toResult(readFileSync(tap, 'utf8'), finished.code, `${finished.stdout}${finished.stderr}`, files.length);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Node from 20.10 on can be told how many files run at once; on two cores it would otherwise take one. */
function concurrency(atOnce: number): string[] {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 20 || minor >= 10 ? [`--test-concurrency=${atOnce}`] : [];
}

/** The tests start their own runner: they must not report to the one that may be around this process. */
function testEnvironment(): NodeJS.ProcessEnv {
  return { NODE_TEST_CONTEXT: undefined };
}

function toResult(tap: string, code: number, output: string, fileCount: number): CheckResult {
  const count = (name: string): number => Number(new RegExp(`^# ${name} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
  const passed = count('pass');
  const failed = count('fail') + count('cancelled');
  const unrun = count('skipped') + count('todo');
  const findings = [
    ...(failed > 0 ? [{ file: 'scripts', message: `${failed} unit tests fail` }] : []),
    ...(unrun > 0 ? [{ file: 'scripts', message: `${unrun} unit tests are skipped or marked as to do` }] : []),
    ...(passed + failed === 0 ? [{ file: 'scripts', message: 'No unit test was run' }] : []),
    ...(code !== 0 && failed === 0 ? [{ file: 'scripts', message: `The test runner ended with ${code}` }] : [])
  ];
  return { findings, passed, failed: failed + unrun, note: `${fileCount} files`, output: failuresOf(output) };
}

/** The part of the report that repeats the failed tests, or all of it where there is none. */
function failuresOf(output: string): string {
  const start = output.lastIndexOf('✖ failing tests:');
  return start >= 0 ? output.slice(start) : output.slice(-4000);
}
