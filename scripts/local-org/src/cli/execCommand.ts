import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { CompileError } from '../apex/types';
import { openOrg, type LocalOrg } from '../org';
import { findProjectRoot, packageDirectories } from '../project/files';
import { describeError } from '../test/runner';
import { asUsage, parseCommandLine, UsageError } from './usage';

const EXIT_UNCAUGHT = 1;
const EXIT_COMPILE_ERROR = 2;

/**
 * `local-org exec FILE.apex|-`: debug lines on standard output, errors on standard error.
 * @returns 0, 1 for an uncaught exception, 2 when the block does not compile
 * @throws UsageError for a wrong command line
 */
export function execCommand(args: string[]): number {
  const { values, positionals } = parseCommandLine(args, {
    project: { type: 'string' },
    assign: { type: 'string', multiple: true },
    stored: { type: 'boolean' }
  });
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageError('Name one file, or - for standard input.');
  const source = readSource(file);
  const project = projectFolder(values.project, values.stored ?? false);
  const org = asUsage(() =>
    openOrg({
      dirs: project.dirs,
      databaseFile: project.databaseFile,
      assign: values.assign ?? [],
      onDebug: (line) => process.stdout.write(`${line}\n`),
      onUnhandled: reportError
    })
  );
  try {
    // What the project lacks on account of these is missing for the block too: its own errors are read after them.
    [...org.problems.metadataErrors, ...org.problems.compileErrors].forEach(printCompileError);
    return execute(org, source, file);
  } finally {
    org.close();
  }
}

function execute(org: LocalOrg, source: string, file: string): number {
  const { run, errors, unsupported } = org.compile(source);
  errors.forEach((error) => printCompileError({ ...error, file }));
  for (const use of unsupported) {
    process.stderr.write(`${file}:${use.line}:${use.column} the local org does not know ${use.member}\n`);
  }
  if (!run) return EXIT_COMPILE_ERROR;
  try {
    org.run(run);
    org.async.drain();
    return 0;
  } catch (error) {
    reportError(error);
    return EXIT_UNCAUGHT;
  }
}

function printCompileError({ file, line, column, message }: CompileError): void {
  process.stderr.write(`${file}:${line}:${column} ${message}\n`);
}

function reportError(error: unknown): void {
  const { message, stack } = describeError(error);
  process.stderr.write(`${message}\n${stack ?? ''}\n`);
}

function readSource(file: string): string {
  if (file !== '-' && !existsSync(file)) throw new UsageError(`There is no file ${file}.`);
  return readFileSync(file === '-' ? 0 : file, 'utf8').replace(/^\uFEFF/, '');
}

interface ProjectFolder {
  dirs: string[];
  databaseFile?: string;
}

function projectFolder(project: string | undefined, stored: boolean): ProjectFolder {
  if (project === undefined) {
    if (stored) throw new UsageError('--stored needs --project.');
    return { dirs: [] };
  }
  if (!existsSync(project)) throw new UsageError(`There is no folder ${project}.`);
  const root = findProjectRoot(project);
  const dirs = root === path.resolve(project) ? packageDirectories(root) : [path.resolve(project)];
  return { dirs, databaseFile: stored ? storedDatabase(root) : undefined };
}

function storedDatabase(root: string | undefined): string {
  const file = root && path.join(root, '.local-org', 'org.sqlite');
  if (!file || !existsSync(file)) throw new UsageError('The project has no stored org yet: npm start makes it.');
  return file;
}
