/**
 * The thread that really sends a request, so that the main thread, on which Apex runs, can wait for it.
 */
import http from 'node:http';
import { runAsWorker } from 'synckit';
import type { WireAnswer, WireRequest } from './transport';

/** What went wrong, in the words of the HTTP client of an org. Source: messages of java.net that System.CalloutException carries. */
const ERROR_TEXTS: Record<string, string> = {
  ECONNREFUSED: 'Connection refused',
  ECONNRESET: 'Unexpected end of file from server',
  EPIPE: 'Unexpected end of file from server',
  ENOTFOUND: 'Unknown host'
};

function errorText(error: NodeJS.ErrnoException): string {
  if (error.message === 'socket hang up') return 'Unexpected end of file from server';
  return ERROR_TEXTS[error.code ?? ''] ?? error.message;
}

/** Header lines in the order and letter case of the server. */
function headerPairs(raw: string[]): [string, string][] {
  const pairs: [string, string][] = [];
  for (let i = 0; i + 1 < raw.length; i += 2) pairs.push([raw[i]!, raw[i + 1]!]);
  return pairs;
}

function readAnswer(response: http.IncomingMessage, limit: number, end: (answer: WireAnswer) => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  response.on('data', (chunk: Buffer) => {
    size += chunk.length;
    // Past the limit only the size matters any more.
    if (size <= limit) chunks.push(chunk);
  });
  response.on('error', () => end({ error: 'Premature EOF' }));
  response.on('end', () => {
    if (!response.complete) return end({ error: 'Premature EOF' });
    end({
      statusCode: response.statusCode ?? 0,
      status: response.statusMessage ?? '',
      headers: headerPairs(response.rawHeaders),
      body: size <= limit ? Buffer.concat(chunks) : Buffer.alloc(0),
      size
    });
  });
}

function send(request: WireRequest): Promise<WireAnswer> {
  return new Promise((resolve) => {
    const headers = request.headers.flatMap(([name, value]) => [name, value]);
    const outgoing = http.request(request.url, { method: request.method, headers, agent: false });
    const timer = setTimeout(() => {
      resolve({ error: 'Read timed out' });
      outgoing.destroy();
    }, request.timeout);
    const end = (answer: WireAnswer): void => {
      clearTimeout(timer);
      resolve(answer);
    };
    outgoing.on('response', (response) => readAnswer(response, request.sizeLimit, end));
    outgoing.on('error', (error) => end({ error: errorText(error) }));
    outgoing.end(Buffer.from(request.body));
  });
}

runAsWorker(send);
