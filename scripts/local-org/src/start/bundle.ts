import { fork } from 'node:child_process';
import path from 'node:path';
import { OWN_PROJECT } from '../project/files';

const SCRIPT = path.join(__dirname, '..', 'components', 'build.ts');

/** The pages of the app are being built, in a process of their own. */
export interface BundleBuild {
  /** Null when all is built; else what the build complained of. */
  done: Promise<string | null>;
  stop(): void;
}

/** Builds what browsers need of the app while the org is deployed. What is fresh is kept. */
export function buildBundle(): BundleBuild {
  const child = fork(SCRIPT, [], {
    execArgv: ['-r', require.resolve('ts-node/register')],
    env: { ...process.env, TS_NODE_PROJECT: path.join(OWN_PROJECT, 'tsconfig.json'), TS_NODE_CWD: OWN_PROJECT },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc']
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => void (printed += chunk.toString()));
  const done = new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code) => resolve(code === 0 ? null : printed.trim()));
  });
  return { done, stop: () => void child.kill() };
}
