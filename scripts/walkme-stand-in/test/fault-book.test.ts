import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Fault, FaultTarget } from '../src/faults/fault';
import { FaultBook } from '../src/faults/fault-book';

const data = '/public/v1/insights/reports/nps/data';

/** Which of the targets the fault strikes, as a string of x and dots. */
function pattern(fault: Fault, targets: FaultTarget[]): string {
  const book = new FaultBook();
  book.add(fault);
  return targets.map((target) => (book.strike(target).length > 0 ? 'x' : '.')).join('');
}

function gets(count: number, path = data): FaultTarget[] {
  return Array.from({ length: count }, () => ({ method: 'GET', path, query: {} }));
}

test('without nth and times every matching request is struck', () => {
  assert.equal(pattern({ kind: 'notFound' }, gets(4)), 'xxxx');
});

test('nth and times choose which of the matching requests are struck', () => {
  assert.equal(pattern({ kind: 'notFound', nth: 3 }, gets(5)), '..xxx');
  assert.equal(pattern({ kind: 'notFound', times: 2 }, gets(5)), 'xx...');
  assert.equal(pattern({ kind: 'notFound', nth: 2, times: 2 }, gets(5)), '.xx..');
});

test('path, method and query choose which requests match', () => {
  const targets: FaultTarget[] = [
    { method: 'GET', path: data, query: { offset: '1000' } },
    { method: 'GET', path: data, query: { offset: '2000' } },
    { method: 'POST', path: data, query: { offset: '1000' } },
    { method: 'GET', path: '/public/v1/insights/reports', query: {} },
    { method: 'POST', path: '/accounts/connect/token', query: {} }
  ];
  assert.equal(pattern({ kind: 'notFound' }, targets), 'xxxx.');
  assert.equal(pattern({ kind: 'notFound', path: data }, targets), 'xxx..');
  assert.equal(pattern({ kind: 'notFound', method: 'post' }, targets), '..x..');
  assert.equal(pattern({ kind: 'notFound', query: { offset: '1000' } }, targets), 'x.x..');
  assert.equal(pattern({ kind: 'notFound', path: '/' }, targets), 'xxxxx');
});

test('requests that do not match are not counted', () => {
  const targets = [...gets(1), ...gets(2, '/accounts/connect/token'), ...gets(1)];
  assert.equal(pattern({ kind: 'notFound', nth: 2 }, targets), '...x');
});

test('a fault that lacks what its kind needs is refused by name', () => {
  const book = new FaultBook();
  assert.throws(() => book.add({ kind: 'missingColumn' }), /missingColumn needs/);
  assert.throws(() => book.add({ kind: 'renamedColumn', column: 'A' }), /newName/);
  assert.throws(() => book.add({ kind: 'slow' }), /delayMs/);
  assert.throws(() => book.add({ kind: 'explode' as 'slow' }), /Unknown fault "explode"\. Known are: unauthorized/);
});
