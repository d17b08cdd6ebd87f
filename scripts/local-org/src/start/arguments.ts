import { parseCommandLine, UsageError } from '../cli/usage';

/** What `npm start` was asked to do. */
export interface StartOptions {
  /** Exit after the first scheduled run. */
  once: boolean;
  /** Rows of the report, and the size of the seeded org. */
  rows: number;
  /** Forget the stored org and begin again. */
  reset: boolean;
  /** Port of the org's address; 0 takes a free one. */
  port: number;
}

export const DEFAULT_ROWS = 500;

/** More than the design's aim, and what one batch of 2,000-row pages still carries. */
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
    port: { type: 'string' }
  });
  if (positionals.length > 0) throw new UsageError(`npm start takes no "${positionals[0]}".`);
  return {
    once: values.once ?? false,
    rows: wholeNumber('rows', values.rows, DEFAULT_ROWS, 1, MOST_ROWS),
    reset: values.reset ?? false,
    port: wholeNumber('port', values.port, 0, 0, 65_535)
  };
}

function wholeNumber(name: string, text: string | undefined, fallback: number, least: number, most: number): number {
  if (text === undefined) return fallback;
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) {
    throw new UsageError(`--${name} must be a whole number from ${least} to ${most}, not "${text}".`);
  }
  return value;
}
