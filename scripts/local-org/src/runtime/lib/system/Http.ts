/**
 * System.Http, HttpRequest, HttpResponse and the mocks of callouts.
 * Source: Apex Reference Guide, "Http Class", "HttpRequest Class", "HttpResponse Class", "StaticResourceCalloutMock Class".
 */
import { kernel } from '../../kernel';
import { ApexBlob, ApexList, ApexObject, listOf, rtType, STRING, throwNew, type RtType } from '../../values';
import { nonNull } from '../args';
import { DomDocument } from '../dom/Document';
import { platformClass } from '../registry';

/** Headers: names ignore letter case, order and letter case of setting are kept. */
class Headers {
  private readonly byName = new Map<string, [string, string]>();
  get(name: string): string | null {
    return this.byName.get(name.toLowerCase())?.[1] ?? null;
  }
  set(name: string, value: string): void {
    this.byName.set(name.toLowerCase(), [name, value]);
  }
  entries(): [string, string][] {
    return [...this.byName.values()];
  }
}

/** What requests and responses share. */
class HttpMessage extends ApexObject {
  readonly headers = new Headers();
  body: ApexBlob = new ApexBlob(Buffer.alloc(0));
  text(): string {
    return this.body.bytes.toString('utf8');
  }
}

const REQUEST = rtType('System.HttpRequest');
const RESPONSE = rtType('System.HttpResponse');

export class HttpRequest extends HttpMessage {
  endpoint: string | null = null;
  method: string | null = null;
  timeout: number | null = null;
  compressed = false;
  clientCertificateName: string | null = null;
  override get rtType(): RtType {
    return REQUEST;
  }
  toText(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint}, Method=${this.method}]`;
  }
}

export class HttpResponse extends HttpMessage {
  status: string | null = null;
  statusCode = 0;
  override get rtType(): RtType {
    return RESPONSE;
  }
  toText(): string {
    return `System.HttpResponse[Status=${this.status}, StatusCode=${this.statusCode}]`;
  }
}

/** Requests without a time-out wait ten seconds. */
const DEFAULT_TIMEOUT_MS = 10_000;

interface CalloutMock {
  respond$1?(request: HttpRequest): HttpResponse | null;
}

function mockOf(): CalloutMock | null {
  return (kernel.tx.test?.mocks.get('System.HttpCalloutMock') ?? null) as CalloutMock | null;
}

function send(request: HttpRequest): HttpResponse {
  if (request.endpoint === null) throwNew('System.CalloutException', 'Endpoint not specified');
  if (request.method === null) throwNew('System.CalloutException', 'Method not specified');
  const mock = mockOf();
  if (mock) {
    kernel.services.checkCallout();
    return nonNull(mock.respond$1!(request));
  }
  const answer = kernel.services.callout({
    method: request.method,
    endpoint: request.endpoint,
    headers: request.headers.entries(),
    body: request.body.bytes,
    timeout: request.timeout ?? DEFAULT_TIMEOUT_MS,
    compressed: request.compressed,
    clientCertificateName: request.clientCertificateName
  });
  const response = new HttpResponse();
  response.statusCode = answer.statusCode;
  response.status = answer.status;
  response.body = new ApexBlob(answer.body);
  for (const [name, value] of answer.headers) response.headers.set(name, value);
  return response;
}

class Http extends ApexObject {
  override get rtType(): RtType {
    return rtType('System.Http');
  }
}

platformClass('System.Http', {
  jsClass: Http,
  construct: { '/0': () => new Http() },
  instance: { 'send/1': (_self: Http, request: HttpRequest | null) => send(nonNull(request)) }
});

const METHODS = new Set(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'PATCH', 'POST', 'PUT', 'TRACE']);
/** Longest time-out, in milliseconds. */
const MAX_TIMEOUT_MS = 120_000;

function setMethod(self: HttpRequest, method: string | null): void {
  const name = nonNull(method);
  if (!METHODS.has(name.toUpperCase())) throwNew('System.CalloutException', `Method ${name} is not supported`);
  self.method = name.toUpperCase();
}

function setTimeout(self: HttpRequest, ms: number | null): void {
  const value = nonNull(ms);
  if (value < 1 || value > MAX_TIMEOUT_MS) {
    throwNew('System.CalloutException', `Timeout value must be between 1 and ${MAX_TIMEOUT_MS}`);
  }
  self.timeout = value;
}

const bodyMembers = {
  'getBody/0': (self: HttpMessage) => self.text(),
  'getBodyAsBlob/0': (self: HttpMessage) => self.body,
  'getBodyDocument/0': (self: HttpMessage) => DomDocument.parse(self.text()),
  'setBody/1': (self: HttpMessage, text: string | null) => void (self.body = ApexBlob.fromString(nonNull(text))),
  'setBodyAsBlob/1': (self: HttpMessage, blob: ApexBlob | null) => void (self.body = nonNull(blob)),
  'getHeader/1': (self: HttpMessage, name: string | null) => self.headers.get(nonNull(name)),
  'setHeader/2': (self: HttpMessage, name: string | null, value: string | null) =>
    self.headers.set(nonNull(name), nonNull(value))
};

platformClass('System.HttpRequest', {
  jsClass: HttpRequest,
  construct: { '/0': () => new HttpRequest() },
  instance: {
    ...bodyMembers,
    'getCompressed/0': (self: HttpRequest) => self.compressed,
    'setCompressed/1': (self: HttpRequest, on: boolean | null) => void (self.compressed = nonNull(on)),
    'getEndpoint/0': (self: HttpRequest) => self.endpoint,
    'setEndpoint/1': (self: HttpRequest, endpoint: string | null) => void (self.endpoint = nonNull(endpoint)),
    'getMethod/0': (self: HttpRequest) => self.method,
    'setMethod/1': setMethod,
    'setTimeout/1': setTimeout,
    'setClientCertificateName/1': (self: HttpRequest, name: string | null) =>
      void (self.clientCertificateName = nonNull(name)),
    'setBodyDocument/1': (self: HttpRequest, document: DomDocument | null) =>
      void (self.body = ApexBlob.fromString(nonNull(document).toXml())),
    'toString/0': (self: HttpRequest) => self.toText()
  }
});

platformClass('System.HttpResponse', {
  jsClass: HttpResponse,
  construct: { '/0': () => new HttpResponse() },
  instance: {
    ...bodyMembers,
    'getHeaderKeys/0': (self: HttpResponse) =>
      new ApexList(
        listOf(STRING),
        self.headers.entries().map(([name]) => name)
      ),
    'getStatus/0': (self: HttpResponse) => self.status,
    'setStatus/1': (self: HttpResponse, status: string | null) => void (self.status = status),
    'getStatusCode/0': (self: HttpResponse) => self.statusCode,
    'setStatusCode/1': (self: HttpResponse, code: number | null) => void (self.statusCode = nonNull(code)),
    'toString/0': (self: HttpResponse) => self.toText()
  }
});

platformClass('System.HttpCalloutMock', {
  instance: { 'respond/1': (self: CalloutMock, request: HttpRequest) => self.respond$1!(request) }
});
