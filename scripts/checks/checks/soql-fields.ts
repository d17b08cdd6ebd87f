import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadSchema } from '../../local-org/src/schema/load';
import type { Check } from '../framework/check';
import { filesBelow, shortPath } from '../framework/paths';
import { queriesOf } from '../soql/queries';
import { unknownNames } from '../soql/resolve';

/** Every object, field and relationship in the static SOQL of Apex exists in the platform or in the project's metadata. */
export const soqlFields: Check = {
  name: 'soql-fields',
  purpose: 'Every object, field and relationship in SOQL exists',
  run(root) {
    const folder = join(root, 'force-app');
    const schema = loadSchema([folder]);
    const files = filesBelow(folder, (name) => name.endsWith('.cls') || name.endsWith('.trigger'));
    let count = 0;
    const findings = files.flatMap((file) => {
      const queries = queriesOf(readFileSync(file, 'utf8'), file.endsWith('.trigger'));
      count += queries.length;
      return queries
        .flatMap((query) => unknownNames(schema, query))
        .map(({ path, message }) => ({ file: shortPath(root, file), line: path.line, column: path.column, message }));
    });
    return Promise.resolve({ findings, note: `${count} queries` });
  }
};
