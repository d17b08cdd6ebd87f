/**
 * TypeScript to the JavaScript that Salesforce's component compiler takes: types go, decorators and class fields stay.
 */
import ts from 'typescript';

/** Changing target, decorators or class fields makes code that the platform's compiler rejects (LWC1104). */
const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.ESNext,
  experimentalDecorators: false,
  useDefineForClassFields: true,
  verbatimModuleSyntax: true,
  isolatedModules: true,
  removeComments: false,
  newLine: ts.NewLineKind.LineFeed
};

/** JavaScript, and its source map when one was asked for. */
export interface Stripped {
  readonly code: string;
  readonly map: string | null;
}

/**
 * Takes the types from a module.
 *
 * @param file names the module in errors and source maps
 * @throws Error with file, line and column when the module is no TypeScript
 */
export function stripTypes(source: string, file: string, withMap = false): Stripped {
  const { outputText, sourceMapText, diagnostics } = ts.transpileModule(source, {
    fileName: file,
    reportDiagnostics: true,
    compilerOptions: { ...OPTIONS, sourceMap: withMap, inlineSources: withMap }
  });
  const fault = diagnostics?.find((diagnostic) => diagnostic.category === ts.DiagnosticCategory.Error);
  if (fault) throw new Error(describe(fault, file));
  return { code: outputText.replace(/\n\/\/# sourceMappingURL=\S*\s*$/, '\n'), map: sourceMapText ?? null };
}

function describe(fault: ts.Diagnostic, file: string): string {
  const message = ts.flattenDiagnosticMessageText(fault.messageText, '\n');
  if (!fault.file || fault.start === undefined) return `${file}: ${message}`;
  const { line, character } = fault.file.getLineAndCharacterOfPosition(fault.start);
  return `${file}:${line + 1}:${character + 1} ${message}`;
}
