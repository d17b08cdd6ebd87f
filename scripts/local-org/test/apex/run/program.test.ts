import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import type { TriggerContext } from '../../../src/runtime/transaction';
import { findObject, withTransaction } from '../../../src/runtime/kernel';
import { resetCoverage } from '../../../src/runtime/support/coverage';
import { type ApexException, SObjectValue } from '../../../src/runtime/values';
import { callStatic, compileClean, compileSources, run, runAnonymous } from './apex';

test('a stack trace names classes, methods and Apex lines', () => {
  const result = compileClean({
    Trace: `public class Trace {
  public class Nested {
    Integer value = fail();
    Integer fail() {
      String s = null;
      return s
        .length();
    }
  }
  public static void go() {
    Nested i =
      new Nested();
  }
}`
  });
  assert.throws(
    () => callStatic(result, 'Trace', 'go'),
    (error: ApexException) => {
      assert.equal(
        error.getStackTraceString(),
        [
          'Class.Trace.Nested.fail: line 7, column 1',
          'Class.Trace.Nested.<init>: line 3, column 1',
          'Class.Trace.go: line 12, column 1'
        ].join('\n')
      );
      return true;
    }
  );
});

test("JavaScript's complaint about null becomes a NullPointerException with the Apex line", () => {
  const result = compileClean({
    N: 'public class N {\n  Integer f;\n  public static void go() {\n    N n;\n    n.f = 1;\n  }\n}'
  });
  assert.throws(
    () => callStatic(result, 'N', 'go'),
    (error: ApexException) => error.typeName === 'System.NullPointerException' && error.getLineNumber() === 5
  );
});

test("coverage counts the lines that Salesforce's compiler counts, and marks those that ran", () => {
  const result = compileClean({
    Cov: `public class Cov {
  static Integer a = 1;
  static final String TEXT = 't';
  static Integer unset;
  Integer b;
  public static Integer go(Boolean x) {
    Integer n;
    if (x) {
      n = 1;
    } else {
      n = 2;
    }
    try {
      n++;
    } catch (Exception e) {
    }
    while (n < 3) {
      n++;
    }
    for (
      Integer i = 0;
      i < 1;
      i++
    ) {
      break;
    }
    return n +
      a;
  }
  void nothing() {
  }
  public static Integer run() { new Cov(); return go(true); }
}`
  });
  resetCoverage();
  callStatic(result, 'Cov', 'run');
  const [coverage] = result.program.coverage();
  assert.deepEqual(coverage!.lines, [2, 5, 7, 8, 9, 11, 14, 15, 18, 21, 25, 27, 30, 32]);
  assert.deepEqual(coverage!.covered, [2, 5, 7, 8, 9, 14, 18, 21, 25, 27, 32]);
});

test('a class that does not compile is left out; who reaches it is told, the others run', () => {
  const result = compileSources({
    Bad: 'public virtual class Bad { public static Integer f() { return nope; } }',
    Child: 'public class Child extends Bad { public static Integer g() { return 1; } }',
    Noise: 'public class Noise { this is no Apex }',
    Good: 'public class Good { public static Integer go() { return 1; } public static Integer reach() { return Bad.f(); } }'
  });
  assert.deepEqual(
    result.errors.map(({ file, message }) => `${file} ${message}`),
    ['Bad.cls Variable does not exist: nope', "Noise.cls Expecting '}' but was: 'this'"]
  );
  assert.equal(callStatic(result, 'Good', 'go'), 1);
  assert.throws(
    () => callStatic(result, 'Good', 'reach'),
    /Class Bad does not compile: Bad.cls:1:\d+ Variable does not exist: nope/
  );
  assert.throws(() => callStatic(result, 'Child', 'g'), /Class Bad does not compile/);
});

test('a trigger is found by object and event and sees its records', () => {
  const result = compileClean({
    T: 'trigger T on Account (before insert, after update) { for (Account a : Trigger.new) { Seen.n += Trigger.size; } Seen.before = Trigger.isBefore; }',
    Seen: "public class Seen { public static Integer n = 0; public static Boolean before; public static String text() { return n + ' ' + before + ' ' + Trigger.isExecuting + ' ' + (Trigger.new == null); } }"
  });
  const [trigger, ...more] = result.program.find('account', 'before insert');
  assert.deepEqual([trigger!.name, more.length, result.program.find('Account', 'before update').length], ['T', 0, 0]);
  withTransaction({}, (tx) => {
    const rows = [new SObjectValue(findObject('Account')!), new SObjectValue(findObject('Account')!)];
    const account = { newRecords: rows, isBefore: true, size: 2 } as unknown as TriggerContext;
    tx.triggers.push(account);
    trigger!.run();
    tx.triggers.pop();
    const info = result.program.classInfo('Seen')!.methods[0]!;
    assert.equal(result.program.callStatic('Seen', info.jsName), '4 true false true');
  });
});

test('the cache answers the same, and forgets when a source changes', () => {
  const dir = mkdtempSync(path.join(tmpdir(), 'apex-cache-'));
  try {
    const first = 'public class C { public static Long go() { return 5L; } }';
    compileSources({ C: first }, dir);
    const files = readdirSync(dir).length;
    const second = compileSources({ C: first }, dir);
    assert.equal(readdirSync(dir).length, files, 'nothing new was compiled');
    assert.equal(callStatic(second, 'C', 'go'), 5n);
    assert.deepEqual(
      runAnonymous(second, 'System.assertEquals(5L, C.go());'),
      [],
      'symbols come back from cached trees'
    );
    const changed = compileSources({ C: first.replace('5L', '6L') }, dir);
    assert.equal(callStatic(changed, 'C', 'go'), 6n);
  } finally {
    rmSync(dir, { recursive: true });
  }
});

test('a loop that never ends meets the limit of processor time', () => {
  const result = compileClean({
    Endless:
      'public class Endless { public static void go() { Integer i = 0; while (true) { try { i++; } catch (Exception e) { i = 0; } } } }'
  });
  assert.throws(
    () =>
      withTransaction({}, (tx) => {
        tx.limits.setCeiling('cpuTime', 50);
        result.program.callStatic('Endless', result.program.classInfo('Endless')!.methods[0]!.jsName);
      }),
    (error: ApexException) =>
      error.typeName === 'System.LimitException' && error.message === 'Apex CPU time limit exceeded'
  );
});

test('processor time is counted, not measured: the same run always takes the same', () => {
  const body = 'static void f() { g(); } static void g() { h(); } static void h() {}';
  const go = 'for (Integer i = 0; i < 204800; i++) { if (Math.mod(i, 2) == 0) { f(); } } return Limits.getCpuTime();';
  const times = [1, 2].map(() => run(go, 'Integer', body));
  assert.ok(Number(times[0]) > 200);
  assert.equal(times[0], times[1]);
});
