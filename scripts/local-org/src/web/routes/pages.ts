/** `/local/pages`, `/local/records`, `/local/lists`: what the shell draws around components. */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { ApexException, UnsupportedError } from '../../runtime/values';
import type { WebContext } from '../context';
import { shownList } from '../shown/lists';
import { shownPage } from '../shown/pages';
import type { RecordReader } from '../shown/reader';
import { shownRecord } from '../shown/records';

export function pageRoutes(server: FastifyInstance, context: WebContext): void {
  server.get<{ Params: { name: string } }>('/local/pages/:name', async (request, reply) => {
    const { name } = request.params;
    const page = context.org.project.flexiPages.get(name);
    if (page && mayOpen(context, request, name)) return shownPage(page);
    return notThere(reply, `The page ${name} does not exist, or you may not see it.`);
  });

  server.get<{ Params: { id: string } }>('/local/records/:id', async (request, reply) =>
    read(context, request, reply, `The record ${request.params.id} does not exist, or you may not see it.`, (reader) =>
      shownRecord(reader, request.params.id)
    )
  );

  server.get<{ Params: { object: string }; Querystring: { view?: string } }>(
    '/local/lists/:object',
    async (request, reply) =>
      read(
        context,
        request,
        reply,
        `The object ${request.params.object} does not exist, or you may not see it.`,
        (reader) => shownList(reader, request.params.object, request.query.view ?? null)
      )
  );
}

/** A page is open to those who see a tab of it. */
function mayOpen(context: WebContext, request: FastifyRequest, page: string): boolean {
  const { rights } = context.readerOf(request);
  return [...context.org.project.tabs.values()].some((tab) => tab.page === page && rights.tab(tab.name));
}

async function read(
  context: WebContext,
  request: FastifyRequest,
  reply: FastifyReply,
  missing: string,
  body: (reader: RecordReader) => unknown
): Promise<unknown> {
  const reader = context.readerOf(request);
  try {
    return reader.within(() => body(reader)) ?? (await notThere(reply, missing));
  } catch (error) {
    if (error instanceof UnsupportedError) return reply.code(501).send({ message: error.message });
    if (error instanceof ApexException) return reply.code(400).send({ message: error.getMessage() });
    throw error;
  }
}

function notThere(reply: FastifyReply, message: string): FastifyReply {
  return reply.code(404).send({ message });
}
