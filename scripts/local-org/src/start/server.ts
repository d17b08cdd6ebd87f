import fastify, { type FastifyInstance } from 'fastify';
import type { LocalOrg } from '../org';
import { readRuns } from './dailyRun';
import { runLogPage } from './runLogPage';

/** The address that `npm start` serves until it is stopped: the run log as a page, and queries as JSON. */
export interface OrgServer {
  url: string;
  close(): Promise<void>;
}

const API = '/services/data/v65.0';
const LOOPBACK = /^(127\.0\.0\.1|localhost)(:\d+)?$/;

/** Serves an org on 127.0.0.1; port 0 takes a free one. */
export async function serveOrg(org: LocalOrg, port: number): Promise<OrgServer> {
  const server = fastify({ logger: false });
  refuseForeignHosts(server);
  server.get('/', async (_request, reply) => reply.type('text/html; charset=utf-8').send(runLogPage(readRuns(org))));
  server.get('/services/data', async () => [{ label: 'Local', url: API, version: '65.0' }]);
  server.get<{ Querystring: { q?: string } }>(`${API}/query`, async (request, reply) => {
    const { q } = request.query;
    if (!q) return reply.code(400).send([{ errorCode: 'MALFORMED_QUERY', message: 'Give the query as ?q=' }]);
    try {
      const records = org.query(q);
      return { totalSize: records.length, done: true, records };
    } catch (error) {
      return reply.code(400).send([{ errorCode: 'MALFORMED_QUERY', message: (error as Error).message }]);
    }
  });
  const url = await server.listen({ host: '127.0.0.1', port });
  return { url, close: () => server.close() };
}

/** A page of another site must not reach the org through a name that points to this machine. */
function refuseForeignHosts(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    if (LOOPBACK.test(request.headers.host ?? '')) return;
    await reply.code(403).send([{ errorCode: 'FORBIDDEN', message: 'The local org answers on 127.0.0.1 only.' }]);
  });
}
