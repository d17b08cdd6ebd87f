import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { UsageError } from '../../src/cli/usage';
import { MOST_ROWS, parseStartArguments } from '../../src/start/arguments';

describe('the command line of npm start', () => {
  it('goes on serving with the stored org when nothing is said', () => {
    const expected = { once: false, rows: undefined, reset: false, run: true, empty: false, port: 0 };
    assert.deepEqual(parseStartArguments([]), expected);
  });

  it('reads every option', () => {
    const args = ['--once', '--rows', '100000', '--reset', '--port=8080'];
    const expected = { once: true, rows: 100_000, reset: true, run: true, empty: false, port: 8080 };
    assert.deepEqual(parseStartArguments(args), expected);
    assert.equal(parseStartArguments(['--rows', String(MOST_ROWS)]).rows, MOST_ROWS);
  });

  it('serves without a run where nothing can run yet, or where that was asked for', () => {
    assert.equal(parseStartArguments(['--no-run']).run, false);
    const { run, empty } = parseStartArguments(['--empty']);
    assert.deepEqual([run, empty], [false, true]);
  });

  const refused: [string[], RegExp][] = [
    [['--rows', '0'], /--rows must be a whole number from 1 to 1000000, not "0"/],
    [['--rows', '1e3'], /--rows .* not "1e3"/],
    [['--rows', '1.5'], /--rows .* not "1\.5"/],
    [['--rows', String(MOST_ROWS + 1)], /--rows .* not "1000001"/],
    [['--rows='], /--rows .* not ""/],
    [['--rows'], /--rows/],
    [['--port', '65536'], /--port must be a whole number from 0 to 65535, not "65536"/],
    [['--once', '--no-run'], /--once runs the day/],
    [['--once', '--empty'], /--once runs the day/],
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
