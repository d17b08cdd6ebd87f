import { join } from 'node:path';
import type { Check, Finding } from '../framework/check';
import { packageFolder } from '../framework/paths';
import { run } from '../framework/process';

/** The exit code with which prettier says that files are not formatted. */
const UNFORMATTED = 1;

/**
 * Every file that prettier knows, Apex included, is formatted.
 *
 * Apex is parsed by the native executable that comes with prettier-plugin-apex, or by Java where there is none.
 */
export const format: Check = {
  name: 'format',
  purpose: 'Every file is formatted by prettier, Apex included',
  async run(root) {
    const prettier = join(packageFolder('prettier'), 'bin', 'prettier.cjs');
    const args = ['--list-different', '--no-color', '.'];
    const finished = await run(process.execPath, [prettier, ...args], { cwd: root });
    if (finished.code > UNFORMATTED || finished.code < 0) {
      return { findings: errors(finished.stderr, `prettier ended with ${finished.code}`) };
    }
    const unformatted = lines(finished.stdout).map((file) => ({
      file,
      message: 'Not formatted: run npm run format'
    }));
    const failed = finished.code === UNFORMATTED && unformatted.length === 0;
    return { findings: failed ? errors(finished.stderr, 'prettier failed without saying why') : unformatted };
  }
};

function errors(stderr: string, otherwise: string): Finding[] {
  const messages = lines(stderr).filter((line) => line.startsWith('[error]'));
  return (messages.length > 0 ? messages : [otherwise]).map((message) => ({ file: '', message }));
}

function lines(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '');
}
