import { join } from 'node:path';
import type { TestReport } from '../../local-org/src/test/report';
import type { Check, CheckResult, Finding } from '../framework/check';
import { PROJECT_ROOT } from '../framework/paths';
import { run } from '../framework/process';
import { table } from '../framework/table';

/** The share of lines of force-app/main that the tests must run, in percent. */
const WANTED_IN_ALL = 90;
/** The share of the lines of one class, in percent: what an org itself asks for before it deploys. */
const WANTED_OF_A_CLASS = 75;

/** The Apex tests pass in the local org, cover the code, and need nothing that the local org lacks. */
export const apexTests: Check = {
  name: 'apex-tests',
  purpose: `Apex tests pass and cover ${WANTED_IN_ALL}% of the lines`,
  async run(root) {
    const command = join(PROJECT_ROOT, 'scripts', 'local-org', 'bin', 'local-org.js');
    const args = [command, 'test', join(root, 'force-app'), '--coverage', '--json'];
    const finished = await run(process.execPath, args, { cwd: root });
    return judgeReport(parse(finished.stdout, finished.stderr), finished.code);
  }
};

function parse(stdout: string, stderr: string): TestReport {
  try {
    return JSON.parse(stdout) as TestReport;
  } catch {
    throw new Error(`local-org test printed no report: ${(stderr || stdout).trim().slice(0, 2000)}`);
  }
}

/** What a report of the local org means for the project. */
export function judgeReport(report: TestReport, exitCode: number): CheckResult {
  const failed = report.tests.filter((test) => test.outcome !== 'Pass');
  const findings: Finding[] = [
    ...report.compileErrors.map((error) => ({ ...error, rule: 'compile error' })),
    ...report.unsupported.map((use) => ({
      file: use.file,
      line: use.line,
      column: use.column,
      rule: 'unsupported',
      message: `The local org lacks ${use.member}`
    })),
    ...report.warnings.map((message) => ({ file: '', rule: 'metadata', message })),
    ...failed.map((test) => ({
      file: `${test.class}.${test.method}`,
      rule: test.outcome,
      message: [test.message, test.stack].filter((text) => text).join('\n    ')
    })),
    ...coverageFindings(report)
  ];
  if (report.tests.length === 0) findings.push({ file: 'force-app', message: 'No Apex test was run' });
  if (exitCode !== 0 && findings.length === 0) findings.push({ file: '', message: `local-org ended with ${exitCode}` });
  const total = report.coverage?.total ?? null;
  const note = total === null ? 'no coverage' : `${total}% of lines`;
  return { findings, passed: report.passed, failed: failed.length, note, output: poorlyCovered(report) };
}

function coverageFindings(report: TestReport): Finding[] {
  const classes = ownClasses(report);
  const lines = classes.reduce((sum, entry) => sum + entry.total, 0);
  const covered = classes.reduce((sum, entry) => sum + entry.covered, 0);
  if (lines === 0) return [{ file: 'force-app/main', message: 'No line of force-app/main can be covered' }];
  const percent = (100 * covered) / lines;
  const inAll = `Only ${percent.toFixed(1)}% of the lines of force-app/main are covered, not ${WANTED_IN_ALL}%`;
  const poor = classes.filter((entry) => percentOf(entry) < WANTED_OF_A_CLASS);
  return [
    ...(percent < WANTED_IN_ALL ? [{ file: 'force-app/main', rule: 'coverage', message: inAll }] : []),
    ...poor.map((entry) => ({
      file: entry.file,
      rule: 'coverage',
      message: `Only ${percentOf(entry).toFixed(1)}% of the lines of ${entry.name} are covered`
    }))
  ];
}

type Coverage = NonNullable<TestReport['coverage']>['classes'];

/** Tests and their utilities do not count. */
function ownClasses(report: TestReport): Coverage {
  return (report.coverage?.classes ?? []).filter(
    (entry) => entry.total > 0 && !entry.file.includes('force-app/tests/')
  );
}

function percentOf(entry: Coverage[number]): number {
  return (100 * entry.covered) / entry.total;
}

function poorlyCovered(report: TestReport): string {
  const poor = ownClasses(report).filter((entry) => percentOf(entry) < WANTED_IN_ALL);
  if (poor.length === 0) return '';
  const rows = poor.map((entry) => [
    entry.name,
    `${percentOf(entry).toFixed(1)}%`,
    `${entry.covered}/${entry.total}`,
    entry.uncoveredLines.slice(0, 15).join(' ')
  ]);
  return table(['class', 'covered', 'lines', `not covered`], rows);
}
