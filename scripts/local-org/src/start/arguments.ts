import { parseCommandLine, UsageError } from '../cli/usage';

/** What `npm start` was asked to do. */
export interface StartOptions {
  /** Exit after the first scheduled run. */
  once: boolean;
  /** Rows of the report, and the size of the seeded org; undefined: as large as the stored org. */
  rows: number | undefined;
  /** Forget the stored org and begin again. */
  reset: boolean;
  /** Move the clock to the day's run before anything is served. */
  run: boolean;
  /** Begin with an org that has records but no integration. */
  empty: boolean;
  /** Port of the org's address; 0 takes a free one. */
  port: number;
}

/** Rows of a new org when the command line names none. */
export const DEFAULT_ROWS = 500;

/** Ten times the size that the app is built for. */
export const MOST_ROWS = 1_000_000;

/**
 * Reads the command line of `npm start`.
 * @throws UsageError naming the option at fault
 */
export function parseStartArguments(args: string[]): StartOptions {
  const { values, positionals } = parseCommandLine(args, {
    once: { type: 'boolean' },
    rows: { type: 'string' },
    reset: { type: 'boolean' },
    'no-run': { type: 'boolean' },
    empty: { type: 'boolean' },
    port: { type: 'string' }
  });
  if (positionals.length > 0) throw new UsageError(`npm start takes no "${positionals[0]}".`);
  const empty = values.empty ?? false;
  const isWithoutRun = values['no-run'] ?? false;
  if (values.once && (empty || isWithoutRun)) {
    throw new UsageError('--once runs the day and exits: --no-run and --empty leave nothing for it to do.');
  }
  return {
    once: values.once ?? false,
    rows: values.rows === undefined ? undefined : wholeNumber('rows', values.rows, 1, MOST_ROWS),
    reset: values.reset ?? false,
    run: !empty && !isWithoutRun,
    empty,
    port: wholeNumber('port', values.port ?? '0', 0, 65_535)
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}
