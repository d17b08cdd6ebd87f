/** Every way in which the stand-in can be told to fail, with what it does. */
export const faultKinds = {
  unauthorized: '401 although the token is good',
  expiredToken: 'every token issued so far expires, so that this request is answered 401 until a new token is fetched',
  forbidden: '403: the API key lacks a permission',
  notFound: '404',
  tooManyRequests: '429 with Retry-After (retryAfter: seconds or an HTTP date; default 1)',
  serverError: '500 with a JSON error',
  badGateway: '502 with the HTML page of a proxy',
  unavailable: '503 with the HTML page of a proxy',
  timeout: 'no answer: the connection stays open, or is closed after delayMs',
  connectionReset: 'the connection is reset before any answer',
  truncatedBody: 'a complete answer whose JSON ends in the middle',
  truncatedTransfer: 'the connection breaks in the middle of the body',
  notJson: '200 with an HTML page, as a login page or a proxy would give',
  missingColumn: 'the column (column) is neither in the header nor in the rows',
  renamedColumn: 'the column (column) is called newName',
  fewerRows: 'the last count rows (default 1) are never delivered although total counts them',
  moreRows: 'count more rows (default 1) than total says',
  shortRows: 'the last count cells (default 1) of the rows are left out; of report row number row only, if given',
  emptyReport: 'total 0 and no rows',
  slow: 'the right answer, delayMs late'
} as const;

/** One way to fail. */
export type FaultKind = keyof typeof faultKinds;

/**
 * Tells the stand-in to fail. Without `nth` and `times` the fault strikes every matching request until it is deleted.
 */
export interface Fault {
  kind: FaultKind;
  /** Only requests with this method. */
  method?: string;
  /**
   * Only requests whose path begins so, without the query; default `/public/`. The token endpoint fails only when its
   * path is given.
   */
  path?: string;
  /** Only requests whose query has all of these values, such as `{"offset": "1000"}`. */
  query?: Record<string, string>;
  /** The first matching request to strike, from 1; default 1. */
  nth?: number;
  /** How many matching requests to strike from the nth on; default all. */
  times?: number;
  /** For `tooManyRequests`: a number of seconds or an HTTP date. */
  retryAfter?: number | string;
  /** For `timeout` and `slow`: milliseconds. */
  delayMs?: number;
  /** For `missingColumn` and `renamedColumn`: the column's name. */
  column?: string;
  /** For `renamedColumn`. */
  newName?: string;
  /** For `fewerRows` and `moreRows` a number of rows, for `shortRows` a number of cells. */
  count?: number;
  /** For `shortRows`: the only report row (from 0) to shorten. */
  row?: number;
}

/** The parts of a request that decide whether a fault strikes it. */
export interface FaultTarget {
  method: string;
  /** Without the query. */
  path: string;
  query: Record<string, string>;
}
