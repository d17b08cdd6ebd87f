/** A served org in memory, for tests that look at the app in a browser. */
import type { LocalOrg } from '../org';
import { runTheDay } from '../start/dailyRun';
import { deployExample, installExample, seedExample, seedExampleRecords } from '../start/exampleOrg';
import { EXAMPLE_PERSONAS } from '../start/examplePersonas';
import { startStandIn } from '../start/standIn';
import type { BundleFolders } from './routes/shell';
import { serveOrg } from './server';

/**
 * What happened in the org before: `empty` holds generated records and nothing of the app; `installed` is an environment with
 * the scheduled job; `integrated` has the first integration too; `ran` has run it once.
 */
export type Scenario = 'empty' | 'installed' | 'integrated' | 'ran';

export interface ServedOrgOptions {
  /** Rows of the report, and the size of the org. */
  rows: number;
  /** 0, the default, takes a free port. */
  port?: number;
  /** Default: `integrated`. */
  scenario?: Scenario;
  /** Told of progress and of what goes wrong; default: nobody. */
  log?: (line: string) => void;
  /** Where the browser's part is; default: where the project builds it. */
  folders?: BundleFolders;
}

export interface ServedOrg {
  /** Where browsers find the app. */
  url: string;
  org: LocalOrg;
  /** The WalkMe stand-in, a process of its own. */
  standInUrl: string;
  close(): Promise<void>;
}

/** Opens, fills and serves an org. One a process; close it before the next. */
export async function openServedOrg(options: ServedOrgOptions): Promise<ServedOrg> {
  const { rows, port = 0, scenario = 'integrated', log = () => undefined, folders } = options;
  const standIn = await startStandIn(rows);
  let org: LocalOrg | null = null;
  try {
    org = deployExample({ standInUrl: standIn.url, log });
    prepare(org, rows, scenario, log);
    const server = await serveOrg(org, { port, log, personas: EXAMPLE_PERSONAS, ...(folders ? { folders } : {}) });
    const opened = org;
    const close = async (): Promise<void> => {
      await server.close();
      opened.close();
      standIn.close();
    };
    return { url: server.url, org, standInUrl: standIn.url, close };
  } catch (error) {
    org?.close();
    standIn.close();
    throw error;
  }
}

function prepare(org: LocalOrg, rows: number, scenario: Scenario, log: (line: string) => void): void {
  if (scenario === 'empty' || scenario === 'installed') {
    seedExampleRecords(org, rows, log);
    if (scenario === 'installed') installExample(org);
    return;
  }
  seedExample(org, rows, log);
  if (scenario === 'ran') runTheDay(org, () => undefined);
}
