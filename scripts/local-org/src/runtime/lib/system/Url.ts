/**
 * System.Url.
 * Source: Apex Reference Guide, "URL Class", after java.net.URL.
 */
import { kernel } from '../../kernel';
import { ApexObject, rtType, throwNew, UnsupportedError, type RtType } from '../../values';
import { nonNull } from '../args';
import { platformClass } from '../registry';

const TYPE = rtType('System.Url');
const PARTS = /^([a-zA-Z][a-zA-Z0-9+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/;
const DEFAULT_PORTS: Record<string, number> = { http: 80, https: 443, ftp: 21 };

function checkProtocol(text: string): void {
  const protocol = /^([a-zA-Z][a-zA-Z0-9+.-]*):/.exec(text)?.[1]?.toLowerCase();
  if (protocol === undefined) return throwNew('System.StringException', `no protocol: ${text}`);
  if (!(protocol in DEFAULT_PORTS)) throwNew('System.StringException', `unknown protocol: ${protocol}`);
}

export class Url extends ApexObject {
  private readonly parts: RegExpExecArray;

  /** @throws StringException for texts that are no absolute address */
  constructor(readonly text: string) {
    super();
    checkProtocol(text);
    this.parts = PARTS.exec(text)!;
  }
  override get rtType(): RtType {
    return TYPE;
  }
  toText(): string {
    return this.text;
  }
  get protocol(): string {
    return this.parts[1]!.toLowerCase();
  }
  get authority(): string | null {
    return this.parts[2] ?? null;
  }
  get userInfo(): string | null {
    const at = this.authority?.lastIndexOf('@') ?? -1;
    return at < 0 ? null : this.authority!.slice(0, at);
  }
  private get hostAndPort(): string {
    return (this.authority ?? '').replace(/^.*@/, '');
  }
  get host(): string {
    return this.hostAndPort.replace(/:\d*$/, '');
  }
  /** -1 when none is written. */
  get port(): number {
    const match = /:(\d+)$/.exec(this.hostAndPort);
    return match ? Number(match[1]) : -1;
  }
  get path(): string {
    return this.parts[3] ?? '';
  }
  get query(): string | null {
    return this.parts[4] ?? null;
  }
  get ref(): string | null {
    return this.parts[5] ?? null;
  }
  get file(): string {
    return this.path + (this.query === null ? '' : `?${this.query}`);
  }
  sameFile(other: Url): boolean {
    const port = (url: Url): number => (url.port < 0 ? DEFAULT_PORTS[url.protocol]! : url.port);
    const sameHost = this.host.toLowerCase() === other.host.toLowerCase() && port(this) === port(other);
    return this.protocol === other.protocol && sameHost && this.file === other.file;
  }
}

function orgUrl(): Url {
  const { baseUrl } = kernel.org;
  if (baseUrl === null) throw new UnsupportedError('the address of the org', 'this process serves none');
  return new Url(baseUrl);
}

function resolve(context: Url, spec: string): Url {
  return new Url(new URL(spec, context.text).toString());
}

platformClass('System.Url', {
  jsClass: Url,
  construct: {
    '/1': (text: string | null) => new Url(nonNull(text)),
    '(Url,String)': (context: Url | null, spec: string | null) => resolve(nonNull(context), nonNull(spec)),
    '/3': (protocol: string, host: string, file: string) => new Url(`${protocol}://${host}${file}`),
    '/4': (protocol: string, host: string, port: number, file: string) =>
      new Url(`${protocol}://${host}${port < 0 ? '' : `:${port}`}${file}`)
  },
  statics: {
    'getOrgDomainUrl/0': orgUrl,
    'getSalesforceBaseUrl/0': orgUrl
  },
  instance: {
    'getAuthority/0': (self: Url) => self.authority,
    'getDefaultPort/0': (self: Url) => DEFAULT_PORTS[self.protocol],
    'getFile/0': (self: Url) => self.file,
    'getHost/0': (self: Url) => self.host,
    'getPath/0': (self: Url) => self.path,
    'getPort/0': (self: Url) => self.port,
    'getProtocol/0': (self: Url) => self.protocol,
    'getQuery/0': (self: Url) => self.query,
    'getRef/0': (self: Url) => self.ref,
    'getUserInfo/0': (self: Url) => self.userInfo,
    'sameFile/1': (self: Url, other: Url | null) => self.sameFile(nonNull(other)),
    'toExternalForm/0': (self: Url) => self.text,
    'toString/0': (self: Url) => self.text
  }
});
