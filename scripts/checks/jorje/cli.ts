/**
 * Judges Apex with Salesforce's own compiler front end: `node -r ts-node/register scripts/checks/jorje/cli.ts [--apart] DIR…`
 *
 * Prints a JSON list of {file, line, column, message}, where an empty list means that everything compiles. With `--apart`
 * every file is judged as if it were the only one, which suits a corpus of small programs.
 */
import { resolve } from 'node:path';
import { judge } from './jorje';

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const apart = args.includes('--apart');
  const folders = args.filter((arg) => arg !== '--apart').map((folder) => resolve(folder));
  if (folders.length === 0 || folders.some((folder) => folder.startsWith('--'))) {
    console.error('Usage: cli.ts [--apart] DIR…');
    process.exitCode = 2;
    return;
  }
  console.log(JSON.stringify(await judge(folders, apart ? 'apart' : 'together')));
}

main().catch((error: Error) => {
  console.error(error.message);
  process.exitCode = 1;
});
