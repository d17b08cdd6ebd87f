import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Finding } from '../framework/check';
import { filesBelow, packageFolder, PROJECT_ROOT } from '../framework/paths';
import { run } from '../framework/process';

/** `together`: all files are one org. `apart`: each file is judged as the only one. */
export type JudgeMode = 'together' | 'apart';

/**
 * Compiles every class and trigger below the folders with the front end of Salesforce's own compiler, and answers with
 * what it rejects. Objects, fields and labels are read from the same folders; platform classes from the signatures that
 * ship with Code Analyzer.
 *
 * It does not judge: what a SOQL query says, dynamic SOQL, upsert keys, whether a platform feature is switched on.
 *
 * @throws Error when Java is missing or the compiler cannot be run
 */
export async function judge(folders: readonly string[], mode: JudgeMode): Promise<Finding[]> {
  const jars = javaLibraries();
  const classes = await compiledJudge(jars.classPath);
  const args = ['-Xss16m', '-XX:+UseSerialGC', '-cp', [jars.classPath, classes].join(delimiter), 'JorjeCheck', mode];
  const finished = await run('java', [...args, jars.standardTypes, jars.sobjectTypes, ...folders], {
    cwd: PROJECT_ROOT
  });
  if (finished.code !== 0) {
    throw new Error(`Salesforce's compiler front end ended with ${finished.code}: ${finished.stderr.trim()}`);
  }
  return JSON.parse(finished.stdout) as Finding[];
}

function javaLibraries(): { classPath: string; standardTypes: string; sobjectTypes: string } {
  const serializer = join(packageFolder('prettier-plugin-apex'), 'vendor', 'apex-ast-serializer', 'lib');
  const pmd = join(packageFolder('@salesforce/code-analyzer-pmd-engine'), 'dist', 'java-lib');
  const inPmd = (start: string): string => {
    const found = filesBelow(pmd, (name) => name.startsWith(start) && name.endsWith('.jar'))[0];
    if (!found) throw new Error(`${pmd} has no ${start}*.jar: the Code Analyzer package has changed`);
    return found;
  };
  return {
    classPath: [join(serializer, 'apex-jorje-lsp.jar'), inPmd('gson-2')].join(delimiter),
    standardTypes: inPmd('standard-types-'),
    sobjectTypes: inPmd('sobject-types-')
  };
}

/** Compiles the Java beside this file once for each of its versions, into a folder that npm leaves alone. */
async function compiledJudge(classPath: string): Promise<string> {
  const sources = filesBelow(__dirname, (name) => name.endsWith('.java'));
  const hash = createHash('sha256').update(classPath);
  sources.forEach((source) => hash.update(readFileSync(source)));
  const target = join(PROJECT_ROOT, 'node_modules', '.cache', 'jorje', hash.digest('hex').slice(0, 16));
  if (existsSync(target)) return target;
  const unfinished = `${target}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const args = ['-nowarn', '--release', '17', '-cp', classPath, '-d', unfinished, ...sources];
  const finished = await run('javac', args, { cwd: PROJECT_ROOT });
  if (finished.code !== 0) throw new Error(`javac could not compile scripts/checks/jorje: ${finished.stderr}`);
  try {
    renameSync(unfinished, target);
  } catch (error) {
    // Another process was first.
    if (!existsSync(target)) throw error;
    rmSync(unfinished, { recursive: true });
  }
  return target;
}
