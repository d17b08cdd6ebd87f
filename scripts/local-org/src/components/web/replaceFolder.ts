import { mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

/** How often a folder that another process replaces at the same time is tried. */
const ATTEMPTS = 5;

/**
 * Replaces a folder by a fresh one at once: who reads it meanwhile sees the old files or the new ones, and two processes
 * that build at the same time do not mix theirs.
 *
 * @param fill writes the fresh folder's files; when it fails, the old folder stays
 */
export async function replaceFolder(folder: string, fill: (fresh: string) => Promise<void>): Promise<void> {
  const fresh = `${folder}.${process.pid}`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { recursive: true });
  try {
    await fill(fresh);
    swap(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

function swap(fresh: string, folder: string): void {
  const old = path.join(path.dirname(folder), `.old-${path.basename(folder)}.${process.pid}`);
  for (let attempt = 1; ; attempt++) {
    moveAway(folder, old);
    try {
      renameSync(fresh, folder);
      return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    } finally {
      rmSync(old, { recursive: true, force: true });
    }
  }
}

function moveAway(folder: string, old: string): void {
  try {
    renameSync(folder, old);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
