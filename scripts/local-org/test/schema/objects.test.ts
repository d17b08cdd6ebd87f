import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { ProjectMetadata } from '../../src/schema/project';
import { customField, customObject, load, messages, metadata } from './folder';

const NUMBER = '<precision>5</precision><scale>2</scale><type>Number</type>';

function fieldNames(project: ProjectMetadata, object: string): string[] {
  return [...project.schema.objects.get(object.toLowerCase())!.fields.values()].map((field) => field.name);
}

function field(project: ProjectMetadata, object: string, name: string) {
  const found = project.schema.objects.get(object.toLowerCase())?.fields.get(name.toLowerCase());
  assert.ok(found, `no field ${object}.${name}`);
  return found;
}

describe('custom objects', () => {
  it('get the system fields of their sort', () => {
    const project = load({
      ...customObject('Run__c'),
      ...customObject('Page__c', '', 'ControlledByParent'),
      ...customField(
        'Page__c',
        'Run__c',
        '<referenceTo>Run__c</referenceTo><relationshipName>Pages</relationshipName><type>MasterDetail</type>'
      ),
      'objects/Setting__c/Setting__c.object-meta.xml': metadata(
        'CustomObject',
        '<customSettingsType>Hierarchy</customSettingsType><label>S</label>'
      ),
      'objects/Type__mdt/Type__mdt.object-meta.xml': metadata(
        'CustomObject',
        '<label>T</label><pluralLabel>T</pluralLabel>'
      ),
      'objects/News__e/News__e.object-meta.xml': metadata(
        'CustomObject',
        '<deploymentStatus>Deployed</deploymentStatus><label>N</label><pluralLabel>N</pluralLabel><publishBehavior>PublishAfterCommit</publishBehavior>'
      )
    });
    assert.deepEqual(messages(project), []);
    const audit = ['CreatedDate', 'CreatedById', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp'];
    assert.deepEqual(fieldNames(project, 'Run__c'), ['Id', 'OwnerId', 'IsDeleted', 'Name', ...audit]);
    assert.deepEqual(fieldNames(project, 'Page__c'), ['Id', 'IsDeleted', 'Name', ...audit, 'Run__c']);
    assert.deepEqual(fieldNames(project, 'Setting__c'), ['Id', 'IsDeleted', 'Name', 'SetupOwnerId', ...audit]);
    assert.ok(fieldNames(project, 'Type__mdt').includes('QualifiedApiName'));
    assert.deepEqual(fieldNames(project, 'News__e'), ['ReplayId', 'EventUuid', 'CreatedDate', 'CreatedById']);
    const { objects } = project.schema;
    assert.equal(objects.get('news__e')?.publishBehavior, 'PublishAfterCommit');
    assert.equal(objects.get('setting__c')?.settingType, 'Hierarchy');
    assert.equal(objects.get('type__mdt')?.createable, false);
  });

  it('are tied to their parents by relationship names', () => {
    const project = load({
      ...customObject('Run__c'),
      ...customField(
        'Run__c',
        'Lead__c',
        '<referenceTo>Lead</referenceTo><relationshipName>Runs</relationshipName><type>Lookup</type>'
      ),
      ...customObject('Page__c', '', 'ControlledByParent'),
      ...customField(
        'Page__c',
        'Run__c',
        '<referenceTo>run__c</referenceTo><relationshipName>Pages</relationshipName><type>MasterDetail</type>'
      ),
      ...customField(
        'Run__c',
        'Rows__c',
        '<summarizedField>Page__c.Rows__c</summarizedField><summaryForeignKey>Page__c.Run__c</summaryForeignKey><summaryOperation>sum</summaryOperation><type>Summary</type>'
      ),
      ...customField('Page__c', 'Rows__c', NUMBER)
    });
    assert.deepEqual(messages(project), []);
    const lookup = field(project, 'Run__c', 'Lead__c');
    assert.deepEqual(
      [lookup.relationshipName, lookup.childRelationshipName, lookup.cascadeDelete],
      ['Lead__r', 'Runs__r', false]
    );
    assert.equal(project.schema.objects.get('lead')?.childRelationships.get('runs__r')?.childObject, 'Run__c');
    const detail = field(project, 'Page__c', 'Run__c');
    assert.deepEqual(
      [detail.referenceTo, detail.masterDetail, detail.nillable, detail.updateable],
      [['Run__c'], true, false, false]
    );
    assert.equal(field(project, 'Run__c', 'Rows__c').scale, 2);
    assert.ok(field(project, 'ContentDocumentLink', 'LinkedEntityId').referenceTo.includes('Run__c'));
  });

  it('have shares only where not everybody may edit', () => {
    const project = load({
      ...customObject('Open__c'),
      ...customObject('Closed__c', '<enableHistory>true</enableHistory>', 'Private')
    });
    assert.equal(project.schema.objects.has('open__share'), false);
    assert.equal(project.schema.objects.get('closed__share')?.sort, 'share');
    assert.equal(
      project.schema.objects.get('closed__c')?.childRelationships.get('histories')?.childObject,
      'Closed__History'
    );
  });

  it('have RecordTypeId once a record type is there', () => {
    const recordType = metadata('RecordType', '<active>true</active><label>Big</label>');
    const project = load({ 'objects/Account/recordTypes/Big.recordType-meta.xml': recordType });
    assert.deepEqual(project.schema.objects.get('account')?.recordTypes, [
      { developerName: 'Big', label: 'Big', active: true }
    ]);
    assert.ok(fieldNames(project, 'Account').includes('RecordTypeId'));
    assert.ok(!fieldNames(load({}), 'Account').includes('RecordTypeId'));
  });

  const rejected: [string, Record<string, string>, string][] = [
    [
      'a name without __c',
      customField('Lead', 'Score', NUMBER),
      'CustomField Lead.Score: The local org does not know the standard field Lead.Score'
    ],
    [
      'a detail with its own sharing',
      {
        ...customObject('A__c'),
        ...customObject('B__c'),
        ...customField(
          'B__c',
          'A__c',
          '<referenceTo>A__c</referenceTo><relationshipName>Bs</relationshipName><type>MasterDetail</type>'
        )
      },
      'CustomObject B__c: Cannot set sharingModel to anything other than ControlledByParent on a CustomObject with a MasterDetail relationship field'
    ],
    [
      'a lookup to nothing',
      customField('Lead', 'X__c', '<referenceTo>Nope__c</referenceTo><type>Lookup</type>'),
      "CustomField Lead.X__c: referenceTo value of 'Nope__c' does not resolve to a valid sObject type"
    ],
    [
      'a number without precision',
      customField('Lead', 'X__c', '<scale>0</scale><type>Number</type>'),
      "CustomField Lead.X__c: Must specify 'precision' for a CustomField of type Number"
    ],
    [
      'a number of 19 digits',
      customField('Lead', 'X__c', '<precision>19</precision><scale>0</scale><type>Number</type>'),
      'CustomField Lead.X__c: Precision must be between 1 and 18, but is 19'
    ],
    [
      'a text of 256 characters',
      customField('Lead', 'X__c', '<length>256</length><type>Text</type>'),
      'CustomField Lead.X__c: Invalid length 256: it must be between 1 and 255'
    ],
    [
      'an unknown type',
      customField('Lead', 'X__c', '<type>Txt</type>'),
      "CustomField Lead.X__c: 'Txt' is not a valid value for the enum 'FieldType'"
    ],
    [
      'a picklist without values',
      customField(
        'Lead',
        'X__c',
        '<type>Picklist</type><valueSet><valueSetDefinition><sorted>false</sorted></valueSetDefinition></valueSet>'
      ),
      'CustomField Lead.X__c: Must specify at least one picklist value'
    ],
    [
      'a checkbox without default',
      customField('Lead', 'X__c', '<type>Checkbox</type>'),
      "CustomField Lead.X__c: Must specify 'defaultValue' for a CustomField of type Checkbox"
    ],
    [
      'an element of another type',
      customField('Lead', 'X__c', '<length>9</length><type>Date</type>'),
      "CustomField Lead.X__c: Can not specify 'length' for a CustomField of type Date"
    ],
    [
      'a bad name',
      customField('Lead', '9x__c', NUMBER),
      'CustomField Lead.9x__c: The field name you provided 9x__c is not valid. It must end with __c, begin with a letter, hold only letters, digits and single underscores, and be at most 40 characters long.'
    ],
    [
      'a field of no object',
      customField('Gone__c', 'X__c', NUMBER),
      "CustomField Gone__c.X__c: Entity of type 'CustomObject' named 'Gone__c' cannot be found"
    ]
  ];
  for (const [what, files, message] of rejected) {
    it(`rejects ${what}`, () => assert.ok(messages(load(files)).includes(message), messages(load(files)).join('\n')));
  }

  it('rejects a field without label and an object without name field', () => {
    const project = load({
      'objects/Lead/fields/X__c.field-meta.xml': metadata('CustomField', '<type>Date</type>'),
      'objects/A__c/A__c.object-meta.xml': metadata(
        'CustomObject',
        '<label>A</label><pluralLabel>A</pluralLabel><deploymentStatus>Deployed</deploymentStatus><sharingModel>Read</sharingModel>'
      )
    });
    assert.deepEqual(messages(project), [
      'CustomObject A__c: Must specify a nameField of type Text or AutoNumber',
      'CustomField Lead.X__c: Must specify a non-empty label for the CustomField'
    ]);
  });
});
