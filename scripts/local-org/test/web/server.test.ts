import assert from 'node:assert/strict';
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { LocalOrg } from '../../src/org';
import { serveOrg, type WebServer } from '../../src/web/server';
import { apex, openProject } from './support';
import { PERSONAS, SHOP } from './shopProject';

interface Answer {
  status: number;
  body: any; // eslint-disable-line @typescript-eslint/no-explicit-any
}

describe('the web server of an org', () => {
  let org: LocalOrg;
  let server: WebServer;
  let saleId = '';
  let versionId = '';
  const logged: string[] = [];

  before(async () => {
    org = openProject(SHOP);
    const admin = org.data.adminUser().id;
    org.data.assignPermissionSets(admin, ['ShopUser']);
    apex(
      org,
      `Sale__c whole = new Sale__c(Name = 'Whole', Amount__c = 1234.5, Secret__c = 'hush', Sold__c = Datetime.newInstanceGmt(2026, 11, 24, 8, 0, 0));
       insert whole;
       insert new Sale__c(Name = 'Part', Amount__c = 5, Part_Of__c = whole.Id);
       insert new ContentVersion(Title = 'Rejected rows', PathOnClient = 'rows.csv', VersionData = Blob.valueOf('a,b'), FirstPublishLocationId = whole.Id);`
    );
    saleId = String(org.query(`SELECT Id FROM Sale__c WHERE Name = 'Whole'`)[0]?.['Id']);
    versionId = String(org.query('SELECT Id FROM ContentVersion')[0]?.['Id']);
    const folder = mkdtempSync(path.join(tmpdir(), 'local-org-web-'));
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), '<html>shell</html>');
    writeFileSync(path.join(folder, 'assets', 'app.js'), 'app();');
    writeFileSync(path.join(folder, 'outside.txt'), 'outside');
    server = await serveOrg(org, {
      port: 0,
      personas: PERSONAS,
      log: (line) => void logged.push(line),
      folders: { web: folder, slds: folder }
    });
  });
  after(async () => {
    await server.close();
    org.close();
  });

  const cookieOf = (username: string, language = 'en_US'): string =>
    `local_session=${encodeURIComponent(new URLSearchParams({ username: `${username}@local.org.example`, language }).toString())}`;
  const get = async (where: string, cookie = cookieOf('admin')): Promise<Answer> => {
    const response = await fetch(server.url + where, { headers: { cookie }, redirect: 'manual' });
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') === true;
    return { status: response.status, body: isJson ? (JSON.parse(text) as unknown) : text };
  };
  const post = (where: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(server.url + where, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body)
    });

  describe('sessions', () => {
    it('begin as the administrator, who sees the application, its tabs and the labels', async () => {
      const { body } = await get('/local/session', '');
      assert.deepEqual([body.user.name, body.user.isAdmin, body.user.language], ['Local Admin', true, 'en_US']);
      assert.deepEqual(body.app, { name: 'Shop', label: 'The Shop', headerColor: '#123456' });
      assert.deepEqual(body.tabs, [
        { name: 'Shop', label: 'Shop', kind: 'page', page: 'Shop', iconName: 'custom:custom67' },
        { name: 'Sale__c', label: 'Sale__cs', kind: 'object', object: 'Sale__c', iconName: 'custom:custom46' }
      ]);
      assert.deepEqual(
        [body.customPermissions, body.labels, body.languages],
        [['Sell'], { Hello: 'Hello' }, ['en_US', 'ja']]
      );
      assert.equal(Math.abs(Date.parse(body.now) - Date.now()) < 60_000, true);
    });

    it('offer a user for each role', async () => {
      const { body } = await get('/local/session');
      const users = body.users as { persona: string; name: string }[];
      assert.deepEqual(
        users.map(({ persona, name }) => `${persona}: ${name}`),
        ['admin: Local Admin', 'operator: Olive Operator', 'none: Nora Newcomer']
      );
    });

    it('show no application to a user who may not see it', async () => {
      const { body } = await get('/local/session', cookieOf('none'));
      assert.deepEqual([body.user.isAdmin, body.app, body.tabs, body.customPermissions], [false, null, [], []]);
    });

    it('change user and language by a cookie that scripts cannot read', async () => {
      const response = await post('/local/session', { username: 'operator@local.org.example', language: 'ja' });
      assert.equal(response.status, 204);
      const cookie = response.headers.get('set-cookie') ?? '';
      assert.match(cookie, /; Path=\/; HttpOnly; SameSite=Strict$/);
      const { body } = await get('/local/session', cookie.split(';')[0]);
      assert.deepEqual(
        [body.user.name, body.user.language, body.user.locale, body.user.timeZone],
        ['Olive Operator', 'ja', 'ja_JP', 'America/New_York']
      );
      assert.deepEqual(
        [body.app.label, body.tabs[0].label, body.tabs[1].label, body.labels],
        ['店', '店頭', '販売', { Hello: 'こんにちは' }]
      );
    });

    it('refuse a user or language that the org lacks', async () => {
      const [user, language] = [
        await post('/local/session', { username: 'x' }),
        await post('/local/session', { language: 'xx' })
      ];
      assert.deepEqual([user.status, language.status], [400, 400]);
      assert.deepEqual(await user.json(), { message: 'The org has no user x.' });
    });

    it('ignore a cookie that means nothing', async () => {
      const { body } = await get('/local/session', 'local_session=%E0%A4%A; other=1');
      assert.equal(body.user.name, 'Local Admin');
    });
  });

  describe('Apex', () => {
    it('runs with the language of the session', async () => {
      const response = await post('/local/apex/Till.greet', { name: 'Ada' }, { cookie: cookieOf('admin', 'ja') });
      assert.deepEqual([response.status, await response.json()], [200, 'こんにちは Ada']);
    });

    it('is refused to users without access to the class', async () => {
      const response = await post('/local/apex/Till.greet', {}, { cookie: cookieOf('none') });
      assert.deepEqual(
        [response.status, await response.json()],
        [403, { message: `You do not have access to the Apex class named 'Till'.` }]
      );
    });
  });

  describe('what comes from elsewhere', () => {
    const statusFor = (headers: Record<string, string>, method = 'GET'): Promise<number> =>
      new Promise((resolve, reject) => {
        const call = httpRequest(`${server.url}/local/session`, { method, headers }, (response) => {
          response.resume();
          resolve(response.statusCode ?? 0);
        });
        call.on('error', reject);
        call.end(method === 'POST' ? '{}' : undefined);
      });

    it('is refused: other names of this machine, and posts of other sites', async () => {
      assert.equal(await statusFor({ host: 'evil.example' }), 403);
      const json = { 'content-type': 'application/json' };
      assert.equal(await statusFor({ ...json, origin: 'http://evil.example' }, 'POST'), 403);
      assert.equal(await statusFor({ ...json, 'sec-fetch-site': 'cross-site' }, 'POST'), 403);
      assert.equal(await statusFor({ ...json, origin: server.url, 'sec-fetch-site': 'same-origin' }, 'POST'), 204);
    });
  });

  describe('pages', () => {
    it('list their regions and components', async () => {
      const { body } = await get('/local/pages/Shop');
      assert.deepEqual(body, {
        label: 'Shop',
        template: 'flexipage:defaultAppHomeTemplate',
        regions: [{ name: 'main', kind: 'Region', components: [{ name: 'c-shop-desk', properties: { tone: 'calm' } }] }]
      });
    });

    it('are closed to those without the tab', async () => {
      assert.equal((await get('/local/pages/Shop', cookieOf('none'))).status, 404);
      assert.equal((await get('/local/pages/Gone')).status, 404);
    });
  });

  describe('records', () => {
    it('show the fields of the layout that the user may see, row by row, and the components of their page', async () => {
      const { body } = await get(`/local/records/${saleId}`, cookieOf('admin'));
      assert.deepEqual(
        [body.object, body.label, body.name, body.iconName],
        ['Sale__c', 'Sale__c', 'Whole', 'custom:custom46']
      );
      const [section] = body.sections;
      assert.deepEqual(
        section.fields.map((f: { name: string; column: number; displayValue: string }) => [
          f.name,
          f.column,
          f.displayValue
        ]),
        [
          ['Name', 0, 'Whole'],
          ['Amount__c', 1, '1,234.50'],
          ['Part_Of__c', 1, ''],
          ['Sold__c', 1, '11/24/2026, 8:00 AM']
        ]
      );
      assert.equal(section.fields[1].value, 1234.5);
      assert.equal(section.fields[3].value, '2026-11-24T08:00:00.000Z');
      assert.deepEqual(body.regions, [
        { name: 'main', kind: 'Region', components: [{ name: 'c-sale-card', properties: { tone: 'calm' } }] }
      ]);
    });

    it('show related records and files', async () => {
      const { body } = await get(`/local/records/${saleId}`);
      const [parts, files] = body.related;
      assert.deepEqual(
        parts.rows[0].cells.map((cell: { displayValue: string }) => cell.displayValue),
        ['Part', '5.00']
      );
      assert.equal(files.rows[0].cells[0].value, 'Rejected rows');
      assert.deepEqual(Object.values(files.downloads), [`/sfc/servlet.shepherd/version/download/${versionId}`]);
    });

    it('name the record that a reference points to', async () => {
      const partId = String(org.query(`SELECT Id FROM Sale__c WHERE Name = 'Part'`)[0]?.['Id']);
      const { body } = await get(`/local/records/${partId}`);
      const field = body.sections[0].fields.find((f: { name: string }) => f.name === 'Part_Of__c');
      assert.deepEqual(field.reference, { id: saleId, object: 'Sale__c', name: 'Whole' });
      assert.equal(field.displayValue, 'Whole');
    });

    it('are hidden from users without the object, without sharing, and when they do not exist', async () => {
      assert.equal((await get(`/local/records/${saleId}`, cookieOf('none'))).status, 404);
      assert.equal((await get(`/local/records/${saleId}`, cookieOf('operator'))).status, 404);
      assert.equal((await get('/local/records/a00000000000000AAA')).status, 404);
      assert.equal((await get('/local/records/nonsense')).status, 404);
    });
  });

  describe('lists', () => {
    it('follow columns, filters and label of the list view', async () => {
      const { body } = await get('/local/lists/Sale__c');
      assert.deepEqual(
        [body.label, body.columns.map((c: { name: string }) => c.name)],
        ['Large Sales', ['Name', 'Amount__c']]
      );
      assert.deepEqual(
        body.rows.map((row: { cells: { value: unknown }[] }) => row.cells.map((cell) => cell.value)),
        [['Whole', 1234.5]]
      );
    });

    it('have labels in the language of the session', async () => {
      const { body } = await get('/local/lists/Sale__c', cookieOf('admin', 'ja'));
      assert.deepEqual([body.objectLabel, body.columns[0].label], ['販売', '販売名']);
    });

    it('show only shared records, and nothing of objects without access', async () => {
      assert.deepEqual((await get('/local/lists/Sale__c', cookieOf('operator'))).body.rows, []);
      assert.equal((await get('/local/lists/Sale__c', cookieOf('none'))).status, 404);
      assert.equal((await get('/local/lists/Nix__c')).status, 404);
    });

    it('show the usual columns of objects without a list view', async () => {
      const { body } = await get('/local/lists/Account');
      assert.equal(body.columns[0].name, 'Name');
    });
  });

  describe('files', () => {
    it('serve static resources with their type', async () => {
      const response = await fetch(`${server.url}/resource/Logo`);
      assert.deepEqual([response.headers.get('content-type'), await response.text()], ['image/svg+xml', '<svg/>']);
      assert.equal((await get('/resource/Gone')).status, 404);
    });

    it('download a version under its name', async () => {
      const response = await fetch(`${server.url}/sfc/servlet.shepherd/version/download/${versionId}`);
      assert.match(response.headers.get('content-disposition') ?? '', /attachment; filename="Rejected rows.csv"/);
      assert.equal(await response.text(), 'a,b');
    });

    it('keep versions from users who see none of the records that they are linked to', async () => {
      for (const user of ['operator', 'none'])
        assert.equal((await get(`/sfc/servlet.shepherd/version/download/${versionId}`, cookieOf(user))).status, 404);
    });
  });

  describe('the shell', () => {
    it('stands at every address of Lightning', async () => {
      for (const where of ['/lightning/n/Shop', `/lightning/r/Sale__c/${saleId}/view`, '/lightning/o/Sale__c/list'])
        assert.deepEqual(await get(where), { status: 200, body: '<html>shell</html>' });
      const home = await fetch(`${server.url}/`, { redirect: 'manual' });
      assert.deepEqual([home.status, home.headers.get('location')], [302, '/lightning/n/Shop']);
    });

    it('gets its parts, and nothing outside their folder', async () => {
      assert.deepEqual(await get('/assets/app.js'), { status: 200, body: 'app();' });
      assert.equal((await get('/assets/..%2foutside.txt')).status, 404);
      assert.equal((await get('/assets/gone.js')).status, 404);
    });

    it('gets parts anew only when they changed', async () => {
      const url = `${server.url}/assets/app.js`;
      const first = await fetch(url);
      const headers = { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' };
      assert.equal((await fetch(url, { headers })).status, 304);
      assert.match(first.headers.get('cache-control') ?? '', /max-age=0/);
    });
  });

  describe('queries', () => {
    it('answer records, and say what is wrong with them', async () => {
      const { body } = await get(
        `/services/data/v65.0/query?q=${encodeURIComponent('SELECT Name FROM Sale__c ORDER BY Name')}`
      );
      assert.deepEqual([body.totalSize, body.records[0].Name], [2, 'Part']);
      assert.equal((await get('/services/data/v65.0/query?q=nonsense')).status, 400);
    });
  });

  it('had nothing to complain of', () => assert.deepEqual(logged, []));
});
