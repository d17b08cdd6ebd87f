'use strict';

/** Gives Jest the custom labels' English text: without it, components in tests read `c.LabelName`. */

const path = require('node:path');

const ROOT = path.resolve(__dirname, '..', '..');

process.env.TS_NODE_PROJECT = path.join(ROOT, 'tsconfig.json');
process.env.TS_NODE_CWD = ROOT;
require('ts-node/register');

const { LABEL_MODULES, writeProjectLabels } = require('../../scripts/local-org/src/components/labelModules.ts');

module.exports = { LABEL_MODULES: LABEL_MODULES.split(path.sep).join('/'), writeLabels: writeProjectLabels };
