'use strict';

/** Runs a TypeScript file of this project in this very process, whatever the working directory is. */

const path = require('node:path');
const { ROOT } = require('./install.js');

function register() {
  process.env.TS_NODE_PROJECT = path.join(ROOT, 'tsconfig.json');
  process.env.TS_NODE_CWD = ROOT;
  require('ts-node/register');
}

/** Makes what version control does not keep of the app: a fresh clone is complete only then. */
function makeDeployable() {
  register();
  require('./deployable.ts').makeDeployable(ROOT);
}

/**
 * @param {string} file path of the TypeScript file, from the project's folder
 */
function runTypeScript(file) {
  register();
  const script = path.join(ROOT, file);
  process.argv[1] = script;
  require(script);
}

module.exports = { makeDeployable, runTypeScript };
