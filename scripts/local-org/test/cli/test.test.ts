import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import type { TestReport } from '../../src/test/report';
import { folderWith, localOrg, type Finished } from './support';

const CALCULATOR = `public class Calculator {
  public static Integer half(Integer n) {
    if (n < 0) {
      return -half(-n);
    }
    return n / 2;
  }
}
`;

const TESTS = `@IsTest
private class Calculator_Tests {
  @TestSetup
  static void setUp() {
    insert new Account(Name = 'Acme');
  }
  @IsTest
  static void halves() {
    Assert.areEqual(2, Calculator.half(4));
    delete [SELECT Id FROM Account];
  }
  @IsTest
  static void findsWhatTheSetUpStored() {
    Assert.areEqual(1, [SELECT COUNT() FROM Account]);
  }
}
`;

const FAILING = `@IsTest
private class Failing_Tests {
  @IsTest
  static void isWrong() {
    Assert.areEqual(1, 2, 'Sums.');
  }
}
`;

const PERMISSION_SET = `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata"><label>Helper</label></PermissionSet>
`;

function reportOf(finished: Finished): TestReport {
  return JSON.parse(finished.stdout) as TestReport;
}

function calculator(context: TestContext, more: Record<string, string> = {}): string {
  return folderWith(context, { 'classes/Calculator.cls': CALCULATOR, 'classes/Calculator_Tests.cls': TESTS, ...more });
}

describe('local-org test', () => {
  it('prints JSON alone on standard output, and ends with 0 when all passed', (context) => {
    const finished = localOrg(['test', calculator(context), '--json', '--coverage']);
    const { tests, coverage, ...rest } = reportOf(finished);
    assert.equal(finished.code, 0);
    assert.equal(finished.stderr, '');
    assert.deepEqual(rest, { passed: 2, failed: 0, skipped: 0, compileErrors: [], unsupported: [], warnings: [] });
    assert.deepEqual(
      tests.map((test) => [test.class, test.method, test.outcome, test.message, test.stack]),
      [
        ['Calculator_Tests', 'halves', 'Pass', null, null],
        ['Calculator_Tests', 'findsWhatTheSetUpStored', 'Pass', null, null]
      ]
    );
    assert.equal(coverage?.total, 66.6);
    const [own] = coverage.classes;
    assert.deepEqual([own?.name, own?.covered, own?.total, own?.uncoveredLines], ['Calculator', 2, 3, [4]]);
    assert.equal(coverage.classes.length, 1, 'tests are not covered themselves');
  });

  it('tells people what failed and where, and ends with 1', (context) => {
    const root = calculator(context, { 'classes/Failing_Tests.cls': FAILING });
    const junit = path.join(root, 'report.xml');
    const { code, stdout } = localOrg(['test', root, '--coverage', '--junit', junit]);
    assert.equal(code, 1);
    assert.match(stdout, /FAIL Failing_Tests\.isWrong\n {2}System\.AssertException: .*Sums\./);
    assert.match(stdout, /Class\.Failing_Tests\.isWrong: line 5, column 1/);
    assert.match(stdout, / 66% {2}Calculator \(2\/3\) {2}not covered: 4\n/);
    assert.match(stdout, /\n2 passed, 1 failed, 0 skipped\n$/);
    assert.match(readFileSync(junit, 'utf8'), /<testsuites tests="3" failures="1"/);
  });

  it('runs the tests of classes that compile beside one that does not, and ends with 1', (context) => {
    const root = calculator(context, { 'classes/Bad.cls': 'public class Bad {\n  Nothing n;\n}\n' });
    const finished = localOrg(['test', root, '--json']);
    const { passed, failed, compileErrors } = reportOf(finished);
    assert.deepEqual([finished.code, passed, failed], [1, 2, 0]);
    assert.deepEqual(
      compileErrors.map((error) => [path.basename(error.file), error.line, error.message]),
      [['Bad.cls', 2, 'Invalid type: Nothing']]
    );
  });

  it('runs what the filters name, whatever their letter case, and fails a filter that names nothing', (context) => {
    const root = calculator(context, { 'classes/Failing_Tests.cls': FAILING });
    const one = localOrg(['test', root, '--json', '--filter', 'calculator_tests.HALVES']);
    assert.deepEqual([one.code, reportOf(one).passed, reportOf(one).failed], [0, 1, 0]);
    const none = localOrg(['test', root, '--json', '--filter', 'Calculator_Tests', '--filter', 'Nowhere_Tests.a']);
    assert.deepEqual([none.code, reportOf(none).passed, reportOf(none).failed], [1, 2, 1]);
    assert.match(reportOf(none).tests[2]?.message ?? '', /no such test/);
  });

  it('assigns permission sets of the folders', (context) => {
    const count = "SELECT COUNT() FROM PermissionSetAssignment WHERE PermissionSet.Name = 'Helper'";
    const root = folderWith(context, {
      'permissionsets/Helper.permissionset-meta.xml': PERMISSION_SET,
      'classes/Helper_Tests.cls': `@IsTest
private class Helper_Tests {
  @IsTest
  static void isAssigned() {
    Assert.areEqual(1, [${count}]);
  }
}
`
    });
    assert.equal(localOrg(['test', root, '--json', '--assign', 'Helper']).code, 0);
    assert.equal(localOrg(['test', root, '--json']).code, 1);
  });

  it('ends with 1 when there is no test', (context) => {
    const root = folderWith(context, { 'classes/Calculator.cls': CALCULATOR });
    const { code, stdout } = localOrg(['test', root]);
    assert.equal(code, 1);
    assert.match(stdout, /\n0 passed, 0 failed, 0 skipped\n$/);
  });

  const wrong: [string[], RegExp][] = [
    [['test'], /Name at least one folder/],
    [['test', 'nowhere'], /There is no folder or file .*nowhere/],
    [['test', __dirname, '--filter', 'A.b.c'], /"A\.b\.c" is not of the form CLASS or CLASS\.METHOD/],
    [['test', __dirname, '--assign', 'Nobody'], /The project has no permission set Nobody/],
    [['test', __dirname, '--fast'], /--fast/]
  ];
  for (const [args, message] of wrong) {
    it(`refuses ${args.map((arg) => (arg === __dirname ? 'DIR' : arg)).join(' ')}`, () => {
      const { code, stdout, stderr } = localOrg(args);
      assert.deepEqual([code, stdout], [64, '']);
      assert.match(stderr, message);
    });
  }
});
