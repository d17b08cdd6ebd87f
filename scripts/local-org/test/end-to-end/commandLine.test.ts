import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import type { TestReport } from '../../src/test/report';
import { folderOf, removeFolder, ROOT } from './sources';

const COMMAND = path.join(ROOT, 'scripts', 'local-org', 'bin', 'local-org.js');

const project = folderOf({
  'classes/Sum.cls': `public class Sum {
    public static Integer of(Integer a, Integer b) {
        return a + b;
    }
    public static Integer unused() {
        return 1;
    }
}`,
  'classes/Sum_Tests.cls': `@IsTest
private class Sum_Tests {
    @IsTest
    static void adds() {
        Assert.areEqual(3, Sum.of(1, 2));
    }
    @IsTest
    static void fails() {
        Assert.areEqual(4, Sum.of(1, 2), 'on purpose');
    }
}`,
  'classes/Broken.cls': `public class Broken {
    public Integer number() {
        return 'text';
    }
}`
});

function localOrg(args: string[], input = ''): { code: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [COMMAND, ...args], { input, encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

describe('the command line', () => {
  after(() => removeFolder(project));

  it('reports a class that does not compile, and runs the tests of the others', () => {
    const { code, out } = localOrg(['test', project, '--json', '--coverage']);
    const report = JSON.parse(out) as TestReport;
    assert.deepEqual([code, report.passed, report.failed, report.skipped], [1, 1, 1, 0]);
    const [error] = report.compileErrors;
    assert.match(String(error?.file), /Broken\.cls$/);
    assert.equal(error?.line, 3);
    const failed = report.tests.find(({ outcome }) => outcome === 'Fail');
    assert.deepEqual([failed?.class, failed?.method], ['Sum_Tests', 'fails']);
    assert.match(String(failed?.message), /^System\.AssertException: .*on purpose/);
    assert.match(String(failed?.stack), /^Class\.Sum_Tests\.fails: line 9, column 1/);
    assert.deepEqual(report.coverage?.classes.find(({ name }) => name === 'Sum')?.uncoveredLines, [6]);
  });

  it('runs only what the filter names, and fails for a filter that names nothing', () => {
    const report = JSON.parse(localOrg(['test', project, '--json', '--filter', 'sum_tests.ADDS']).out) as TestReport;
    assert.deepEqual(
      report.tests.map(({ method, outcome }) => `${method} ${outcome}`),
      ['adds Pass']
    );
    const { code, out } = localOrg(['test', project, '--json', '--filter', 'Nothing']);
    assert.deepEqual([code, (JSON.parse(out) as TestReport).failed], [1, 1]);
  });

  it('prints the debug lines of an anonymous block and nothing else', () => {
    const { code, out, err } = localOrg(['exec', '-'], "System.debug('one'); System.debug(1 + 1);");
    assert.deepEqual([code, out, err], [0, 'one\n2\n', '']);
  });

  it('ends with 1 for an uncaught exception: type, message and Apex stack on standard error', () => {
    const { code, out, err } = localOrg(['exec', '-'], "\nthrow new IllegalArgumentException('no');");
    assert.deepEqual([code, out], [1, '']);
    assert.match(err, /^System\.IllegalArgumentException: no\nAnonymousBlock: line 2, column 1\n/);
  });

  it('ends with 2 for a block that does not compile, and 64 for a wrong command line', () => {
    const { code, out, err } = localOrg(['exec', '-'], "Integer i = 'text';");
    assert.deepEqual([code, out], [2, '']);
    assert.match(err, /^-:1:\d+ .*Illegal assignment from String to Integer/);
    assert.equal(localOrg(['exec']).code, 64);
    assert.equal(localOrg(['test', path.join(project, 'nowhere')]).code, 64);
  });

  it('lists a platform member that it lacks, and refuses it by name when it is reached', () => {
    const folder = folderOf({
      'classes/Lacking_Tests.cls': `@IsTest
private class Lacking_Tests {
    @IsTest
    static void reaches() {
        Messaging.renderStoredEmailTemplate(null, null, null);
    }
    @IsTest
    static void doesNotReach() {
        Assert.isTrue(true);
    }
}`
    });
    const { code, out } = localOrg(['test', folder, '--json']);
    removeFolder(folder);
    const report = JSON.parse(out) as TestReport;
    assert.deepEqual([code, report.passed, report.failed, report.compileErrors], [1, 1, 1, []]);
    assert.deepEqual([report.unsupported.length, report.unsupported[0]?.line], [1, 5]);
    assert.match(String(report.tests.find(({ outcome }) => outcome === 'Fail')?.message), /renderStoredEmailTemplate/);
  });

  it('assigns permission sets, and names one that the folders lack', () => {
    const folder = folderOf({
      'permissionsets/Auditor.permissionset-meta.xml': `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
  <hasActivationRequired>false</hasActivationRequired>
  <label>Auditor</label>
</PermissionSet>`,
      'classes/Assigned_Tests.cls': `@IsTest
private class Assigned_Tests {
    @IsTest
    static void isAssigned() {
        Assert.areEqual(1, [SELECT COUNT() FROM PermissionSetAssignment
            WHERE AssigneeId = :UserInfo.getUserId() AND PermissionSet.Name = 'Auditor']);
    }
}`
    });
    const codes = [['--assign', 'Auditor'], [], ['--assign', 'Nobody']].map((args) =>
      localOrg(['test', folder, ...args])
    );
    removeFolder(folder);
    assert.deepEqual(
      codes.slice(0, 2).map(({ code }) => code),
      [0, 1]
    );
    assert.notEqual(codes[2]?.code, 0);
    assert.match(String(codes[2]?.err), /no permission set Nobody/);
  });
});
