/** Files of the org: static resources, and versions of documents. */
import path from 'node:path';
import type { FastifyInstance } from 'fastify';
import { ApexBlob, tryToId } from '../../runtime/values';
import { staticResourceBody } from '../../schema/staticResources';
import type { WebContext } from '../context';
import type { RecordReader } from '../shown/reader';

/** Types of what the app makes; everything else is downloaded as bytes. */
const TYPES: Readonly<Record<string, string>> = {
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  zip: 'application/zip'
};

interface Download {
  fileName: string;
  type: string;
  bytes: Buffer;
}

export function fileRoutes(server: FastifyInstance, context: WebContext): void {
  // The platform puts a time stamp before the name, which changes with the resource.
  for (const route of ['/resource/:name', '/resource/:version/:name']) {
    server.get<{ Params: { name: string } }>(route, async (request, reply) => {
      const resource = context.org.project.staticResources.get(request.params.name);
      if (!resource) return reply.code(404).send({ message: `There is no static resource ${request.params.name}.` });
      return reply.type(resource.contentType).header('cache-control', 'no-cache').send(staticResourceBody(resource));
    });
  }

  server.get<{ Params: { id: string } }>('/sfc/servlet.shepherd/version/download/:id', async (request, reply) => {
    const reader = context.readerOf(request);
    const file = reader.within(() => readVersion(reader, request.params.id));
    if (file === null) return reply.code(404).send({ message: 'The file does not exist, or you may not see it.' });
    const name = encodeURIComponent(file.fileName);
    const disposition = `attachment; filename="${asciiName(file.fileName)}"; filename*=UTF-8''${name}`;
    return reply.type(file.type).header('content-disposition', disposition).send(file.bytes);
  });
}

/** A version that the user may see: its document is linked to the user or to a record open to the user. */
function readVersion(reader: RecordReader, id: string): Download | null {
  const versionId = tryToId(id);
  if (versionId === null || !versionId.startsWith('068')) return null;
  const [version] = reader.query(
    `SELECT Title, FileExtension, VersionData, ContentDocumentId FROM ContentVersion WHERE Id = '${versionId}'`
  );
  const data = version?.values.get('VersionData');
  if (!version || !(data instanceof ApexBlob) || !isOpen(reader, String(version.values.get('ContentDocumentId'))))
    return null;
  const extension = String(version.values.get('FileExtension') ?? '');
  const title = String(version.values.get('Title') ?? versionId);
  const fileName = extension === '' || path.extname(title) === `.${extension}` ? title : `${title}.${extension}`;
  return { fileName, type: TYPES[extension.toLowerCase()] ?? 'application/octet-stream', bytes: data.bytes };
}

function isOpen(reader: RecordReader, documentId: string): boolean {
  if (reader.rights.isAdmin) return true;
  const links = reader.query(
    `SELECT LinkedEntityId FROM ContentDocumentLink WHERE ContentDocumentId = '${documentId}'`
  );
  const linked = links.map((link) => String(link.values.get('LinkedEntityId')));
  return linked.some((id) => id === reader.user.id || (!id.startsWith('005') && reader.nameOf(id) !== null));
}

/** Names for browsers that know nothing but ASCII. */
function asciiName(name: string): string {
  return name.replace(/[^\x20-\x7e]|["\\]/g, '_');
}
