import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { CalloutConfig } from '../http/config';
import { openOrg, type LocalOrg } from '../org';
import { OWN_PROJECT, packageDirectories } from '../project/files';
import { describeError } from '../test/runner';
import { seedOrg } from './seedOrg';

const SET_UP_SCRIPT = path.join(OWN_PROJECT, 'config', 'seed', 'first-integration.apex');

/** The example's permission sets, which an admin assigns after installing. */
const PERMISSION_SETS = ['InsightsSyncAdmin', 'WalkMeLeadFields'];

/** The stand-in's made-up client, as an admin would enter it for the principal of the external credential. */
const STAND_IN_PRINCIPAL = { ClientCredentials: { key: 'stand-in-key', secret: 'stand-in-secret' } };

/** The regions for which the admin has not entered anything: the stand-in refuses them a token, as WalkMe would. */
const OTHER_REGIONS = ['WalkMeEU', 'WalkMeFedRAMP', 'WalkMeCanada'];
const EMPTY_PRINCIPAL = { ClientCredentials: { key: '', secret: '' } };

/** The project cannot be deployed: the message lists why. */
export class DeployError extends Error {}

/** An org with the app and its example, whose callouts go to a WalkMe stand-in. */
export interface ExampleOrgOptions {
  /** Where the WalkMe stand-in listens. */
  standInUrl: string;
  /** Told of what a deployment changes, of failed jobs, and of progress. */
  log: (line: string) => void;
  /** Database file; default: in memory. */
  databaseFile?: string;
  /** Folders with source; default: those of the project. */
  dirs?: readonly string[];
  /** Permission sets of the administrator; default: those that the example needs. */
  assign?: readonly string[];
  /** Told of each debug line. */
  onDebug?: (line: string) => void;
}

/**
 * Deploys the app and its example.
 * @throws DeployError when the project does not deploy
 */
export function deployExample(options: ExampleOrgOptions): LocalOrg {
  const { standInUrl, log } = options;
  const org = openOrg({
    dirs: options.dirs ?? packageDirectories(OWN_PROJECT),
    databaseFile: options.databaseFile,
    assign: options.assign ?? PERMISSION_SETS,
    callouts: exampleCallouts(standInUrl),
    onDebug: options.onDebug,
    onChange: (message) => log(`  ${message}`),
    onUnhandled: (error) => {
      const { message, stack } = describeError(error);
      log(`  A job failed: ${message}\n${stack ?? ''}`);
    }
  });
  const faults = faultsOf(org);
  if (faults.length === 0) return org;
  org.close();
  throw new DeployError(`The project does not deploy:\n  ${faults.join('\n  ')}`);
}

function exampleCallouts(standInUrl: string): CalloutConfig {
  const tokenUrl = `${standInUrl}/accounts/connect/token`;
  const regions = ['WalkMeUS', ...OTHER_REGIONS];
  return {
    namedCredentials: Object.fromEntries(regions.map((region) => [region, standInUrl])),
    externalCredentials: Object.fromEntries(
      regions.map((region) => {
        const principals = OTHER_REGIONS.includes(region) ? EMPTY_PRINCIPAL : STAND_IN_PRINCIPAL;
        return [region, { tokenUrl, principals }];
      })
    ),
    hosts: {}
  };
}

function faultsOf(org: LocalOrg): string[] {
  const { compileErrors, metadataErrors, unsupported } = org.problems;
  return [
    ...[...compileErrors, ...metadataErrors].map((e) => `${e.file}:${e.line}:${e.column} ${e.message}`),
    ...unsupported.map((u) => `${u.file}:${u.line}:${u.column} the local org does not know ${u.member}`)
  ];
}

/**
 * Fills a new org with records that fit a report of `rows` rows, and sets up the first integration.
 * @throws DeployError when the set-up script does not compile
 */
export function seedExample(org: LocalOrg, rows: number, log: (line: string) => void): void {
  seedExampleRecords(org, rows, log);
  runScript(org, readFileSync(SET_UP_SCRIPT, 'utf8'));
}

/** Fills a new org with records that fit a report of `rows` rows, and nothing of the app's own. */
export function seedExampleRecords(org: LocalOrg, rows: number, log: (line: string) => void): void {
  let shown = 0;
  const stored = seedOrg(org, rows, (count) => {
    if (count - shown < 50_000) return;
    shown = count;
    log(`  ${count} records`);
  });
  log(`Seeded ${stored} records for a report of ${rows} rows.`);
}

/** Makes the org an environment of the app and schedules its job, without an integration. */
export function installExample(org: LocalOrg): void {
  runScript(org, 'InsightsInstaller.install();');
}

function runScript(org: LocalOrg, source: string): void {
  const { run, errors } = org.compile(source);
  if (!run) throw new DeployError(`The set-up script does not compile: ${errors[0]?.message ?? ''}`);
  org.run(run);
}
