import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TestReport } from '../../local-org/src/test/report';
import { judgeReport } from '../checks/apex-tests';
import { messages } from './project';

const CLASS = 'force-app/main/default/classes/A.cls';

function report(changes: Partial<TestReport> = {}): TestReport {
  return {
    passed: 1,
    failed: 0,
    skipped: 0,
    tests: [{ class: 'ATest', method: 'runs', outcome: 'Pass', message: null, stack: null, ms: 1 }],
    compileErrors: [],
    unsupported: [],
    warnings: [],
    coverage: coverage(95),
    ...changes
  };
}

function coverage(covered: number): NonNullable<TestReport['coverage']> {
  return { total: covered, classes: [{ name: 'A', file: CLASS, covered, total: 100, uncoveredLines: [7] }] };
}

describe('apex-tests', () => {
  it('accepts a report without faults and with enough coverage', () => {
    const result = judgeReport(report(), 0);
    assert.equal(messages(result.findings), '');
    assert.deepEqual([result.passed, result.failed], [1, 0]);
  });

  it('fails when fewer than 90% of the lines are covered, and names the class', () => {
    const result = judgeReport(report({ coverage: coverage(80) }), 0);
    assert.match(messages(result.findings), /Only 80\.0% of the lines of force-app\/main/);
    assert.match(result.output ?? '', /A +80\.0% +80\/100 +7/);
  });

  it('fails when one class is covered by less than 75%', () => {
    const big = {
      name: 'Big',
      file: 'force-app/main/default/classes/Big.cls',
      covered: 990,
      total: 990,
      uncoveredLines: []
    };
    const both = { total: 96, classes: [big, { ...coverage(70).classes[0]!, total: 100 }] };
    assert.match(messages(judgeReport(report({ coverage: both }), 0).findings), /Only 70\.0% of the lines of A/);
  });

  it('does not count the tests themselves as covered code', () => {
    const test = { ...coverage(0).classes[0]!, file: 'force-app/tests/ATest.cls' };
    const both = { total: 50, classes: [...coverage(95).classes, test] };
    assert.equal(messages(judgeReport(report({ coverage: both }), 0).findings), '');
  });

  it('fails without coverage, without tests, and on a failing or skipped test', () => {
    assert.match(messages(judgeReport(report({ coverage: undefined }), 0).findings), /No line of force-app\/main/);
    assert.match(messages(judgeReport(report({ tests: [] }), 0).findings), /No Apex test was run/);
    const failing = {
      ...report().tests[0]!,
      outcome: 'Fail' as const,
      message: 'System.AssertException',
      stack: 'line 3'
    };
    assert.match(messages(judgeReport(report({ tests: [failing] }), 1).findings), /ATest\.runs.*AssertException/);
    const skipped = { ...failing, outcome: 'Skip' as const };
    assert.equal(judgeReport(report({ tests: [skipped] }), 0).failed, 1);
  });

  it('fails on compile errors, members that the local org lacks, and an exit code that nothing explains', () => {
    const place = { file: CLASS, line: 3, column: 5 };
    const error = { ...place, message: 'Variable does not exist: x' };
    assert.match(messages(judgeReport(report({ compileErrors: [error] }), 1).findings), /A\.cls:3 compile error/);
    const lacking = { ...place, member: 'Crypto.sign' } as TestReport['unsupported'][number];
    assert.match(messages(judgeReport(report({ unsupported: [lacking] }), 0).findings), /lacks Crypto\.sign/);
    assert.match(messages(judgeReport(report(), 3).findings), /ended with 3/);
  });
});
