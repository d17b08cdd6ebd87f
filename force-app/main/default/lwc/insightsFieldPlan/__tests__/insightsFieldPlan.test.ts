import {
  FIELD_TYPES,
  type PlannedField,
  faultOf,
  mailAddress,
  mailText,
  planField,
  toNewField
} from 'c/insightsFieldPlan';

const planned = (values: Partial<PlannedField> = {}): PlannedField => ({
  column: 'Last Login',
  isWanted: true,
  name: 'WalkMe_Last_Login',
  label: 'Last Login',
  type: 'DateTime',
  ...values
});
const none = new Set<string>();

describe('c/insightsFieldPlan', () => {
  it.each([
    ['Last Login', 'WalkMe_Last_Login'],
    ['# Logins last 30 days', 'WalkMe_Logins_last_30_days'],
    ['Onboarding (%)', 'WalkMe_Onboarding'],
    ['WalkMe Score', 'WalkMe_Score'],
    ['Café', 'WalkMe_Cafe'],
    ['最終ログイン', 'WalkMe_Field_7']
  ])('names the field for %s by the rules of Salesforce', (name, apiName) => {
    expect(planField({ name }, [], none, 7).name).toBe(apiName);
  });

  it('keeps within 40 characters and out of the way of fields that exist', () => {
    const taken = new Set(['walkme_last_login', 'walkme_last_login_2']);
    expect(planField({ name: 'Last Login' }, [], taken, 1).name).toBe('WalkMe_Last_Login_3');
    const { name, label } = planField({ name: 'word '.repeat(20).trim() }, [], none, 1);
    expect(name.length).toBeLessThanOrEqual(40);
    expect(name).not.toMatch(/_$/);
    expect(label.length).toBeLessThanOrEqual(40);
  });

  it.each([
    ['number', [], 'Number'],
    ['datetime', [], 'DateTime'],
    ['date', [], 'Date'],
    ['boolean', [], 'Checkbox'],
    [null, ['1', '2.5', ''], 'Number'],
    [null, ['2026-11-24'], 'Date'],
    [null, ['2026-11-24T08:00:00Z'], 'DateTime'],
    [null, ['ann@example.com'], 'Email'],
    [null, ['https://example.com/a'], 'Url'],
    [null, ['true', 'FALSE'], 'Checkbox'],
    [null, ['1', 'one'], 'Text'],
    [null, ['a\nb'], 'TextArea'],
    [null, ['', ' '], 'Text']
  ])('takes for the type %s and the values %j a field of type %s', (dataType, values, type) => {
    expect(planField({ name: 'X', dataType }, values, none, 1).type).toBe(type);
  });

  it.each([
    [{ name: '' }, 'nameMissing'],
    [{ name: '1st' }, 'nameShape'],
    [{ name: 'Two__lines' }, 'nameShape'],
    [{ name: 'Ends_' }, 'nameShape'],
    [{ name: 'Ünicode' }, 'nameShape'],
    [{ name: 'x'.repeat(41) }, 'nameLong'],
    [{ name: 'Existing' }, 'nameTaken'],
    [{ label: ' ' }, 'labelMissing'],
    [{ label: 'x'.repeat(41) }, 'labelLong'],
    [{}, null]
  ])('finds fault with %j: %s', (values, fault) => {
    const field = planned(values);
    expect(faultOf(field, [field], new Set(['existing']))).toBe(fault);
  });

  it('finds two fields of one name, when both are wanted', () => {
    const twin = planned({ column: 'Other', name: 'walkme_last_login' });
    expect(faultOf(planned(), [planned(), twin], none)).toBe('nameTwice');
    expect(faultOf(planned(), [planned(), { ...twin, isWanted: false }], none)).toBeNull();
  });

  it('describes a field as the metadata does', () => {
    expect(toNewField(planned({ type: 'Number', label: ' Logins ' }))).toEqual({
      name: 'WalkMe_Last_Login__c',
      label: 'Logins',
      type: 'Number',
      precision: 18,
      scale: 2
    });
    expect(toNewField(planned({ type: 'Text' }))).toMatchObject({ length: 255 });
  });

  it('writes the request with an aligned table', () => {
    const typeLabels = Object.fromEntries(FIELD_TYPES.map((type) => [type, type])) as never;
    const words = {
      subject: 'Fields on {0}',
      greeting: 'Hello',
      body: 'Please add to {0} ({1}):',
      closing: 'Thanks',
      nameHeading: 'API name',
      labelHeading: 'Label',
      typeHeading: 'Type',
      typeLabels
    };
    const fields = [planned(), planned({ name: 'WalkMe_N', label: '回数', type: 'Number' })];
    const { subject, body } = mailText(fields, 'Lead', 'Lead', words);
    expect(subject).toBe('Fields on Lead');
    expect(body).toBe(
      [
        'Hello',
        '',
        'Please add to Lead (Lead):',
        '',
        'API name              Label       Type',
        '--------------------  ----------  --------',
        'WalkMe_Last_Login__c  Last Login  DateTime',
        'WalkMe_N__c           回数        Number',
        '',
        'Thanks'
      ].join('\n')
    );
  });

  it('opens mail programs with line ends as the standard asks for', () => {
    expect(mailAddress('A & B', 'x\ny')).toBe('mailto:?subject=A%20%26%20B&body=x%0D%0Ay');
  });
});
