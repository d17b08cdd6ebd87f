import type { FastifyInstance } from 'fastify';
import type { Fault } from '../faults/fault';
import type { FaultBook } from '../faults/fault-book';
import { faultListSchema } from '../faults/fault-schema';
import type { RequestLog } from '../request-log';

/** Beginning of the paths by which the stand-in itself is controlled; WalkMe has no such paths. */
export const controlPath = '/_stand-in';

/** `GET`, `PUT` and `DELETE` of the faults, `GET` and `DELETE` of the log of requests. */
export function registerControlRoutes(app: FastifyInstance, faults: FaultBook, requests: RequestLog): void {
  app.get(`${controlPath}/faults`, async () => faults.list());
  app.put<{ Body: Fault[] }>(`${controlPath}/faults`, { schema: { body: faultListSchema } }, async (request) => {
    faults.replace(request.body);
    return faults.list();
  });
  app.delete(`${controlPath}/faults`, async (_request, reply) => {
    faults.clear();
    return reply.code(204).send();
  });
  app.get(`${controlPath}/requests`, async () => requests.list());
  app.delete(`${controlPath}/requests`, async (_request, reply) => {
    requests.clear();
    return reply.code(204).send();
  });
}
