'use strict';

/**
 * Gives a program the stack that deep Apex needs.
 *
 * Apex allows 1,000 nested calls, and V8's own stack of 984 KB ends before that in methods with many variables. V8 reads
 * its limit when it starts, and the system must allow as much: hence a second process, behind a shell that raises both.
 */

const { spawn } = require('node:child_process');
const { constants } = require('node:os');
const inspector = require('node:inspector');

/** Kilobytes that the system is asked for: the most that macOS allows. */
const SYSTEM_STACK = 65520;
/** Kilobytes that V8 may use of them; the rest is for native code. */
const V8_STACK = 60000;
/** V8's own default, in kilobytes, for systems that refuse more. */
const DEFAULT_V8_STACK = 984;

const FLAG = '--stack-size=';
const RAISE = `ulimit -S -s ${SYSTEM_STACK} 2>/dev/null && exec "$0" ${FLAG}${V8_STACK} "$@"; exec "$0" ${FLAG}${DEFAULT_V8_STACK} "$@"`;

/**
 * Calls `program` in a process with a deep stack: in this one when it has it, else this very script is started again.
 * Windows and debuggers stay with the stack that they have.
 *
 * @param {() => void} program what to run
 */
function withDeepStack(program) {
  const decided = process.execArgv.some((flag) => flag.startsWith(FLAG));
  if (decided || process.platform === 'win32' || inspector.url()) program();
  else startAgain();
}

function startAgain() {
  const args = ['-c', RAISE, process.execPath, ...process.execArgv, ...process.argv.slice(1)];
  const child = spawn('/bin/sh', args, { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', (error) => {
    console.error(`/bin/sh cannot be started: ${error.message}`);
    process.exit(1);
  });
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}

module.exports = { withDeepStack };
