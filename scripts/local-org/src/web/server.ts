/** The org's address: the app in a browser, and queries as JSON. On 127.0.0.1 alone. */
import path from 'node:path';
import fastify from 'fastify';
import { prepareToSend } from '../http/transport';
import type { LocalOrg } from '../org';
import { OWN_PROJECT } from '../project/files';
import { kernel } from '../runtime/kernel';
import { WebContext } from './context';
import { guard } from './guards';
import { ensurePersonas, type PersonaPlan } from './personas';
import { Pump } from './pump';
import { apexRoutes } from './routes/apex';
import { eventRoutes } from './routes/events';
import { fileRoutes } from './routes/files';
import { pageRoutes } from './routes/pages';
import { queryRoutes } from './routes/query';
import { sessionRoutes } from './routes/session';
import { shellRoutes, type BundleFolders } from './routes/shell';
import { Sessions } from './sessions';

export interface WebServer {
  url: string;
  /** Stops asynchronous work between two steps, and the server. The org stays open. */
  close(): Promise<void>;
}

export interface WebOptions {
  /** 0 takes a free one. */
  port: number;
  /** Told of what goes wrong inside the local org. */
  log: (line: string) => void;
  /** Default: those of the project. */
  folders?: BundleFolders;
  /** Users beside the administrator; default: none. */
  personas?: readonly PersonaPlan[];
}

/** Where the browser's part of the project is built. */
export const BUNDLE_FOLDERS: BundleFolders = {
  web: path.join(OWN_PROJECT, '.local-org', 'web'),
  slds: path.join(OWN_PROJECT, 'node_modules', '@salesforce-ux', 'design-system', 'assets')
};

/** Serves an org: its pages and components to browsers, its asynchronous work between their requests. */
export async function serveOrg(org: LocalOrg, options: WebOptions): Promise<WebServer> {
  const { port, log, folders = BUNDLE_FOLDERS, personas = [] } = options;
  prepareToSend();
  const server = fastify({ logger: false, forceCloseConnections: true });
  const pump = new Pump(org, (error) => log(`Asynchronous work failed: ${error.stack ?? error.message}`));
  const context = new WebContext(org, new Sessions(ensurePersonas(org, personas)), pump, log);
  guard(server);
  server.setErrorHandler(async (error: Error & { statusCode?: number }, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) log(`A request failed: ${error.stack ?? error.message}`);
    return reply.code(status).send({ message: error.message });
  });
  sessionRoutes(server, context);
  apexRoutes(server, context);
  eventRoutes(server, context);
  pageRoutes(server, context);
  fileRoutes(server, context);
  queryRoutes(server, org);
  shellRoutes(server, context, folders);
  const url = await server.listen({ host: '127.0.0.1', port });
  kernel.org = { ...kernel.org, baseUrl: url };
  pump.wake();
  return {
    url,
    close: async () => {
      pump.stop();
      await server.close();
    }
  };
}
