import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type { LocalOrg } from '../org';
import { OWN_PROJECT } from '../project/files';
import { deployExample, seedExample, seedExampleRecords } from './exampleOrg';

const DATABASE = path.join(OWN_PROJECT, '.local-org', 'org.sqlite');

/** Setting of the database: rows of the report that the org was seeded for. Written last, so that it marks a whole seed. */
const SEEDED_ROWS = 'seededRows';

/** Setting of the database: whether the org began with the first integration (`integrated`) or without (`empty`). */
const SEEDED_AS = 'seededAs';

/** Removes the stored org. */
export function forgetStoredOrg(): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(DATABASE + suffix, { force: true });
}

/** How many rows the stored org was seeded for; undefined when there is none, or when its seeding was cut short. */
export function seededRows(): number | undefined {
  const value = storedSetting(SEEDED_ROWS);
  return value === undefined ? undefined : Number(value);
}

function storedSetting(key: string): string | undefined {
  if (!existsSync(DATABASE)) return undefined;
  const database = new Database(DATABASE, { readonly: true });
  try {
    const row = database.prepare('SELECT value FROM "$settings" WHERE key = ?').get(key);
    return (row as { value: string } | undefined)?.value;
  } catch {
    // Not a database of this program, or one that was never finished: it is made anew.
    return undefined;
  } finally {
    database.close();
  }
}

/** Which stored org is wanted. */
export interface StoredOrgOptions {
  rows: number;
  /** Where the WalkMe stand-in listens. */
  standInUrl: string;
  /** An org that begins without an integration. One that began so is opened without this word, too. */
  empty: boolean;
  log: (line: string) => void;
}

/**
 * Opens the stored org, or makes and seeds one when there is none for that many rows.
 * @throws DeployError when the project does not deploy
 */
export function openStoredOrg({ rows, standInUrl, empty, log }: StoredOrgOptions): LocalOrg {
  const options = { standInUrl, log, databaseFile: DATABASE };
  const stored = seededRows();
  const isOtherKind = empty && stored !== undefined && storedSetting(SEEDED_AS) !== 'empty';
  if (stored === rows && !isOtherKind) return deployExample(options);
  if (stored !== undefined) log(`The stored org was made ${madeFor(stored, isOtherKind)}; making a new one.`);
  forgetStoredOrg();
  const org = deployExample(options);
  if (empty) seedExampleRecords(org, rows, log);
  else seedExample(org, rows, log);
  org.data.setSetting(SEEDED_AS, empty ? 'empty' : 'integrated');
  org.data.setSetting(SEEDED_ROWS, String(rows));
  return org;
}

function madeFor(rows: number, isOtherKind: boolean): string {
  return isOtherKind ? 'with an integration' : `for ${rows} rows`;
}
