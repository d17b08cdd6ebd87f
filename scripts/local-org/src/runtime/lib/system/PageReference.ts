/**
 * System.PageReference and Cookie: addresses of pages. Rendering a page (getContent) is not done here.
 * Source: Apex Reference Guide, "PageReference Class".
 */
import { kernel } from '../../kernel';
import {
  type ApexList,
  ApexMap,
  ApexObject,
  mapOf,
  rtType,
  SObjectValue,
  STRING,
  throwNew,
  type RtType
} from '../../values';
import { nonNull } from '../args';
import { beanClass, type Bean } from '../bean';
import { platformClass } from '../registry';

const TYPE = rtType('System.PageReference');
const stringMap = (): ApexMap => new ApexMap(mapOf(STRING, STRING));

export class PageReference extends ApexObject {
  readonly parameters = stringMap();
  readonly headers = stringMap();
  readonly cookies = new ApexMap(mapOf(STRING, rtType('System.Cookie')));
  anchor: string | null = null;
  redirect: boolean | null = null;
  redirectCode: number | null = null;
  private readonly path: string;

  constructor(url: string) {
    super();
    const [beforeAnchor = '', anchor] = url.split('#');
    const [path = '', query] = beforeAnchor.split('?');
    this.path = path;
    this.anchor = anchor ?? null;
    for (const [key, value] of new URLSearchParams(query ?? '')) this.parameters.put(key, value);
  }
  override get rtType(): RtType {
    return TYPE;
  }
  url(): string {
    const query = this.parameters
      .entries()
      .map(([key, value]) => `${encode(String(key))}=${encode(value === null ? '' : String(value))}`)
      .join('&');
    return this.path + (query ? `?${query}` : '') + (this.anchor ? `#${this.anchor}` : '');
  }
  toText(): string {
    return `System.PageReference[${this.url()}]`;
  }
}

function encode(text: string): string {
  return encodeURIComponent(text).replaceAll('%20', '+');
}

/** The page that a test set, or null. */
export function currentPage(): unknown {
  return kernel.tx.test?.currentPage ?? null;
}

function ofRecord(record: SObjectValue): PageReference {
  const { id } = record;
  return id === null
    ? throwNew('System.NullPointerException', 'Argument cannot be null.')
    : new PageReference(`/${id}`);
}

const makeCookie = beanClass('System.Cookie', {
  constructible: false,
  construct: {
    '/5': (name, value, path, maxAge, isSecure) => makeCookie({ name, value, path, maxAge, secure: isSecure }),
    '/6': (name, value, path, maxAge, isSecure, sameSite) =>
      makeCookie({ name, value, path, maxAge, secure: isSecure, sameSite }),
    '/7': (name, value, path, maxAge, isSecure, sameSite, httpOnly) =>
      makeCookie({ name, value, path, maxAge, secure: isSecure, sameSite, httpOnly })
  }
});

platformClass('System.PageReference', {
  jsClass: PageReference,
  construct: {
    '(String)': (url: string | null) => new PageReference(nonNull(url)),
    '(SObject)': (record: SObjectValue | null) => ofRecord(nonNull(record)),
    '/1': (value: unknown) =>
      value instanceof SObjectValue ? ofRecord(value) : new PageReference(nonNull(value as string))
  },
  instance: {
    'getAnchor/0': (self: PageReference) => self.anchor,
    'setAnchor/1': (self: PageReference, anchor: string | null) => {
      self.anchor = anchor;
      return self;
    },
    'getCookies/0': (self: PageReference) => self.cookies,
    'setCookies/1': (self: PageReference, cookies: ApexList) => {
      for (const cookie of cookies.items) self.cookies.put((cookie as Bean).get('name'), cookie);
    },
    'getHeaders/0': (self: PageReference) => self.headers,
    'getParameters/0': (self: PageReference) => self.parameters,
    'getRedirect/0': (self: PageReference) => self.redirect,
    'setRedirect/1': (self: PageReference, redirect: boolean | null) => {
      self.redirect = redirect;
      return self;
    },
    'getRedirectCode/0': (self: PageReference) => self.redirectCode,
    'setRedirectCode/1': (self: PageReference, code: number | null) => {
      self.redirectCode = code;
      return self;
    },
    'getUrl/0': (self: PageReference) => self.url(),
    'toString/0': (self: PageReference) => self.toText()
  }
});
