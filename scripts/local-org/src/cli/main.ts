import { execCommand } from './execCommand';
import { testCommand } from './testCommand';
import { UsageError } from './usage';

/** A command of `local-org`: takes its own arguments, answers the process's exit code. */
type Command = (args: string[]) => Promise<number> | number;

const COMMANDS: Record<string, Command> = { test: testCommand, exec: execCommand };

const HELP = `local-org: runs an sfdx project's Apex on this machine

  local-org test DIR…            runs the Apex tests below the folders
      --filter CLASS[.METHOD]    only these; may be given again
      --assign PERMSET           assigns a permission set of the folders to the user who runs; may be given again
      --coverage                 line coverage by class
      --json                     one JSON document on standard output
      --junit FILE               writes JUnit XML as well
  local-org exec FILE.apex|-     runs an anonymous block (- reads standard input)
      --project DIR              with the classes and metadata of this project
      --assign PERMSET           as above
      --stored                   in the project's stored org instead of an empty one

Exit codes: test 0 when all passed, else 1; exec 0, 1 for an uncaught exception, 2 when it does not compile.
A wrong command line exits with 64.`;

/** Exit code of a wrong command line (EX_USAGE of sysexits). */
const EXIT_USAGE = 64;

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    console.log(HELP);
    return name === undefined ? EXIT_USAGE : 0;
  }
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  if (!command) throw new UsageError(`There is no command "${name}".`);
  return command(args);
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${HELP}`);
      process.exitCode = EXIT_USAGE;
      return;
    }
    console.error(error instanceof Error ? (error.stack ?? error.message) : error);
    process.exitCode = 70;
  }
);
