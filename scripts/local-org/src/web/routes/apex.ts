/** `/local/apex/<Class>.<method>`: calls of Apex by components. The body is the JSON object of the parameters. */
import type { FastifyInstance } from 'fastify';
import { describeError } from '../../test/runner';
import { ApexCaller } from '../apex/caller';
import type { WebContext } from '../context';

/** Largest body: that of a synchronous transaction's heap. */
const BODY_LIMIT = 6_000_000;

export function apexRoutes(server: FastifyInstance, context: WebContext): void {
  const caller = new ApexCaller(context.org, (error) => {
    const { message, stack } = describeError(error);
    context.log(`A call of Apex reached what the local org lacks: ${message}\n${stack ?? ''}`);
  });
  server.register(async (scope) => {
    // The caller reads numbers by their text.
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      'application/json',
      { parseAs: 'string', bodyLimit: BODY_LIMIT },
      (_request, body, done) => done(null, body)
    );
    scope.post<{ Params: { name: string }; Body: string | null }>('/local/apex/:name', async (request, reply) => {
      const { status, body } = caller.call(request.params.name, request.body ?? '', context.userOf(request));
      context.pump.wake();
      return reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body));
    });
  });
}
