import assert from 'node:assert/strict';
import path from 'node:path';
import { describe, it } from 'node:test';
import { loadProject } from '../../src/schema/load';
import { customField, customObject, load, messages, metadata } from './folder';

const TEXT = '<length>20</length><type>Text</type>';

function permissionSet(body: string): Record<string, string> {
  return { 'permissionsets/Admin.permissionset-meta.xml': metadata('PermissionSet', `<label>Admin</label>${body}`) };
}

describe('project metadata', () => {
  it('reads records of custom metadata types', () => {
    const files = {
      'objects/Source__mdt/Source__mdt.object-meta.xml': metadata(
        'CustomObject',
        '<label>T</label><pluralLabel>T</pluralLabel>'
      ),
      ...customField('Source__mdt', 'Host__c', TEXT),
      ...customField('Source__mdt', 'Pages__c', '<precision>3</precision><scale>0</scale><type>Number</type>'),
      ...customField('Source__mdt', 'On__c', '<defaultValue>true</defaultValue><type>Checkbox</type>'),
      'customMetadata/Source.Eu.md-meta.xml': metadata(
        'CustomMetadata',
        `<label>EU</label><protected>false</protected>
         <values><field>Host__c</field><value xsi:type="xsd:string">eu &amp; more</value></values>
         <values><field>Pages__c</field><value xsi:nil="true"/></values>`
      )
    };
    const project = load(files);
    assert.deepEqual(messages(project), []);
    assert.deepEqual(project.schema.metadataRecords.get('Source__mdt'), [
      {
        developerName: 'Eu',
        label: 'EU',
        isProtected: false,
        values: { Host__c: 'eu & more', Pages__c: null, On__c: false }
      }
    ]);
    const bad = load({
      ...files,
      'customMetadata/Source.Us.md-meta.xml': metadata(
        'CustomMetadata',
        '<label>US</label><values><field>Nope__c</field></values>'
      )
    });
    assert.deepEqual(messages(bad), [
      'CustomMetadata Source.Us: In field: field - no CustomField named Source__mdt.Nope__c found'
    ]);
  });

  it('reads labels with translations', () => {
    const project = load({
      'labels/CustomLabels.labels-meta.xml': metadata(
        'CustomLabels',
        '<labels><fullName>Hello</fullName><language>en_US</language><protected>true</protected><shortDescription>Hello</shortDescription><value>Hello</value></labels>'
      ),
      'translations/ja.translation-meta.xml': metadata(
        'Translations',
        '<customLabels><label>こんにちは</label><name>Hello</name></customLabels>'
      )
    });
    assert.equal(project.schema.labels.get('hello')?.translations['ja'], 'こんにちは');
  });

  it('checks what permission sets refer to', () => {
    const project = load({
      ...customObject('Run__c'),
      ...customField('Run__c', 'Need__c', `<required>true</required>${TEXT}`),
      ...customField('Run__c', 'Free__c', TEXT),
      ...permissionSet(`
        <classAccesses><apexClass>Gone</apexClass><enabled>true</enabled></classAccesses>
        <fieldPermissions><field>Run__c.Need__c</field><readable>true</readable><editable>true</editable></fieldPermissions>
        <fieldPermissions><field>run__c.free__c</field><readable>true</readable><editable>true</editable></fieldPermissions>
        <objectPermissions><object>Run__c</object><allowCreate>true</allowCreate></objectPermissions>`)
    });
    assert.deepEqual(messages(project), [
      'PermissionSet Admin: Permission Create Run__c depends on permission(s): Read Run__c',
      'PermissionSet Admin: You cannot deploy to a required field: Run__c.Need__c',
      'PermissionSet Admin: In field: apexClass - no ApexClass named Gone found'
    ]);
    assert.deepEqual(project.access[0]?.fields[1], { object: 'Run__c', field: 'Free__c', read: true, edit: true });
  });

  it('reads credentials and checks that they belong together', () => {
    const named = metadata(
      'NamedCredential',
      `<label>Api</label><namedCredentialType>SecuredEndpoint</namedCredentialType><generateAuthorizationHeader>true</generateAuthorizationHeader>
       <namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType><parameterValue>https://api.example.com</parameterValue></namedCredentialParameters>
       <namedCredentialParameters><externalCredential>Gone</externalCredential><parameterName>E</parameterName><parameterType>Authentication</parameterType></namedCredentialParameters>`
    );
    const project = load({ 'namedCredentials/Api.namedCredential-meta.xml': named });
    assert.equal(project.namedCredentials.get('Api')?.url, 'https://api.example.com');
    assert.deepEqual(messages(project), [
      'NamedCredential Api: In field: externalCredential - no ExternalCredential named Gone found'
    ]);
  });

  it('names what it does not act upon, and malformed files', () => {
    const project = load({
      'flows/A.flow-meta.xml': metadata('Flow', ''),
      'odd/A.strange-meta.xml': metadata('Strange', ''),
      'objects/Lead/fields/X__c.field-meta.xml': '<CustomField><label></CustomField>'
    });
    assert.deepEqual(
      project.warnings.map((warning) => warning.message),
      ['The local org does not act upon flow metadata', 'The local org does not know this type of metadata']
    );
    assert.match(messages(project).join(), /CustomField X__c: Error parsing file/);
  });

  it('reads this project without an object, field or credential that an org would reject', () => {
    const project = loadProject(path.join(__dirname, '../../../..'));
    assert.deepEqual(
      messages(project).filter((message) => !message.includes('no ApexClass named')),
      []
    );
    assert.ok(
      project.namedCredentials.size > 0 && (project.schema.metadataRecords.get('InsightsSource__mdt')?.length ?? 0) > 0
    );
  });
});
