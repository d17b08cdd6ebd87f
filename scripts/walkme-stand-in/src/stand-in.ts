import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { ApiError } from './api-error';
import { realClock, type Clock } from './clock';
import type { Fault } from './faults/fault';
import { FaultBook } from './faults/fault-book';
import { applyBeforeAnswer, spoilBody } from './faults/transport';
import { Catalogue } from './reports/catalogue';
import { RequestLog, type LoggedRequest } from './request-log';
import { controlPath, registerControlRoutes } from './routes/control-routes';
import { registerInsightsRoutes } from './routes/insights-routes';
import { registerTokenRoute } from './routes/token-route';
import { isoSeconds, Population, type PopulationOptions } from './seed/population';
import { TokenStore } from './tokens';

/** The API key that a stand-in accepts unless told otherwise. It opens nothing but a server on this machine. */
export const defaultApiKey = { key: 'stand-in-key', secret: 'stand-in-secret' } as const;

/** Settings of a stand-in; every one has a default. */
export interface StandInOptions extends PopulationOptions {
  /** Rows of every report; default 500. */
  rows?: number;
  /** Port on 127.0.0.1; default 0, a free one. */
  port?: number;
  /** API key and secret that the token endpoint accepts; default {@link defaultApiKey}. */
  key?: string;
  secret?: string;
  /** Lifetime of a token in seconds; default 86,400 as publicly documented. */
  tokenLifetime?: number;
  /** The clock by which tokens expire; default the machine's. */
  now?: Clock;
}

/** A running stand-in of the WalkMe API. */
export interface StandIn {
  /** Where it listens, without a slash at the end. */
  url: string;
  port: number;
  /** Tells it to fail. */
  faults: FaultBook;
  /** What it was asked. */
  requests: RequestLog;
  /** The tokens it has issued. */
  tokens: TokenStore;
  /** The reports it serves. */
  catalogue: Catalogue;
  /** Stops it and breaks the connections that are still open. */
  close(): Promise<void>;
}

/**
 * Starts a stand-in of the WalkMe API on 127.0.0.1.
 * @throws Error when the port is taken
 * @throws RangeError when rows or asOf make no sense
 */
export async function createStandIn(options: StandInOptions = {}): Promise<StandIn> {
  const population = new Population(options);
  const catalogue = new Catalogue(population, options.rows ?? 500);
  const tokens = new TokenStore({
    key: options.key ?? defaultApiKey.key,
    secret: options.secret ?? defaultApiKey.secret,
    expiresIn: options.tokenLifetime ?? 86_400,
    now: options.now ?? realClock
  });
  const faults = new FaultBook();
  const requests = new RequestLog();
  const app = createApp();
  const faultsOf = watchRequests(app, faults, requests, tokens);
  registerTokenRoute(app, tokens);
  registerInsightsRoutes(app, { catalogue, tokens, refreshedAt: isoSeconds(population.asOf), faultsOf });
  registerControlRoutes(app, faults, requests);
  await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  const { port } = app.server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port, faults, requests, tokens, catalogue, close: () => app.close() };
}

function createApp(): FastifyInstance {
  const app = fastify({
    forceCloseConnections: true,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false, strictTypes: false, allErrors: true } }
  });
  app.setNotFoundHandler((request, reply) => {
    const { statusCode, body } = new ApiError(404, 'not_found', `There is no ${request.method} ${pathOf(request)}.`);
    reply.code(statusCode).send(body);
  });
  app.setErrorHandler((error: Error & { statusCode?: number }, _request, reply) => {
    const known = asApiError(error);
    reply.code(known.statusCode).send(known.body);
  });
  return app;
}

/** Logs every request and lets the faults strike; the answer tells which faults strike a given request. */
function watchRequests(app: FastifyInstance, faults: FaultBook, requests: RequestLog, tokens: TokenStore) {
  const struck = new WeakMap<FastifyRequest, Fault[]>();
  const logged = new WeakMap<FastifyRequest, LoggedRequest>();
  const faultsOf = (request: FastifyRequest): Fault[] => struck.get(request) ?? [];
  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const path = pathOf(request);
    if (path.startsWith(`${controlPath}/`)) return;
    const query = request.query as Record<string, string>;
    const hits = faults.strike({ method: request.method, path, query });
    const entry = requests.add(request.method, request.url);
    if (hits[0]) entry.fault = hits.map((fault) => fault.kind).join(', ');
    struck.set(request, hits);
    logged.set(request, entry);
    if (await applyBeforeAnswer(hits, request, reply, tokens)) return reply;
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const entry = logged.get(request);
    if (entry) entry.status = reply.statusCode;
    return spoilBody(faultsOf(request), reply, payload);
  });
  return faultsOf;
}

function asApiError(error: Error & { statusCode?: number }): ApiError {
  if (error instanceof ApiError) return error;
  const status = error.statusCode ?? 500;
  return new ApiError(status, status < 500 ? 'bad_request' : 'internal_error', error.message);
}

function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? request.url;
}
