import { join } from 'node:path';
import type { Check } from '../framework/check';
import { shortPath } from '../framework/paths';
import { judge } from '../jorje/jorje';

/** Everything below force-app compiles with Salesforce's own compiler front end. */
export const apexJorje: Check = {
  name: 'apex-jorje',
  purpose: "Apex compiles with the front end of Salesforce's own compiler",
  async run(root) {
    const found = await judge([join(root, 'force-app')], 'together');
    return { findings: found.map((finding) => ({ ...finding, file: shortPath(root, finding.file) })) };
  }
};
