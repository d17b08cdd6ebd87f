import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Finding } from '../framework/check';
import { filesBelow, shortPath } from '../framework/paths';
import { childText, parseXml, type XmlElement } from './xml';

/** What a deployment refuses in reports and dashboards though each file is well-formed. */
export function reportFindings(root: string, folders: readonly string[]): Finding[] {
  const fields = new Set(filesEnding(folders, '.field-meta.xml').map(fieldName));
  const reports = documents(folders, '.report-meta.xml');
  const reportByName = new Map(reports.map((each) => [fullName(each.file), each.root]));
  const findings = [
    ...reports.flatMap((each) => ofReport(each, fields)),
    ...documents(folders, '.dashboard-meta.xml').flatMap((each) => ofDashboard(each, reportByName))
  ];
  return findings.map((finding) => ({ ...finding, file: shortPath(root, finding.file) }));
}

interface Document {
  readonly file: string;
  readonly root: XmlElement;
}

/** Files that are not well-formed are reported by the metadata check itself. */
function documents(folders: readonly string[], suffix: string): Document[] {
  return filesEnding(folders, suffix).flatMap((file) => {
    try {
      return [{ file, root: parseXml(readFileSync(file, 'utf8')) }];
    } catch {
      return [];
    }
  });
}

function filesEnding(folders: readonly string[], suffix: string): string[] {
  return folders.flatMap((folder) => filesBelow(folder, (name) => name.endsWith(suffix)));
}

/** Object and field as reports write them, such as InsightsRun__c.Status__c. */
function fieldName(file: string): string {
  return `${basename(dirname(dirname(file)))}.${basename(file, '.field-meta.xml')}`;
}

/** Folder and name, by which dashboards refer to reports. */
function fullName(file: string): string {
  return `${basename(dirname(file))}/${basename(file, '.report-meta.xml')}`;
}

/** An org refuses a longer name. */
const LONGEST_NAME = 40;
/** Other columns, such as CUST_NAME, are Salesforce's own. */
const CUSTOM_FIELD = /^\w+__c\.\w+__c$/;

function ofReport({ file, root }: Document, fields: ReadonlySet<string>): Finding[] {
  const type = childText(root, 'reportType') ?? '';
  const grouped = new Set(columnsOf(root, ['groupingsDown', 'groupingsAcross']).map(({ text }) => text.trim()));
  const used = mentioned(root);
  const faults = used.flatMap(({ text, line }) => {
    const column = text.trim();
    if (!fields.has(column)) return [{ file, line, message: `There is no field ${column}` }];
    const object = column.split('.')[0] ?? '';
    return type.split('$').includes(object) ? [] : [{ file, line, message: `${type} has no fields of ${object}` }];
  });
  const twice = columnsOf(root, ['columns'])
    .filter(({ text }) => grouped.has(text.trim()))
    .map(({ text, line }) => ({ file, line, message: `${text.trim()} groups the report and cannot be a column too` }));
  return [...faults, ...twice, ...ofName(file, root, 'name', '.reportFolder-meta.xml')];
}

function ofDashboard({ file, root }: Document, reports: ReadonlyMap<string, XmlElement>): Finding[] {
  const components = descendants(root).filter((element) => element.name === 'dashboardComponent');
  const faults = components.flatMap((component) => {
    const name = childText(component, 'report') ?? '';
    const report = reports.get(name);
    if (!report) return [{ file, line: component.line, message: `There is no report ${name}` }];
    const known = new Set(mentioned(report).map(({ text }) => text.trim()));
    return mentioned(component)
      .filter(({ text }) => !known.has(text.trim()))
      .map(({ text, line }) => ({ file, line, message: `The report ${name} does not show ${text.trim()}` }));
  });
  return [...faults, ...ofName(file, root, 'title', '.dashboardFolder-meta.xml')];
}

function ofName(file: string, root: XmlElement, element: string, folderSuffix: string): Finding[] {
  const name = childText(root, element) ?? '';
  const folder = dirname(file);
  return [
    ...(name.length > LONGEST_NAME ? [{ file, message: `"${name}" is longer than ${LONGEST_NAME} characters` }] : []),
    ...(existsSync(join(dirname(folder), `${basename(folder)}${folderSuffix}`))
      ? []
      : [{ file, message: `Its folder has no ${basename(folder)}${folderSuffix}` }])
  ];
}

function columnsOf(root: XmlElement, names: readonly string[]): XmlElement[] {
  return root.children
    .filter((child) => names.includes(child.name))
    .flatMap((child) => child.children.filter((each) => each.name === 'field'));
}

/** Every element whose text is a custom field. */
function mentioned(root: XmlElement): XmlElement[] {
  return descendants(root).filter((element) => CUSTOM_FIELD.test(element.text.trim()));
}

function descendants(element: XmlElement): XmlElement[] {
  return element.children.flatMap((child) => [child, ...descendants(child)]);
}
