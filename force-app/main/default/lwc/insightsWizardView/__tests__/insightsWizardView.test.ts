import { type Draft, addMapping, change, newDraft, setObject, setReport } from 'c/insightsDraft';
import {
  type Loaded,
  NOTHING_LOADED,
  gapText,
  incompleteText,
  objectLabel,
  pathSteps,
  proposedName,
  summaryOf,
  unmappedColumns
} from 'c/insightsWizardView';

const FIELDS = {
  objectName: 'Lead',
  label: 'リード',
  fields: [
    { name: 'Email', label: 'メール' },
    { name: 'Nps__c', label: 'NPS' }
  ]
};
const LOADED: Loaded = { ...NOTHING_LOADED, fields: { value: FIELDS, problem: null, isLoading: false } };
const PAIR: Draft = change(setObject(setReport(newDraft(), 'nps', 'NPS'), 'Lead'), {
  environmentId: 'e1',
  keyColumn: 'User ID',
  keyField: 'Email'
});

describe('c/insightsWizardView', () => {
  it('opens the steps one after another', () => {
    const state = (draft: Draft) =>
      pathSteps(draft).map(({ isDone, blockedBecause }) => (isDone ? 'done' : (blockedBecause ?? 'open')));
    expect(state(newDraft())).toEqual([
      'open',
      'Choose an environment.',
      'Choose an environment.',
      'Choose an environment.'
    ]);
    expect(state(PAIR)).toEqual(['done', 'done', 'open', 'Map at least one column to a field.']);
    expect(state(addMapping(PAIR, { column: 'NPS', field: 'Nps__c' }))).toEqual(['done', 'done', 'done', 'open']);
  });

  it('says everything that is missing', () => {
    expect(gapText(['report', 'object'])).toBe('Choose a report. Choose an object.');
    expect(gapText([])).toBe('');
  });

  it('proposes a name from report and object, in the language of the user', () => {
    expect(proposedName(PAIR, LOADED)).toBe('NPS to リード');
    expect(proposedName(newDraft(), LOADED)).toBe('');
  });

  it('names the object by its label as soon as it is known', () => {
    expect(objectLabel(PAIR, null, null)).toBe('Lead');
    expect(objectLabel(PAIR, null, [{ name: 'Lead', label: 'Lead (list)' }])).toBe('Lead (list)');
    expect(objectLabel(PAIR, { ...FIELDS, objectName: 'Contact' }, null)).toBe('Lead');
  });

  it('sums up what was chosen, without lines that are not complete', () => {
    const draft = addMapping(addMapping(addMapping(PAIR, { column: 'NPS', field: 'Nps__c' })), {
      constant: 'x',
      field: 'Gone__c'
    });
    expect(summaryOf(draft, LOADED, [{ id: 'e1', name: 'Acme' }]).map(({ details }) => details)).toEqual([
      ['Acme'],
      ['NPS'],
      ['リード'],
      ['User ID → メール'],
      ['NPS → NPS', '“x” → Gone__c']
    ]);
  });

  it('knows the columns that nothing uses', () => {
    const sample = { columns: [{ name: 'User ID' }, { name: 'NPS' }, { name: 'Visits' }] };
    expect(unmappedColumns(addMapping(PAIR, { column: 'NPS' }), sample)).toEqual(['Visits']);
    expect(unmappedColumns(PAIR, null)).toEqual([]);
  });

  it('names the lines that would not be saved', () => {
    expect(incompleteText(addMapping(addMapping(PAIR), { column: 'NPS' }))).toMatch(/row 2$/);
    expect(incompleteText(addMapping(PAIR))).toBe('');
  });
});
