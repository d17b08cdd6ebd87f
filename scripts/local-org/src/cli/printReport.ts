import type { ClassCoverage, TestReport } from '../test/report';

/** Prints a test report for people: faults first, then coverage, then the count. */
export function printReport(report: TestReport): void {
  process.stderr.write('\n');
  for (const warning of report.warnings) console.log(`warning: ${warning}`);
  for (const error of report.compileErrors) console.log(`${error.file}:${error.line}:${error.column} ${error.message}`);
  for (const use of report.unsupported) {
    console.log(`${use.file}:${use.line}:${use.column} the local org does not know ${use.member}`);
  }
  for (const test of report.tests) {
    if (test.outcome === 'Pass') continue;
    console.log(`\n${test.outcome.toUpperCase()} ${test.class}.${test.method}\n  ${test.message ?? ''}`);
    if (test.stack) console.log(test.stack.replace(/^/gm, '    '));
  }
  if (report.coverage) printCoverage(report.coverage);
  console.log(
    `\n${report.tests.length} tests, ${report.compileErrors.length} compile errors, ` +
      `${report.unsupported.length} uses of unknown platform members`
  );
  console.log(`${report.passed} passed, ${report.failed} failed, ${report.skipped} skipped`);
}

function printCoverage(coverage: { total: number | null; classes: ClassCoverage[] }): void {
  console.log('\nLine coverage');
  for (const entry of coverage.classes) {
    const percent = entry.total === 0 ? '   -' : `${Math.floor((100 * entry.covered) / entry.total)}%`.padStart(4);
    const missing = entry.uncoveredLines.length ? `  not covered: ${entry.uncoveredLines.join(', ')}` : '';
    console.log(`${percent}  ${entry.name} (${entry.covered}/${entry.total})${missing}`);
  }
  console.log(`In all: ${coverage.total === null ? 'no coverable line' : `${coverage.total}%`}`);
}
