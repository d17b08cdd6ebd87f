/** Projects in temporary folders, and the command line in a process of its own. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { TestContext } from 'node:test';

const BIN = path.resolve(__dirname, '..', '..', 'bin', 'local-org.js');

/** What a command left. */
export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs `local-org` to its end, with `input` on its standard input. */
export function localOrg(args: readonly string[], input = ''): Finished {
  const { status, stdout, stderr } = spawnSync(process.execPath, [BIN, ...args], { encoding: 'utf8', input });
  return { code: status, stdout, stderr };
}

/** A new folder with these files; it goes when the test ends. */
export function folderWith(context: TestContext, files: Record<string, string>): string {
  const root = realpathSync(mkdtempSync(path.join(tmpdir(), 'local-org-')));
  context.after(() => rmSync(root, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(root, name)), { recursive: true });
    writeFileSync(path.join(root, name), text);
  }
  return root;
}
