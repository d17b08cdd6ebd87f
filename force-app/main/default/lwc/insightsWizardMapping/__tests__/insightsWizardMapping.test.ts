import { createElement } from 'lwc';
import type InsightsState from 'c/insightsState';
import type InsightsProblem from 'c/insightsProblem';
import { conversionKey } from 'c/insightsConversions';
import { type Draft, addMapping, change, newDraft, setObject, setReport } from 'c/insightsDraft';
import type InsightsFieldReasons from 'c/insightsFieldReasons';
import type InsightsMappingRow from 'c/insightsMappingRow';
import type InsightsMappingSuggestions from 'c/insightsMappingSuggestions';
import InsightsWizardMapping from 'c/insightsWizardMapping';

const loaded = (value: unknown) => ({ value, problem: null, isLoading: false });
const SAMPLE = {
  columns: [
    { name: 'User ID', dataType: 'string' },
    { name: 'Last Login', dataType: 'datetime' },
    { name: 'NPS', dataType: 'string' }
  ],
  rows: [['ann@example.com', '2026-11-24T08:00:00Z', '9']]
};
const FIELDS = {
  objectName: 'Lead',
  label: 'Lead',
  fields: [
    { name: 'Email', label: 'Email', typeLabel: 'Email', canMap: true, canKey: true, conversion: 'Email' },
    { name: 'Last__c', label: 'Last Login', typeLabel: 'Date/Time', canMap: true, conversion: 'Datetime' },
    { name: 'Nps__c', label: 'NPS', typeLabel: 'Number', canMap: true, conversion: 'Number' },
    { name: 'Formula__c', label: 'Formula', canMap: false, mapReason: 'Is a formula.' }
  ]
};
const PAIR = change(setObject(setReport(newDraft(), 'logins', 'Logins'), 'Lead'), {
  keyColumn: 'User ID',
  keyField: 'Email'
});
const MAPPED = addMapping(PAIR, { column: 'Last Login', field: 'Last__c' });

/** Mounts the step with a container's part: what it asks for is done. */
function mount(first: Draft = MAPPED, values: Record<string, unknown> = {}) {
  const element = createElement('c-insights-wizard-mapping', { is: InsightsWizardMapping });
  const held = { draft: first };
  Object.assign(element, { draft: first, sample: loaded(SAMPLE), fields: loaded(FIELDS), ...values });
  element.addEventListener('draftchange', (event) => {
    held.draft = (event as CustomEvent).detail.update(held.draft);
    element.draft = held.draft;
  });
  document.body.appendChild(element);
  return { element, held };
}

type Step = ReturnType<typeof mount>['element'];
const rows = (element: Step) => [
  ...element.shadowRoot!.querySelectorAll<LwcElement<InsightsMappingRow>>('c-insights-mapping-row')
];
const find = (element: Step, id: string) => element.shadowRoot!.querySelector<HTMLElement>(`[data-id="${id}"]`);
const suggestions = (element: Step) =>
  element.shadowRoot!.querySelector<LwcElement<InsightsMappingSuggestions>>('c-insights-mapping-suggestions')!;

async function remove(element: Step, index: number): Promise<void> {
  const row = rows(element)[index]!;
  row.dispatchEvent(new CustomEvent('remove', { detail: { key: row.row.key } }));
  await Promise.resolve();
}

describe('c-insights-wizard-mapping', () => {
  afterEach(() => document.body.replaceChildren());

  it('keeps the key on top, and leads to where it is changed', () => {
    const { element } = mount();
    const key = element.shadowRoot!.querySelector('.key')!;
    expect(key.textContent).toMatch(/User ID.*Email/);
    const step = jest.fn();
    element.addEventListener('step', (event) => step((event as CustomEvent).detail.step));
    find(element, 'change-key')!.click();
    expect(step).toHaveBeenCalledWith('choice');
  });

  it('offers neither the key field nor fields that cannot be written', () => {
    const [row] = rows(mount().element);
    expect(row!.fieldOptions.map(({ value }) => value)).toEqual(['Last__c', 'Nps__c']);
    expect(row!.usedFields).toEqual(['Last__c']);
  });

  it('says why fields are not offered', () => {
    const reasons =
      mount().element.shadowRoot!.querySelector<LwcElement<InsightsFieldReasons>>('c-insights-field-reasons')!;
    expect(reasons.reasons.map(({ name }) => name)).toEqual(['Email', 'Last__c', 'Formula__c']);
    expect(reasons.reasons[2]!.reason).toBe('Is a formula.');
  });

  it('suggests what is left, and takes it over', async () => {
    const { element, held } = mount();
    const [suggestion] = suggestions(element).suggestions;
    expect(suggestion).toMatchObject({ column: 'NPS', field: 'Nps__c' });
    suggestions(element).dispatchEvent(new CustomEvent('accept', { detail: { suggestions: [suggestion] } }));
    await Promise.resolve();
    expect(held.draft.mappings[1]).toMatchObject({ column: 'NPS', field: 'Nps__c' });
    expect(suggestions(element).suggestions).toEqual([]);
    expect(find(element, 'accepted')!.textContent).toContain('NPS');
  });

  it('adds a line', async () => {
    const { element, held } = mount();
    find(element, 'add')!.click();
    await Promise.resolve();
    expect(held.draft.mappings).toHaveLength(2);
    expect(rows(element)).toHaveLength(2);
  });

  it('removes a line, keeps its place, and puts it back there', async () => {
    const { element, held } = mount(addMapping(MAPPED, { column: 'NPS', field: 'Nps__c' }));
    const before = held.draft.mappings;
    await remove(element, 0);
    expect(held.draft.mappings).toHaveLength(1);
    const undo = element.shadowRoot!.querySelector<HTMLElement>('[data-undo]')!;
    expect(element.shadowRoot!.querySelector('.rows li')!.contains(undo)).toBe(true);
    expect(element.shadowRoot!.activeElement).toBe(undo);
    undo.click();
    await Promise.resolve();
    expect(held.draft.mappings).toEqual(before);
  });

  it('puts back several lines in any order', async () => {
    const { element, held } = mount(addMapping(MAPPED, { column: 'NPS', field: 'Nps__c' }));
    const before = held.draft.mappings;
    await remove(element, 0);
    await remove(element, 0);
    const undo = (index: number) => element.shadowRoot!.querySelectorAll<HTMLElement>('[data-undo]')[index]!;
    undo(1).click();
    await Promise.resolve();
    undo(0).click();
    await Promise.resolve();
    expect(held.draft.mappings).toEqual(before);
  });

  it('puts a line back without its field when another line has got it meanwhile', async () => {
    const { element, held } = mount();
    await remove(element, 0);
    held.draft = addMapping(held.draft, { column: 'NPS', field: 'Last__c' });
    element.draft = held.draft;
    await Promise.resolve();
    element.shadowRoot!.querySelector<HTMLElement>('[data-undo]')!.click();
    await Promise.resolve();
    expect(held.draft.mappings.map(({ field }) => field)).toEqual([null, 'Last__c']);
  });

  it('offers no line back among those that somebody else has saved', async () => {
    const { element, held } = mount({ ...MAPPED, revision: 1 });
    await remove(element, 0);
    element.draft = { ...held.draft, revision: 2, mappings: MAPPED.mappings };
    await Promise.resolve();
    expect(element.shadowRoot!.querySelector('[data-undo]')).toBeNull();
    expect(rows(element)).toHaveLength(MAPPED.mappings.length);
  });

  it('shows samples, and how many do not fit', () => {
    const samples = [
      { before: '1', after: '1' },
      { before: 'x', problem: 'No date.', remedy: 'Mend.' }
    ];
    const key = conversionKey(MAPPED.mappings[0]!);
    const [row] = rows(mount(MAPPED, { conversions: { [key]: { samples } } }).element);
    expect(row!.row).toMatchObject({ before: 'x', problem: 'No date. (1 of 2 examples)', remedy: 'Mend.' });
  });

  it('says how values are converted where column and field differ', () => {
    const differing = addMapping(PAIR, { column: 'NPS', field: 'Nps__c' });
    expect(rows(mount(differing).element)[0]!.row.conversion).toBe('Read as a number');
    expect(rows(mount(MAPPED).element)[0]!.row.conversion).toBe('');
  });

  it.each([
    [{ column: 'NPS' }, 'Choose a field.'],
    [{ field: 'Nps__c' }, 'Choose a column.'],
    [{ constant: '', field: 'Nps__c' }, 'Enter a value.'],
    [{ column: 'NPS', field: 'Formula__c' }, 'Is a formula.'],
    [{ column: 'Gone', field: 'Nps__c' }, 'The report has no column Gone.'],
    [{ column: 'NPS', field: 'Gone__c' }, 'The object has no field Gone__c'],
    [{ column: 'NPS', field: 'Email' }, 'Is the key field'],
    [{}, '']
  ])('names what is wrong with %j', (line, fault) => {
    expect(rows(mount(addMapping(PAIR, line)).element)[0]!.row.fault).toContain(fault);
  });

  it('names the lines that would not be saved', () => {
    const { element } = mount(addMapping(addMapping(MAPPED, { column: 'NPS' })));
    expect(find(element, 'incomplete')!.textContent).toMatch(/row 2$/);
    expect(find(mount().element, 'incomplete')).toBeNull();
  });

  it('keeps the lines when the report cannot be read, and lets the user try again', () => {
    const problem = { code: 'X', message: 'No.', remedy: 'Ask.' };
    const { element } = mount(MAPPED, { sample: { value: null, problem, isLoading: false } });
    const retry = jest.fn();
    element.addEventListener('retry', retry);
    expect(rows(element)[0]!.row.fault).toBe('');
    const shown = element.shadowRoot!.querySelector<LwcElement<InsightsProblem>>('c-insights-problem')!;
    expect(shown.problem).toEqual(problem);
    shown.dispatchEvent(new CustomEvent('retry'));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('waits while fields and columns are on their way', () => {
    const { element } = mount(MAPPED, { fields: { value: null, problem: null, isLoading: true } });
    expect(element.shadowRoot!.querySelector<LwcElement<InsightsState>>('c-insights-state')!.variant).toBe('loading');
    expect(rows(element)).toEqual([]);
  });

  it('keeps the lines on the screen while the fields are read again, and says so', () => {
    const { element } = mount(MAPPED, { fields: { ...loaded(FIELDS), isLoading: true } });
    expect(element.shadowRoot!.querySelector('c-insights-state')).toBeNull();
    expect(rows(element)).toHaveLength(1);
    expect(find(element, 'reading')!.textContent).toBe('Loading');
    expect(find(mount().element, 'reading')!.textContent).toBe('');
  });

  it.each([
    ['request', 'fieldrequest'],
    ['refresh-fields', 'refreshfields']
  ])('asks by %s for %s', (button, name) => {
    const { element } = mount();
    const asked = jest.fn();
    element.addEventListener(name, asked);
    find(element, button)!.click();
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('gives all lines of an object with 800 fields the same list', () => {
    const fields = Array.from({ length: 800 }, (_one, index) => ({
      name: `F${index}__c`,
      label: `Field ${index}`,
      canMap: true,
      conversion: 'Text'
    }));
    let draft = PAIR;
    for (let line = 0; line < 20; line++) {
      draft = addMapping(draft, { column: 'NPS', field: `F${line}__c` });
    }
    const { element } = mount(draft, { fields: loaded({ ...FIELDS, fields }) });
    expect(new Set(rows(element).map(({ fieldOptions }) => fieldOptions)).size).toBe(1);
    expect(element.shadowRoot!.querySelectorAll('*').length).toBeLessThan(200);
  });

  it('is accessible', async () => {
    const { element } = mount(addMapping(MAPPED, { column: 'NPS' }), { showsGaps: true });
    await remove(element, 0);
    await expect(element).toBeAccessible();
  });
});
