/** One request as the stand-in saw it. Headers and bodies are left out because they hold credentials. */
export interface LoggedRequest {
  method: string;
  /** Path with its query. */
  path: string;
  /** Status of the answer; null when the connection was closed, or is kept open, without one. */
  status: number | null;
  /** Kind of the fault that struck this request, if one did. */
  fault?: string;
}

const mostRequests = 10_000;

/** The last 10,000 requests in order of arrival, those of the `/_stand-in` paths not among them. */
export class RequestLog {
  private readonly entries: LoggedRequest[] = [];

  /** Adds a request that has just come in; its status is filled in when it is answered. */
  add(method: string, path: string): LoggedRequest {
    const entry: LoggedRequest = { method, path, status: null };
    this.entries.push(entry);
    if (this.entries.length > mostRequests) this.entries.shift();
    return entry;
  }

  /** The requests so far, oldest first. */
  list(): LoggedRequest[] {
    return this.entries.map((entry) => ({ ...entry }));
  }

  /** Forgets all requests. */
  clear(): void {
    this.entries.length = 0;
  }
}
