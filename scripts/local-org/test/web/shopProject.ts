/** A small project with everything that the routes show. */
import type { PersonaPlan } from '../../src/web/personas';
import { customField, customObject, metadata } from '../schema/folder';
import { permissionSet } from './support';

const component = (name: string, target: string): Record<string, string> => ({
  [`lwc/${name}/${name}.js-meta.xml`]: metadata(
    'LightningComponentBundle',
    `<apiVersion>65.0</apiVersion><isExposed>true</isExposed><targets><target>${target}</target></targets>`
  )
});

const page = (name: string, type: string, componentName: string, object = ''): Record<string, string> => ({
  [`flexipages/${name}.flexipage-meta.xml`]: metadata(
    'FlexiPage',
    `<flexiPageRegions><itemInstances><componentInstance>
       <componentInstanceProperties><name>tone</name><value>calm</value></componentInstanceProperties>
       <componentName>${componentName}</componentName></componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions>
     <masterLabel>${name}</masterLabel>${object}<template><name>flexipage:defaultAppHomeTemplate</name></template><type>${type}</type>`
  )
});

const SHOP_EVENT = `<label>Sold</label><pluralLabel>Sold</pluralLabel><deploymentStatus>Deployed</deploymentStatus>
  <eventType>HighVolume</eventType><publishBehavior>PublishImmediately</publishBehavior>`;

const grants = (objects: string, fields: string): string =>
  `<applicationVisibilities><application>Shop</application><visible>true</visible></applicationVisibilities>
   <customPermissions><enabled>true</enabled><name>Sell</name></customPermissions>
   ${fields}${objects}
   <tabSettings><tab>Shop</tab><visibility>Visible</visibility></tabSettings>
   <tabSettings><tab>Sale__c</tab><visibility>Visible</visibility></tabSettings>`;

const read = (object: string): string =>
  `<objectPermissions><allowCreate>false</allowCreate><allowDelete>false</allowDelete><allowEdit>false</allowEdit>
   <allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>${object}</object><viewAllRecords>false</viewAllRecords></objectPermissions>`;

const seen = (field: string): string =>
  `<fieldPermissions><editable>false</editable><field>${field}</field><readable>true</readable></fieldPermissions>`;

export const SHOP: Record<string, string> = {
  ...customObject('Sale__c', '', 'Private'),
  ...customField('Sale__c', 'Amount__c', '<type>Number</type><precision>10</precision><scale>2</scale>'),
  ...customField('Sale__c', 'Secret__c', '<type>Text</type><length>20</length>'),
  ...customField('Sale__c', 'Sold__c', '<type>DateTime</type>'),
  ...customField(
    'Sale__c',
    'Part_Of__c',
    '<type>Lookup</type><referenceTo>Sale__c</referenceTo><relationshipName>Parts</relationshipName><relationshipLabel>Parts</relationshipLabel>'
  ),
  'objects/Sold__e/Sold__e.object-meta.xml': metadata('CustomObject', SHOP_EVENT),
  ...customField('Sold__e', 'What__c', '<type>Text</type><length>50</length>'),
  'objects/Sale__c/listViews/Large.listView-meta.xml': metadata(
    'ListView',
    `<fullName>Large</fullName><columns>NAME</columns><columns>Amount__c</columns><columns>Secret__c</columns>
     <filterScope>Everything</filterScope>
     <filters><field>Amount__c</field><operation>greaterThan</operation><value>10</value></filters><label>Large Sales</label>`
  ),
  'layouts/Sale__c-Sale Layout.layout-meta.xml': metadata(
    'Layout',
    `<layoutSections><label>Information</label>
       <layoutColumns><layoutItems><field>Name</field></layoutItems><layoutItems><field>Secret__c</field></layoutItems></layoutColumns>
       <layoutColumns><layoutItems><field>Amount__c</field></layoutItems><layoutItems><field>Part_Of__c</field></layoutItems>
         <layoutItems><field>Sold__c</field></layoutItems></layoutColumns></layoutSections>
     <relatedLists><fields>NAME</fields><fields>Amount__c</fields><relatedList>Sale__c.Part_Of__c</relatedList></relatedLists>
     <relatedLists><relatedList>RelatedFileList</relatedList></relatedLists>`
  ),
  ...component('shopDesk', 'lightning__AppPage'),
  ...component('saleCard', 'lightning__RecordPage'),
  ...page('Shop', 'AppPage', 'shopDesk'),
  ...page('Sale', 'RecordPage', 'saleCard', '<sobjectType>Sale__c</sobjectType>'),
  'tabs/Shop.tab-meta.xml': metadata(
    'CustomTab',
    '<flexiPage>Shop</flexiPage><label>Shop</label><motif>Custom67: Gears</motif>'
  ),
  'tabs/Sale__c.tab-meta.xml': metadata(
    'CustomTab',
    '<customObject>true</customObject><motif>Custom46: Postage</motif>'
  ),
  'applications/Shop.app-meta.xml': metadata(
    'CustomApplication',
    `<actionOverrides><actionName>View</actionName><content>Sale</content><pageOrSobjectType>Sale__c</pageOrSobjectType><type>Flexipage</type></actionOverrides>
     <brand><headerColor>#123456</headerColor></brand><label>The Shop</label><tabs>Shop</tabs><tabs>Sale__c</tabs><uiType>Lightning</uiType>`
  ),
  'customPermissions/Sell.customPermission-meta.xml': metadata('CustomPermission', '<label>Sell</label>'),
  ...permissionSet(
    'ShopUser',
    grants(
      read('Sale__c') + read('Sold__e'),
      seen('Sale__c.Amount__c') + seen('Sale__c.Part_Of__c') + seen('Sale__c.Sold__c')
    )
  ),
  'labels/CustomLabels.labels-meta.xml': metadata(
    'CustomLabels',
    '<labels><fullName>Hello</fullName><language>en_US</language><protected>true</protected><shortDescription>Hello</shortDescription><value>Hello</value></labels>'
  ),
  'translations/ja.translation-meta.xml': metadata(
    'Translations',
    '<customApplications><label>店</label><name>Shop</name></customApplications><customLabels><label>こんにちは</label><name>Hello</name></customLabels><customTabs><label>店頭</label><name>Shop</name></customTabs>'
  ),
  'objectTranslations/Sale__c-ja/Sale__c-ja.objectTranslation-meta.xml': metadata(
    'CustomObjectTranslation',
    '<caseValues><plural>false</plural><value>販売</value></caseValues><nameFieldLabel>販売名</nameFieldLabel>'
  ),
  'staticresources/Logo.resource-meta.xml': metadata(
    'StaticResource',
    '<cacheControl>Public</cacheControl><contentType>image/svg+xml</contentType>'
  ),
  'staticresources/Logo.svg': '<svg/>',
  'classes/Till.cls': `public with sharing class Till {
    @AuraEnabled public static String greet(String name) { return System.Label.Hello + ' ' + name; }
    @AuraEnabled public static void sell(String what) { EventBus.publish(new Sold__e(What__c = what)); }
    @AuraEnabled public static Id walk(Integer steps) { return Database.executeBatch(new Walk(steps), 1); }
    @AuraEnabled public static void stop(Id job) { System.abortJob(job); }
    public class Walk implements Database.Batchable<Integer> {
      private final List<Integer> numbers = new List<Integer>();
      public Walk(Integer steps) { for (Integer i = 1; i <= steps; i++) { numbers.add(i); } }
      public Iterable<Integer> start(Database.BatchableContext context) { return numbers; }
      public void execute(Database.BatchableContext context, List<Integer> scope) { sell('chunk ' + scope[0]); }
      public void finish(Database.BatchableContext context) { sell('finish'); }
    }
  }`
};

const zone = (timeZone: string): Pick<PersonaPlan, 'timeZone' | 'locale'> => ({ timeZone, locale: 'en_US' });

/** Users of the shop: one who may sell, one who may not. */
export const PERSONAS: readonly PersonaPlan[] = [
  {
    persona: 'operator',
    firstName: 'Olive',
    lastName: 'Operator',
    permissionSets: ['ShopUser'],
    ...zone('America/New_York')
  },
  { persona: 'none', firstName: 'Nora', lastName: 'Newcomer', permissionSets: [], ...zone('Europe/Berlin') }
];
