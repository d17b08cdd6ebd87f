import assert from 'node:assert/strict';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { test } from 'node:test';
import type { Fault } from '../src/faults/fault';
import { connected, read, requestToken, started, type Answer } from './client';
import type { DataPage } from '../src/reports/data-page';

const report = 'logins-review';

/** The first page of the logins report, 20 rows, while the fault is on. */
async function pageWith(t: Parameters<typeof started>[0], fault: Fault, query = ''): Promise<Answer<DataPage>> {
  const standIn = await started(t, { rows: 20 });
  const client = await connected(standIn);
  standIn.faults.add(fault);
  return client.data(report, query);
}

const statuses: [Fault['kind'], number, RegExp][] = [
  ['unauthorized', 401, /"code":"unauthorized"/],
  ['expiredToken', 401, /"code":"token_expired"/],
  ['forbidden', 403, /"code":"forbidden"/],
  ['notFound', 404, /"code":"not_found"/],
  ['tooManyRequests', 429, /"code":"too_many_requests"/],
  ['serverError', 500, /"code":"internal_error"/],
  ['badGateway', 502, /<html>/],
  ['unavailable', 503, /<html>/],
  ['notJson', 200, /<html>/]
];
for (const [kind, status, body] of statuses) {
  test(`${kind} answers ${status}`, async (t) => {
    const answer = await pageWith(t, { kind });
    assert.equal(answer.status, status);
    assert.match(answer.text, body);
  });
}

test('tooManyRequests says when to come back: seconds, an HTTP date, one second by default', async (t) => {
  assert.equal((await pageWith(t, { kind: 'tooManyRequests' })).headers.get('retry-after'), '1');
  assert.equal((await pageWith(t, { kind: 'tooManyRequests', retryAfter: 120 })).headers.get('retry-after'), '120');
  const date = 'Thu, 15 Jan 2026 08:05:00 GMT';
  assert.equal((await pageWith(t, { kind: 'tooManyRequests', retryAfter: date })).headers.get('retry-after'), date);
});

test('expiredToken is cured by a new token, unauthorized is not', async (t) => {
  const standIn = await started(t);
  const client = await connected(standIn);
  standIn.faults.replace([{ kind: 'expiredToken', times: 1 }]);
  assert.equal((await client.list()).status, 401);
  assert.equal((await client.list()).status, 401, 'the old token stays expired');
  assert.equal((await (await connected(standIn)).list()).status, 200);
  standIn.faults.replace([{ kind: 'unauthorized' }]);
  assert.equal((await (await connected(standIn)).list()).status, 401);
});

test('timeout never answers: the request stays open until the stand-in is closed', async (t) => {
  const standIn = await started(t);
  const client = await connected(standIn);
  standIn.faults.add({ kind: 'timeout' });
  const request = client.list();
  const outcome = assert.rejects(request);
  while (standIn.requests.list().length < 2) await nextTurn();
  assert.deepEqual(standIn.requests.list()[1], {
    method: 'GET',
    path: '/public/v1/insights/reports',
    status: null,
    fault: 'timeout'
  });
  await standIn.close();
  await outcome;
});

test('timeout with delayMs closes the connection without an answer', async (t) => {
  await assert.rejects(pageWith(t, { kind: 'timeout', delayMs: 10 }));
});

test('connectionReset breaks the connection before any answer', async (t) => {
  await assert.rejects(pageWith(t, { kind: 'connectionReset' }), (error: Error & { cause?: { code?: string } }) => {
    assert.equal(error.cause?.code, 'ECONNRESET');
    return true;
  });
});

test('truncatedBody is a complete answer with broken JSON', async (t) => {
  const answer = await pageWith(t, { kind: 'truncatedBody' });
  assert.equal(answer.status, 200);
  assert.equal(answer.headers.get('content-length'), String(Buffer.byteLength(answer.text)));
  assert.throws(() => JSON.parse(answer.text), SyntaxError);
  assert.match(answer.text, /^\{"reportId":"logins-review"/);
});

test('truncatedTransfer ends before its announced length', async (t) => {
  await assert.rejects(pageWith(t, { kind: 'truncatedTransfer' }), /terminated/);
});

test('slow answers rightly, but after a request that was sent later', async (t) => {
  const standIn = await started(t, { rows: 3 });
  const client = await connected(standIn);
  standIn.faults.add({ kind: 'slow', delayMs: 150, path: `/public/v1/insights/reports/${report}` });
  const order: string[] = [];
  const slow = client.data(report).then((answer) => (order.push('slow'), answer));
  const fast = client.list().then(() => order.push('fast'));
  const [answer] = await Promise.all([slow, fast]);
  assert.deepEqual(order, ['fast', 'slow']);
  assert.equal(answer.json.rows.length, 3);
});

test('missingColumn is missing in the header, in the rows and in the list', async (t) => {
  const standIn = await started(t, { rows: 5 });
  const client = await connected(standIn);
  const before = (await client.data(report)).json;
  standIn.faults.add({ kind: 'missingColumn', column: 'Last Login' });
  const page = (await client.data(report)).json;
  assert.deepEqual(
    page.columns.map((column) => column.name),
    ['User ID', 'First Login', 'Logins last 30 days']
  );
  assert.deepEqual(
    page.rows,
    before.rows.map(([key, first, , recent]) => [key, first, recent])
  );
  const listed = (await client.list()).json.reports.find(({ id }) => id === report);
  assert.deepEqual(listed?.columns, page.columns);
});

test('renamedColumn keeps place, type and values', async (t) => {
  const page = (await pageWith(t, { kind: 'renamedColumn', column: 'Last Login', newName: 'Last Seen' })).json;
  assert.deepEqual(page.columns[2], { name: 'Last Seen', type: 'datetime' });
  assert.equal(page.rows[0]?.length, 4);
});

test('fewerRows holds rows back on the last page only', async (t) => {
  const fault: Fault = { kind: 'fewerRows', count: 3 };
  const whole = (await pageWith(t, fault)).json;
  assert.equal(whole.total, 20);
  assert.equal(whole.rows.length, 17);
  assert.equal((await pageWith(t, fault, '?limit=10')).json.rows.length, 10);
  assert.equal((await pageWith(t, fault, '?limit=10&offset=10')).json.rows.length, 7);
});

test('moreRows delivers rows that were not announced', async (t) => {
  const page = (await pageWith(t, { kind: 'moreRows', count: 2 })).json;
  assert.equal(page.total, 20);
  assert.equal(page.rows.length, 22);
});

test('shortRows leaves out cells, of every row or of one', async (t) => {
  const all = (await pageWith(t, { kind: 'shortRows' })).json;
  assert.ok(all.rows.every((row) => row.length === 3));
  const one = (await pageWith(t, { kind: 'shortRows', row: 12, count: 2 }, '?offset=10&limit=5')).json;
  assert.deepEqual(
    one.rows.map((row) => row.length),
    [4, 4, 2, 4, 4]
  );
});

test('emptyReport has columns but no rows', async (t) => {
  const page = (await pageWith(t, { kind: 'emptyReport' })).json;
  assert.equal(page.total, 0);
  assert.deepEqual(page.rows, []);
  assert.equal(page.columns.length, 4);
});

test('the token endpoint fails only when its path is given', async (t) => {
  const standIn = await started(t);
  standIn.faults.replace([{ kind: 'serverError' }]);
  assert.equal((await requestToken(standIn)).status, 200);
  standIn.faults.replace([{ kind: 'serverError', path: '/accounts/' }]);
  assert.equal((await requestToken(standIn)).status, 500);
});

test('faults are set, read and deleted over HTTP', async (t) => {
  const standIn = await started(t);
  const client = await connected(standIn);
  const url = `${standIn.url}/_stand-in/faults`;
  const body = JSON.stringify([{ kind: 'unavailable', nth: 2, times: 1 }]);
  const put = await fetch(url, { method: 'PUT', headers: { 'content-type': 'application/json' }, body });
  assert.equal(put.status, 200);
  assert.deepEqual(
    [(await client.list()).status, (await client.list()).status, (await client.list()).status],
    [200, 503, 200]
  );
  const status = await read(await fetch(url));
  assert.deepEqual(status.json, [{ kind: 'unavailable', nth: 2, times: 1, matched: 3, struck: 1 }]);
  assert.equal((await fetch(url, { method: 'DELETE' })).status, 204);
  assert.deepEqual(standIn.faults.list(), []);
});

test('a fault that is unknown or lacks what it needs is refused, and the faults before stay', async (t) => {
  const standIn = await started(t);
  standIn.faults.add({ kind: 'forbidden' });
  const bad = [
    { kind: 'explode' },
    { kind: 'slow' },
    { kind: 'missingColumn' },
    { kind: 'notFound', times: 0 },
    { kind: 'notFound', time: 1 }
  ];
  for (const fault of bad) {
    const answer = await fetch(`${standIn.url}/_stand-in/faults`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify([fault])
    });
    assert.equal(answer.status, 400, JSON.stringify(fault));
  }
  assert.equal(standIn.faults.list()[0]?.kind, 'forbidden');
});
