/** An error answer of the insights endpoints. */
export interface ApiErrorBody {
  error: {
    /** For programs: one of a fixed set of words. */
    code: string;
    /** For people: what was wrong and what to do. */
    message: string;
  };
}

/** Thrown in a handler to answer with this status and code. */
export class ApiError extends Error {
  constructor(
    readonly statusCode: number,
    readonly code: string,
    message: string
  ) {
    super(message);
  }

  /** The body of the answer. */
  get body(): ApiErrorBody {
    return { error: { code: this.code, message: this.message } };
  }
}
