/** A server on a thread of its own, because the thread of the tests waits while it calls out. */
import { Worker } from 'node:worker_threads';

/** Runs on the thread: answers by path, and counts tokens. */
const SOURCE = `
  const http = require('node:http');
  const { parentPort } = require('node:worker_threads');
  let tokens = 0;
  let valid = '';
  const answers = {
    '/token': (req, res, body) => {
      const ok = req.headers.authorization === 'Basic ' + Buffer.from('key:secret').toString('base64') && body === 'grant_type=client_credentials';
      res.writeHead(ok ? 200 : 401, { 'content-type': 'application/json' });
      if (ok) valid = 'token-' + ++tokens;
      res.end(JSON.stringify(ok ? { access_token: valid, token_type: 'Bearer' } : { error: 'invalid_client', error_description: 'who are you' }));
    },
    '/expire': (req, res) => { valid = 'none'; res.end('ok'); },
    '/secured': (req, res) => {
      const ok = req.headers.authorization === 'Bearer ' + valid;
      res.writeHead(ok ? 200 : 401);
      res.end(req.headers.authorization);
    },
    '/never': () => undefined,
    '/cut': (req, res) => { res.writeHead(200, { 'content-length': '100' }); res.write('half'); setTimeout(() => res.destroy(), 20); },
    '/hangup': (req, res) => res.destroy(),
    '/large': (req, res) => res.end(Buffer.alloc(6000001, 'x')),
    '/busy': (req, res) => { res.writeHead(429, 'Too Many Requests', { 'Retry-After': '7' }); res.end(); }
  };
  const server = http.createServer((req, res) => {
    const chunks = [];
    req.on('data', (chunk) => chunks.push(chunk));
    req.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const answer = answers[req.url.split('?')[0]];
      if (answer) return answer(req, res, body);
      res.writeHead(200, { 'X-Echo': 'yes' });
      res.end(JSON.stringify({ method: req.method, url: req.url, headers: req.headers, body }));
    });
  });
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port));
`;

export interface TestServer {
  url: string;
  stop(): Promise<void>;
}

/** Starts the server. */
export async function startServer(): Promise<TestServer> {
  const worker = new Worker(SOURCE, { eval: true });
  const port = await new Promise<number>((resolve) => worker.once('message', resolve));
  return { url: `http://127.0.0.1:${port}`, stop: async () => void (await worker.terminate()) };
}
