import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ComponentBundle } from '../../local-org/src/components/bundles';
import type { Finding } from '../framework/check';
import { shortPath } from '../framework/paths';
import { childText, parseXml, type XmlElement } from '../metadata/xml';

/** Places for components. Source: "Target Types", Lightning Web Components Developer Guide. */
const TARGETS = new Set(
  [
    'AppPage',
    'HomePage',
    'RecordPage',
    'RecordAction',
    'UtilityBar',
    'FlowScreen',
    'FlowAction',
    'Tab',
    'Inbox',
    'UrlAddressable',
    'VoiceExtension',
    'EnablementProgram',
    'Surveys',
    'ServiceCloudVoice',
    'GlobalAction'
  ].map((name) => `lightning__${name}`)
);

/** What the metadata file of a bundle says. */
export interface BundleDescription {
  /** 0 when the file is missing or says none. */
  readonly apiVersion: number;
  readonly findings: readonly Finding[];
}

/** Reads `<name>.js-meta.xml`: it must be there, say the API version, and place exposed components where some can stand. */
export function describeBundle(root: string, bundle: ComponentBundle): BundleDescription {
  const path = join(bundle.folder, `${bundle.name}.js-meta.xml`);
  const file = shortPath(root, path);
  if (!existsSync(path)) return { apiVersion: 0, findings: [{ file, message: 'The metadata file is missing' }] };
  try {
    return judge(parseXml(readFileSync(path, 'utf8')), file);
  } catch (error) {
    return { apiVersion: 0, findings: [{ file, message: `Not well-formed: ${(error as Error).message}` }] };
  }
}

function judge(root: XmlElement, file: string): BundleDescription {
  const apiVersion = Number(childText(root, 'apiVersion') ?? 0);
  const findings: Finding[] = [];
  const add = (message: string, line = root.line): void => void findings.push({ file, line, message });
  if (apiVersion === 0) add('apiVersion is missing');
  const targets = root.children.filter(({ name }) => name === 'targets').flatMap(({ children }) => children);
  for (const target of targets) {
    if (!TARGETS.has(target.text.trim())) add(`There is no target ${target.text.trim()}`, target.line);
  }
  const isExposed = childText(root, 'isExposed') === 'true';
  if (isExposed && targets.length === 0) add('An exposed component needs a target, or nobody can place it');
  if (!isExposed && targets.length > 0) add('Only an exposed component can have targets');
  for (const config of configs(root)) {
    for (const target of (config.attributes['targets'] ?? '').split(',').map((name) => name.trim())) {
      const isListed = targets.some(({ text }) => text.trim() === target);
      if (!isListed) add(`The targetConfig is for ${target}, which is no target of the component`, config.line);
    }
  }
  return { apiVersion, findings };
}

function configs(root: XmlElement): XmlElement[] {
  const groups = root.children.filter(({ name }) => name === 'targetConfigs');
  return groups.flatMap(({ children }) => children).filter(({ name }) => name === 'targetConfig');
}
