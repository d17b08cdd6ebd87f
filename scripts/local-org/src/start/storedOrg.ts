import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openOrg, type LocalOrg, type OrgOptions } from '../org';
import { packageDirectories } from '../project/files';
import { describeError } from '../test/runner';
import { seedOrg } from './seedOrg';

const ROOT = path.resolve(__dirname, '..', '..', '..', '..');
const DATABASE = path.join(ROOT, '.local-org', 'org.sqlite');
const SET_UP_SCRIPT = path.join(ROOT, 'config', 'seed', 'first-integration.apex');

/** Setting of the database: rows of the report that the org was seeded for. Written last, so that it marks a whole seed. */
const SEEDED_ROWS = 'seededRows';

/** The example's permission sets, which an admin assigns after installing. */
const PERMISSION_SETS = ['InsightsSyncAdmin', 'WalkMeLeadFields'];

/** The stand-in's made-up client, as an admin would enter it for the principal of the external credential. */
const STAND_IN_PRINCIPAL = { ClientCredentials: { key: 'stand-in-key', secret: 'stand-in-secret' } };

/** The project cannot be deployed: the message lists why. */
export class DeployError extends Error {}

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
  const stored = seededRows();
  if (stored === rows) return deploy(standInUrl, log);
  if (stored !== undefined) log(`The stored org was made for ${stored} rows; making a new one for ${rows}.`);
  forgetStoredOrg();
  const org = deploy(standInUrl, log);
  seed(org, rows, log);
  return org;
}

function deploy(standInUrl: string, log: (line: string) => void): LocalOrg {
  const org = openOrg(orgOptions(standInUrl, log));
  const { compileErrors, metadataErrors, unsupported } = org.problems;
  const faults = [
    ...compileErrors.map((e) => `${e.file}:${e.line}:${e.column} ${e.message}`),
    ...metadataErrors,
    ...unsupported.map((u) => `${u.file}:${u.line}:${u.column} the local org does not know ${u.member}`)
  ];
  if (faults.length === 0) return org;
  org.close();
  throw new DeployError(`The project does not deploy:\n  ${faults.join('\n  ')}`);
}

function orgOptions(standInUrl: string, log: (line: string) => void): OrgOptions {
  return {
    dirs: packageDirectories(ROOT),
    databaseFile: DATABASE,
    assign: PERMISSION_SETS,
    callouts: {
      namedCredentials: { WalkMeUS: standInUrl },
      externalCredentials: {
        WalkMeUS: { tokenUrl: `${standInUrl}/accounts/connect/token`, principals: STAND_IN_PRINCIPAL }
      },
      hosts: {}
    },
    onChange: (message) => log(`  ${message}`),
    onUnhandled: (error) => {
      const { message, stack } = describeError(error);
      log(`  A job failed: ${message}\n${stack ?? ''}`);
    }
  };
}

function seed(org: LocalOrg, rows: number, log: (line: string) => void): void {
  let shown = 0;
  const stored = seedOrg(org, rows, (count) => {
    if (count - shown < 50_000) return;
    shown = count;
    log(`  ${count} records`);
  });
  log(`Seeded ${stored} records for a report of ${rows} rows.`);
  const { run, errors } = org.compile(readFileSync(SET_UP_SCRIPT, 'utf8'));
  if (!run) throw new DeployError(`${SET_UP_SCRIPT} does not compile: ${errors[0]?.message ?? ''}`);
  org.run(run);
  org.data.setSetting(SEEDED_ROWS, String(rows));
}
