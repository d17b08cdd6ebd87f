/**
 * OAuth tokens of external credentials: fetched when they are first needed, kept until the endpoint refuses them.
 * Source: Salesforce Help, "Create and Edit an OAuth External Credential", client credentials flow.
 */
import { throwNew, UnsupportedError } from '../runtime/values';
import type { ExternalCredential } from '../schema/credentials';
import type { CalloutConfig, PrincipalSecrets } from './config';
import { send, type WireAnswer } from './transport';

const TOKEN_TIMEOUT_MS = 10_000;
const TOKEN_SIZE_LIMIT = 1_000_000;

/** Whether key and secret go in the Authorization header, or in the body. */
const VARIANTS: Record<string, 'header' | 'body'> = {
  ClientCredentialsClientSecretBasic: 'header',
  ClientCredentialsClientSecret: 'body'
};

/** A principal of an external credential that the running user may use. */
export interface Principal {
  credential: ExternalCredential;
  name: string;
}

function failed(error: string, description: string): never {
  return throwNew(
    'System.CalloutException',
    `Unable to fetch the OAuth token. Error: ${error}. ErrorDescription: ${description}.`
  );
}

function readToken(answer: WireAnswer): string {
  if ('error' in answer) return failed('connection_error', answer.error);
  let body: { access_token?: unknown; error?: unknown; error_description?: unknown };
  try {
    body = JSON.parse(Buffer.from(answer.body).toString('utf8')) as typeof body;
  } catch {
    return failed('invalid_response', `The token endpoint answered ${answer.statusCode} without JSON`);
  }
  if (answer.statusCode !== 200) {
    return failed(
      String(body.error ?? 'unknown_error'),
      String(body.error_description ?? `The token endpoint answered ${answer.statusCode}`)
    );
  }
  return typeof body.access_token === 'string'
    ? body.access_token
    : failed('invalid_response', 'The answer has no access_token');
}

export class TokenStore {
  private readonly tokens = new Map<string, string>();

  constructor(private readonly config: CalloutConfig) {}

  /** What was configured for a principal. @throws UnsupportedError naming it, when nothing was */
  secrets({ credential, name }: Principal): PrincipalSecrets {
    const found = this.config.externalCredentials[credential.name]?.principals[name];
    if (found) return found;
    throw new UnsupportedError(
      `the secrets of the principal ${name} of the external credential ${credential.name}`,
      `set callouts.externalCredentials.${credential.name}.principals.${name} in config/local-org.json`
    );
  }

  /** The token of a principal. @throws ApexException CalloutException when the token endpoint gives none */
  token(principal: Principal): string {
    const key = `${principal.credential.name}-${principal.name}`;
    let token = this.tokens.get(key);
    if (token === undefined) this.tokens.set(key, (token = this.fetch(principal)));
    return token;
  }

  /** Forgets a token that an endpoint refused. */
  forget(principal: Principal): void {
    this.tokens.delete(`${principal.credential.name}-${principal.name}`);
  }

  private fetch(principal: Principal): string {
    const { credential } = principal;
    const place = VARIANTS[credential.variant ?? ''];
    if (place === undefined) {
      throw new UnsupportedError(
        `OAuth external credentials with the flow ${credential.variant ?? '(none)'}`,
        credential.name
      );
    }
    const { key = '', secret = '' } = this.secrets(principal);
    const form = new URLSearchParams({ grant_type: 'client_credentials' });
    if (credential.scope !== null) form.set('scope', credential.scope);
    const headers: [string, string][] = [
      ['Content-Type', 'application/x-www-form-urlencoded'],
      ['Accept', 'application/json']
    ];
    if (place === 'header')
      headers.push(['Authorization', `Basic ${Buffer.from(`${key}:${secret}`).toString('base64')}`]);
    else {
      form.set('client_id', key);
      form.set('client_secret', secret);
    }
    const body = Buffer.from(form.toString());
    headers.push(['Content-Length', String(body.length)]);
    const request = { method: 'POST', url: this.tokenUrl(credential), headers, body };
    return readToken(send({ ...request, timeout: TOKEN_TIMEOUT_MS, sizeLimit: TOKEN_SIZE_LIMIT }));
  }

  private tokenUrl(credential: ExternalCredential): string {
    const mapped = this.config.externalCredentials[credential.name]?.tokenUrl;
    if (mapped !== undefined) return mapped;
    throw new UnsupportedError(
      `the token endpoint of the external credential ${credential.name}`,
      `set callouts.externalCredentials.${credential.name}.tokenUrl in config/local-org.json`
    );
  }
}
