/**
 * Http.send: what an org checks before a callout, authentication by credentials, and its limits.
 * Source: Apex Developer Guide, "Callout Limits and Limitations"; Salesforce Help, "Named Credentials".
 */
import { gzipSync } from 'node:zlib';
import { calloutsRefused } from '../async/host';
import { kernel } from '../runtime/kernel';
import type { CalloutRequest, CalloutResponse, HttpServices } from '../runtime/services';
import { throwNew, UnsupportedError } from '../runtime/values';
import type { CalloutConfig } from './config';
import { Endpoints, type CalloutMetadata, type Target } from './endpoints';
import { TokenStore } from './tokens';
import { MAX_TIMEOUT_MS, send, type WireResponse } from './transport';

/** Time-out of a request that sets none. */
const DEFAULT_TIMEOUT_MS = 10_000;
const SIZE_LIMIT = { sync: 6_000_000, async: 12_000_000 };
const UNAUTHORIZED = 401;

/** What callouts need from the org. */
export interface CalloutHost {
  metadata: CalloutMetadata;
  config: CalloutConfig;
  /** Whether the running user may use a principal of an external credential, by a permission set. */
  mayUsePrincipal(credential: string, principal: string): boolean;
}

/**
 * What an org checks before every callout, to a mock as well: that the context allows one, that nothing is saved and not
 * committed, and the number of callouts.
 * @throws ApexException CalloutException, LimitException
 */
export function checkCallout(): void {
  const refused = calloutsRefused();
  if (refused !== null) throwNew('System.CalloutException', refused);
  if (kernel.tx.uncommittedWork) {
    throwNew(
      'System.CalloutException',
      'You have uncommitted work pending. Please commit or rollback before calling out'
    );
  }
  kernel.tx.limits.count('callouts', 1);
}

class Callouts {
  private readonly endpoints: Endpoints;
  private readonly tokens: TokenStore;

  constructor(host: CalloutHost) {
    this.endpoints = new Endpoints(host.metadata, host.config, (credential, principal) =>
      host.mayUsePrincipal(credential, principal)
    );
    this.tokens = new TokenStore(host.config);
  }

  callout(request: CalloutRequest): CalloutResponse {
    checkCallout();
    if (kernel.tx.isTest) {
      throwNew('System.CalloutException', 'Methods defined as TestMethod do not support Web service callouts');
    }
    if (request.timeout > MAX_TIMEOUT_MS) {
      throwNew('System.CalloutException', `Exceeded max timeout of ${MAX_TIMEOUT_MS}: ${request.timeout}`);
    }
    if (request.clientCertificateName !== null) {
      throw new UnsupportedError('callouts with a client certificate', request.clientCertificateName);
    }
    const target = this.endpoints.resolve(request.endpoint);
    const response = this.exchange(target, request);
    return { ...response, body: Buffer.from(response.body) };
  }

  /** Sends the request; a token that is refused is fetched anew once. */
  private exchange(target: Target, request: CalloutRequest): WireResponse {
    const first = this.sendOnce(target, request);
    const usesToken =
      target.principal?.credential.protocol === 'Oauth' && target.credential?.generateAuthorizationHeader === true;
    if (first.statusCode !== UNAUTHORIZED || !usesToken) return first;
    this.tokens.forget(target.principal!);
    return this.sendOnce(target, request);
  }

  private sendOnce(target: Target, request: CalloutRequest): WireResponse {
    const sizeLimit = SIZE_LIMIT[kernel.tx.isAsync ? 'async' : 'sync'];
    const plain = this.mergedBody(target, request);
    const body = request.compressed ? gzipSync(plain) : plain;
    if (body.length > sizeLimit) exceeded(sizeLimit, 'request', body.length);
    const headers = this.headers(target, request, body.length);
    const timeout = request.timeout > 0 ? request.timeout : DEFAULT_TIMEOUT_MS;
    const answer = send({ method: request.method, url: target.url, headers, body, timeout, sizeLimit });
    if ('error' in answer) return throwNew('System.CalloutException', answer.error);
    if (answer.size > sizeLimit) exceeded(sizeLimit, 'response', answer.size);
    return answer;
  }

  private headers(target: Target, request: CalloutRequest, length: number): [string, string][] {
    const merge = target.credential?.allowMergeFieldsInHeader === true;
    const set = request.headers.map(([name, value]): [string, string] => [
      name,
      merge ? this.merged(target, value) : value
    ]);
    const all = new Map<string, [string, string]>();
    const put = (name: string, value: string): void => void all.set(name.toLowerCase(), [name, value]);
    put('User-Agent', `SFDC-Callout/${kernel.org.apiVersion}`);
    put('Accept', '*/*');
    for (const [name, value] of set) if (name.toLowerCase() !== 'host') put(name, value);
    for (const [name, value] of target.credential?.headers ?? []) put(name, this.merged(target, value));
    for (const [name, value] of target.principal?.credential.headers ?? []) put(name, this.merged(target, value));
    const authorization = this.authorization(target);
    if (authorization !== null) put('Authorization', authorization);
    if (request.compressed) put('Content-Encoding', 'gzip');
    if (length > 0 || !['GET', 'HEAD', 'DELETE'].includes(request.method)) put('Content-Length', String(length));
    return [...all.values()];
  }

  private authorization({ credential, principal }: Target): string | null {
    if (!credential?.generateAuthorizationHeader || principal === null) return null;
    switch (principal.credential.protocol) {
      case 'Oauth':
        return `Bearer ${this.tokens.token(principal)}`;
      case 'Basic': {
        const { key = '', secret = '' } = this.tokens.secrets(principal);
        return `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`;
      }
      case 'Custom':
      case 'NoAuthentication':
        return null;
      default:
        throw new UnsupportedError(
          `external credentials with the protocol ${principal.credential.protocol}`,
          principal.credential.name
        );
    }
  }

  private mergedBody(target: Target, request: CalloutRequest): Buffer {
    if (target.credential?.allowMergeFieldsInBody !== true) return request.body;
    return Buffer.from(this.merged(target, request.body.toString('utf8')));
  }

  /** Replaces `{!$Credential.OAuthToken}`, `{!$Credential.UserName}`, `{!$Credential.Name.Parameter}`. */
  private merged(target: Target, text: string): string {
    return text.replace(/\{!\s*\$Credential\.([\w.]+)\s*\}/g, (whole, path: string) =>
      this.credentialValue(target, path, whole)
    );
  }

  private credentialValue({ principal }: Target, path: string, whole: string): string {
    if (principal === null)
      throw new UnsupportedError(`the merge field ${whole}`, 'the named credential has no external credential');
    if (path === 'OAuthToken') return this.tokens.token(principal);
    const secrets = this.tokens.secrets(principal);
    if (path === 'UserName') return secrets.key ?? '';
    if (path === 'Password') return secrets.secret ?? '';
    const value = secrets.parameters?.[path.slice(path.indexOf('.') + 1)];
    if (value === undefined)
      throw new UnsupportedError(`the merge field ${whole}`, `the principal ${principal.name} has no such parameter`);
    return value;
  }
}

function exceeded(limit: number, what: 'request' | 'response', size: number): never {
  return throwNew('System.CalloutException', `Exceeded max size limit of ${limit} with ${what} size ${size}`);
}

/** The slot of the kernel that sends callouts. */
export function calloutServices(host: CalloutHost): HttpServices {
  const callouts = new Callouts(host);
  return { callout: (request) => callouts.callout(request), checkCallout };
}
