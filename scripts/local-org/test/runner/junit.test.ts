import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { XMLParser } from 'fast-xml-parser';
import { toJUnit } from '../../src/test/junit';
import type { TestReport, TestResult } from '../../src/test/report';

const PASSED: TestResult = { class: 'A_Tests', method: 'a', outcome: 'Pass', message: null, stack: null, ms: 1250 };
const FAILED: TestResult = {
  ...PASSED,
  method: 'b',
  outcome: 'Fail',
  message: 'System.AssertException: Expected: "<1>", Actual: 2 & more',
  stack: 'Class.A_Tests.b: line 7, column 1\n<end>',
  ms: 250
};
const SKIPPED: TestResult = { ...PASSED, class: 'B_Tests', method: 'c', outcome: 'Skip', message: 'why', ms: 0 };

function report(tests: TestResult[]): TestReport {
  const count = (outcome: string): number => tests.filter((test) => test.outcome === outcome).length;
  const problems = { compileErrors: [], unsupported: [], warnings: [] };
  return { passed: count('Pass'), failed: count('Fail'), skipped: count('Skip'), tests, ...problems };
}

type Element = Record<string, unknown>;

function parse(xml: string): { suites: Element[]; root: Element } {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => /^(testsuite|testcase)$/.test(name) });
  const root = (parser.parse(xml) as { testsuites: Element }).testsuites;
  return { root, suites: root['testsuite'] as Element[] };
}

describe('JUnit XML', () => {
  it('has a suite for each class with its counts and its time in seconds', () => {
    const { root, suites } = parse(toJUnit(report([PASSED, SKIPPED, FAILED])));
    assert.deepEqual(
      [root['@_tests'], root['@_failures'], root['@_skipped'], root['@_time']],
      ['3', '1', '1', '1.500']
    );
    assert.deepEqual(
      suites.map((suite) => [
        suite['@_name'],
        suite['@_tests'],
        suite['@_failures'],
        suite['@_skipped'],
        suite['@_time']
      ]),
      [
        ['A_Tests', '2', '1', '0', '1.500'],
        ['B_Tests', '1', '0', '1', '0.000']
      ]
    );
  });

  it('keeps messages and stacks whole, whatever characters they hold', () => {
    const { suites } = parse(toJUnit(report([PASSED, FAILED])));
    const [passed, failed] = suites[0]?.['testcase'] as Element[];
    assert.equal(passed?.['failure'], undefined);
    assert.deepEqual(failed?.['failure'], { '@_message': FAILED.message, '#text': FAILED.stack });
    assert.deepEqual([failed['@_classname'], failed['@_name'], failed['@_time']], ['A_Tests', 'b', '0.250']);
  });

  it('says why a test was skipped', () => {
    const [skipped] = parse(toJUnit(report([SKIPPED]))).suites[0]?.['testcase'] as Element[];
    assert.deepEqual(skipped?.['skipped'], { '@_message': 'why' });
  });

  it('is a document without suites when no test was run', () => {
    assert.match(toJUnit(report([])), /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*<testsuites tests="0"/);
  });
});
