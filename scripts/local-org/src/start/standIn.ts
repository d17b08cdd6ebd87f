import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { OWN_PROJECT } from '../project/files';

/** The WalkMe stand-in in a process of its own: Apex callouts block the process of the org while they wait. */
export interface StandInProcess {
  url: string;
  close(): void;
}

const SCRIPT = path.join(OWN_PROJECT, 'scripts', 'walkme-stand-in', 'src', 'main.ts');
const ANNOUNCEMENT = /WalkMe stand-in at (http:\/\/127\.0\.0\.1:\d+)/;

/**
 * Starts the stand-in on a free port with reports of `rows` rows.
 * @throws Error with what it printed when it ends before it listens
 */
export async function startStandIn(rows: number): Promise<StandInProcess> {
  const child = fork(SCRIPT, ['--rows', String(rows), '--port', '0'], {
    execArgv: ['-r', require.resolve('ts-node/register')],
    env: { ...process.env, TS_NODE_PROJECT: path.join(OWN_PROJECT, 'tsconfig.json'), TS_NODE_CWD: OWN_PROJECT },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc']
  });
  const url = await announcedUrl(child);
  return { url, close: () => child.disconnect() };
}

function announcedUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let printed = '';
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const found = ANNOUNCEMENT.exec(printed);
      if (found?.[1]) resolve(found[1]);
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The WalkMe stand-in ended before it listened:\n${printed}`)));
  });
}
