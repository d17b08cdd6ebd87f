'use strict';

// Tests of the Lightning Web Components, by the runner that Salesforce keeps for them.
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');
const { LABEL_MODULES, writeLabels } = require('./config/jest/labels.js');

// Read once, by the process that starts the tests: they assert on the labels as they are now.
writeLabels(__dirname);

module.exports = {
  ...jestConfig,
  roots: ['<rootDir>/force-app'],
  // TypeScript first: a component's emitted JavaScript may be older.
  moduleFileExtensions: ['ts', 'js', 'html', 'json'],
  testMatch: ['<rootDir>/force-app/**/__tests__/**/*.test.ts'],
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/config/jest/setup.js'],
  moduleNameMapper: {
    '^@salesforce/label/c\\.(\\w+)$': `<rootDir>/${LABEL_MODULES}/$1.js`,
    '^lightning/(modal|platformShowToastEvent)$': '<rootDir>/config/jest/stubs/$1.ts'
  },
  // No test measures time; a busy machine must not fail one.
  testTimeout: 120_000,
  collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**', '!**/*.d.ts']
};
