/**
 * Runs the project's checks: `npm test`, or some of them by name: `npm test -- lint types`. `--list` names them all.
 *
 * Prints what failed checks found, a table, and the number of tests. Ends with 1 when anything failed.
 */
import { availableParallelism } from 'node:os';
import { apexJorje } from './checks/apex-jorje';
import { apexLs } from './checks/apex-ls';
import { apexTests } from './checks/apex-tests';
import { browser } from './checks/browser';
import { components } from './checks/components';
import { format } from './checks/format';
import { jest } from './checks/jest';
import { lint } from './checks/lint';
import { metadata } from './checks/metadata';
import { security } from './checks/security';
import { soqlFields } from './checks/soql-fields';
import { types } from './checks/types';
import { unit } from './checks/unit';
import type { Check } from './framework/check';
import { PROJECT_ROOT } from './framework/paths';
import { counts, failureText, isGood, runChecks, summary } from './framework/runner';

/** The longest first, so that the short ones fill the gaps. */
const ALL: readonly Check[] = [
  unit,
  browser,
  security,
  apexTests,
  jest,
  components,
  format,
  lint,
  types,
  apexJorje,
  apexLs,
  metadata,
  soqlFields
];

function chosen(names: readonly string[]): readonly Check[] {
  const unknown = names.filter((name) => !ALL.some((check) => check.name === name));
  if (unknown.length > 0) {
    const known = ALL.map((check) => check.name).join(', ');
    throw new Error(`There is no check ${unknown.join(', ')}. The checks are: ${known}`);
  }
  return names.length === 0 ? ALL : ALL.filter((check) => names.includes(check.name));
}

async function main(args: readonly string[]): Promise<boolean> {
  if (args.includes('--list')) {
    ALL.forEach((check) => console.log(`${check.name.padEnd(12)} ${check.purpose}`));
    return true;
  }
  const checks = chosen(args);
  if (checks.length < ALL.length) console.log(`ONLY ${checks.length} OF ${ALL.length} CHECKS ARE RUN, AS ASKED FOR.`);
  console.log(`Running ${checks.length} checks …`);
  const atOnce = Math.max(1, Math.min(availableParallelism(), 4));
  const outcomes = await runChecks(checks, PROJECT_ROOT, atOnce, (outcome) => {
    const { passed, failed } = counts(outcome);
    const state = isGood(outcome) ? 'ok    ' : 'FAILED';
    console.log(
      `${state} ${outcome.check.name.padEnd(12)} ${passed} passed, ${failed} failed (${outcome.seconds.toFixed(1)} s)`
    );
  });
  outcomes.filter((outcome) => !isGood(outcome)).forEach((outcome) => console.log(failureText(outcome)));
  console.log(`\n${summary(outcomes)}`);
  return outcomes.every(isGood);
}

main(process.argv.slice(2))
  .then((good) => {
    process.exitCode = good ? 0 : 1;
  })
  .catch((error: Error) => {
    console.error(error.message);
    process.exitCode = 1;
  });
