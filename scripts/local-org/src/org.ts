/**
 * Wires an org for one project: metadata, data, compiled Apex, asynchronous work, callouts. One org a process.
 */
import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { compileAnonymous, compileProject, type AnonymousResult, type SourceFile } from './apex/compile';
import type { Program } from './apex/program';
import type { CompileError, UnsupportedMember } from './apex/types';
import type { Clock } from './async/clock';
import type { AsyncEngine } from './async/engine';
import { installAsync } from './async/install';
import { installData, openDatabase, type DeployedClass, type OrgData } from './data';
import { emptyConfig, readCalloutConfig, type CalloutConfig } from './http/config';
import { installCallouts } from './http/install';
import { createPlatformTypes } from './platform/types';
import { findProjectRoot, OWN_PROJECT, readApexSources } from './project/files';
import { kernel, provideServices, resetKernel, withTransaction } from './runtime/kernel';
import './runtime/lib';
import { isImplemented } from './runtime/lib/registry';
import { asApexRecords } from './orgRecords';
import { loadProject } from './schema/load';
import type { ProjectMetadata } from './schema/project';

export interface OrgOptions {
  /** Folders with sfdx source. */
  dirs: readonly string[];
  /** Database file; default: in memory. */
  databaseFile?: string;
  /** Callouts and the secrets of stand-ins; default: the project's config/local-org.json. */
  callouts?: CalloutConfig;
  /** Permission sets assigned to the administrator in whose name everything runs. */
  assign?: readonly string[];
  /** Told of each debug line. */
  onDebug?: (line: string) => void;
  /** Told of errors of work that nobody waits for. */
  onUnhandled?: (error: Error) => void;
  /** Told of stored data that a new deployment changes or removes. */
  onChange?: (message: string) => void;
}

/** What a deployment complained of. */
export interface DeployProblems {
  compileErrors: CompileError[];
  unsupported: UnsupportedMember[];
  /** Metadata that an org would reject; the message begins with type and name of the component. */
  metadataErrors: CompileError[];
  /** Metadata that the local org does not act upon. */
  warnings: string[];
}

/** Where compiled sources are kept, beside the local org itself: projects of others stay untouched. */
const CACHE_FOLDER = path.join(OWN_PROJECT, '.local-org', 'cache');

/** An open org. */
export class LocalOrg {
  constructor(
    readonly project: ProjectMetadata,
    readonly data: OrgData,
    readonly program: Program,
    readonly async: AsyncEngine,
    readonly clock: Clock,
    readonly problems: DeployProblems,
    private readonly saveClock: () => void
  ) {}

  /** Compiles anonymous Apex against the org's classes. */
  compile(source: string): AnonymousResult {
    return compileAnonymous(source, this.program);
  }

  /** Runs compiled anonymous Apex in a transaction of its own. @throws what the code lets out */
  run(anonymous: () => void): void {
    withTransaction({ kind: 'ANONYMOUS' }, anonymous);
  }

  /** Records of a query in system mode, as plain values; date/times are milliseconds since 1970. */
  query(soql: string): Record<string, unknown>[] {
    return withTransaction({ kind: 'SYNCHRONOUS', limitMode: 'async' }, () =>
      asApexRecords(kernel.services.dynamicQuery(soql, null, { access: 'system', sharing: 'without' }))
    );
  }

  /** Notes where the clock stands and closes the database. */
  close(): void {
    this.saveClock();
    this.data.close();
  }
}

/**
 * Opens an org and deploys the folders into it.
 * @throws MissingPathError for a folder that does not exist
 */
export function openOrg(options: OrgOptions): LocalOrg {
  resetKernel();
  const dirs = options.dirs.map((dir) => path.resolve(dir));
  const project = loadProject(dirs);
  kernel.org = { ...kernel.org, schema: project.schema, translations: project.translations };
  const data = openData(project, options);
  const { engine, clock, saveClock } = installAsync(data);
  installCallouts(data, project, options.callouts ?? projectCallouts(dirs));
  const files = readApexSources(dirs);
  const { program, errors, unsupported } = compileProject({
    files,
    schema: project.schema,
    platform: createPlatformTypes({ isImplemented }),
    cacheDir: CACHE_FOLDER
  });
  provideServices({
    ...program.services(),
    debug: (line) => options.onDebug?.(line),
    unhandled: (error) => options.onUnhandled?.(error)
  });
  data.setTriggers(program);
  data.registerApexClasses(sourcesByClass(program, files));
  data.registerClassAccess();
  engine.endLostJobs();
  engine.restoreSchedules((classId) => newJob(data, program, classId));
  const problems: DeployProblems = {
    compileErrors: errors,
    unsupported,
    metadataErrors: project.errors.map(({ file, type, component, message }) => ({
      file,
      line: 1,
      column: 1,
      message: `${type} ${component}: ${message}`
    })),
    warnings: project.warnings.map((w) => `${w.file}: ${w.message}`)
  };
  return new LocalOrg(project, data, program, engine, clock, problems, saveClock);
}

function openData(project: ProjectMetadata, options: OrgOptions): OrgData {
  if (options.databaseFile) mkdirSync(path.dirname(options.databaseFile), { recursive: true });
  const data = openDatabase(project, { file: options.databaseFile, onChange: options.onChange });
  installData(data, project.schema);
  const admin = data.adminUser();
  data.assignPermissionSets(admin.id, options.assign ?? []);
  return data;
}

/** The callouts of the project around the folders; none for loose folders. */
function projectCallouts(dirs: readonly string[]): CalloutConfig {
  const root = dirs[0] === undefined ? undefined : findProjectRoot(dirs[0]);
  const file = root && path.join(root, 'config', 'local-org.json');
  return file && existsSync(file) ? readCalloutConfig(file) : emptyConfig();
}

/** Source by class name; the file of a class is named after it. */
function sourcesByClass(program: Program, files: readonly SourceFile[]): Map<string, DeployedClass> {
  const byFile = new Map(files.map((file) => [path.basename(file.file, '.cls').toLowerCase(), file]));
  return new Map(program.classes.map(({ name }) => [name, byFile.get(name.toLowerCase()) ?? { source: '' }]));
}

/** A new object of a scheduled class; null when the class is gone. */
function newJob(data: OrgData, program: Program, classId: string): object | null {
  const name = data.apexClassName(classId);
  const info = name === null ? undefined : program.classInfo(name);
  return info ? program.newInstance(info.name) : null;
}
