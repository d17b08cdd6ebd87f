/** `/services/data`: queries as JSON, for people who look into the org. */
import type { FastifyInstance } from 'fastify';
import type { LocalOrg } from '../../org';

const API = '/services/data/v65.0';

export function queryRoutes(server: FastifyInstance, org: LocalOrg): void {
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
}
