import type { Check, CheckResult } from './check';
import { describeFinding } from './check';
import { table } from './table';

/** How a check ended. */
export interface Outcome {
  readonly check: Check;
  readonly result: CheckResult;
  /** Set when the check itself could not run. */
  readonly broken?: string;
  readonly seconds: number;
}

/** The most findings that are printed for one check; their number is always printed. */
const MOST_PRINTED = 100;

/**
 * Runs checks, some at once, and tells when each has ended.
 *
 * @param atOnce how many run at a time
 */
export async function runChecks(
  checks: readonly Check[],
  root: string,
  atOnce: number,
  onEnd: (outcome: Outcome) => void
): Promise<Outcome[]> {
  const waiting = [...checks];
  const ended = new Map<Check, Outcome>();
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const outcome = await runOne(check, root);
      ended.set(check, outcome);
      onEnd(outcome);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return checks.flatMap((check) => ended.get(check) ?? []);
}

async function runOne(check: Check, root: string): Promise<Outcome> {
  const started = Date.now();
  const seconds = (): number => (Date.now() - started) / 1000;
  try {
    return { check, result: await check.run(root), seconds: seconds() };
  } catch (error) {
    const broken = (error as Error).stack ?? String(error);
    return { check, result: { findings: [] }, broken, seconds: seconds() };
  }
}

/** Whether a check found nothing and could run. */
export function isGood(outcome: Outcome): boolean {
  return outcome.broken === undefined && outcome.result.findings.length === 0 && (outcome.result.failed ?? 0) === 0;
}

/** Tests that passed and failed; a check that counts no tests is one test itself. */
export function counts(outcome: Outcome): { passed: number; failed: number } {
  const { passed = 0, failed = 0 } = outcome.result;
  if (isGood(outcome)) return { passed: Math.max(passed, 1), failed: 0 };
  return { passed, failed: Math.max(failed, 1) };
}

/** Everything that a failed check has to say. */
export function failureText(outcome: Outcome): string {
  const { findings, output } = outcome.result;
  const lines = findings.slice(0, MOST_PRINTED).map((finding) => `  ${describeFinding(finding)}`);
  if (findings.length > MOST_PRINTED) lines.push(`  … and ${findings.length - MOST_PRINTED} more`);
  if (outcome.broken) lines.push(`  The check could not run: ${outcome.broken}`);
  if (output) lines.push(output);
  return [`\n${outcome.check.name}: ${outcome.check.purpose}`, ...lines].join('\n');
}

/** The closing table and the line that gives the number of tests. */
export function summary(outcomes: readonly Outcome[]): string {
  const rows = outcomes.map((outcome) => {
    const { passed, failed } = counts(outcome);
    const result = isGood(outcome) ? 'passed' : outcome.broken ? 'BROKEN' : 'FAILED';
    const note = outcome.result.note ?? '';
    return [outcome.check.name, result, String(passed), String(failed), outcome.seconds.toFixed(1), note];
  });
  const all = outcomes.map(counts);
  const sum = (key: 'passed' | 'failed'): number => all.reduce((total, each) => total + each[key], 0);
  return [
    table(['check', 'result', 'passed', 'failed', 'seconds', 'note'], rows),
    '',
    `${sum('passed')} passed, ${sum('failed')} failed`
  ].join('\n');
}
