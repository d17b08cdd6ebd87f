/** Source folders that tests write and read. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadProject } from '../../src/schema/load';
import type { ProjectMetadata } from '../../src/schema/project';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** Metadata of the given root element. */
export function metadata(root: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${XMLNS} xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">\n${body}\n</${root}>\n`;
}

/** Writes files (path -> text) to a new folder, and answers the folder. */
export function sourceFolder(files: Record<string, string>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'local-org-schema-'));
  for (const [name, text] of Object.entries(files)) {
    const file = path.join(root, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return root;
}

/** Loads a folder of the given files. */
export function load(files: Record<string, string>): ProjectMetadata {
  return loadProject([sourceFolder(files)]);
}

/** A custom object's own file. */
export function customObject(name: string, more = '', sharing = 'ReadWrite'): Record<string, string> {
  const body = `<label>${name}</label><pluralLabel>${name}s</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
    <sharingModel>${sharing}</sharingModel><nameField><label>Name</label><type>Text</type></nameField>${more}`;
  return { [`objects/${name}/${name}.object-meta.xml`]: metadata('CustomObject', body) };
}

/** A custom field's file; `body` without name and label. */
export function customField(object: string, name: string, body: string): Record<string, string> {
  const text = metadata('CustomField', `<fullName>${name}</fullName><label>${name}</label>${body}`);
  return { [`objects/${object}/fields/${name}.field-meta.xml`]: text };
}

/** Messages of the errors, each with its component. */
export function messages(project: ProjectMetadata): string[] {
  return project.errors.map((problem) => `${problem.type} ${problem.component}: ${problem.message}`);
}
