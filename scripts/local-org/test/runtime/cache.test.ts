import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { kernel, provideServices, withTransaction } from '../../src/runtime/kernel';
import { ApexList, listOf, rtType } from '../../src/runtime/values';
import { callOn, callStatic, thrownBy } from './support';

const ORG = 'Cache.OrgPartition';

function open(): object {
  return callStatic('Cache.Org', 'getPartition', 'local.Fast') as object;
}

/** Runs in a new test with one partition, `Fast`, and a clock. */
function inTest(body: (clock: { now: number }) => void): void {
  const clock = { now: 0 };
  provideServices({
    hasCachePartition: (name) => name === 'Fast',
    now: () => clock.now,
    beginTransaction: () => null,
    commitTransaction: () => undefined,
    rollbackTransaction: () => undefined
  });
  withTransaction({ kind: 'RUNTEST_SYNC', test: {} }, () => body(clock));
}

// Apex Reference Guide, "Cache Namespace"; Apex Developer Guide, "Platform Cache".
describe('Platform Cache', () => {
  it('keeps copies until their time is over', () => {
    inTest((clock) => {
      const list = new ApexList(listOf(rtType('System.String')), ['a']);
      callOn(ORG, 'put', open(), 'k', list, 300);
      list.items.push('b');
      assert.deepEqual((callOn(ORG, 'get', open(), 'k') as ApexList).items, ['a']);
      clock.now = 300_000;
      assert.equal(callOn(ORG, 'get', open(), 'k'), null);
      assert.equal(callOn(ORG, 'contains', open(), 'k'), false);
    });
  });

  it('begins empty in each test, and asynchronous work of the test shares it', () => {
    inTest(() => {
      callOn(ORG, 'put', open(), 'k', 'v');
      const { test } = kernel.tx;
      withTransaction({ kind: 'QUEUEABLE', test: test! }, () => {
        assert.equal(callOn(ORG, 'get', open(), 'k'), 'v');
        const session = callStatic('Cache.Session', 'getPartition', 'Fast');
        assert.equal(callOn('Cache.SessionPartition', 'isAvailable', session), false);
      });
    });
    inTest(() => assert.equal(callOn(ORG, 'get', open(), 'k'), null));
  });

  it('refuses unknown partitions, keys with signs and lifetimes out of range', () => {
    inTest(() => {
      const failures = [
        () => callStatic('Cache.Org', 'getPartition', 'local.Slow'),
        () => callOn(ORG, 'put', open(), 'a-b', 'v'),
        () => callOn(ORG, 'put', open(), 'k', 'v', 299)
      ].map((fn) => thrownBy(fn).split(':')[0]);
      assert.deepEqual(failures, [
        'Cache.Org.OrgCacheException',
        'Cache.InvalidParamException',
        'Cache.InvalidParamException'
      ]);
    });
  });
});

// Apex Developer Guide, "Testing ConnectApi Code".
it('Connect in Apex says that a test has data of its own', () => {
  const message = inSiloedTest(() => callStatic('ConnectApi.ChatterUsers', 'getFollowings', null, 'me'));
  assert.match(
    message,
    /^System.UnsupportedOperationException: ConnectApi methods are not supported in data siloed tests/
  );
});

function inSiloedTest(body: () => unknown): string {
  let message = '';
  inTest(() => (message = thrownBy(body)));
  return message;
}
