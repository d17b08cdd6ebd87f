import { likeliestKeyColumn, likeliestKeyField, valuesOf } from 'c/insightsKeyChoice';

const columns = (...names: string[]) => names.map((name) => ({ name }));
const field = (name: string, values: Partial<Apex.InsightsFieldView> = {}) => ({ name, canKey: true, ...values });

describe('c/insightsKeyChoice', () => {
  it('takes the identifier that the report declares', () => {
    expect(likeliestKeyColumn(columns('Email', 'User ID'), 'User ID')).toBe('User ID');
  });

  it('does not take a declared identifier that the report does not have', () => {
    expect(likeliestKeyColumn(columns('Email'), 'User ID')).toBe('Email');
  });

  it.each([
    [['Visits', 'E-mail address'], 'E-mail address'],
    [['Visits', 'User ID'], 'User ID'],
    [['Visits', 'Work email', 'User ID'], 'Work email'],
    [['Record GUID', 'Visits'], 'Record GUID'],
    [['Width', 'Valid'], null]
  ])('finds the key of %j', (names, key) => {
    expect(likeliestKeyColumn(columns(...names))).toBe(key);
  });

  it('looks at the values when names say nothing', () => {
    const rows = [
      ['1', 'ann@example.com'],
      ['2', null],
      ['3', 'bob@example.com']
    ];
    expect(likeliestKeyColumn(columns('A', 'B'), null, rows)).toBe('B');
  });

  it('matches addresses with a field for addresses', () => {
    const fields = [field('Code__c', { isUnique: true, isExternalId: true }), field('Email', { conversion: 'Email' })];
    expect(likeliestKeyField(fields, ['ann@example.com'])).toBe('Email');
    expect(likeliestKeyField(fields, ['4711'])).toBe('Code__c');
  });

  it('prefers external ids to unique fields, and these to e-mail', () => {
    const email = field('Email', { conversion: 'Email' });
    const unique = field('Unique__c', { isUnique: true });
    const external = field('External__c', { isExternalId: true });
    expect(likeliestKeyField([email, unique, external], ['1'])).toBe('External__c');
    expect(likeliestKeyField([email, unique], ['1'])).toBe('Unique__c');
    expect(likeliestKeyField([email], ['1'])).toBe('Email');
  });

  it('proposes no field that cannot be a key, and nothing rather than a guess', () => {
    expect(likeliestKeyField([field('Email', { conversion: 'Email', canKey: false })], ['ann@example.com'])).toBeNull();
    expect(likeliestKeyField([field('Company')], [])).toBeNull();
  });

  it('reads the cells of a column', () => {
    const sample = { columns: columns('A', 'B'), rows: [['1', 'x'], ['2']] };
    expect(valuesOf(sample, 'B')).toEqual(['x', '']);
    expect(valuesOf(sample, 'C')).toEqual([]);
    expect(valuesOf(null, 'A')).toEqual([]);
  });
});
