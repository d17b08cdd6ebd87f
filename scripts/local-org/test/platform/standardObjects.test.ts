import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { standardObjects } from '../../src/platform/standardObjects';

const objects = standardObjects();

describe('standard objects', () => {
  it('describe Lead as an org does', () => {
    const lead = objects.get('lead')!;
    assert.deepEqual([lead.keyPrefix, lead.label, lead.mergeable, lead.nameField], ['00Q', 'Lead', true, 'Name']);
    const email = lead.fields.get('email')!;
    assert.deepEqual([email.type, email.length, email.nillable, email.idLookup], ['EMAIL', 80, true, true]);
    const company = lead.fields.get('company')!;
    assert.deepEqual([company.type, company.length, company.nillable], ['STRING', 255, false]);
    const converted = lead.fields.get('isconverted')!;
    assert.deepEqual([converted.createable, converted.updateable, converted.defaultValue], [true, false, 'false']);
    const status = lead.fields.get('status')!;
    assert.equal(status.defaultValue, 'Open - Not Contacted');
    assert.deepEqual(lead.fields.get('ownerid')?.referenceTo, ['Group', 'User']);
    assert.equal(lead.fields.has('recordtypeid'), false);
    assert.equal(lead.fields.has('currencyisocode'), false);
  });

  it('offer users the time zones of Salesforce, each known to the clock of this machine', () => {
    const zones =
      objects
        .get('user')
        ?.fields.get('timezonesidkey')
        ?.picklistValues.map(({ value }) => value) ?? [];
    assert.equal(new Set(zones).size, 99);
    for (const zone of zones) assert.doesNotThrow(() => new Intl.DateTimeFormat('en', { timeZone: zone }), zone);
  });

  it('link parents and children', () => {
    const contacts = objects.get('account')?.childRelationships.get('contacts');
    assert.deepEqual(contacts, {
      name: 'Contacts',
      childObject: 'Contact',
      field: 'AccountId',
      cascadeDelete: true,
      restrictedDelete: false
    });
    assert.equal(objects.get('contact')?.fields.get('accountid')?.relationshipName, 'Account');
    assert.deepEqual(objects.get('task')?.fields.get('whoid')?.referenceTo, ['Contact', 'Lead']);
  });

  it('keep what only the platform writes read-only', () => {
    for (const name of ['asyncapexjob', 'crontrigger', 'apexclass', 'profile']) {
      const object = objects.get(name)!;
      assert.deepEqual(
        [object.createable, object.updateable, object.deletable, object.queryable],
        [false, false, false, true],
        name
      );
    }
    const created = objects.get('account')?.fields.get('createddate');
    assert.deepEqual([created?.createable, created?.updateable, created?.nillable], [false, false, false]);
  });

  it('refer only to objects that are there, or to ones that a plain org lacks too', () => {
    for (const object of objects.values()) {
      for (const child of object.childRelationships.values()) {
        const field = objects.get(child.childObject.toLowerCase())?.fields.get(child.field.toLowerCase());
        assert.ok(field?.referenceTo.includes(object.name), `${object.name}.${child.name}`);
      }
    }
  });

  it('are fresh for every caller', () => {
    objects.get('note')!.fields.clear();
    assert.ok(standardObjects().get('note')!.fields.size > 0);
  });
});
