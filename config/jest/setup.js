'use strict';

// Adds `expect(element).toBeAccessible()`.
require('@sa11y/jest').setup();

// jsdom has no crypto.randomUUID, which browsers have.
const { randomUUID } = require('node:crypto');
globalThis.crypto.randomUUID ??= randomUUID;
