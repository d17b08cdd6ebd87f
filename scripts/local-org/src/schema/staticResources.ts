/**
 * Static resources: the file beside `Name.resource-meta.xml`, or the folder that is zipped when it is deployed.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ComponentError } from './problems';
import type { XmlElement } from './xml';

export interface StaticResource {
  name: string;
  contentType: string;
  cacheControl: string;
  description: string | null;
  /** File or folder with the content. */
  content: string;
  isFolder: boolean;
}

/** Finds the content of a resource. @throws ComponentError when there is none */
export function readStaticResource(name: string, file: string, root: XmlElement): StaticResource {
  const contentType = root.text('contentType');
  if (contentType === null) throw new ComponentError('Required field is missing: contentType');
  const folder = path.dirname(file);
  const candidates = readdirSync(folder).filter(
    (entry) => entry === name || (entry.startsWith(`${name}.`) && !entry.endsWith('-meta.xml'))
  );
  const found = candidates.find((entry) => path.parse(entry).name === name || entry === name);
  if (found === undefined) throw new ComponentError(`No content found for the static resource ${name}`);
  const content = path.join(folder, found);
  return {
    name,
    contentType,
    cacheControl: root.text('cacheControl') ?? 'Private',
    description: root.text('description'),
    content,
    isFolder: statSync(content).isDirectory()
  };
}

/** The bytes of a resource. @throws Error for a folder, which an org would zip */
export function staticResourceBody(resource: StaticResource): Buffer {
  if (!existsSync(resource.content))
    throw new Error(`The static resource ${resource.name} has lost its file ${resource.content}`);
  if (resource.isFolder)
    throw new Error(`The local org does not know static resources that are folders: ${resource.name}`);
  return readFileSync(resource.content);
}
