/**
 * Errors that Apex code can never catch.
 */

/** The code reached something that the local org does not know. */
export class UnsupportedError extends Error {
  /** `what` names it: `System.Crypto.sign(String, Blob, Blob)`. */
  constructor(
    readonly what: string,
    hint?: string
  ) {
    super(`The local org does not know ${what}${hint ? `: ${hint}` : ''}`);
    this.name = 'UnsupportedError';
  }
}

/** Thrown by `System.assert…` style fatal ends and by aborts of the runner; passes all catch blocks. */
export class TransactionAbort extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'TransactionAbort';
  }
}
