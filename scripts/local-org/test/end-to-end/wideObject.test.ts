import assert from 'node:assert/strict';
import path from 'node:path';
import { after, before, describe, it } from 'node:test';
import { openOrg, type LocalOrg } from '../../src/org';
import { folderOf, PROJECT_DIRS, removeFolder } from './sources';
import { apex } from './world';

/** As many custom fields as an object can have. */
const FIELDS = 800;

const metadata = (type: string, body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${type} xmlns="http://soap.sforce.com/2006/04/metadata">${body}</${type}>\n`;

const VALUES = Array.from(
  { length: 100 },
  (_, i) => `<value><fullName>V${i}</fullName><default>false</default><label>Value ${i}</label></value>`
).join('');

/** Every kind of field that the wizard tells apart, in turn. */
const KINDS = [
  '<length>80</length><type>Text</type>',
  '<precision>18</precision><scale>2</scale><type>Number</type>',
  `<type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted>${VALUES}</valueSetDefinition></valueSet>`,
  '<length>32768</length><type>Html</type><visibleLines>10</visibleLines>',
  '<formula>"a"</formula><type>Text</type>',
  '<length>80</length><maskChar>asterisk</maskChar><maskType>all</maskType><type>EncryptedText</type>'
];
const FORMULA = 4;

function wideObject(): Record<string, string> {
  const object =
    '<deploymentStatus>Deployed</deploymentStatus><label>Wide</label><nameField><label>Name</label><type>Text</type>' +
    '</nameField><pluralLabel>Wides</pluralLabel><sharingModel>ReadWrite</sharingModel>';
  const files: Record<string, string> = { 'objects/Wide__c/Wide__c.object-meta.xml': metadata('CustomObject', object) };
  const grants: string[] = [];
  for (let i = 0; i < FIELDS; i++) {
    const kind = i % KINDS.length;
    const body = `<fullName>F${i}__c</fullName><label>Field ${i}</label>${KINDS[kind]}`;
    files[`objects/Wide__c/fields/F${i}__c.field-meta.xml`] = metadata('CustomField', body);
    const editable = kind !== FORMULA;
    grants.push(
      `<fieldPermissions><editable>${editable}</editable><field>Wide__c.F${i}__c</field><readable>true</readable></fieldPermissions>`
    );
  }
  files['permissionsets/WideFields.permissionset-meta.xml'] = metadata(
    'PermissionSet',
    `${grants.join('')}<label>Wide Fields</label>`
  );
  return files;
}

describe('an object with 800 fields', () => {
  let folder: string;
  let org: LocalOrg;
  const printed: string[] = [];

  before(() => {
    folder = folderOf(wideObject());
    org = openOrg({
      dirs: [...PROJECT_DIRS, path.join(folder)],
      assign: ['InsightsSyncAdmin', 'WideFields'],
      onDebug: (line) => void printed.push(line)
    });
    assert.deepEqual(org.problems.metadataErrors, []);
  });
  after(() => {
    org.close();
    removeFolder(folder);
  });

  /** What a block prints, without the head of the lines. */
  function print(source: string): string {
    printed.length = 0;
    apex(org, source);
    return printed.join('\n');
  }

  it('is told to the wizard well within the limits of a transaction', () => {
    const text = print(`
      InsightsObjectFields found = InsightsWizardController.loadFields('Wide__c');
      Integer custom = 0;
      for (InsightsFieldView field : found.fields) custom += field.name.endsWith('__c') ? 1 : 0;
      Boolean fits = JSON.serialize(found).length() < Limits.getLimitHeapSize() / 6;
      System.debug('custom=' + custom + ' queries=' + Limits.getQueries() + ' fits=' + fits);
    `);
    assert.match(text, new RegExp(`custom=${FIELDS} queries=0 fits=true`));
  });

  it('says why fields are not offered that no standard object has', () => {
    const text = print(`
      for (InsightsFieldView field : InsightsWizardController.loadFields('Wide__c').fields) {
        if (field.name == 'F3__c') System.debug('rich=' + (field.mapReason == Label.InsightsFieldReasonRichText));
        if (field.name == 'F4__c') System.debug('formula=' + (field.mapReason == Label.InsightsFieldReasonCalculated));
        if (field.name == 'F5__c') System.debug('encrypted=' + (field.mapReason == Label.InsightsFieldReasonEncrypted)
          + (field.keyReason == Label.InsightsFieldReasonEncryptedKey));
        if (field.name == 'F2__c') System.debug('picklist=' + field.conversion);
      }
    `);
    assert.match(text, /rich=true/);
    assert.match(text, /formula=true/);
    assert.match(text, /encrypted=truetrue/);
    assert.match(text, /picklist=Picklist/);
  });

  it('can be the target of an integration that maps hundreds of them', () => {
    const text = print(`
      InsightsInstaller.install();
      InsightsIntegrationDraft draft = new InsightsIntegrationDraft();
      draft.name = 'Wide';
      draft.sourceName = 'WalkMeUS';
      draft.reportId = 'wide';
      draft.keyColumn = 'Key';
      draft.targetObject = 'Wide__c';
      draft.keyField = 'Name';
      draft.runHourUtc = 8;
      draft.mappings = new List<InsightsMappingDraft>();
      for (InsightsFieldView field : InsightsWizardController.loadFields('Wide__c').fields) {
        if (field.canMap && field.name.endsWith('__c')) {
          InsightsMappingDraft mapping = new InsightsMappingDraft();
          mapping.column = field.label;
          mapping.field = field.name;
          draft.mappings.add(mapping);
        }
      }
      InsightsIntegrationDraft saved = InsightsWizardController.saveIntegration(draft);
      System.debug('mapped=' + saved.mappings.size() + ' last=' + saved.mappings[saved.mappings.size() - 1].position);
    `);
    assert.match(text, /mapped=401 last=401/);
  });
});
