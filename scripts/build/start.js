'use strict';

/** `npm start`: installs what the local org needs, then runs the daily sync in it. */

const { START, ensureInstalled } = require('./install.js');
const { runTypeScript } = require('./run-typescript.js');

ensureInstalled(START);
runTypeScript('scripts/local-org/src/start/main.ts');
