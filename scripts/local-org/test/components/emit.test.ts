import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { emitComponents } from '../../src/components/emit';
import { project } from './folder';

const SOURCE = `import { LightningElement, api } from 'lwc';
import type { Visit } from './visit';
export default class Shelf extends LightningElement {
  @api visit?: Visit;
  #count: number = 0;
}
`;
const FILES = {
  'lwc/shelf/shelf.ts': SOURCE,
  'lwc/shelf/visit.ts': 'export interface Visit { minutes: number }\n',
  'lwc/shelf/__tests__/shelf.test.ts': 'it();\n'
};
const shelf = (root: string, file: string): string => path.join(root, 'force-app/main/default/lwc/shelf', file);

describe('emitted components', () => {
  it('keep decorators and class fields and lose their types', (context) => {
    const root = project(context, FILES);
    emitComponents(root);
    const code = readFileSync(shelf(root, 'shelf.js'), 'utf8');
    assert.match(code, /@api\s+visit;/);
    assert.match(code, /#count = 0;/);
    assert.doesNotMatch(code, /Visit|number/);
  });

  it('are written for every module of a bundle and for no test', (context) => {
    const root = project(context, FILES);
    const { files } = emitComponents(root);
    assert.deepEqual(files.map((file) => path.basename(file)).sort(), ['shelf.js', 'visit.js']);
    assert.ok(!existsSync(shelf(root, '__tests__/shelf.test.js')));
  });

  it('are left alone when they are up to date', (context) => {
    const root = project(context, FILES);
    emitComponents(root);
    const before = statSync(shelf(root, 'shelf.js')).mtimeMs;
    assert.deepEqual(emitComponents(root).written, []);
    assert.equal(statSync(shelf(root, 'shelf.js')).mtimeMs, before);
  });

  it('go when their TypeScript is gone, unless the component is JavaScript', (context) => {
    const root = project(context, { ...FILES, 'lwc/old/old.js': 'export default 1;\n' });
    writeFileSync(shelf(root, 'gone.js'), '');
    assert.deepEqual(emitComponents(root).removed, [shelf(root, 'gone.js')]);
    assert.ok(existsSync(path.join(root, 'force-app/main/default/lwc/old/old.js')));
  });

  it('are refused with file, line and column where the TypeScript is none', (context) => {
    const root = project(context, { 'lwc/shelf/shelf.ts': 'export const a = ;\n' });
    assert.throws(() => emitComponents(root), /shelf\.ts:1:18 Expression expected/);
  });
});
