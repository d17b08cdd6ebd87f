import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';

/** The API key that the stand-in accepts and how long its tokens live. */
export interface TokenOptions {
  key: string;
  secret: string;
  /** Lifetime of a token in seconds. */
  expiresIn: number;
  now: Clock;
}

/** What a bearer token is worth at this moment. */
export type TokenState = 'valid' | 'expired' | 'unknown';

/** Issues bearer tokens and knows which of them still hold. */
export class TokenStore {
  private readonly expiries = new Map<string, number>();

  constructor(private readonly options: TokenOptions) {}

  /** Lifetime of a token in seconds. */
  get expiresIn(): number {
    return this.options.expiresIn;
  }

  /** True when the header is `Basic base64(key:secret)` of the accepted API key. */
  acceptsBasic(authorization: string | undefined): boolean {
    const encoded = credentialsOf(authorization, 'basic');
    if (encoded === undefined) return false;
    return Buffer.from(encoded, 'base64').toString('utf8') === `${this.options.key}:${this.options.secret}`;
  }

  /** A new token, valid from now on. */
  issue(): string {
    const token = randomBytes(24).toString('base64url');
    this.expiries.set(token, this.options.now() + this.options.expiresIn * 1000);
    return token;
  }

  /** Judges an `Authorization: Bearer …` header. */
  stateOf(authorization: string | undefined): TokenState {
    const expiry = this.expiries.get(credentialsOf(authorization, 'bearer') ?? '');
    if (expiry === undefined) return 'unknown';
    return this.options.now() < expiry ? 'valid' : 'expired';
  }

  /** Lets every token issued so far expire at once. */
  expireAll(): void {
    for (const token of this.expiries.keys()) this.expiries.set(token, Number.NEGATIVE_INFINITY);
  }
}

function credentialsOf(authorization: string | undefined, scheme: string): string | undefined {
  const [found, credentials, ...rest] = (authorization ?? '').split(' ');
  return found?.toLowerCase() === scheme && rest.length === 0 ? credentials : undefined;
}
