import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { packageDirectories } from '../../src/project/files';

/** The project whose app is under test. */
export const ROOT = path.resolve(__dirname, '..', '..', '..', '..');

/** The folders with the source of the app and its example. */
export const PROJECT_DIRS = packageDirectories(ROOT);

/** A folder with these files by path; remove it when the test is over. */
export function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'local-org-'));
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** Removes a folder with all that is in it. */
export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true });
}

/** What becomes of a file: its new text, or null to leave it out. */
type Change = (text: string) => string | null;

/** A copy of the project's source with some files, named from the root, changed. */
export function changedProject(changes: Record<string, Change>): { folder: string; dirs: string[] } {
  const folder = folderOf({});
  const dirs = PROJECT_DIRS.map((dir) => path.join(folder, path.relative(ROOT, dir)));
  PROJECT_DIRS.forEach((dir, index) => cpSync(dir, dirs[index] as string, { recursive: true }));
  for (const [file, change] of Object.entries(changes)) {
    const target = path.join(folder, file);
    const text = change(readFileSync(target, 'utf8'));
    if (text === null) rmSync(target);
    else writeFileSync(target, text);
  }
  return { folder, dirs };
}
