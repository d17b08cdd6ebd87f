/**
 * Sends requests and waits for the answer. Only addresses of this machine are ever contacted.
 */
import path from 'node:path';
import { createSyncFn } from 'synckit';
import { kernel } from '../runtime/kernel';
import { UnsupportedError } from '../runtime/values';

/** A request as it goes on the wire. */
export interface WireRequest {
  method: string;
  url: string;
  /** Without Host, which follows from the URL. */
  headers: [string, string][];
  body: Uint8Array;
  /** Milliseconds for the whole exchange. */
  timeout: number;
  /** Bytes of an answer's body beyond which it is not kept. */
  sizeLimit: number;
}

export interface WireResponse {
  statusCode: number;
  status: string;
  headers: [string, string][];
  body: Uint8Array;
  /** Bytes of the body as sent, also where it was not kept. */
  size: number;
}

/** An answer, or why there is none. */
export type WireAnswer = WireResponse | { error: string };

/** Time beyond a request's own time-out after which the thread itself is given up. */
const GRACE_MS = 30_000;
/** Longest time-out of a request. Source: Apex Developer Guide, "Callout Limits and Limitations". */
export const MAX_TIMEOUT_MS = 120_000;

type Send = (request: WireRequest) => WireAnswer;
let sendSync: Send | null = null;

/** Whether the address is of this machine. */
export function isLoopback(url: URL): boolean {
  const host = url.hostname.toLowerCase();
  return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}

/** The thread that sends. It starts with the first call, and is ready some hundred milliseconds later. */
function sender(): Send {
  sendSync ??= createSyncFn(path.join(__dirname, `worker${path.extname(__filename)}`), {
    timeout: MAX_TIMEOUT_MS + GRACE_MS
  });
  return sendSync;
}

/** Starts what sends requests, in the background, so that the first of them need not wait for it. */
export function prepareToSend(): void {
  sender();
}

/**
 * Sends a request.
 * @throws UnsupportedError naming the host, when it is not this machine or wants TLS
 */
export function send(request: WireRequest): WireAnswer {
  const url = new URL(request.url);
  if (!isLoopback(url)) {
    throw new UnsupportedError(
      `callouts to ${url.host}`,
      'it contacts addresses of this machine only; map the address in config/local-org.json'
    );
  }
  if (url.protocol !== 'http:')
    throw new UnsupportedError(`callouts over ${url.protocol}//`, 'use http: for addresses of this machine');
  const sendNow = sender();
  const started = process.hrtime.bigint();
  const answer = sendNow({ ...request, headers: [['Host', url.host], ...request.headers] });
  // Waiting for an answer is not processor time. Source: Apex Developer Guide, "Execution Governors and Limits".
  (kernel.tx as { startedAt: bigint }).startedAt += process.hrtime.bigint() - started;
  return answer;
}
