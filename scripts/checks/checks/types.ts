import { join } from 'node:path';
import ts from 'typescript';
import type { Check, Finding } from '../framework/check';
import { shortPath } from '../framework/paths';

/** All TypeScript of the project passes the compiler with the strict settings of tsconfig.json. */
export const types: Check = {
  name: 'types',
  purpose: 'TypeScript compiles with strict types',
  async run(root) {
    const config = ts.getParsedCommandLineOfConfigFile(join(root, 'tsconfig.json'), { noEmit: true }, host());
    if (!config) throw new Error(`${join(root, 'tsconfig.json')} cannot be read`);
    const program = ts.createProgram({ rootNames: config.fileNames, options: config.options });
    const found = [...config.errors, ...ts.getPreEmitDiagnostics(program)];
    return {
      findings: found.map((diagnostic) => toFinding(root, diagnostic)),
      note: `${config.fileNames.length} files`
    };
  }
};

function host(): ts.ParseConfigFileHost {
  return {
    ...ts.sys,
    onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
      throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
    }
  };
}

function toFinding(root: string, diagnostic: ts.Diagnostic): Finding {
  const message = ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n');
  const rule = `TS${diagnostic.code}`;
  if (!diagnostic.file || diagnostic.start === undefined) return { file: 'tsconfig.json', rule, message };
  const place = diagnostic.file.getLineAndCharacterOfPosition(diagnostic.start);
  const file = shortPath(root, diagnostic.file.fileName);
  return { file, line: place.line + 1, column: place.character + 1, rule, message };
}
