/**
 * `/local/events`: platform events as they are published, as server-sent events in the form that lightning/empApi gives them.
 * Source: Platform Events Developer Guide, "Subscribe to Platform Event Notifications in a Lightning Component".
 */
import { createHash } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance } from 'fastify';
import { AuraMembers, AuraWriter, type JsonValue } from '../apex/write';
import type { SObjectValue } from '../../runtime/values';
import type { SObjectSchema } from '../../schema/model';
import type { WebContext } from '../context';

/** A comment now and then keeps the connection open and finds out when it is not. */
const HEARTBEAT_MS = 15_000;

/** Fields of an event that stand beside its payload. */
const OUTSIDE_PAYLOAD = new Set(['ReplayId', 'EventUuid', 'Id']);

interface Subscriber {
  userId: string;
  response: ServerResponse;
}

export function eventRoutes(server: FastifyInstance, context: WebContext): void {
  const { org, log } = context;
  const subscribers = new Set<Subscriber>();
  const writer = new AuraWriter(new AuraMembers(org.program));
  const mayRead = (userId: string, schema: SObjectSchema): boolean =>
    org.data.context.permissions.of(userId).object(schema).read;

  const stopListening = org.async.onEvent((event) => {
    try {
      const text = `data: ${JSON.stringify(message(event, writer))}\n\n`;
      for (const { userId, response } of subscribers) if (mayRead(userId, event.schema)) response.write(text);
    } catch (error) {
      log(`An event could not be sent: ${String(error)}`);
    }
  });

  const heartbeat = setInterval(() => {
    for (const { response } of subscribers) response.write(': still here\n\n');
  }, HEARTBEAT_MS);

  server.get('/local/events', (request, reply) => {
    const { raw: response } = reply.hijack();
    response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    response.write(': connected\n\n');
    const subscriber = { userId: context.userOf(request).id, response };
    subscribers.add(subscriber);
    response.on('close', () => subscribers.delete(subscriber));
  });

  server.addHook('preClose', async () => {
    stopListening();
    clearInterval(heartbeat);
    for (const { response } of subscribers) response.end();
  });
}

function message(event: SObjectValue, writer: AuraWriter): JsonValue {
  const { schema, values } = event;
  const payload: Record<string, JsonValue> = {};
  for (const { name } of schema.fields.values())
    if (!OUTSIDE_PAYLOAD.has(name)) payload[name] = writer.write(values.get(name) ?? null);
  return {
    channel: `/event/${schema.name}`,
    data: {
      schema: schemaId(schema),
      payload,
      event: { replayId: Number(values.get('ReplayId')), EventUuid: writer.write(values.get('EventUuid') ?? null) }
    }
  };
}

/** An org names the version of an event's fields by a hash. */
function schemaId(schema: SObjectSchema): string {
  const fields = [...schema.fields.values()].map(({ name, type }) => `${name}:${type}`).join();
  return createHash('sha256').update(`${schema.name} ${fields}`).digest('base64url').slice(0, 22);
}
