import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../src/cli/usage';
import { MOST_ROWS, parseStartArguments } from '../../src/start/arguments';

describe('the command line of npm start', () => {
  it('goes on serving with the stored org when nothing is said', () => {
    assert.deepEqual(parseStartArguments([]), { once: false, rows: undefined, reset: false, port: 0 });
  });

  it('reads every option', () => {
    const args = ['--once', '--rows', '100000', '--reset', '--port=8080'];
    assert.deepEqual(parseStartArguments(args), { once: true, rows: 100_000, reset: true, port: 8080 });
    assert.equal(parseStartArguments(['--rows', String(MOST_ROWS)]).rows, MOST_ROWS);
  });

  const refused: [string[], RegExp][] = [
    [['--rows', '0'], /--rows must be a whole number from 1 to 1000000, not "0"/],
    [['--rows', '1e3'], /--rows .* not "1e3"/],
    [['--rows', '1.5'], /--rows .* not "1\.5"/],
    [['--rows', String(MOST_ROWS + 1)], /--rows .* not "1000001"/],
    [['--rows='], /--rows .* not ""/],
    [['--rows'], /--rows/],
    [['--port', '65536'], /--port must be a whole number from 0 to 65535, not "65536"/],
    [['--often'], /--often/],
    [['once'], /npm start takes no "once"/]
  ];
  for (const [args, message] of refused) {
    it(`refuses ${args.join(' ')}`, () => {
      assert.throws(
        () => parseStartArguments(args),
        (error) => error instanceof UsageError && message.test(error.message)
      );
    });
  }
});
