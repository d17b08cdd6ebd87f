import { XMLBuilder } from 'fast-xml-parser';
import type { TestReport, TestResult } from './report';

/**
 * JUnit XML of a test report, one suite a class, as continuous-integration servers read it.
 * Times are in seconds.
 */
export function toJUnit(report: TestReport): string {
  const builder = new XMLBuilder({ ignoreAttributes: false, format: true, attributeNamePrefix: '@' });
  const suites = [...groupByClass(report.tests)].map(([name, tests]) => ({
    '@name': name,
    '@tests': tests.length,
    '@failures': tests.filter((test) => test.outcome === 'Fail').length,
    '@skipped': tests.filter((test) => test.outcome === 'Skip').length,
    '@time': seconds(tests),
    testcase: tests.map(testCase)
  }));
  const root = {
    '?xml': { '@version': '1.0', '@encoding': 'UTF-8' },
    testsuites: {
      '@tests': report.tests.length,
      '@failures': report.failed,
      '@skipped': report.skipped,
      '@time': seconds(report.tests),
      testsuite: suites
    }
  };
  return builder.build(root) as string;
}

function testCase(test: TestResult): Record<string, unknown> {
  const element: Record<string, unknown> = {
    '@classname': test.class,
    '@name': test.method,
    '@time': (test.ms / 1000).toFixed(3)
  };
  if (test.outcome === 'Fail') {
    element['failure'] = { '@message': test.message ?? '', '#text': test.stack ?? '' };
  }
  if (test.outcome === 'Skip') element['skipped'] = { '@message': test.message ?? '' };
  return element;
}

function groupByClass(tests: readonly TestResult[]): Map<string, TestResult[]> {
  const groups = new Map<string, TestResult[]>();
  for (const test of tests) {
    const group = groups.get(test.class);
    if (group) group.push(test);
    else groups.set(test.class, [test]);
  }
  return groups;
}

function seconds(tests: readonly TestResult[]): string {
  return (tests.reduce((sum, test) => sum + test.ms, 0) / 1000).toFixed(3);
}
