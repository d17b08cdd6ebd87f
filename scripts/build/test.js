'use strict';

/** `npm test`: installs what is missing, then runs the checks. */

const { ALL, ensureInstalled } = require('./install.js');
const { makeDeployable, runTypeScript } = require('./run-typescript.js');

ensureInstalled(ALL);
makeDeployable();
runTypeScript('scripts/checks/run.ts');
