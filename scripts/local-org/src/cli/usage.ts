import { parseArgs, type ParseArgsConfig } from 'node:util';
import { UnknownPermissionSetError } from '../data';
import { MissingPathError } from '../project/files';

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

/**
 * Runs `action`, and lays what the command line named in vain (a folder, a permission set) at the command line's door.
 * @throws UsageError for these; other errors as they are
 */
export function asUsage<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    if (error instanceof MissingPathError || error instanceof UnknownPermissionSetError) {
      throw new UsageError(error.message);
    }
    throw error;
  }
}
