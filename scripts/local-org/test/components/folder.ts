import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

/** A small sfdx project in a folder that goes when the test ends; paths are below force-app/main/default. */
export function project(context: TestContext, files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(path.join(tmpdir(), 'components-'));
  context.after(() => rmSync(root, { recursive: true, force: true }));
  const description = { packageDirectories: [{ path: 'force-app', default: true }], sourceApiVersion: '65.0' };
  writeFileSync(path.join(root, 'sfdx-project.json'), JSON.stringify(description));
  mkdirSync(path.join(root, 'force-app'));
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(root, 'force-app', 'main', 'default', name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return root;
}
