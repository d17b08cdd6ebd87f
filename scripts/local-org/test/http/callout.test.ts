import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { refuseCallouts } from '../../src/async/host';
import { calloutServices, type CalloutHost } from '../../src/http/callout';
import { kernel, provideServices, resetKernel, withTransaction } from '../../src/runtime/kernel';
import type { CalloutRequest, CalloutResponse } from '../../src/runtime/services';
import { ApexException, UnsupportedError } from '../../src/runtime/values';
import type { ExternalCredential, NamedCredential } from '../../src/schema/credentials';
import { startServer, type TestServer } from './server';

function named(name: string, externalCredential: string | null): NamedCredential {
  return {
    name,
    label: name,
    url: 'https://api.example.com',
    externalCredential,
    generateAuthorizationHeader: true,
    allowMergeFieldsInHeader: true,
    allowMergeFieldsInBody: false,
    calloutStatus: 'Enabled',
    headers: [['X-From', 'credential']]
  };
}

function external(name: string, protocol: string): ExternalCredential {
  return {
    name,
    label: name,
    protocol,
    variant: 'ClientCredentialsClientSecretBasic',
    tokenUrl: 'https://api.example.com/token',
    scope: null,
    principals: ['Main'],
    headers: []
  };
}

function request(endpoint: string, values: Partial<CalloutRequest> = {}): CalloutRequest {
  const none = { compressed: false, clientCertificateName: null, timeout: 0 };
  return { method: 'GET', endpoint, headers: [], body: Buffer.alloc(0), ...none, ...values };
}

function calloutError(message: string | RegExp): (error: unknown) => boolean {
  return (error) => {
    assert.ok(error instanceof ApexException, String(error));
    assert.equal(error.typeName, 'System.CalloutException');
    if (typeof message === 'string') assert.equal(error.getMessage(), message);
    else assert.match(error.getMessage(), message);
    return true;
  };
}

describe('callouts', () => {
  let server: TestServer;
  let host: CalloutHost;
  let allowed: boolean;
  before(async () => {
    server = await startServer();
  });
  after(() => server.stop());
  beforeEach(() => {
    allowed = true;
    host = {
      metadata: {
        namedCredentials: new Map(
          [named('Api', 'Ext'), named('Basic', 'BasicExt'), named('Free', null), named('Far', 'Ext')].map((c) => [
            c.name,
            c
          ])
        ),
        externalCredentials: new Map([external('Ext', 'Oauth'), external('BasicExt', 'Basic')].map((c) => [c.name, c])),
        remoteSites: [
          { name: 'Here', url: server.url, isActive: true },
          { name: 'There', url: 'https://there.example.com', isActive: true }
        ]
      },
      config: {
        namedCredentials: { Api: server.url, Basic: server.url, Free: `${server.url}/base` },
        externalCredentials: {
          Ext: { tokenUrl: `${server.url}/token`, principals: { Main: { key: 'key', secret: 'secret' } } },
          BasicExt: { principals: { Main: { key: 'me', secret: 'word' } } }
        },
        hosts: {}
      },
      mayUsePrincipal: () => allowed
    };
    wire();
  });

  function wire(): void {
    resetKernel();
    provideServices({
      beginTransaction: () => null,
      commitTransaction: () => undefined,
      rollbackTransaction: () => undefined
    });
    provideServices(calloutServices(host));
  }
  const call = (endpoint: string, values: Partial<CalloutRequest> = {}): CalloutResponse =>
    withTransaction({ kind: 'ANONYMOUS' }, () => kernel.services.callout(request(endpoint, values)));
  const json = (response: CalloutResponse) =>
    JSON.parse(response.body.toString()) as {
      method: string;
      url: string;
      headers: Record<string, string>;
      body: string;
    };

  it('send method, path, headers and body to a remote site', () => {
    const response = call(`${server.url}/a/b?c=d`, {
      method: 'POST',
      headers: [['X-Mine', 'ü']].map(([n]) => [n!, '1']),
      body: Buffer.from('grüße')
    });
    const seen = json(response);
    assert.deepEqual(
      [response.statusCode, response.status, seen.method, seen.url, seen.body],
      [200, 'OK', 'POST', '/a/b?c=d', 'grüße']
    );
    assert.deepEqual([seen.headers['x-mine'], seen.headers['user-agent']], ['1', 'SFDC-Callout/65.0']);
    assert.ok(response.headers.some(([name, value]) => name === 'X-Echo' && value === 'yes'));
  });

  it('answer error states like any other', () => {
    const response = call(`${server.url}/busy`);
    assert.deepEqual([response.statusCode, response.status], [429, 'Too Many Requests']);
    assert.ok(response.headers.some(([name, value]) => name === 'Retry-After' && value === '7'));
  });

  it('fetch a token, keep it, and fetch another when it is refused', () => {
    assert.equal(call('callout:Api/secured').body.toString(), 'Bearer token-1');
    assert.equal(call('callout:api/secured').body.toString(), 'Bearer token-1');
    call(`${server.url}/expire`);
    assert.equal(call('callout:Api/secured').body.toString(), 'Bearer token-2');
  });

  it('tell why there is no token', () => {
    host.config.externalCredentials['Ext']!.principals['Main']!.secret = 'wrong';
    wire();
    assert.throws(
      () => call('callout:Api/secured'),
      calloutError('Unable to fetch the OAuth token. Error: invalid_client. ErrorDescription: who are you.')
    );
  });

  it('put a named credential before the path, and its headers over the request', () => {
    const seen = json(call('callout:Free/x?y=1', { headers: [['x-from', 'request']] }));
    assert.deepEqual(
      [seen.url, seen.headers['x-from'], seen.headers['authorization']],
      ['/base/x?y=1', 'credential', undefined]
    );
  });

  it('authenticate by name and password, and merge credentials into headers', () => {
    const seen = json(call('callout:Basic/x', { headers: [['X-User', 'u={!$Credential.UserName}']] }));
    assert.equal(seen.headers['authorization'], `Basic ${Buffer.from('me:word').toString('base64')}`);
    assert.equal(seen.headers['x-user'], 'u=me');
  });

  it('are refused without remote site, credential or principal, in the words of an org', () => {
    const endpoint = 'https://elsewhere.example.com/x';
    assert.throws(
      () => call(endpoint),
      calloutError(`Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`)
    );
    assert.throws(() => call('callout:Nope/x'), calloutError(/or the named credential "Nope" might not exist/));
    allowed = false;
    assert.throws(
      () => call('callout:Api/x'),
      calloutError(
        `We couldn't access the credential(s). You might not have the required permissions, or the external credential "Ext" might not exist.`
      )
    );
  });

  it('never leave this machine', () => {
    assert.throws(
      () => call('https://there.example.com/x'),
      (error) => error instanceof UnsupportedError && /there\.example\.com/.test(error.message)
    );
    assert.throws(
      () => call('callout:Far/x'),
      (error) => error instanceof UnsupportedError && /callouts\.namedCredentials\.Far/.test(error.message)
    );
    host.config.hosts['https://there.example.com'] = server.url;
    wire();
    assert.equal(json(call('https://there.example.com/x')).url, '/x');
  });

  it("end in an org's messages when the server fails", () => {
    assert.throws(() => call(`${server.url}/never`, { timeout: 100 }), calloutError('Read timed out'));
    assert.throws(() => call(`${server.url}/cut`), calloutError('Premature EOF'));
    assert.throws(() => call(`${server.url}/hangup`), calloutError('Unexpected end of file from server'));
    host.metadata.remoteSites.push({ name: 'Closed', url: 'http://127.0.0.1:1', isActive: true });
    assert.throws(() => call('http://127.0.0.1:1/x'), calloutError('Connection refused'));
  });

  it('keep the size limits of synchronous and asynchronous code', () => {
    assert.throws(
      () => call(`${server.url}/large`),
      calloutError('Exceeded max size limit of 6000000 with response size 6000001')
    );
    const response = withTransaction({ kind: 'QUEUEABLE' }, () =>
      kernel.services.callout(request(`${server.url}/large`))
    );
    assert.equal(response.body.length, 6000001);
    const body = Buffer.alloc(6000001);
    assert.throws(
      () => call(`${server.url}/x`, { method: 'POST', body }),
      calloutError('Exceeded max size limit of 6000000 with request size 6000001')
    );
  });

  it('are refused with uncommitted work, in tests, and where the context forbids them', () => {
    withTransaction({ kind: 'ANONYMOUS' }, (tx) => {
      tx.uncommittedWork = true;
      const pending = 'You have uncommitted work pending. Please commit or rollback before calling out';
      assert.throws(() => kernel.services.callout(request(`${server.url}/x`)), calloutError(pending));
    });
    withTransaction({ kind: 'RUNTEST_SYNC', test: {} }, () => {
      const inTest = 'Methods defined as TestMethod do not support Web service callouts';
      assert.throws(() => kernel.services.callout(request(`${server.url}/x`)), calloutError(inTest));
    });
    withTransaction({ kind: 'SCHEDULED' }, () => {
      refuseCallouts('Callout from scheduled Apex not supported.');
      assert.throws(
        () => kernel.services.callout(request(`${server.url}/x`)),
        calloutError('Callout from scheduled Apex not supported.')
      );
    });
  });

  it('number a hundred', () => {
    withTransaction({ kind: 'ANONYMOUS' }, (tx) => {
      tx.limits.count('callouts', 100);
      assert.throws(() => kernel.services.callout(request(`${server.url}/x`)), { message: 'Too many callouts: 101' });
    });
  });
});
