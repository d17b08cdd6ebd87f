'use strict';

// Tests of the Lightning Web Components, by the runner that Salesforce keeps for them.
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

module.exports = {
  ...jestConfig,
  roots: ['<rootDir>/force-app'],
  modulePathIgnorePatterns: ['<rootDir>/.local-org/']
};
