import assert from 'node:assert/strict';
import { join } from 'node:path';
import { readFileSync } from 'node:fs';
import { describe, it, type TestContext } from 'node:test';
import { format } from '../checks/format';
import { lint } from '../checks/lint';
import { types } from '../checks/types';
import { runTestFiles } from '../checks/unit';
import { PROJECT_ROOT } from '../framework/paths';
import { apexClass, find, installedProjectWith, messages } from './project';

const TSCONFIG = {
  'tsconfig.json':
    '{ "compilerOptions": { "strict": true, "types": [], "skipLibCheck": true }, "include": ["scripts"], "ts-node": { "swc": true } }\n'
};

describe('format', () => {
  const findUnformatted = async (context: TestContext, files: Record<string, string>): Promise<string> => {
    const config = readFileSync(join(PROJECT_ROOT, '.prettierrc'), 'utf8');
    const root = installedProjectWith(context, { '.prettierrc': config, ...files });
    return messages((await format.run(root)).findings);
  };

  it('accepts formatted files', async (context) => {
    const files = { 'scripts/a.ts': "const a = 'b';\n", ...apexClass('Tidy', 'public class Tidy {\n}\n') };
    assert.equal(await findUnformatted(context, files), '');
  });

  it('finds unformatted Apex and TypeScript', async (context) => {
    const files = { 'scripts/a.ts': 'const  a = "b"\n', ...apexClass('Untidy', 'public class Untidy{ }') };
    const text = await findUnformatted(context, files);
    assert.match(text, /scripts\/a\.ts/);
    assert.match(text, /Untidy\.cls/);
  });

  it('finds source that cannot be read', async (context) => {
    assert.match(await findUnformatted(context, { 'scripts/b.ts': 'const = ;\n' }), /b\.ts/);
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
    const root = installedProjectWith(context, {
      ...TSCONFIG,
      ...suite("it('is right', () => {});\nit('is wrong', () => assert.equal(1, 2));")
    });
    const result = await runSuite(root);
    assert.deepEqual([result.passed, result.failed], [1, 1]);
    assert.match(messages(result.findings), /1 unit tests fail/);
    assert.match(result.output ?? '', /is wrong/);
  });

  it('does not let a skipped test pass', async (context) => {
    const root = installedProjectWith(context, { ...TSCONFIG, ...suite("it.skip('is not run', () => {});") });
    const result = await runSuite(root);
    assert.match(messages(result.findings), /skipped/);
    assert.equal(result.failed, 1);
  });

  it('fails when a test file cannot be loaded', async (context) => {
    const root = installedProjectWith(context, { ...TSCONFIG, ...suite("import './nowhere';") });
    const result = await runSuite(root);
    assert.ok(result.findings.length > 0);
  });
});
