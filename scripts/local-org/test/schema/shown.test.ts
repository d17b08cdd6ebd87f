import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Texts } from '../../src/schema/texts';
import { customField, customObject, load, messages, metadata } from './folder';

const ORDER = {
  ...customObject('Order_Line__c'),
  ...customField('Order_Line__c', 'Status__c', '<type>Text</type><length>20</length>')
};

const component = (name: string, target: string, isExposed = true): Record<string, string> => ({
  [`lwc/${name}/${name}.js-meta.xml`]: metadata(
    'LightningComponentBundle',
    `<apiVersion>65.0</apiVersion><isExposed>${isExposed}</isExposed><targets><target>${target}</target></targets>`
  )
});

const page = (name: string, componentName: string, more = '<type>AppPage</type>'): Record<string, string> => ({
  [`flexipages/${name}.flexipage-meta.xml`]: metadata(
    'FlexiPage',
    `<flexiPageRegions><itemInstances><componentInstance>
       <componentInstanceProperties><name>tone</name><value>calm</value></componentInstanceProperties>
       <componentName>${componentName}</componentName>
     </componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions>
     <masterLabel>${name}</masterLabel><template><name>flexipage:defaultAppHomeTemplate</name></template>${more}`
  )
});

const tab = (name: string, body: string): Record<string, string> => ({
  [`tabs/${name}.tab-meta.xml`]: metadata('CustomTab', body)
});

const app = (body: string): Record<string, string> => ({
  'applications/Desk.app-meta.xml': metadata(
    'CustomApplication',
    `<label>Desk</label><uiType>Lightning</uiType>${body}`
  )
});

describe('what an org shows to people', () => {
  it('is read: application, tabs, pages with their components, the page of records', () => {
    const project = load({
      ...ORDER,
      ...component('orderDesk', 'lightning__AppPage'),
      ...component('orderCard', 'lightning__RecordPage'),
      ...page('Desk', 'orderDesk'),
      ...page('Order', 'c:orderCard', '<sobjectType>Order_Line__c</sobjectType><type>RecordPage</type>'),
      ...tab('Desk', '<flexiPage>Desk</flexiPage><label>Desk</label><motif>Custom67: Gears</motif>'),
      ...tab('Order_Line__c', '<customObject>true</customObject><motif>Custom46: Postage</motif>'),
      ...app(`<brand><headerColor>#0B5CAB</headerColor></brand><tabs>Desk</tabs><tabs>Order_Line__c</tabs><tabs>standard-Lead</tabs>
        <actionOverrides><actionName>View</actionName><content>Order</content><pageOrSobjectType>Order_Line__c</pageOrSobjectType><type>Flexipage</type></actionOverrides>`)
    });
    assert.deepEqual(messages(project), []);
    const desk = project.applications.get('Desk')!;
    assert.deepEqual([desk.headerColor, desk.tabs], ['#0B5CAB', ['Desk', 'Order_Line__c', 'standard-Lead']]);
    assert.deepEqual(desk.recordPages, [{ object: 'Order_Line__c', page: 'Order' }]);
    assert.deepEqual([project.tabs.get('Desk')?.page, project.tabs.get('Order_Line__c')?.kind], ['Desk', 'object']);
    assert.deepEqual(project.flexiPages.get('Desk')?.regions, [
      {
        name: 'main',
        kind: 'Region',
        components: [{ name: 'orderDesk', properties: { tone: 'calm' }, isConditional: false }]
      }
    ]);
  });

  it('reads layouts, list views and translations', () => {
    const project = load({
      ...ORDER,
      'layouts/Order_Line__c-Order Layout.layout-meta.xml': metadata(
        'Layout',
        `<layoutSections><label>Information</label><layoutColumns><layoutItems><field>Name</field></layoutItems></layoutColumns>
         <layoutColumns><layoutItems><emptySpace>true</emptySpace></layoutItems><layoutItems><field>Status__c</field></layoutItems></layoutColumns></layoutSections>
         <relatedLists><fields>NAME</fields><relatedList>Task.What</relatedList></relatedLists>`
      ),
      'objects/Order_Line__c/listViews/Open.listView-meta.xml': metadata(
        'ListView',
        `<fullName>Open</fullName><columns>NAME</columns><columns>Status__c</columns><filterScope>Everything</filterScope>
         <filters><field>Status__c</field><operation>equals</operation><value>Open,New</value></filters><label>Open Lines</label>`
      ),
      'objectTranslations/Order_Line__c-ja/Order_Line__c-ja.objectTranslation-meta.xml': metadata(
        'CustomObjectTranslation',
        `<caseValues><plural>false</plural><value>注文</value></caseValues>
         <layouts><layout>Order Layout</layout><sections><label>情報</label><section>Information</section></sections></layouts>`
      ),
      'objectTranslations/Order_Line__c-ja/Status__c.fieldTranslation-meta.xml': metadata(
        'CustomFieldTranslation',
        '<label>状況</label><name>Status__c</name>'
      )
    });
    assert.deepEqual(messages(project), []);
    const layout = project.layouts.get('Order_Line__c-Order Layout')!;
    assert.deepEqual(layout.sections, [{ label: 'Information', columns: [['Name'], [null, 'Status__c']] }]);
    assert.deepEqual(layout.relatedLists, [{ name: 'Task.What', fields: ['NAME'] }]);
    const [view] = project.listViews;
    assert.deepEqual([view?.name, view?.label, view?.columns], ['Open', 'Open Lines', ['NAME', 'Status__c']]);
    const names = new Texts(project, 'ja');
    const lead = project.schema.objects.get('lead')!;
    assert.deepEqual([names.section(lead, 'Information'), names.section(lead, 'Own')], ['情報', 'Own']);
    const texts = project.translations.get('ja')!.objects.get('order_line__c')!;
    assert.deepEqual(
      [texts.label, texts.fields.get('status__c')?.label, texts.sections.get('Information')],
      ['注文', '状況', '情報']
    );
  });

  const broken: [string, Record<string, string>, string][] = [
    [
      'a page with a component that is not there',
      page('Desk', 'nowhere'),
      "FlexiPage Desk: We couldn't retrieve the design time component information for component c:nowhere."
    ],
    [
      'a page with a component that is not exposed',
      { ...page('Desk', 'inner'), ...component('inner', 'lightning__AppPage', false) },
      "FlexiPage Desk: We couldn't retrieve the design time component information for component c:inner."
    ],
    [
      'a page with a component for other pages',
      { ...page('Desk', 'card'), ...component('card', 'lightning__RecordPage') },
      'FlexiPage Desk: The component c:card has no target lightning__AppPage.'
    ],
    [
      'a page of an object that is not there',
      page('Desk', 'force:detailPanel', '<sobjectType>Nix__c</sobjectType><type>RecordPage</type>'),
      'FlexiPage Desk: In field: sobjectType - no CustomObject named Nix__c found'
    ],
    [
      'a tab of a page that is not there',
      tab('Desk', '<flexiPage>Gone</flexiPage><label>Desk</label>'),
      'CustomTab Desk: In field: flexiPage - no FlexiPage named Gone found'
    ],
    [
      'a tab of an object that is not there',
      tab('Nix__c', '<customObject>true</customObject>'),
      'CustomTab Nix__c: In field: customObject - no CustomObject named Nix__c found'
    ],
    [
      'an application with a tab that is not there',
      app('<tabs>Gone</tabs>'),
      'CustomApplication Desk: In field: tabs - no CustomTab named Gone found'
    ],
    [
      'a permission set for a tab that is not there',
      {
        'permissionsets/P.permissionset-meta.xml': metadata(
          'PermissionSet',
          '<label>P</label><tabSettings><tab>Gone</tab><visibility>Visible</visibility></tabSettings>'
        )
      },
      `PermissionSet P: You can't edit tab settings for Gone, as it's not a valid tab.`
    ],
    [
      'a layout with a field that is not there',
      {
        ...ORDER,
        'layouts/Order_Line__c-L.layout-meta.xml': metadata(
          'Layout',
          '<layoutSections><layoutColumns><layoutItems><field>Gone__c</field></layoutItems></layoutColumns></layoutSections>'
        )
      },
      'Layout Order_Line__c-L: In field: field - no CustomField named Order_Line__c.Gone__c found'
    ],
    [
      'a list view with a column that is not there',
      {
        ...ORDER,
        'objects/Order_Line__c/listViews/All.listView-meta.xml': metadata(
          'ListView',
          '<fullName>All</fullName><columns>Gone__c</columns><filterScope>Everything</filterScope><label>All</label>'
        )
      },
      'ListView Order_Line__c.All: Could not resolve list view column: Gone__c'
    ]
  ];
  for (const [what, files, message] of broken) {
    it(`refuses ${what}`, () => assert.deepEqual(messages(load(files)), [message]));
  }
});
