/**
 * StaticResourceCalloutMock and MultiStaticResourceCalloutMock: answers from static resources.
 * Source: Apex Developer Guide, "Testing HTTP Callouts Using Static Resources".
 */
import { kernel } from '../../kernel';
import { ApexBlob, ApexObject, rtType, throwNew, type RtType } from '../../values';
import { nonNull } from '../args';
import { platformClass } from '../registry';
import { HttpResponse, type HttpRequest } from './Http';

function resource(name: string): ApexBlob {
  const body = kernel.services.staticResource(name);
  return body ? new ApexBlob(body) : throwNew('System.CalloutException', `Static Resource not found: ${name}`);
}

/** Status and headers that all answers of a mock have. */
class ResourceMock extends ApexObject {
  readonly headers: [string, string][] = [];
  status: string | null = null;
  statusCode = 200;
  protected single: string | null = null;
  protected readonly byUrl = new Map<string, string>();

  setResource(name: string): void {
    this.single = name;
  }
  setResourceFor(url: string, name: string): void {
    this.byUrl.set(url, name);
  }
  respond$1(request: HttpRequest): HttpResponse {
    const name = this.single ?? this.byUrl.get(request.endpoint ?? '');
    if (!name) return throwNew('System.CalloutException', `No static resource for ${request.endpoint}`);
    const response = new HttpResponse();
    response.body = resource(name);
    response.status = this.status;
    response.statusCode = this.statusCode;
    for (const [header, value] of this.headers) response.headers.set(header, value);
    return response;
  }
}

class StaticResourceCalloutMock extends ResourceMock {
  override get rtType(): RtType {
    return rtType('System.StaticResourceCalloutMock');
  }
}
class MultiStaticResourceCalloutMock extends ResourceMock {
  override get rtType(): RtType {
    return rtType('System.MultiStaticResourceCalloutMock');
  }
}

const members = {
  'respond/1': (self: ResourceMock, request: HttpRequest | null) => self.respond$1(nonNull(request)),
  'setHeader/2': (self: ResourceMock, name: string | null, value: string | null) =>
    void self.headers.push([nonNull(name), nonNull(value)]),
  'setStatus/1': (self: ResourceMock, status: string | null) => void (self.status = status),
  'setStatusCode/1': (self: ResourceMock, code: number | null) => void (self.statusCode = nonNull(code)),
  'setStaticResource/1': (self: ResourceMock, name: string | null) => self.setResource(nonNull(name)),
  'setStaticResource/2': (self: ResourceMock, url: string | null, name: string | null) =>
    self.setResourceFor(nonNull(url), nonNull(name))
};

platformClass('System.StaticResourceCalloutMock', {
  jsClass: StaticResourceCalloutMock,
  construct: { '/0': () => new StaticResourceCalloutMock() },
  instance: members,
  extends: ['System.HttpCalloutMock']
});
platformClass('System.MultiStaticResourceCalloutMock', {
  jsClass: MultiStaticResourceCalloutMock,
  construct: { '/0': () => new MultiStaticResourceCalloutMock() },
  instance: members,
  extends: ['System.HttpCalloutMock']
});
