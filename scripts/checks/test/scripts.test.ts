import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { format } from '../checks/format';
import { lint } from '../checks/lint';
import { types } from '../checks/types';
import { runTestFiles } from '../checks/unit';
import { apexClass, find, messages, projectWith } from './project';

const TSCONFIG = {
  'tsconfig.json':
    '{ "compilerOptions": { "strict": true, "types": [], "skipLibCheck": true }, "include": ["scripts"] }\n'
};

describe('format', () => {
  it('accepts formatted files', async (context) => {
    const files = { 'a.json': '{ "a": 1 }\n', ...apexClass('Tidy', 'public class Tidy {\n}\n') };
    const cls = 'force-app/main/default/classes/Tidy.cls';
    assert.doesNotMatch(messages(await find(context, format, files)), /a\.json/);
    assert.match(messages(await find(context, format, { [cls]: 'public class Tidy{ }' })), /Tidy\.cls/);
  });

  it('finds unformatted Apex and TypeScript, and source that cannot be read', async (context) => {
    const found = await find(context, format, { 'scripts/a.ts': 'const  a = "b"\n' });
    assert.match(messages(found), /scripts\/a\.ts/);
    assert.match(messages(await find(context, format, { 'scripts/b.ts': 'const = ;\n' })), /b\.ts/);
  });
});

describe('lint', () => {
  it('finds faults in scripts and in components', async (context) => {
    const found = await find(context, lint, {
      'scripts/a.ts': 'export function a(x: any) {\n  return x == 1;\n}\n',
      'force-app/main/default/lwc/b/b.ts':
        "import { LightningElement, api } from 'lwc';\nexport default class B extends LightningElement {\n  @api disabled = true;\n}\n"
    });
    const text = messages(found);
    assert.match(text, /scripts\/a\.ts:1 @typescript-eslint\/no-explicit-any/);
    assert.match(text, /scripts\/a\.ts:2 eqeqeq/);
    assert.match(text, /b\.ts:3 @lwc\/lwc\/no-api-reassignments|b\.ts:\d+ @lwc\//);
  });

  it('accepts sound scripts', async (context) => {
    const found = await find(context, lint, { 'scripts/a.ts': 'export const a = (x: number): boolean => x === 1;\n' });
    assert.equal(messages(found), '');
  });
});

describe('types', () => {
  it('finds what strict types reject', async (context) => {
    const wrong = 'export const a: string = 1;\nexport const b = (x: string | undefined) => x.length;\n';
    const text = messages(await find(context, types, { ...TSCONFIG, 'scripts/a.ts': wrong }));
    assert.match(text, /scripts\/a\.ts:1 TS2322/);
    assert.match(text, /scripts\/a\.ts:2 TS18048/);
  });

  it('accepts sound types', async (context) => {
    const found = await find(context, types, { ...TSCONFIG, 'scripts/a.ts': 'export const a: number = 1;\n' });
    assert.equal(messages(found), '');
  });
});

describe('unit', () => {
  const suite = (body: string): Record<string, string> => ({
    'scripts/a.test.ts': `import { it } from 'node:test';\nimport assert from 'node:assert/strict';\n${body}\n`
  });
  const runSuite = async (root: string) => runTestFiles(root, [join(root, 'scripts', 'a.test.ts')]);

  it('counts what passed and what failed, and repeats the failures', async (context) => {
    const root = projectWith(context, {
      ...TSCONFIG,
      ...suite("it('is right', () => {});\nit('is wrong', () => assert.equal(1, 2));")
    });
    const result = await runSuite(root);
    assert.deepEqual([result.passed, result.failed], [1, 1]);
    assert.match(messages(result.findings), /1 unit tests fail/);
    assert.match(result.output ?? '', /is wrong/);
  });

  it('does not let a skipped test pass', async (context) => {
    const root = projectWith(context, { ...TSCONFIG, ...suite("it.skip('is not run', () => {});") });
    const result = await runSuite(root);
    assert.match(messages(result.findings), /skipped/);
    assert.equal(result.failed, 1);
  });

  it('fails when a test file cannot be loaded', async (context) => {
    const root = projectWith(context, { ...TSCONFIG, ...suite("import './nowhere';") });
    const result = await runSuite(root);
    assert.ok(result.findings.length > 0);
  });
});
