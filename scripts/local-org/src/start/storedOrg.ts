import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { LocalOrg } from '../org';
import { OWN_PROJECT } from '../project/files';
import { deployExample, seedExample } from './exampleOrg';

const DATABASE = path.join(OWN_PROJECT, '.local-org', 'org.sqlite');

/** Setting of the database: rows of the report that the org was seeded for. Written last, so that it marks a whole seed. */
const SEEDED_ROWS = 'seededRows';

/** Removes the stored org. */
export function forgetStoredOrg(): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(DATABASE + suffix, { force: true });
}

/** How many rows the stored org was seeded for; undefined when there is none, or when its seeding was cut short. */
export function seededRows(): number | undefined {
  if (!existsSync(DATABASE)) return undefined;
  const database = new Database(DATABASE, { readonly: true });
  try {
    const row = database.prepare('SELECT value FROM "$settings" WHERE key = ?').get(SEEDED_ROWS);
    return row === undefined ? undefined : Number((row as { value: string }).value);
  } catch {
    // Not a database of this program, or one that was never finished: it is made anew.
    return undefined;
  } finally {
    database.close();
  }
}

/**
 * Opens the stored org, or makes and seeds one when there is none for that many rows.
 * @param standInUrl where the WalkMe stand-in listens
 * @throws DeployError when the project does not deploy
 */
export function openStoredOrg(rows: number, standInUrl: string, log: (line: string) => void): LocalOrg {
  const options = { standInUrl, log, databaseFile: DATABASE };
  const stored = seededRows();
  if (stored === rows) return deployExample(options);
  if (stored !== undefined) log(`The stored org was made for ${stored} rows; making a new one for ${rows}.`);
  forgetStoredOrg();
  const org = deployExample(options);
  seedExample(org, rows, log);
  org.data.setSetting(SEEDED_ROWS, String(rows));
  return org;
}
