import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { test } from 'node:test';

const main = join(__dirname, '..', 'src', 'main.ts');

function run(...args: string[]) {
  return spawn(process.execPath, ['-r', 'ts-node/register', main, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
}

test('the command prints its address, serves, and ends when it is told to', async () => {
  const child = run('--rows', '7');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const url = /http:\/\/127\.0\.0\.1:\d+/.exec(line.toString())?.[0];
  assert.ok(url, line.toString());
  assert.equal((await fetch(`${url}/_stand-in/faults`)).status, 200);
  child.kill('SIGTERM');
  const [code] = await once(child, 'exit');
  assert.equal(code, 0);
});

test('the command refuses what it does not understand and says how to call it', async () => {
  for (const args of [
    ['--rows', 'many'],
    ['--colour', 'blue']
  ]) {
    const child = run(...args);
    let errors = '';
    child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
    const [code] = await once(child, 'close');
    assert.equal(code, 2);
    assert.match(errors, /--rows N/);
  }
});
