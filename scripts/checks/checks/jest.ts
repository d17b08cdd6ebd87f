import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import type { Check, CheckResult, Finding } from '../framework/check';
import { packageFolder } from '../framework/paths';
import { run } from '../framework/process';

/** What Jest writes with `--json`, as far as it is read here. */
interface JestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly message: string;
    readonly assertionResults: readonly { readonly status: string; readonly fullName: string }[];
  }[];
}

/** The tests of the components. */
export const jest: Check = {
  name: 'jest',
  purpose: 'The tests of the components pass',
  async run(root) {
    const folder = mkdtempSync(join(tmpdir(), 'component-tests-'));
    try {
      const file = join(folder, 'report.json');
      const script = join(packageFolder('jest'), 'bin', 'jest.js');
      const options = ['--config', join(root, 'jest.config.js'), '--json', `--outputFile=${file}`, '--maxWorkers=2'];
      // Without tests Jest is to write its report too: this check says what is wrong with that.
      options.push('--passWithNoTests');
      const finished = await run(process.execPath, [script, ...options, '--silent'], { cwd: root });
      return toResult(root, readReport(file, finished.stderr), finished.code);
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
};

function readReport(file: string, stderr: string): JestReport {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as JestReport;
  } catch {
    throw new Error(`Jest wrote no report: ${stderr.slice(-2000)}`);
  }
}

function toResult(root: string, report: JestReport, code: number): CheckResult {
  const { numPassedTests: passed, numFailedTests: failed } = report;
  const files = report.testResults;
  const findings: Finding[] = files.flatMap((file) => fileFindings(relative(root, file.name), file));
  if (passed + failed === 0) findings.push({ file: 'force-app', message: 'No test of a component was run' });
  if (code !== 0 && findings.length === 0) findings.push({ file: 'force-app', message: `Jest ended with ${code}` });
  const output = files.map(({ message }) => message).join('\n');
  const unrun = report.numPendingTests + report.numTodoTests;
  return { findings, passed, failed: failed + unrun, note: `${files.length} files`, output: output.slice(0, 20_000) };
}

function fileFindings(file: string, result: JestReport['testResults'][number]): Finding[] {
  const found = result.assertionResults.flatMap(({ status, fullName }): Finding[] => {
    if (status === 'passed') return [];
    return [{ file, message: status === 'failed' ? `Fails: ${fullName}` : `Is not run (${status}): ${fullName}` }];
  });
  if (result.status === 'failed' && found.length === 0) return [{ file, message: 'The file cannot be run' }];
  return found;
}
