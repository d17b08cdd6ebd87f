import { parseArgs } from 'node:util';
import { createStandIn, type StandInOptions } from './stand-in';

const usage = `Plays the WalkMe API on 127.0.0.1 until it is stopped.

  --rows N             rows of every report (default 500)
  --port P             port (default: a free one)
  --seed S             which data set (default 1)
  --as-of DATE         moment at which the reports were refreshed, ISO 8601 (default 2026-01-15T06:00:00Z)
  --token-lifetime S   seconds until a token expires (default 86400)
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      rows: { type: 'string' },
      port: { type: 'string' },
      seed: { type: 'string' },
      'as-of': { type: 'string' },
      'token-lifetime': { type: 'string' },
      help: { type: 'boolean' }
    }
  });
  if (values.help) {
    process.stdout.write(usage);
    return;
  }
  const options: StandInOptions = {
    rows: wholeNumber('rows', values.rows),
    port: wholeNumber('port', values.port),
    seed: wholeNumber('seed', values.seed),
    asOf: values['as-of'] === undefined ? undefined : new Date(values['as-of']),
    tokenLifetime: wholeNumber('token-lifetime', values['token-lifetime'])
  };
  const standIn = await createStandIn(options);
  process.stdout.write(`WalkMe stand-in at ${standIn.url}\n`);
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect'] as const) process.once(signal, () => void standIn.close());
}

function wholeNumber(name: string, text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d+$/.test(text)) throw new Error(`--${name} must be a whole number from 0 on, not "${text}".`);
  return Number(text);
}

main().catch((error: Error) => {
  process.stderr.write(`${error.message}\n\n${usage}`);
  process.exitCode = 2;
});
