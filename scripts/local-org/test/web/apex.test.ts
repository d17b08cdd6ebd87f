import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { LocalOrg } from '../../src/org';
import type { UserContext } from '../../src/runtime/user';
import { ApexCaller, type ApexAnswer } from '../../src/web/apex/caller';
import { apex, openProject, permissionSet, standardUser } from './support';

const DTO = `public virtual class Base {
  @AuraEnabled public String inherited = 'yes';
}`;
const ITEM = `public class Item extends Base {
  public enum Grade { GOOD, BAD }
  @AuraEnabled public String name { get; set; }
  @AuraEnabled public Integer count { get; set; }
  @AuraEnabled public Decimal share { get; set; }
  @AuraEnabled public Datetime at { get; set; }
  @AuraEnabled public Date day { get; set; }
  @AuraEnabled public Grade kind { get; set; }
  @AuraEnabled public List<Item> children { get; set; }
  @AuraEnabled public String doubled { get { return name == null ? null : name + name; } }
  public String hidden = 'hidden';
  @AuraEnabled public String getGreeting() { return 'Hello ' + name; }
}`;
const DESK = `public with sharing class Desk {
  public class OwnException extends Exception {}
  @AuraEnabled public static Item describe(Item thing, Boolean more) {
    thing.share = 1.50; thing.at = Datetime.newInstanceGmt(2026, 11, 24, 8, 0, 0); thing.day = Date.newInstance(2026, 11, 24);
    thing.kind = Item.Grade.GOOD;
    if (more == true) { Item child = new Item(); child.name = thing.hidden; thing.children = new List<Item>{ child }; }
    return thing;
  }
  @AuraEnabled public static Map<String, Object> values() {
    return new Map<String, Object>{ 'long' => 5000000000L, 'none' => null, 'list' => new List<Integer>{ 1, null },
      'time' => Time.newInstance(1, 0, 0, 0), 'set' => new Set<String>{ 'a' } };
  }
  @AuraEnabled public static List<Account> accounts() {
    return [SELECT Id, Name, Phone, Owner.Alias, (SELECT LastName FROM Contacts) FROM Account WHERE Name = 'Acme'];
  }
  @AuraEnabled public static String typesOf(Object value, Account record, Map<String, List<Id>> ids) {
    return (value instanceof Map<String, Object>) + ' ' + record.Name + ' ' + ids.get('a')[0];
  }
  @AuraEnabled public static List<String> who() {
    return new List<String>{ UserInfo.getLanguage(), UserInfo.getTimeZone().getID(), UserInfo.getName() };
  }
  @AuraEnabled public static void nothing(Date day) {}
  @AuraEnabled public static void handled() { throw new AuraHandledException('Say it.'); }
  @AuraEnabled public static void own() { throw new OwnException('Mine'); }
  @AuraEnabled public static void useNull() { String text; text.length(); }
  @AuraEnabled public static void badRecord() { insert new Account(); }
  @AuraEnabled public static void half() { insert new Account(Name = 'Half'); throw new OwnException('stop'); }
  @AuraEnabled public static Integer halves() { return [SELECT COUNT() FROM Account WHERE Name = 'Half']; }
  @AuraEnabled public static void greedy() {
    try { for (Integer i = 0; i <= 100; i++) { Integer n = [SELECT COUNT() FROM Account]; } } catch (Exception e) { return; }
  }
  @AuraEnabled(cacheable=true) public static void write() { insert new Account(Name = 'x'); }
  @AuraEnabled public static List<String> names() {
    Schema.DescribeSObjectResult leads = Lead.SObjectType.getDescribe();
    return new List<String>{ leads.getLabel(), leads.getLabelPlural(), Lead.LastName.getDescribe().getLabel(),
      Lead.CreatedDate.getDescribe().getLabel(), Lead.Mood__c.getDescribe().getLabel(),
      Lead.Mood__c.getDescribe().getInlineHelpText(), Lead.Mood__c.getDescribe().getPicklistValues()[0].getLabel(),
      Lead.Mood__c.getDescribe().getPicklistValues()[0].getValue() };
  }
  @AuraEnabled public static List<String> children(Integer count) {
    Account parent = new Account(Name = 'Parent of ' + count); insert parent;
    List<Contact> made = new List<Contact>();
    for (Integer i = 0; i < count; i++) made.add(new Contact(LastName = 'Child', AccountId = parent.Id));
    insert made;
    Account found = [SELECT (SELECT LastName FROM Contacts) FROM Account WHERE Id = :parent.Id];
    Integer looped = 0;
    for (Contact child : found.Contacts) looped++;
    for (List<Contact> portion : new List<List<Contact>>{ made }) looped += portion.size();
    List<String> result = new List<String>{ String.valueOf(looped) };
    try { result.add(String.valueOf(found.Contacts.size())); } catch (QueryException e) { result.add(e.getMessage()); }
    try { List<Contact> kept = found.Contacts; result.add('kept'); } catch (QueryException e) { result.add('refused'); }
    try { result.add(String.valueOf(found.getSObjects('Contacts').size())); } catch (QueryException e) { result.add('refused'); }
    return result;
  }
  public static void notForComponents() {}
}`;

const FILES = {
  'classes/Base.cls': DTO,
  'classes/Item.cls': ITEM,
  'classes/Desk.cls': DESK,
  'objects/Lead/fields/Mood__c.field-meta.xml': `<CustomField><fullName>Mood__c</fullName><label>Mood</label><type>Picklist</type>
    <inlineHelpText>How it feels</inlineHelpText><valueSet><valueSetDefinition><sorted>false</sorted>
    <value><fullName>good</fullName><default>false</default><label>Good</label></value></valueSetDefinition></valueSet></CustomField>`,
  'objectTranslations/Lead-ja/Mood__c.fieldTranslation-meta.xml': `<CustomFieldTranslation><name>Mood__c</name><label>気分</label>
    <help>気持ち</help><picklistValues><masterLabel>Good</masterLabel><translation>良い</translation></picklistValues></CustomFieldTranslation>`,
  ...permissionSet('DeskUser', '<classAccesses><apexClass>Desk</apexClass><enabled>true</enabled></classAccesses>')
};

describe('a call of Apex by a component', () => {
  let org: LocalOrg;
  let admin: UserContext;
  let caller: ApexCaller;
  const faults: string[] = [];
  before(() => {
    org = openProject(FILES);
    admin = org.data.adminUser();
    caller = new ApexCaller(org, (error) => void faults.push(error.message));
    apex(
      org,
      `Account a = new Account(Name = 'Acme'); insert a; insert new Contact(LastName = 'Roe', AccountId = a.Id);`
    );
  });
  after(() => org.close());

  const call = (method: string, params: unknown = {}, user = admin): ApexAnswer =>
    caller.call(`Desk.${method}`, JSON.stringify(params), user);

  it('gives annotated members with a value, inherited ones and getters too', () => {
    const { status, body } = call('describe', {
      thing: { name: 'n', hidden: 'set by the client', doubled: 'x' },
      more: true
    });
    assert.equal(status, 200);
    assert.deepEqual(body, {
      inherited: 'yes',
      name: 'n',
      share: 1.5,
      at: '2026-11-24T08:00:00.000Z',
      day: '2026-11-24',
      kind: 'GOOD',
      children: [{ inherited: 'yes', name: 'hidden', doubled: 'hiddenhidden', greeting: 'Hello hidden' }],
      doubled: 'nn',
      greeting: 'Hello n'
    });
  });

  it('gives maps as objects, long numbers as numbers, and null where a list or map holds it', () => {
    assert.deepEqual(call('values').body, { long: 5000000000, none: null, list: [1, null], time: 3600000, set: ['a'] });
  });

  it('gives records with the fields that have a value, their parents and children', () => {
    const [account] = call('accounts').body as Record<string, unknown>[];
    assert.equal(account!['Name'], 'Acme');
    assert.match(String(account!['Id']), /^001\w{15}$/);
    assert.deepEqual((account!['Owner'] as { Alias: string }).Alias, 'admin');
    assert.equal((account!['Contacts'] as { LastName: string }[])[0]?.LastName, 'Roe');
    assert.equal('Phone' in account!, false);
  });

  it('reads objects, records and maps of ids', () => {
    const params = { value: { a: 1 }, record: { Name: 'Acme' }, ids: { a: ['001000000000001'] } };
    assert.equal(call('typesOf', params).body, 'true Acme 001000000000001AAA');
  });

  it('answers null for nothing, takes a missing parameter as null and ignores an unknown one', () => {
    assert.deepEqual(call('nothing', { unknown: 1 }), { status: 200, body: null });
  });

  it('refuses a value of another type, naming the parameter', () => {
    assert.deepEqual(call('nothing', { day: 'tomorrow' }), {
      status: 400,
      body: { message: `Value provided is invalid for action parameter 'day' of type 'Date'` }
    });
    const { body } = call('describe', { thing: 'text' });
    assert.deepEqual(body, { message: `Value provided is invalid for action parameter 'thing' of type 'apex://Item'` });
  });

  it('refuses a body that is no object', () => {
    assert.deepEqual(
      [caller.call('Desk.who', '[1]', admin).status, caller.call('Desk.who', '{', admin).status],
      [400, 400]
    );
  });

  it('runs in the name, language and time zone of the user', () => {
    const user = standardUser(org, 'Reiko', 'DeskUser');
    assert.deepEqual(call('who', {}, { ...user, language: 'ja' }).body, ['ja', 'Asia/Tokyo', 'Reiko']);
  });

  it('describes objects, fields and values in the language of the user', () => {
    const inEnglish = ['Lead', 'Leads', 'Last Name', 'Created Date', 'Mood', 'How it feels', 'Good', 'good'];
    const inJapanese = ['リード', 'リード', '姓', '作成日', '気分', '気持ち', '良い', 'good'];
    assert.deepEqual(call('names', {}, admin).body, inEnglish);
    assert.deepEqual(call('names', {}, { ...admin, language: 'ja' }).body, inJapanese);
  });

  it('reaches more than 200 children of a record only in a loop', () => {
    const message = 'Aggregate query has too many rows for direct assignment, use FOR loop';
    assert.deepEqual(call('children', { count: 200 }).body, ['400', '200', 'kept', '200']);
    assert.deepEqual(call('children', { count: 201 }).body, ['402', message, 'refused', 'refused']);
  });

  it('is refused without access to the class', () => {
    const user = standardUser(org, 'Nobody');
    const message = `You do not have access to the Apex class named 'Desk'.`;
    assert.deepEqual(call('who', {}, user), { status: 403, body: { message } });
  });

  it('finds annotated methods only', () => {
    const message = `Unable to find Apex action method referenced as 'Desk.notForComponents'.`;
    assert.deepEqual(call('notForComponents'), { status: 404, body: { message } });
    assert.equal(call('whoever').status, 404);
    assert.equal(caller.call('Nothing.here', '', admin).status, 404);
  });

  it('shows the message of a handled exception and nothing of its stack', () => {
    assert.deepEqual(call('handled'), {
      status: 500,
      body: {
        message: 'Say it.',
        exceptionType: 'System.AuraHandledException',
        isUserDefinedException: false,
        stackTrace: ''
      }
    });
  });

  it('names type and stack of other exceptions', () => {
    const own = call('own').body as Record<string, unknown>;
    assert.deepEqual(
      [own['message'], own['exceptionType'], own['isUserDefinedException']],
      ['Mine', 'Desk.OwnException', true]
    );
    assert.match(String(own['stackTrace']), /^Class\.Desk\.own: line 24, column 1/);
    const unset = call('useNull').body as Record<string, unknown>;
    assert.deepEqual([unset['exceptionType'], unset['isUserDefinedException']], ['System.NullPointerException', false]);
  });

  it('lists the errors of a record that could not be saved', () => {
    const body = call('badRecord').body as {
      fieldErrors: Record<string, { statusCode: string }[]>;
      pageErrors: unknown[];
    };
    assert.equal(body.fieldErrors['Name']?.[0]?.statusCode, 'REQUIRED_FIELD_MISSING');
    assert.deepEqual(body.pageErrors, []);
  });

  it('leaves nothing behind when it fails', () => {
    assert.equal(call('half').status, 500);
    assert.equal(call('halves').body, 0);
  });

  it('has the limits of a synchronous transaction, which no catch block hides', () => {
    const { status, body } = call('greedy');
    assert.equal(status, 500);
    const { message, exceptionType } = body as Record<string, unknown>;
    assert.deepEqual([message, exceptionType], ['Too many SOQL queries: 101', 'System.LimitException']);
  });

  it('cannot save from a cacheable method', () => {
    const { message, exceptionType } = call('write').body as Record<string, unknown>;
    assert.deepEqual([message, exceptionType], ['Too many DML statements: 1', 'System.LimitException']);
  });

  it('needed no excuse of the local org', () => assert.deepEqual(faults, []));
});
