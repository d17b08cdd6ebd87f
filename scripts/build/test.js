'use strict';

/** `npm test`: installs what is missing, then runs the checks. */

const { ALL, ensureInstalled } = require('./install.js');
const { runTypeScript } = require('./run-typescript.js');

ensureInstalled(ALL);
runTypeScript('scripts/checks/run.ts');
