/**
 * Where a callout goes: through a named credential, or to a remote site.
 */
import { throwNew, UnsupportedError } from '../runtime/values';
import type { NamedCredential } from '../schema/credentials';
import type { ProjectMetadata } from '../schema/project';
import type { CalloutConfig } from './config';
import { isLoopback } from './transport';
import type { Principal } from './tokens';

/** The parts of a project that callouts depend on. */
export type CalloutMetadata = Pick<ProjectMetadata, 'namedCredentials' | 'externalCredentials' | 'remoteSites'>;

/** A resolved endpoint. */
export interface Target {
  url: string;
  credential: NamedCredential | null;
  principal: Principal | null;
}

const CALLOUT = 'callout:';

export class Endpoints {
  constructor(
    private readonly metadata: CalloutMetadata,
    private readonly config: CalloutConfig,
    private readonly mayUsePrincipal: (credential: string, principal: string) => boolean
  ) {}

  /** @throws ApexException CalloutException as an org refuses; UnsupportedError for an address that is not mapped */
  resolve(endpoint: string): Target {
    if (endpoint.toLowerCase().startsWith(CALLOUT)) return this.byCredential(endpoint.slice(CALLOUT.length));
    return { url: this.bySite(endpoint), credential: null, principal: null };
  }

  private byCredential(rest: string): Target {
    const end = rest.search(/[/?#]/);
    const name = end < 0 ? rest : rest.slice(0, end);
    const credential = this.find(name);
    if (!credential || credential.calloutStatus === 'Disabled') {
      return throwNew(
        'System.CalloutException',
        `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${name}" might not exist.`
      );
    }
    const path = end < 0 ? '' : rest.slice(end);
    const principal = credential.externalCredential === null ? null : this.principal(credential.externalCredential);
    return { url: join(this.baseUrl(credential), path), credential, principal };
  }

  private find(name: string): NamedCredential | undefined {
    const wanted = name.toLowerCase();
    return [...this.metadata.namedCredentials.values()].find((credential) => credential.name.toLowerCase() === wanted);
  }

  private baseUrl(credential: NamedCredential): string {
    const mapped = this.config.namedCredentials[credential.name];
    if (mapped !== undefined) return mapped;
    if (isLoopback(new URL(credential.url))) return credential.url;
    throw new UnsupportedError(
      `the address of the named credential ${credential.name}`,
      `set callouts.namedCredentials.${credential.name} in config/local-org.json to an address of this machine`
    );
  }

  /** The first principal that the running user may use. */
  private principal(name: string): Principal {
    const credential = this.metadata.externalCredentials.get(name);
    const principal = credential?.principals.find((candidate) => this.mayUsePrincipal(name, candidate));
    if (credential && principal !== undefined) return { credential, name: principal };
    if (credential?.protocol === 'NoAuthentication' && credential.principals.length === 0)
      return { credential, name: '' };
    return throwNew(
      'System.CalloutException',
      `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${name}" might not exist.`
    );
  }

  private bySite(endpoint: string): string {
    const site = this.metadata.remoteSites.find((candidate) => candidate.isActive && isBelow(endpoint, candidate.url));
    if (!site) {
      return throwNew(
        'System.CalloutException',
        `Unauthorized endpoint, please check Setup->Security->Remote site settings. endpoint = ${endpoint}`
      );
    }
    const host = Object.keys(this.config.hosts).find((from) => isBelow(endpoint, from));
    return host === undefined
      ? endpoint
      : join(this.config.hosts[host]!, endpoint.slice(host.replace(/\/$/, '').length));
  }
}

/** Whether the address is that of the site or below it. */
function isBelow(endpoint: string, site: string): boolean {
  const base = site.replace(/\/$/, '').toLowerCase();
  const address = endpoint.toLowerCase();
  return address === base || ['/', '?', '#'].some((next) => address.startsWith(base + next));
}

function join(base: string, path: string): string {
  return base.replace(/\/$/, '') + path;
}
