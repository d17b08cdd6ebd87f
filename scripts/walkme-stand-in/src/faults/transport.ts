import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../api-error';
import type { TokenStore } from '../tokens';
import type { Fault } from './fault';

/** True when nothing more is to be done for this request: it has been answered, or never will be. */
export type Settled = boolean;

/**
 * Applies the faults that come before the real answer. Faults of the answer's shape are left to the handlers, those that
 * break the body to {@link spoilBody}.
 */
export async function applyBeforeAnswer(
  faults: Fault[],
  request: FastifyRequest,
  reply: FastifyReply,
  tokens: TokenStore
): Promise<Settled> {
  for (const fault of faults) {
    if (fault.kind === 'slow') await delay(fault.delayMs ?? 0, undefined, { ref: false });
    else if (fault.kind === 'expiredToken') tokens.expireAll();
    else if (breakConnection(fault, request, reply) || answerWithFault(fault, reply)) return true;
  }
  return false;
}

function breakConnection(fault: Fault, request: FastifyRequest, reply: FastifyReply): Settled {
  if (fault.kind === 'connectionReset') {
    reply.hijack();
    request.raw.socket.resetAndDestroy();
    return true;
  }
  if (fault.kind === 'timeout') {
    reply.hijack();
    if (fault.delayMs !== undefined) setTimeout(() => request.raw.socket.destroy(), fault.delayMs).unref();
    return true;
  }
  return false;
}

function answerWithFault(fault: Fault, reply: FastifyReply): Settled {
  const error = jsonError(fault);
  if (error) {
    if (fault.kind === 'tooManyRequests') reply.header('retry-after', String(fault.retryAfter ?? 1));
    reply.code(error.statusCode).send(error.body);
    return true;
  }
  const page = htmlPage(fault);
  if (page) reply.code(page.status).type('text/html; charset=utf-8').send(page.html);
  return page !== undefined;
}

function jsonError(fault: Fault): ApiError | undefined {
  switch (fault.kind) {
    case 'unauthorized':
      return new ApiError(401, 'unauthorized', 'The access token is not accepted. Request a new one.');
    case 'forbidden':
      return new ApiError(403, 'forbidden', 'The API key may not read Insights reports. Grant it the permission.');
    case 'notFound':
      return new ApiError(404, 'not_found', 'There is nothing here.');
    case 'tooManyRequests':
      return new ApiError(429, 'too_many_requests', 'Too many requests. Wait as long as Retry-After says.');
    case 'serverError':
      return new ApiError(500, 'internal_error', 'Something went wrong on our side.');
    default:
      return undefined;
  }
}

function htmlPage(fault: Fault): { status: number; html: string } | undefined {
  switch (fault.kind) {
    case 'badGateway':
      return { status: 502, html: html('502 Bad Gateway') };
    case 'unavailable':
      return { status: 503, html: html('503 Service Temporarily Unavailable') };
    case 'notJson':
      return { status: 200, html: html('Sign in') };
    default:
      return undefined;
  }
}

function html(title: string): string {
  return `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
}

/** Cuts the body of an answer that is ready to be sent, if a fault asks for it. */
export function spoilBody(faults: Fault[], reply: FastifyReply, payload: unknown): unknown {
  if (typeof payload !== 'string') return payload;
  if (faults.some((fault) => fault.kind === 'truncatedBody')) return firstHalf(payload);
  if (faults.some((fault) => fault.kind === 'truncatedTransfer')) {
    reply.header('content-length', Buffer.byteLength(payload));
    return breakingStream(firstHalf(payload));
  }
  return payload;
}

function firstHalf(text: string): string {
  return text.slice(0, Math.floor(text.length / 2));
}

/** A stream that delivers the text and then fails, which makes the server break the connection. */
function breakingStream(text: string): Readable {
  let sent = false;
  return new Readable({
    read() {
      if (!sent) this.push(text);
      else setImmediate(() => this.destroy(new Error('The transfer was told to break.')));
      sent = true;
    }
  });
}
