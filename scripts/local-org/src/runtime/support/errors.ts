/**
 * Errors between JavaScript and Apex: nulls that JavaScript trips over, the depth of the stack, what may be caught.
 */
import { kernel } from '../kernel';
import type { Transaction } from '../transaction';
import { ApexException, catchable, LimitException, newException, nullPointer } from '../values';

/** The value, unless it is null. @throws NullPointerException */
export function nonNull<T>(value: T | null): T {
  return value === null ? nullPointer() : value;
}

/** A condition. @throws NullPointerException when it is null */
export function bool(value: boolean | null): boolean {
  return value === null ? nullPointer() : value;
}

/**
 * The Apex exception that an error is: itself, or NullPointerException when emitted code used a null, or LimitException
 * when JavaScript's own stack ended first. Other errors answer null: they are the local org's, and no Apex code sees them.
 */
export function asApexException(error: unknown): ApexException | null {
  if (error instanceof ApexException) return error;
  if (error instanceof TypeError && isNullUse(error)) {
    const exception = newException('System.NullPointerException', 'Attempt to de-reference a null object');
    exception.stack = error.stack;
    return exception;
  }
  if (error instanceof RangeError && error.message === 'Maximum call stack size exceeded') {
    const exception = new LimitException(`Maximum stack depth reached: ${MAXIMUM_DEPTH + 1}`);
    exception.stack = error.stack;
    return exception;
  }
  return null;
}

/** Deepest chain of Apex calls. Source: Apex Developer Guide, "Maximum stack depth … 1,000". */
const MAXIMUM_DEPTH = 1000;

/** JavaScript's complaint about null, raised in emitted code itself and not inside the library. */
function isNullUse(error: TypeError): boolean {
  if (!error.message.includes(' of null') && !error.message.includes('null is not')) return false;
  const [, firstFrame] = (error.stack ?? '').split('\n    at ');
  return firstFrame?.includes('apex:///') ?? false;
}

/** What a catch block works on. Throws on what Apex code cannot catch. */
export function caught(error: unknown): ApexException {
  const exception = asApexException(error);
  if (exception === null || !catchable(exception)) throw exception ?? error;
  return exception;
}

/** What goes on to the caller: errors that Apex knows become its exceptions. */
export function passing(error: unknown): unknown {
  return asApexException(error) ?? error;
}

/** Whether finally blocks are skipped. */
export function isFatal(error: unknown): boolean {
  const exception = asApexException(error);
  return exception === null || !catchable(exception);
}

/** The operand of `throw`. */
export function thrown(exception: ApexException | null): ApexException {
  return exception ?? nullPointer();
}

/** Seconds after which a transaction is given up: a loop of few turns may compute for hours inside the library. */
const PATIENCE_SECONDS = 900n;

/**
 * Called by frames that are too deep, and now and then by others.
 * @throws LimitException when there are too many frames, or the transaction has used its processor time
 */
export function checkFrame(tx: Transaction): void {
  if (tx.stackDepth > MAXIMUM_DEPTH) throw new LimitException(`Maximum stack depth reached: ${tx.stackDepth}`);
  checkTime(tx);
}

/**
 * Called by loops after that many turns.
 * @throws LimitException when the transaction has used its processor time
 */
export function tick(turns: number): void {
  const { tx } = kernel;
  tx.limits.turns += turns;
  checkTime(tx);
}

function checkTime(tx: Transaction): void {
  tx.limits.set('cpuTime', tx.cpuMillis());
  if ((process.hrtime.bigint() - tx.startedAt) / 1_000_000_000n > PATIENCE_SECONDS) {
    throw new Error(`A transaction has run for ${PATIENCE_SECONDS} seconds. Look for a loop that does not end.`);
  }
}
