import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createStandIn } from '../src/stand-in';
import { connected, read, requestToken, started } from './client';

test('a right key and secret get a bearer token with its lifetime', async (t) => {
  const standIn = await started(t, { tokenLifetime: 120 });
  const { status, json } = await requestToken(standIn);
  assert.equal(status, 200);
  assert.equal(json.token_type, 'bearer');
  assert.equal(json.expires_in, 120);
  assert.match(json.access_token, /^[\w-]{20,}$/);
});

test('a wrong key, a wrong secret and a missing header get 401, another grant type 400', async (t) => {
  const standIn = await started(t);
  assert.equal((await requestToken(standIn, { key: 'other' })).status, 401);
  const wrongSecret = await requestToken(standIn, { secret: 'other' });
  assert.equal(wrongSecret.status, 401);
  assert.equal(wrongSecret.json.error, 'invalid_client');
  const noHeader = await fetch(`${standIn.url}/accounts/connect/token`, {
    method: 'POST',
    body: new URLSearchParams({ grant_type: 'client_credentials' })
  });
  assert.equal(noHeader.status, 401);
  const password = await requestToken(standIn, { grant: 'password' });
  assert.equal(password.status, 400);
  assert.equal(password.json.error, 'unsupported_grant_type');
});

test('a token holds until its last second has passed on the clock that the stand-in was given', async (t) => {
  let now = Date.parse('2026-01-15T08:00:00Z');
  const standIn = await started(t, { tokenLifetime: 60, now: () => now });
  const client = await connected(standIn);
  now += 59_999;
  assert.equal((await client.list()).status, 200);
  now += 1;
  const late = await client.list();
  assert.equal(late.status, 401);
  assert.deepEqual(late.json, {
    error: { code: 'token_expired', message: 'The access token has expired. Request a new one.' }
  });
  assert.equal((await (await connected(standIn)).list()).status, 200, 'a new token holds again');
});

test('without a token, with a made-up one and with Basic credentials no report is given out', async (t) => {
  const standIn = await started(t);
  const basic = `Basic ${Buffer.from('stand-in-key:stand-in-secret').toString('base64')}`;
  for (const authorization of [undefined, 'Bearer made-up', basic]) {
    const headers: Record<string, string> = authorization ? { authorization } : {};
    const answer = await read<{ error: { code: string } }>(
      await fetch(`${standIn.url}/public/v1/insights/reports/logins-review/data`, { headers })
    );
    assert.equal(answer.status, 401);
    assert.equal(answer.json.error.code, 'unauthorized');
    assert.match(answer.headers.get('www-authenticate') ?? '', /^Bearer/);
  }
});

test('the list holds only the reports with the tag, and all reports without one', async (t) => {
  const client = await connected(await started(t));
  const tagged = (await client.list('?tag=integrations_salesforce')).json;
  assert.deepEqual(
    tagged.reports.map((report) => report.name),
    ['Logins review', 'NPS', 'Onboarding completion', 'TeachMe', 'Survey answers']
  );
  assert.equal(tagged.total, 5);
  assert.ok(tagged.reports.every((report) => report.tags.includes('integrations_salesforce')));
  const all = (await client.list()).json;
  assert.equal(all.total, 7);
  assert.deepEqual((await client.list('?tag=nobody')).json, { total: 0, reports: [] });
});

test('the list is paged', async (t) => {
  const client = await connected(await started(t));
  const whole = (await client.list()).json;
  const second = (await client.list('?limit=3&offset=3')).json;
  assert.equal(second.total, 7);
  assert.deepEqual(second.reports, whole.reports.slice(3, 6));
});

test('pages of any size put together are the whole report', async (t) => {
  const client = await connected(await started(t, { rows: 230 }));
  const whole = (await client.data('logins-review')).json;
  assert.equal(whole.total, 230);
  assert.equal(whole.rows.length, 230);
  const rows = [];
  for (let offset = 0; offset < 230; offset += 70) {
    const page = (await client.data('logins-review', `?limit=70&offset=${offset}`)).json;
    assert.deepEqual(page.columns, whole.columns);
    assert.equal(page.refreshedAt, whole.refreshedAt);
    rows.push(...page.rows);
  }
  assert.deepEqual(rows, whole.rows);
});

test('a page holds 1,000 rows unless asked otherwise, at most 5,000, and none behind the end', async (t) => {
  const client = await connected(await started(t, { rows: 6000 }));
  assert.equal((await client.data('nps')).json.rows.length, 1000);
  assert.equal((await client.data('nps', '?limit=5000')).json.rows.length, 5000);
  assert.equal((await client.data('nps', '?limit=5000&offset=5000')).json.rows.length, 1000);
  assert.deepEqual((await client.data('nps', '?offset=6000')).json.rows, []);
});

test('a limit or offset out of range is refused by name', async (t) => {
  const client = await connected(await started(t));
  for (const query of [
    '?limit=0',
    '?limit=5001',
    '?limit=ten',
    '?limit=',
    '?limit=1.5',
    '?offset=-1',
    '?limit=1&limit=2'
  ]) {
    const answer = await client.data('logins-review', query);
    assert.equal(answer.status, 400, query);
    const { error } = answer.json as unknown as { error: { code: string; message: string } };
    assert.equal(error.code, 'invalid_parameter');
    assert.match(error.message, /^(limit|offset) must /);
  }
});

test('an unknown report and an unknown path are 404 in JSON', async (t) => {
  const standIn = await started(t);
  const client = await connected(standIn);
  assert.match((await client.data('nps2')).text, /report_not_found.*nps2/);
  const answer = await read<{ error: { code: string } }>(await fetch(`${standIn.url}/public/v2/anything`));
  assert.equal(answer.status, 404);
  assert.equal(answer.json.error.code, 'not_found');
});

test('every request is logged with its answer and without its credentials', async (t) => {
  const standIn = await started(t);
  const client = await connected(standIn);
  await client.data('nps', '?limit=2');
  await client.data('nothing');
  const log = await read<unknown[]>(await fetch(`${standIn.url}/_stand-in/requests`));
  assert.deepEqual(log.json, [
    { method: 'POST', path: '/accounts/connect/token', status: 200 },
    { method: 'GET', path: '/public/v1/insights/reports/nps/data?limit=2', status: 200 },
    { method: 'GET', path: '/public/v1/insights/reports/nothing/data', status: 404 }
  ]);
  await fetch(`${standIn.url}/_stand-in/requests`, { method: 'DELETE' });
  assert.deepEqual(standIn.requests.list(), []);
});

test('it listens on the loopback address only, and not at all once closed', async () => {
  const standIn = await createStandIn();
  assert.match(standIn.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assert.equal(new URL(standIn.url).port, String(standIn.port));
  await standIn.close();
  await assert.rejects(fetch(standIn.url));
});

test('rows that are no number and a moment before everybody had logged in are refused', async () => {
  await assert.rejects(createStandIn({ rows: -1 }), /whole number/);
  await assert.rejects(createStandIn({ rows: 1.5 }), /whole number/);
  await assert.rejects(createStandIn({ asOf: new Date('2025-12-31T00:00:00Z') }), /asOf/);
  await assert.rejects(createStandIn({ asOf: new Date('never') }), /asOf/);
});
