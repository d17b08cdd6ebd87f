/** The shell and its bundle, and the styles of the Lightning Design System. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
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
  const shell = (reply: FastifyReply): FastifyReply =>
    existsSync(path.join(folders.web, 'index.html'))
      ? reply.sendFile('index.html', folders.web)
      : reply.code(503).type('text/html; charset=utf-8').send(NOT_BUILT);
  // A browser asks each time whether a file of the bundle is still the same, and keeps what it made of it if so.
  const assets = path.join(folders.web, 'assets');
  void server.register(fastifyStatic, { root: assets, prefix: '/assets/', dotfiles: 'ignore' });
  void server.register(fastifyStatic, { root: folders.slds, prefix: '/slds/', maxAge: '1d', decorateReply: false });
  server.get('/', async (request, reply) => reply.redirect(homeOf(context.readerOf(request))));
  server.get('/lightning', async (_request, reply) => shell(reply));
  server.get('/lightning/*', async (_request, reply) => shell(reply));
}

/** The first tab of the user's application. */
function homeOf({ org, rights, texts }: RecordReader): string {
  const [first] = navigationOf(org, rights, texts).tabs;
  if (!first) return '/lightning/page/home';
  return first.kind === 'page' ? `/lightning/n/${first.name}` : `/lightning/o/${first.object}/list`;
}
