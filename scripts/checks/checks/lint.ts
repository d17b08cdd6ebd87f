import { ESLint } from 'eslint';
import { join } from 'node:path';
import type { Check, Finding } from '../framework/check';
import { PROJECT_ROOT, shortPath } from '../framework/paths';

const CONFIG = join(PROJECT_ROOT, 'eslint.config.mjs');

/** ESLint finds nothing in the project's TypeScript and JavaScript, neither errors nor warnings. */
export const lint: Check = {
  name: 'lint',
  purpose: 'ESLint finds nothing in scripts and components',
  async run(root) {
    const eslint = new ESLint({ cwd: root, errorOnUnmatchedPattern: false, overrideConfigFile: CONFIG });
    const results = await eslint.lintFiles(['scripts', 'config', 'force-app', '*.js', '*.mjs']);
    if (results.length === 0) throw new Error(`ESLint found no file to look at in ${root}`);
    const findings = results.flatMap((result): Finding[] =>
      result.messages.map((message) => ({
        file: shortPath(root, result.filePath),
        line: message.line,
        column: message.column,
        rule: message.ruleId ?? undefined,
        message: message.message
      }))
    );
    return { findings, note: `${results.length} files` };
  }
};
