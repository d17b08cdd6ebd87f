import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Check, CheckResult } from '../framework/check';
import { failureText, isGood, runChecks, summary } from '../framework/runner';

function check(name: string, result: Partial<CheckResult> | Error): Check {
  return {
    name,
    purpose: `Proves ${name}`,
    run: () => (result instanceof Error ? Promise.reject(result) : Promise.resolve({ findings: [], ...result }))
  };
}

const FINDING = { file: 'a.ts', line: 3, message: 'is wrong' };

describe('runner', () => {
  it('adds up tests and checks, keeps their order, and tells of each', async () => {
    const checks = [check('one', {}), check('tests', { passed: 7, failed: 2, findings: [FINDING] }), check('two', {})];
    const told: string[] = [];
    const outcomes = await runChecks(checks, '.', 2, (outcome) => told.push(outcome.check.name));
    assert.deepEqual(
      outcomes.map((outcome) => outcome.check.name),
      ['one', 'tests', 'two']
    );
    assert.equal(told.length, 3);
    assert.match(summary(outcomes), /^9 passed, 2 failed$/m);
  });

  it('counts a check with findings as failed, and says what it found', async () => {
    const [outcome] = await runChecks([check('one', { findings: [FINDING] })], '.', 1, () => {});
    assert.equal(isGood(outcome!), false);
    assert.match(summary([outcome!]), /^0 passed, 1 failed$/m);
    assert.match(failureText(outcome!), /a\.ts:3 {2}is wrong/);
  });

  it('counts a check that cannot run as failed', async () => {
    const [outcome] = await runChecks([check('one', new Error('no Java'))], '.', 1, () => {});
    assert.equal(isGood(outcome!), false);
    assert.match(summary([outcome!]), /BROKEN/);
    assert.match(failureText(outcome!), /no Java/);
  });
});
