'use strict';

/**
 * Installs the packages that a command needs, and only when something is missing.
 *
 * Plain JavaScript without dependencies: it runs before anything is installed.
 *
 * Two sets exist. `start` holds the packages of the local org alone, a tenth of the whole; `all` holds everything.
 * A set that is complete leaves a stamp in node_modules with the hash of the lock file that it was made from. A complete
 * `all` serves `start` as well, so it is never cut back to the smaller set.
 */

const { createHash } = require('node:crypto');
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const path = require('node:path');

const ROOT = path.resolve(__dirname, '..', '..');
const START = 'start';
const ALL = 'all';

/** npm's arguments for each set. `install`, not `ci`: it keeps what is there, so a native module is compiled once. */
const NPM_ARGUMENTS = {
  [START]: ['install', '--no-save', '--workspace=scripts/local-org', '--include-workspace-root=false'],
  [ALL]: ['install', '--no-save']
};

/** What the stamps hold: the lock file's hash, and what a native module was compiled for. */
function wantedStamp(root) {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  const hash = createHash('sha256').update(lock).digest('hex');
  return `${hash} ${process.platform}-${process.arch} modules-${process.versions.modules}\n`;
}

function stampFile(root, set) {
  return path.join(root, 'node_modules', `.installed-${set}`);
}

function hasStamp(root, set) {
  try {
    return fs.readFileSync(stampFile(root, set), 'utf8') === wantedStamp(root);
  } catch {
    return false;
  }
}

/**
 * The set that npm has to install before a command can run.
 *
 * @param {string} root the project's folder
 * @param {'start'|'all'} needed the set that the command needs
 * @returns {'start'|'all'|undefined} undefined when it is all there
 */
function missingSet(root, needed) {
  if (hasStamp(root, ALL)) return undefined;
  if (needed === START && hasStamp(root, START)) return undefined;
  // Somebody who once had everything keeps everything when the lock file changes.
  if (needed === START && fs.existsSync(stampFile(root, ALL))) return ALL;
  return needed;
}

function runNpm(root, set) {
  const options = { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' };
  const env = { ...process.env };
  // What the npm that called us was told about workspaces must not change what is installed.
  for (const name of ['npm_config_workspace', 'npm_config_workspaces', 'npm_config_include_workspace_root']) {
    delete env[name];
  }
  // NODE_ENV=production would leave out what the checks need.
  const always = ['--include=dev', '--include=optional', '--no-audit', '--no-fund', '--loglevel=error'];
  return spawnSync('npm', [...NPM_ARGUMENTS[set], ...always], { ...options, env });
}

function writeStamps(root, set) {
  fs.rmSync(stampFile(root, ALL), { force: true });
  fs.writeFileSync(stampFile(root, set), wantedStamp(root));
}

/**
 * Makes sure that the set of packages is installed; exits the process with 1 when npm cannot install it.
 *
 * @param {'start'|'all'} needed the set that the command needs
 */
function ensureInstalled(needed) {
  const major = Number(process.versions.node.split('.')[0]);
  if (major < 20) fail(`Node ${process.versions.node} is too old: install Node 20 or later.`);
  const set = missingSet(ROOT, needed);
  if (!set) return;
  const started = Date.now();
  console.error(
    `Installing packages (${set === ALL ? 'everything: up to 4' : 'the local org only: up to 2'} minutes, once) …`
  );
  const { status, error } = runNpm(ROOT, set);
  if (status !== 0) {
    const reason = error ? error.message : `npm ended with ${status}`;
    fail(`The packages could not be installed: ${reason}. See npm's messages above; then run the command again.`);
  }
  writeStamps(ROOT, set);
  console.error(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function fail(message) {
  console.error(message);
  process.exit(1);
}

module.exports = { ALL, START, ROOT, ensureInstalled, missingSet, stampFile, wantedStamp };
