/** Keeps pages of other sites out: the local org asks for no password. */
import type { FastifyInstance, FastifyRequest } from 'fastify';

const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Refuses requests that reach this machine through another name, and requests that change something from another site. */
export function guard(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    const refusal = refusalOf(request);
    if (refusal !== null) await reply.code(403).send({ message: refusal });
  });
}

function refusalOf(request: FastifyRequest): string | null {
  if (!LOOPBACK.test(request.headers.host ?? '')) return 'The local org answers on 127.0.0.1 only.';
  if (request.method === 'GET' || request.method === 'HEAD') return null;
  return isSameSite(request) ? null : 'The local org takes no requests from other sites.';
}

/** Browsers say where a request comes from; programs such as curl say nothing. */
function isSameSite({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false;
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}
