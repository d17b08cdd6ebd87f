import { writeFileSync } from 'node:fs';
import { toJUnit } from '../test/junit';
import { runTests, type TestFilter } from '../test/runner';
import { printReport } from './printReport';
import { asUsage, parseCommandLine, UsageError } from './usage';

/**
 * `local-org test DIR…`.
 * @returns 0 only when every test passed, everything compiled and at least one test ran
 * @throws UsageError for a wrong command line
 */
export function testCommand(args: string[]): number {
  const { values, positionals } = parseCommandLine(args, {
    filter: { type: 'string', multiple: true },
    assign: { type: 'string', multiple: true },
    json: { type: 'boolean' },
    coverage: { type: 'boolean' },
    junit: { type: 'string' }
  });
  if (positionals.length === 0) throw new UsageError('Name at least one folder with Apex tests.');
  const report = asUsage(() =>
    runTests({
      dirs: positionals,
      filters: (values.filter ?? []).map(parseFilter),
      assign: values.assign ?? [],
      coverage: values.coverage ?? false,
      onProgress: values.json ? undefined : (result) => process.stderr.write(result.outcome === 'Pass' ? '.' : 'F')
    })
  );
  if (values.junit) writeFileSync(values.junit, toJUnit(report));
  if (values.json) process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  else printReport(report);
  const ran = report.passed + report.failed > 0;
  return report.failed === 0 && report.compileErrors.length === 0 && ran ? 0 : 1;
}

function parseFilter(text: string): TestFilter {
  const parts = text.split('.');
  const [className, method] = parts;
  if (!className || parts.length > 2) throw new UsageError(`"${text}" is not of the form CLASS or CLASS.METHOD.`);
  return { className, method };
}
