import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import type { Check, Finding } from '../framework/check';
import { PROJECT_ROOT } from '../framework/paths';

/** A class's companion file. */
export const CLASS_META = `<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
  <apiVersion>65.0</apiVersion>
  <status>Active</status>
</ApexClass>
`;

/** Lays out a small project in a folder that goes when the test ends. */
export function projectWith(context: TestContext, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'check-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const project = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '65.0' };
  write(root, 'sfdx-project.json', `${JSON.stringify(project, null, 2)}\n`);
  for (const [path, content] of Object.entries(files)) write(root, path, content);
  return root;
}

function write(root: string, path: string, content: string): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}

/** The same, with the packages of this project in reach, for tools that look for them from the folder. */
export function installedProjectWith(context: TestContext, files: Readonly<Record<string, string>>): string {
  const root = projectWith(context, files);
  symlinkSync(join(PROJECT_ROOT, 'node_modules'), join(root, 'node_modules'), 'junction');
  return root;
}

/** A class with its companion file, below the folder of classes. */
export function apexClass(name: string, body: string): Record<string, string> {
  const path = `force-app/main/default/classes/${name}.cls`;
  return { [path]: body, [`${path}-meta.xml`]: CLASS_META };
}

/** What a check finds in a small project. */
export async function find(
  context: TestContext,
  check: Check,
  files: Readonly<Record<string, string>>
): Promise<readonly Finding[]> {
  return (await check.run(projectWith(context, files))).findings;
}

/** The messages of findings, one a line. */
export function messages(findings: readonly Finding[]): string {
  return findings
    .map((finding) => `${finding.file}:${finding.line ?? ''} ${finding.rule ?? ''} ${finding.message}`)
    .join('\n');
}
