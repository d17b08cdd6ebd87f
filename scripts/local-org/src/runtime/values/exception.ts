import { rtType, type RtType } from './rttype';
import { apexStackText, firstApexLine } from './stack';

const EXCEPTION = rtType('System.Exception');

/**
 * An exception of Apex: the platform's own and, by emitted subclasses, those of the project.
 * The stack is captured when the object is made, as an org does.
 */
export class ApexException extends Error {
  /** Type of platform exceptions; emitted classes override `rtType`. */
  platformType: RtType = EXCEPTION;
  override cause: ApexException | null = null;
  /** Message as set; null until set. */
  text: string | null = null;
  /** Platform exceptions: what their own getters answer (`dmlErrors`, `inaccessibleFields` …). */
  details: Record<string, unknown> = {};
  private stackTextCache: string | null = null;

  constructor(message: string | null = null, type?: RtType) {
    super(message ?? '');
    this.text = message;
    if (type) this.platformType = type;
  }

  get rtType(): RtType {
    return this.platformType;
  }

  /** `System.NullPointerException`, `Foo.BarException`. */
  get typeName(): string {
    const type = this.rtType;
    return type.symbolName;
  }

  /** `Exception.getMessage()`: user exceptions made without message answer `Script-thrown exception`. */
  getMessage(): string {
    return this.text ?? 'Script-thrown exception';
  }

  setMessage(message: string | null): void {
    this.text = message;
    this.message = message ?? '';
  }

  /** `Class.Foo.bar: line 12, column 1`, one line a frame. */
  getStackTraceString(): string {
    this.stackTextCache ??= apexStackText(this.stack ?? '');
    return this.stackTextCache;
  }

  getLineNumber(): number {
    return firstApexLine(this.stack ?? '');
  }

  $c(): this {
    return this;
  }
  $c_string(message: string | null): this {
    this.setMessage(message);
    return this;
  }
  $c_exception(cause: ApexException | null): this {
    this.cause = cause;
    if (cause) this.setMessage(cause.getMessage());
    return this;
  }
  $c_string_exception(message: string | null, cause: ApexException | null): this {
    this.setMessage(message);
    this.cause = cause;
    return this;
  }
}

/** A governor limit was passed. Emitted catch and finally blocks let it through. */
export class LimitException extends ApexException {
  constructor(message: string) {
    super(message, rtType('System.LimitException'));
  }
}

/** Makes a platform exception: `newException('System.NullPointerException', 'Attempt to de-reference a null object')`. */
export function newException(
  typeName: string,
  message: string | null,
  details: Record<string, unknown> = {}
): ApexException {
  const exception = new ApexException(message, rtType(typeName));
  exception.details = details;
  return exception;
}

/** Throws a platform exception. */
export function throwNew(typeName: string, message: string | null, details?: Record<string, unknown>): never {
  throw newException(typeName, message, details);
}

/** The exception of using null. */
export function nullPointer(): never {
  return throwNew('System.NullPointerException', 'Attempt to de-reference a null object');
}

/**
 * Whether catch blocks may see the error: not limits, and not failed assertions.
 * Source: Apex Reference Guide, "Assert Class": an assertion failure cannot be caught with try/catch.
 */
export function catchable(error: unknown): error is ApexException {
  if (!(error instanceof ApexException) || error instanceof LimitException) return false;
  return error.platformType.symbolName !== 'System.AssertException';
}
