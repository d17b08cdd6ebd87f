import { join } from 'node:path';
import type { Check } from '../framework/check';
import { filesBelow } from '../framework/paths';
import { runTestFiles } from './unit';

/** The app, served by the local org, does in a real browser what its users expect. */
export const browser: Check = {
  name: 'browser',
  purpose: 'The app works in Chromium, and axe finds no barrier',
  async run(root) {
    const folder = join(root, 'scripts', 'browser');
    const files = filesBelow(folder, (name) => name.endsWith('.test.ts'));
    if (files.length === 0) throw new Error(`There is no *.test.ts file below ${folder}`);
    // Loaded here: the bundler and its compilers take a second, which other checks need not wait for.
    const { buildWeb } = await import('../../local-org/src/components/build');
    await buildWeb({ root });
    // One at a time: each serves an org and drives a browser.
    return runTestFiles(root, files, 1);
  }
};
