'use strict';

/** `npm start`: installs what the local org needs, then runs the daily sync in it. */

const { withDeepStack } = require('../local-org/bin/deep-stack.js');
const { START, ensureInstalled } = require('./install.js');
const { makeDeployable, runTypeScript } = require('./run-typescript.js');

withDeepStack(() => {
  ensureInstalled(START);
  makeDeployable();
  runTypeScript('scripts/local-org/src/start/main.ts');
});
