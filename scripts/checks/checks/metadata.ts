import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { packageDirectories } from '../../local-org/src/project/files';
import type { Check, Finding } from '../framework/check';
import { filesBelow, shortPath } from '../framework/paths';
import { labelFindings } from '../metadata/labels';
import { reportFindings } from '../metadata/reports';
import { MetadataSchema } from '../metadata/schema';
import { validate, type MetadataFault } from '../metadata/validate';
import { childText, parseXml, type XmlElement } from '../metadata/xml';

/** Every metadata file holds what the Metadata API accepts, custom objects and fields are described, labels and what reports show exist. */
export const metadata: Check = {
  name: 'metadata',
  purpose: "Metadata fits Salesforce's own types, is described, and refers to labels, fields and reports that exist",
  run(root) {
    const schema = new MetadataSchema();
    const folders = packageDirectories(root);
    const files = folders.flatMap((folder) => filesBelow(folder, (name) => name.endsWith('-meta.xml')));
    const parsed = files.map((file) => ({ file, result: tryParse(file) }));
    const faults = parsed.flatMap(({ file, result }) => {
      const found = 'fault' in result ? [result.fault] : inspect(schema, file, result.root);
      return found.map((fault): Finding => ({ file: shortPath(root, file), ...fault }));
    });
    const missing = [
      ...folders.flatMap((folder) => missingCompanions(root, folder)),
      // Only the app has texts of its own.
      ...labelFindings(root, join(root, 'force-app')),
      ...reportFindings(root, folders)
    ];
    return Promise.resolve({ findings: [...faults, ...missing], note: `${files.length} files` });
  }
};

function tryParse(file: string): { root: XmlElement } | { fault: MetadataFault } {
  try {
    return { root: parseXml(readFileSync(file, 'utf8')) };
  } catch (error) {
    return { fault: { line: 1, message: `Not well-formed: ${(error as Error).message}` } };
  }
}

function inspect(schema: MetadataSchema, file: string, root: XmlElement): MetadataFault[] {
  return [...validate(schema, root), ...undescribed(file, root)];
}

const CUSTOM_OBJECT = /__(c|e|mdt)\.object-meta\.xml$/;

/** Custom objects and custom fields say what they are for. */
function undescribed(file: string, root: XmlElement): MetadataFault[] {
  const isCustomObject = root.name === 'CustomObject' && CUSTOM_OBJECT.test(file);
  const isCustomField = root.name === 'CustomField' && basename(file).endsWith('__c.field-meta.xml');
  if (!isCustomObject && !isCustomField) return [];
  if ((childText(root, 'description') ?? '') !== '') return [];
  return [{ line: root.line, message: `${basename(file).split('.')[0]} has no description` }];
}

/** Classes and triggers are deployed only together with their meta file, and the other way round. */
function missingCompanions(root: string, folder: string): Finding[] {
  const isSource = (name: string): boolean => name.endsWith('.cls') || name.endsWith('.trigger');
  const sources = new Set(filesBelow(folder, isSource));
  const metas = new Set(
    filesBelow(folder, (name) => name.endsWith('.cls-meta.xml') || name.endsWith('.trigger-meta.xml'))
  );
  const withoutMeta = [...sources].filter((file) => !metas.has(`${file}-meta.xml`));
  const withoutSource = [...metas].filter((file) => !sources.has(file.slice(0, -'-meta.xml'.length)));
  return [
    ...withoutMeta.map((file) => ({ file: shortPath(root, file), message: 'Its -meta.xml file is missing' })),
    ...withoutSource.map((file) => ({
      file: shortPath(root, file),
      message: 'The source that it describes is missing'
    }))
  ];
}
