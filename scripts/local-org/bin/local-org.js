#!/usr/bin/env node
'use strict';

// Plain JavaScript: it registers the TypeScript loader that everything else needs.
// The project file is named explicitly, so that the working directory stays the caller's and may be anything.
const path = require('node:path');
const { withDeepStack } = require('./deep-stack.js');

const root = path.resolve(__dirname, '..', '..', '..');

withDeepStack(() => {
  process.env.TS_NODE_PROJECT = path.join(root, 'tsconfig.json');
  process.env.TS_NODE_CWD = root;
  require('ts-node/register');
  require('../src/cli/main.ts');
});
