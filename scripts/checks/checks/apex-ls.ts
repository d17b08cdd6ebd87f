import { delimiter, join } from 'node:path';
import type { Check, Finding } from '../framework/check';
import { packageFolder, shortPath } from '../framework/paths';
import { run } from '../framework/process';

interface Report {
  readonly files: readonly {
    readonly path: string;
    readonly messages: readonly {
      readonly start: { readonly line: number; readonly offset: number };
      readonly category: string;
      readonly message: string;
    }[];
  }[];
}

/** The exit code with which apex-ls says that it found errors. */
const ERRORS_FOUND = 4;

/** Everything in the project's package folders compiles with apex-ls, which also knows its metadata. */
export const apexLs: Check = {
  name: 'apex-ls',
  purpose: 'Apex compiles against the metadata with apex-ls',
  async run(root) {
    const libraries = join(packageFolder('@salesforce/code-analyzer-pmd-engine'), 'dist', 'java-lib', '*');
    const main = ['-cp', [libraries].join(delimiter), 'io.github.apexdevtools.apexls.CheckForIssues'];
    const finished = await run('java', [...main, '--workspace', root, '--detail', 'errors', '--format', 'json'], {
      cwd: root
    });
    if (finished.code !== 0 && finished.code !== ERRORS_FOUND) {
      throw new Error(`apex-ls ended with ${finished.code}: ${finished.stderr.trim() || finished.stdout.trim()}`);
    }
    const findings = readReport(root, finished.stdout);
    if (finished.code === ERRORS_FOUND && findings.length === 0) {
      throw new Error(`apex-ls reports errors but lists none: ${finished.stdout.slice(0, 500)}`);
    }
    return { findings };
  }
};

function readReport(root: string, text: string): Finding[] {
  const report = JSON.parse(text) as Report;
  return report.files.flatMap((file) =>
    file.messages.map((message) => ({
      file: shortPath(root, file.path),
      line: message.start.line,
      column: message.start.offset + 1,
      rule: message.category,
      message: message.message
    }))
  );
}
