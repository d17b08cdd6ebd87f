/** The shell and its bundle, and the styles of the Lightning Design System. */
import { createReadStream, existsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { WebContext } from '../context';
import { navigationOf } from '../shown/navigation';
import type { RecordReader } from '../shown/reader';

/** Where the browser's part is. */
export interface BundleFolders {
  /** Folder with `index.html` and `assets/`. */
  web: string;
  /** Styles, icons and fonts of the design system. */
  slds: string;
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2'
};

/** The page that comes while there is no bundle. */
const NOT_BUILT = `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8" /><title>Local org</title></head>
  <body>
    <h1>The app is not built yet</h1>
    <p>The org runs, but its pages are not built. Stop it, and start it again with <code>npm start</code>; what
    the build complains of is printed there.</p>
    <p>Queries work: <a href="/services/data/v65.0/query?q=SELECT+Name,+Status__c+FROM+InsightsRun__c">the runs</a>.</p>
  </body>
</html>
`;

export function shellRoutes(server: FastifyInstance, context: WebContext, folders: BundleFolders): void {
  const shell = (reply: FastifyReply): FastifyReply => {
    const index = path.join(folders.web, 'index.html');
    if (existsSync(index)) return sendFile(reply, index, 'no-cache');
    return reply.code(503).type(TYPES['.html']!).send(NOT_BUILT);
  };
  server.get('/', async (request, reply) => reply.redirect(homeOf(context.readerOf(request))));
  server.get('/lightning', async (_request, reply) => shell(reply));
  server.get('/lightning/*', async (_request, reply) => shell(reply));
  server.get<{ Params: { '*': string } }>('/assets/*', async (request, reply) =>
    sendBelow(reply, path.join(folders.web, 'assets'), request.params['*'], 'no-cache')
  );
  server.get<{ Params: { '*': string } }>('/slds/*', async (request, reply) =>
    sendBelow(reply, folders.slds, request.params['*'], 'max-age=86400')
  );
}

/** The first tab of the user's application. */
function homeOf({ org, rights, texts }: RecordReader): string {
  const [first] = navigationOf(org, rights, texts).tabs;
  if (!first) return '/lightning/page/home';
  return first.kind === 'page' ? `/lightning/n/${first.name}` : `/lightning/o/${first.object}/list`;
}

/** A file below a folder; nothing outside it. */
function sendBelow(reply: FastifyReply, folder: string, name: string, caching: string): FastifyReply {
  const file = path.resolve(folder, name);
  const isInside = file.startsWith(path.resolve(folder) + path.sep);
  if (!isInside || !existsSync(file) || !statSync(file).isFile())
    return reply.code(404).send({ message: `There is no file ${name}.` });
  return sendFile(reply, file, caching);
}

function sendFile(reply: FastifyReply, file: string, caching: string): FastifyReply {
  const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
  return reply.type(type).header('cache-control', caching).send(createReadStream(file));
}
