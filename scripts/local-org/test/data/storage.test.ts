import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { openDatabase } from '../../src/data';
import { newField } from '../../src/schema/defaults';
import { loadProject } from '../../src/schema/load';
import { kernel } from '../../src/runtime/kernel';
import type { ApexDecimal } from '../../src/runtime/values';
import { decimal, openOrg } from './support';

function inFolder(body: (file: string) => void): void {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'local-org-data-'));
  try {
    body(path.join(folder, 'org.db'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test('what was stored is there when the file is opened again, and ids go on', () => {
  inFolder((file) => {
    const first = openOrg(file);
    const account = first.record('Account', { Name: 'a' });
    first.insert(account);
    first.data.setSetting('clock', '1');
    first.data.close();
    const second = openOrg(file);
    const other = second.record('Account', { Name: 'b' });
    second.insert(other);
    assert.deepEqual(second.rows('SELECT Name FROM Account ORDER BY Name'), [['a'], ['b']]);
    assert.ok(other.id! > account.id!);
    assert.equal(second.data.setting('clock'), '1');
    assert.equal(second.rows('SELECT Name FROM User').length, 3);
    second.data.close();
  });
});

test('a new deployment adds fields, rescales numbers and removes what is gone, with a message', () => {
  inFolder((file) => {
    const org = openOrg(file);
    org.insert(org.record('Invoice__c', { Owed__c: 'x', City__c: 'Bern', Amount__c: decimal('1.25') }));
    org.data.close();
    const project = loadProject([path.join(__dirname, 'project')]);
    const { fields } = project.schema.objects.get('invoice__c')!;
    fields.delete('city__c');
    fields.get('amount__c')!.scale = 1;
    fields.set('new__c', newField('New__c', 'New', 'STRING', { length: 5 }));
    const messages: string[] = [];
    const data = openDatabase(project, { file, onChange: (m) => messages.push(m) });
    assert.deepEqual(messages, ['Removed the field Invoice__c.City__c and its values']);
    assert.deepEqual(data.context.database.all('SELECT "Amount__c", "New__c" FROM "Invoice__c"'), [[13, null]]);
    data.close();
    fields.set('owed__c', newField('Owed__c', 'Owed', 'DATE'));
    assert.throws(
      () => openDatabase(project, { file }),
      /Invoice__c\.Owed__c changes from text to date and has values/
    );
  });
});

test('an object keeps its key prefix when a deployment adds an object that sorts before it', () => {
  inFolder((file) => {
    const org = openOrg(file);
    const invoice = org.record('Invoice__c', { Owed__c: 'x' });
    org.insert(invoice);
    org.data.close();
    const project = loadProject([path.join(__dirname, 'project')]);
    const { objects } = project.schema;
    const added = { ...objects.get('invoice__c')!, name: 'Added__c', keyPrefix: null };
    project.schema.objects = new Map([['added__c', added], ...objects]);
    const data = openDatabase(project, { file });
    assert.equal(objects.get('invoice__c')!.keyPrefix, invoice.id!.slice(0, 3));
    assert.notEqual(added.keyPrefix, objects.get('invoice__c')!.keyPrefix);
    data.close();
  });
});

test('an index is made for a large table when a query looks a text up', () => {
  const org = openOrg();
  const leads = [...Array(2200).keys()].map((i) =>
    org.record('Lead', { LastName: 'x', Company: 'c', Email: `U${i}@x.example` })
  );
  org.insert(...leads);
  const text = "SELECT Id FROM Lead WHERE Email = 'u7@X.example'";
  assert.equal(org.records(text).length, 1);
  const plan = org.data.context.database.all(
    'EXPLAIN QUERY PLAN SELECT t0."Id" FROM "Lead" t0 WHERE fold(t0."Email") IS ? AND t0."IsDeleted" = 0',
    ['x']
  );
  assert.match(String(plan[0]![3]), /USING INDEX i_Lead_Email/);
});

test('a rolled-back index is made again', () => {
  const org = openOrg();
  const savepoint = kernel.services.savepoint();
  org.insert(...[...Array(2100).keys()].map((i) => org.record('Account', { Name: `a${i}`, Site: `s${i}` })));
  assert.equal(org.records("SELECT Id FROM Account WHERE Site = 's1'").length, 1);
  kernel.services.rollback(savepoint);
  org.insert(...[...Array(2100).keys()].map((i) => org.record('Account', { Name: `a${i}`, Site: `s${i}` })));
  assert.equal(org.records("SELECT Id FROM Account WHERE Site = 's1'").length, 1);
});

// Object Reference, "ApexClass": code reads its own source.
test('classes are records with their source, which a new deployment replaces', () => {
  const org = openOrg();
  org.data.registerApexClasses(new Map([['Foo', { source: 'class Foo {}', apiVersion: 65 }]]));
  const [before] = org.records('SELECT Id, Body, ApiVersion FROM ApexClass');
  org.data.registerApexClasses(new Map([['Foo', { source: 'class Foo { }', apiVersion: 65 }]]));
  const [after] = org.records('SELECT Id, Body, ApiVersion FROM ApexClass');
  assert.equal(after!.id, before!.id);
  assert.deepEqual([before!.get('Body'), after!.get('Body')], ['class Foo {}', 'class Foo { }']);
  assert.equal((after!.get('ApiVersion') as ApexDecimal).toNumber(), 65);
});
