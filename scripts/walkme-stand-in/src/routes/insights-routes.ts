import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApiError } from '../api-error';
import type { Fault } from '../faults/fault';
import type { Catalogue } from '../reports/catalogue';
import { dataPage, reportSummary } from '../reports/data-page';
import type { TokenStore } from '../tokens';

/** Path of the list of reports in the assumed contract; a report's data are at `/{id}/data` below it. */
export const reportsPath = '/public/v1/insights/reports';

/** Rows of a page when the request does not say, and the most that it may ask for. */
export const pageSize = { default: 1000, most: 5000 } as const;

/** What the insights endpoints need to know. */
export interface InsightsContext {
  catalogue: Catalogue;
  tokens: TokenStore;
  /** When the reports were computed, ISO 8601 in UTC. */
  refreshedAt: string;
  /** The faults that strike a request. */
  faultsOf(request: FastifyRequest): Fault[];
}

type Query = Record<string, string | string[] | undefined>;

/** The two insights endpoints: the list of reports and the data of one. */
export function registerInsightsRoutes(app: FastifyInstance, context: InsightsContext): void {
  const onRequest = bearerCheck(context.tokens);
  app.get<{ Querystring: Query }>(reportsPath, { onRequest }, async (request) => {
    const { limit, offset } = readWindow(request.query);
    const reports = context.catalogue.list(readText(request.query, 'tag'));
    const page = reports.slice(offset, offset + limit);
    const faults = context.faultsOf(request);
    return { total: reports.length, reports: page.map((report) => reportSummary(report, context.refreshedAt, faults)) };
  });
  app.get<{ Querystring: Query; Params: { id: string } }>(`${reportsPath}/:id/data`, { onRequest }, async (request) => {
    const window = readWindow(request.query);
    const report = context.catalogue.find(request.params.id);
    if (!report) throw new ApiError(404, 'report_not_found', `There is no report with the id "${request.params.id}".`);
    return dataPage(report, context.refreshedAt, window, context.faultsOf(request));
  });
}

function bearerCheck(tokens: TokenStore) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const state = tokens.stateOf(request.headers.authorization);
    if (state === 'valid') return;
    reply.header('www-authenticate', 'Bearer error="invalid_token"');
    if (state === 'expired')
      throw new ApiError(401, 'token_expired', 'The access token has expired. Request a new one.');
    throw new ApiError(
      401,
      'unauthorized',
      'Send the header Authorization: Bearer with a token of the token endpoint.'
    );
  };
}

function readWindow(query: Query): { limit: number; offset: number } {
  return {
    limit: readInteger(query, 'limit', pageSize.default, 1, pageSize.most),
    offset: readInteger(query, 'offset', 0, 0, Number.MAX_SAFE_INTEGER)
  };
}

function readInteger(query: Query, name: string, fallback: number, low: number, high: number): number {
  const text = readText(query, name);
  if (text === undefined) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (value >= low && value <= high) return value;
  throw new ApiError(400, 'invalid_parameter', `${name} must be a whole number from ${low} to ${high}, not "${text}".`);
}

function readText(query: Query, name: string): string | undefined {
  const value = query[name];
  if (Array.isArray(value)) throw new ApiError(400, 'invalid_parameter', `${name} must be given once only.`);
  return value;
}
