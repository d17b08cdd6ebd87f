import { parseArgs, type ParseArgsConfig } from 'node:util';

/** A command line that cannot be understood; the message says which part. */
export class UsageError extends Error {}

type Options = NonNullable<ParseArgsConfig['options']>;

/**
 * `util.parseArgs` in strict mode with positional arguments.
 * @throws UsageError for an unknown option or a missing value
 */
export function parseCommandLine<T extends Options>(args: string[], options: T) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
