import { join } from 'node:path';
import ts from 'typescript';
import type { Check, Finding } from '../framework/check';
import { shortPath } from '../framework/paths';

/** All TypeScript of the project passes the compiler with the strict settings of tsconfig.json. */
export const types: Check = {
  name: 'types',
  purpose: 'TypeScript compiles with strict types',
  async run(root) {
    const { findings, files } = typeFindings(root, 'tsconfig.json');
    return { findings, note: `${files} files` };
  }
};

/**
 * What the compiler finds in the files of a configuration.
 *
 * @param config the configuration's name in the project's folder
 * @throws Error when it cannot be read
 */
export function typeFindings(root: string, config: string): { findings: Finding[]; files: number } {
  const parsed = ts.getParsedCommandLineOfConfigFile(join(root, config), { noEmit: true }, host());
  if (!parsed) throw new Error(`${join(root, config)} cannot be read`);
  const program = ts.createProgram({ rootNames: parsed.fileNames, options: parsed.options });
  const found = [...parsed.errors, ...ts.getPreEmitDiagnostics(program)];
  return { findings: found.map((diagnostic) => toFinding(root, diagnostic, config)), files: parsed.fileNames.length };
}

function host(): ts.ParseConfigFileHost {
  return {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
    }
  };
}

function toFinding(root: string, diagnostic: ts.Diagnostic, config: string): Finding {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  const rule = `TS${diagnostic.code}`;
  if (!diagnostic.file || diagnostic.start === undefined) return { file: config, rule, message };
  const place = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  const file = shortPath(root, diagnostic.file.fileName);
  return { file, line: place.line + 1, column: place.character + 1, rule, message };
}
