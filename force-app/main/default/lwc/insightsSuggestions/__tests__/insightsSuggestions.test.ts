import { kindOfColumn, suggest, wordsOf } from 'c/insightsSuggestions';

const field = (name: string, label: string, conversion = 'Text') => ({ name, label, conversion, canMap: true });
const pairs = (suggestions: { column: string; field: string }[]) => suggestions.map((one) => [one.column, one.field]);

describe('c/insightsSuggestions', () => {
  it.each([
    ['WalkMe_Last_Login__c', ['last', 'login']],
    ['lastLoginDate', ['last', 'login', 'date']],
    ['# Logins last 30 days', ['count', 'login', 'last', '30', 'day']],
    ['E-mail', ['email']],
    ['最終ログイン', ['最終ログイン']],
    [null, []]
  ])('splits %s into words', (name, words) => {
    expect(wordsOf(name)).toEqual(words);
  });

  it('finds fields with the prefix that WalkMe recommends', () => {
    const found = suggest(
      [{ name: 'Last Login', dataType: 'datetime' }],
      [field('WalkMe_Last_Login__c', 'WalkMe Last Login', 'Datetime'), field('Company', 'Company')]
    );
    expect(pairs(found)).toEqual([['Last Login', 'WalkMe_Last_Login__c']]);
  });

  it('finds fields by their label, whatever they are called', () => {
    expect(pairs(suggest([{ name: '最終ログイン' }], [field('F1__c', '最終ログイン')]))).toEqual([
      ['最終ログイン', 'F1__c']
    ]);
  });

  it('gives each column one field and each field one column, the surest first', () => {
    const found = suggest(
      [{ name: 'Last Login Date' }, { name: 'Last Login' }],
      [field('Last_Login__c', 'Last Login'), field('Last_Login_Date__c', 'Last Login Date')]
    );
    expect(Object.fromEntries(pairs(found))).toEqual({
      'Last Login': 'Last_Login__c',
      'Last Login Date': 'Last_Login_Date__c'
    });
  });

  it('prefers the field whose type suits the column', () => {
    const columns = [{ name: 'Last Login', dataType: 'datetime' }];
    const fields = [field('A__c', 'Last Login', 'Checkbox'), field('B__c', 'Last Login', 'Datetime')];
    expect(pairs(suggest(columns, fields))).toEqual([['Last Login', 'B__c']]);
  });

  it('does not suggest a number for a checkbox', () => {
    expect(suggest([{ name: 'Active', dataType: 'number' }], [field('Active__c', 'Active', 'Checkbox')])).toEqual([]);
  });

  it('suggests nothing for names that share one word of many', () => {
    expect(suggest([{ name: 'Onboarding completion rate' }], [field('Rate__c', 'Rate')])).toEqual([]);
  });

  it.each([
    ['string', 'text'],
    ['NUMBER', 'number'],
    ['integer', 'number'],
    ['boolean', 'checkbox'],
    ['date', 'date'],
    ['DateTime', 'datetime'],
    [null, 'text']
  ])('reads the type %s as %s', (dataType, kind) => {
    expect(kindOfColumn({ dataType })).toBe(kind);
  });

  it('copes with 800 fields and 60 columns', () => {
    const fields = Array.from({ length: 800 }, (_one, index) => field(`Field_${index}__c`, `Field ${index}`));
    const columns = Array.from({ length: 60 }, (_one, index) => ({ name: `Field ${index}` }));
    expect(suggest(columns, fields)).toHaveLength(60);
  });
});
