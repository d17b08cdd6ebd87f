import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { components } from '../checks/components';
import { jest } from '../checks/jest';
import { PROJECT_ROOT } from '../framework/paths';
import { apexClass, installedProjectWith, messages } from './project';

const LWC = 'force-app/main/default/lwc';

function description(content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<LightningComponentBundle xmlns="http://soap.sforce.com/2006/04/metadata">${content}</LightningComponentBundle>
`;
}

const HIDDEN = description('<apiVersion>65.0</apiVersion><isExposed>false</isExposed>');

/** A component with its metadata file. */
function component(
  name: string,
  source: string,
  html = '<template></template>',
  meta = HIDDEN
): Record<string, string> {
  const base = `${LWC}/${name}/${name}`;
  return { [`${base}.ts`]: source, [`${base}.html`]: html, [`${base}.js-meta.xml`]: meta };
}

function labels(...names: readonly string[]): Record<string, string> {
  const entries = names.map(
    (name) =>
      `<labels><fullName>${name}</fullName><language>en_US</language><protected>true</protected>` +
      `<shortDescription>${name}</shortDescription><value>${name}</value></labels>`
  );
  const root = `<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">${entries.join('')}</CustomLabels>`;
  return { 'force-app/main/default/labels/CustomLabels.labels-meta.xml': `<?xml version="1.0"?>\n${root}\n` };
}

const SHELF = `import { LightningElement, api } from 'lwc';
import load from '@salesforce/apex/Shelves.load';
import title from '@salesforce/label/c.Title';

export default class Shelf extends LightningElement {
  @api room = '';
  title = title;

  async handleClick(): Promise<void> {
    await load({ room: this.room });
  }
}
`;
const SHELF_HTML = `<template><lightning-button label={title} onclick={handleClick}></lightning-button></template>`;
const SHELVES = apexClass(
  'Shelves',
  'public with sharing class Shelves { @AuraEnabled public static String load(String room) { return room; } }'
);
const SOUND = { ...component('shelf', SHELF, SHELF_HTML), ...SHELVES, ...labels('Title') };

async function found(context: TestContext, files: Record<string, string>): Promise<string> {
  const config = (name: string): Record<string, string> => ({
    [name]: readFileSync(join(PROJECT_ROOT, name), 'utf8')
  });
  const root = installedProjectWith(context, {
    ...config('tsconfig.lwc.json'),
    ...config('tsconfig.lwc-tests.json'),
    ...files
  });
  return messages((await components.run(root)).findings);
}

describe('components', () => {
  it('accepts a sound component', async (context) => {
    assert.equal(await found(context, SOUND), '');
  });

  it("finds what Salesforce's compiler rejects", async (context) => {
    const privateMethod = SHELF.replace('async handleClick', 'async #hidden(): Promise<void> {}\n  async handleClick');
    assert.match(
      await found(context, { ...SOUND, ...component('shelf', privateMethod, SHELF_HTML) }),
      /shelf.* compiler /
    );
    const quoted = SHELF_HTML.replace('{title}', '"{title}"');
    assert.match(
      await found(context, { ...SOUND, ...component('shelf', SHELF, quoted) }),
      /shelf\.html:1 compiler LWC/
    );
  });

  it('finds what components import and does not exist', async (context) => {
    const source = `${SHELF.replace('Shelves.load', 'Shelves.save').replace('c.Title', 'c.Titel')}
import 'c/drawer';
import field from '@salesforce/schema/Lead.Shoe__c';
import resource from '@salesforce/resourceUrl/Ink';
import permission from '@salesforce/customPermission/Fly';
export { field, resource, permission };
`;
    const text = await found(context, { ...SOUND, ...component('shelf', source, SHELF_HTML) });
    assert.match(text, /shelf\.ts:2 .*no @AuraEnabled method Shelves\.save/);
    assert.match(text, /shelf\.ts:3 .*no custom label Titel/);
    assert.match(text, /shelf\.ts:14 .*no module c\/drawer/);
    assert.match(text, /no field Shoe__c of Lead/);
    assert.match(text, /no static resource Ink/);
    assert.match(text, /no custom permission Fly/);
  });

  it('finds components in templates that do not exist', async (context) => {
    const html = '<template><c-old-drawer></c-old-drawer><lightning-wheel></lightning-wheel></template>';
    const text = await found(context, { ...SOUND, ...component('shelf', SHELF, html) });
    assert.match(text, /shelf\.html:1 .*no component c-old-drawer/);
    assert.match(text, /no component lightning-wheel/);
  });

  it('finds types that do not fit, in tests too', async (context) => {
    const text = await found(context, {
      ...SOUND,
      ...component('shelf', SHELF.replace('{ room: this.room }', '{ rom: 1 }'), SHELF_HTML),
      [`${LWC}/shelf/__tests__/shelf.test.ts`]:
        "import Shelf from 'c/shelf';\nit('is', () => expect(new Shelf().lid).toBe(1));\n"
    });
    assert.match(text, /shelf\.ts:10 TS\d+ .*rom/);
    assert.match(text, /shelf\.test\.ts:2 TS2339 .*lid/);
  });

  it('finds labels that nothing uses', async (context) => {
    const text = await found(context, { ...SOUND, ...labels('Title', 'Forgotten') });
    assert.match(text, /No Apex, component or formula uses the custom label Forgotten/);
    assert.doesNotMatch(text, /label Title/);
  });

  it('finds what is wrong with metadata files and folders', async (context) => {
    const of = (content: string): Record<string, string> => component('shelf', SHELF, SHELF_HTML, description(content));
    const version = '<apiVersion>65.0</apiVersion>';
    const exposed = '<isExposed>true</isExposed>';
    assert.match(await found(context, { ...SOUND, ...of(version + exposed) }), /An exposed component needs a target/);
    const unknown = `${version}${exposed}<targets><target>lightning__Lobby</target></targets>`;
    assert.match(await found(context, { ...SOUND, ...of(unknown) }), /no target lightning__Lobby/);
    assert.match(await found(context, { ...SOUND, ...of(exposed) }), /apiVersion is missing/);
    const { [`${LWC}/shelf/shelf.js-meta.xml`]: _, ...without } = SOUND as Record<string, string>;
    assert.match(await found(context, without), /shelf\.js-meta\.xml: .*is missing/);
    const misnamed = { ...SOUND, [`${LWC}/box/bx.ts`]: 'export const a = 1;\n' };
    assert.match(await found(context, misnamed), /lwc\/box: .*no file box\.ts/);
  });
});

describe('jest', () => {
  const CONFIG = { 'jest.config.js': "module.exports = { testMatch: ['**/__tests__/*.test.js'] };\n" };
  const test = (body: string): Record<string, string> => ({ ...CONFIG, 'force-app/__tests__/a.test.js': body });
  const judged = async (context: TestContext, files: Record<string, string>): ReturnType<typeof jest.run> =>
    jest.run(installedProjectWith(context, files));

  it('counts tests that pass', async (context) => {
    const result = await judged(context, test("it('is', () => expect(1).toBe(1));\nit('too', () => {});\n"));
    assert.deepEqual([result.passed, result.failed, messages(result.findings)], [2, 0, '']);
  });

  it('finds tests that fail, are skipped, or are still to be written', async (context) => {
    const body = "it('a', () => expect(1).toBe(2));\nit.skip('b', () => {});\nit.todo('c');\n";
    const result = await judged(context, test(body));
    assert.equal(result.failed, 3);
    assert.match(messages(result.findings), /Fails: a[^]*\(pending\): b[^]*\(todo\): c/);
  });

  it('finds files that cannot be run, and no test at all', async (context) => {
    assert.match(messages((await judged(context, test('const = ;\n'))).findings), /a\.test\.js: .*cannot be run/);
    assert.match(messages((await judged(context, CONFIG)).findings), /No test of a component was run/);
  });
});
