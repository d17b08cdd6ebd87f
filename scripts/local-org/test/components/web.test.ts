import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'node:test';
import { buildWeb } from '../../src/components/build';
import { ProjectNames } from '../../src/components/projectNames';
import { sourceSignature } from '../../src/components/web/freshness';
import { indexPage } from '../../src/components/web/page';
import { replaceFolder } from '../../src/components/web/replaceFolder';
import { scopedModule } from '../../src/components/web/scopedModules';
import { project } from './folder';

const FILES = {
  'classes/Shelves.cls': `public with sharing class Shelves {
    @AuraEnabled(cacheable=true) public static String read() { return null; }
    @AuraEnabled public static void write() {}
    public static void hide() {}
  }`,
  'labels/CustomLabels.labels-meta.xml': `<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata"><labels>
    <fullName>Title</fullName><language>en_US</language><protected>true</protected>
    <shortDescription>Title</shortDescription><value>A title</value></labels></CustomLabels>`
};

describe('modules below @salesforce', () => {
  it('are made of what the project has', (context) => {
    const names = ProjectNames.of(project(context, FILES));
    const code = (id: string): string => scopedModule(id, names);
    assert.match(code('@salesforce/apex/Shelves.read'), /export default wireableApexMethod\("Shelves\.read"\)/);
    assert.match(code('@salesforce/apex/Shelves.write'), /export default apexMethod\("Shelves\.write"\)/);
    assert.match(code('@salesforce/label/c.Title'), /import \{ label as read \}.*read\("Title"\)/);
    assert.match(code('@salesforce/schema/Lead.Email'), /"objectApiName":"Lead","fieldApiName":"Email"/);
    assert.match(code('@salesforce/user/Id'), /userId/);
    assert.match(code('@salesforce/i18n/timeZone'), /internationalization.*"timeZone"/);
  });

  const unknown: readonly (readonly [string, RegExp])[] = [
    ['@salesforce/apex/Shelves.hide', /no @AuraEnabled method Shelves\.hide/],
    ['@salesforce/label/c.Titel', /no custom label Titel/],
    ['@salesforce/label/other.Title', /does not know the module @salesforce\/label\/other\.Title/],
    ['@salesforce/schema/Ship__c', /no object Ship__c/],
    ['@salesforce/schema/Lead.Ship__c', /no field Ship__c of Lead/],
    ['@salesforce/resourceUrl/Ink', /no static resource Ink/],
    ['@salesforce/customPermission/Fly', /no custom permission Fly/],
    ['@salesforce/i18n/moon', /does not know @salesforce\/i18n\/moon/],
    ['@salesforce/community/Id', /does not know the module @salesforce\/community\/Id/]
  ];
  for (const [id, expected] of unknown) {
    it(`refuse ${id} by name`, (context) => {
      const names = ProjectNames.of(project(context, FILES));
      assert.throws(() => scopedModule(id, names), expected);
    });
  }
});

describe('the bundle', () => {
  it('names an unknown module and who imports it', async (context) => {
    const root = project(context, {
      'lwc/shelf/shelf.ts': "import { thing } from 'lightning/nothing';\nexport default thing;\n",
      'lwc/shelf/shelf.js-meta.xml': '<LightningComponentBundle><isExposed>true</isExposed></LightningComponentBundle>'
    });
    await assert.rejects(buildWeb({ root }), /module lightning\/nothing, which .*shelf\.ts imports/);
    assert.ok(!existsSync(path.join(root, '.local-org', 'web', 'index.html')));
  });

  it('counts as old as soon as a component or its metadata changes', (context) => {
    const root = project(context, { ...FILES, 'lwc/shelf/shelf.ts': 'export default 1;\n' });
    const main = path.join(root, 'force-app', 'main', 'default');
    const before = sourceSignature(root, 'production');
    assert.equal(sourceSignature(root, 'production'), before);
    assert.notEqual(sourceSignature(root, 'development'), before);
    writeFileSync(path.join(main, 'lwc', 'shelf', 'shelf.js'), 'emitted');
    assert.equal(sourceSignature(root, 'production'), before);
    writeFileSync(path.join(main, 'lwc', 'shelf', 'shelf.ts'), 'export default 2;\n');
    const after = sourceSignature(root, 'production');
    assert.notEqual(after, before);
    writeFileSync(path.join(main, 'classes', 'Another.cls'), 'public class Another {}');
    assert.notEqual(sourceSignature(root, 'production'), after);
  });

  it('replaces a folder as a whole, or not at all', async (context) => {
    const folder = path.join(project(context, {}), 'files');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'old'), '');
    const failing = replaceFolder(folder, () => Promise.reject(new Error('full disk')));
    await assert.rejects(failing, /full disk/);
    assert.ok(existsSync(path.join(folder, 'old')));
    await replaceFolder(folder, (fresh) => Promise.resolve(writeFileSync(path.join(fresh, 'new'), 'content')));
    assert.ok(!existsSync(path.join(folder, 'old')));
    assert.equal(readFileSync(path.join(folder, 'new'), 'utf8'), 'content');
  });

  it('begins with synthetic shadow, which must come before the framework', () => {
    const page = indexPage('/assets/vendor-production', ['/assets/app/chunks/start.js']);
    const scripts = [...page.matchAll(/<script type="module" src="([^"]+)"/g)].map(([, source]) => source);
    assert.deepEqual(scripts, ['/assets/vendor-production/synthetic-shadow.js', '/assets/app/main.js']);
    assert.match(page, /modulepreload" href="\/assets\/app\/chunks\/start\.js"/);
  });
});
