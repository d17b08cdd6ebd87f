import { createElement } from 'lwc';
import type InsightsReportPreview from 'c/insightsReportPreview';
import type InsightsKeyMatch from 'c/insightsKeyMatch';
import type InsightsFieldReasons from 'c/insightsFieldReasons';
import type InsightsProblem from 'c/insightsProblem';
import { type Draft, change, newDraft, setObject, setReport } from 'c/insightsDraft';
import type InsightsLookup from 'c/insightsLookup';
import InsightsWizardChoice from 'c/insightsWizardChoice';

const loaded = (value: unknown) => ({ value, problem: null, isLoading: false });
const REPORTS = [
  {
    id: 'logins',
    name: 'Logins review',
    description: 'Who logged in',
    rowCount: 1234,
    refreshedAt: '2026-11-24T07:00:00.000Z'
  },
  { id: 'nps', name: 'NPS' }
];
const OBJECTS = [
  { name: 'Lead', label: 'Lead', pluralLabel: 'Leads' },
  { name: 'Team__c', label: 'Team', pluralLabel: 'Teams' }
];
const SAMPLE = { columns: [{ name: 'User ID' }, { name: 'NPS' }], rows: [['ann@example.com', '9']] };
const FIELDS = {
  objectName: 'Lead',
  label: 'Lead',
  fields: [
    { name: 'Email', label: 'Email', typeLabel: 'Email', canKey: true, isIndexed: true },
    { name: 'Code__c', label: 'Code', typeLabel: 'Text', canKey: true, isUnique: true, isIndexed: false },
    { name: 'Note__c', label: 'Note', canKey: false, keyReason: 'Long texts cannot be searched.' }
  ]
};
const CHOSEN = change(setObject(setReport(newDraft(), 'logins', 'Logins review'), 'Lead'), {
  keyColumn: 'User ID',
  keyField: 'Email'
});
const SOURCES = [
  { name: 'WalkMeUS', label: 'WalkMe US' },
  { name: 'WalkMeEU', label: 'WalkMe EU' }
];

function mount(draft: Draft = CHOSEN, values: Record<string, unknown> = {}) {
  const element = createElement('c-insights-wizard-choice', { is: InsightsWizardChoice });
  const given = {
    draft,
    sources: SOURCES,
    reports: loaded(REPORTS),
    objects: loaded(OBJECTS),
    sample: loaded(SAMPLE),
    fields: loaded(FIELDS)
  };
  Object.assign(element, given, values);
  document.body.appendChild(element);
  return element;
}

type Step = ReturnType<typeof mount>;
const lookup = (element: Step, gap: string) =>
  element.shadowRoot!.querySelector<LwcElement<InsightsLookup>>(`[data-gap="${gap}"]`);

/** The draft after the user chose a value. */
function choose(element: Step, gap: string, value: string): Draft {
  let draft = element.draft as Draft;
  element.addEventListener('draftchange', (event) => (draft = (event as CustomEvent).detail.update(draft)));
  lookup(element, gap)!.dispatchEvent(new CustomEvent('choose', { detail: { value } }));
  return draft;
}

describe('c-insights-wizard-choice', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows description, size and age of reports', () => {
    const [first] = lookup(mount(), 'report')!.options;
    expect(first!.meta).toMatch(/^Who logged in · 1,234 rows · refreshed /);
  });

  it('finds objects by label, plural and API name', () => {
    expect(lookup(mount(), 'object')!.options[1]).toEqual({
      value: 'Team__c',
      label: 'Team',
      meta: 'Team__c',
      search: 'Teams'
    });
  });

  it('asks for the key once report and object are chosen', () => {
    expect(lookup(mount(newDraft()), 'keyColumn')).toBeNull();
    expect(lookup(mount(setObject(newDraft(), 'Lead')), 'keyField')).toBeNull();
    const element = mount();
    expect(lookup(element, 'keyColumn')!.options.map(({ value }) => value)).toEqual(['User ID', 'NPS']);
    expect(lookup(element, 'keyColumn')!.options[1]!.meta).toBe('9');
    expect(lookup(element, 'keyField')!.options.map(({ value }) => value)).toEqual(['Email', 'Code__c']);
  });

  it('asks for what the user chooses', () => {
    expect(choose(mount(), 'report', 'nps')).toMatchObject({ reportId: 'nps', reportName: 'NPS' });
    expect(choose(mount(), 'object', 'Team__c')).toMatchObject({ targetObject: 'Team__c' });
    expect(choose(mount(), 'keyColumn', 'NPS')).toMatchObject({ keyColumn: 'NPS' });
    expect(choose(mount(), 'keyField', 'Code__c')).toMatchObject({ keyField: 'Code__c' });
  });

  it('warns of a key field without an index', () => {
    const hint = (element: Step) => element.shadowRoot!.querySelector('[data-id="not-indexed"]');
    expect(hint(mount())).toBeNull();
    expect(hint(mount(change(CHOSEN, { keyField: 'Code__c' })))).not.toBeNull();
  });

  it('says on demand why fields cannot be the key', () => {
    const shown = mount().shadowRoot!.querySelector<LwcElement<InsightsFieldReasons>>('c-insights-field-reasons')!;
    expect(shown.reasons).toEqual([{ name: 'Note__c', label: 'Note', reason: 'Long texts cannot be searched.' }]);
  });

  it('tells about Gainsight when Lead is chosen', () => {
    const hint = (element: Step) => element.shadowRoot!.querySelector('[data-id="lead"]');
    expect(hint(mount())).not.toBeNull();
    expect(hint(mount(setObject(CHOSEN, 'Contact')))).toBeNull();
  });

  it('asks for the region only when there are several, and folds it away', async () => {
    const single = mount(CHOSEN, { sources: SOURCES.slice(1) });
    expect(single.shadowRoot!.querySelector('[data-id="region"]')).toBeNull();
    const element = mount({ ...CHOSEN, sourceName: 'WalkMeUS' });
    const region = element.shadowRoot!.querySelector<HTMLElement>('[data-id="region"]')!;
    expect(region.textContent).toContain('WalkMe US');
    expect(lookup(element, 'source')).toBeNull();
    region.click();
    await Promise.resolve();
    expect(region.getAttribute('aria-expanded')).toBe('true');
    expect(choose(element, 'source', 'WalkMeEU')).toMatchObject({ sourceName: 'WalkMeEU', reportId: null });
  });

  it('says what to do when there are no reports or no objects', () => {
    const element = mount(newDraft(), { reports: loaded([]), objects: loaded([]) });
    expect(element.shadowRoot!.querySelectorAll('.hint[role="status"]')).toHaveLength(2);
  });

  it('shows beside each list why it could not be loaded, and passes on the wish to try again', () => {
    const failed = { value: null, problem: { code: 'X', message: 'No.', remedy: 'Ask.' }, isLoading: false };
    const element = mount(CHOSEN, { reports: failed, objects: failed, sample: failed, fields: failed });
    const problems = [...element.shadowRoot!.querySelectorAll<LwcElement<InsightsProblem>>('c-insights-problem')];
    expect(problems.filter(({ problem }) => problem)).toHaveLength(4);
    const retry = jest.fn();
    element.addEventListener('retry', retry);
    problems[0]!.dispatchEvent(new CustomEvent('retry'));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('shows what is missing once the user has tried to go on', () => {
    const gaps = ['report', 'object'];
    expect(lookup(mount(newDraft(), { gaps }), 'report')!.error).toBeNull();
    const element = mount(newDraft(), { gaps, showsGaps: true });
    expect(lookup(element, 'report')!.error).toBe('Choose a report.');
    expect(lookup(element, 'object')!.error).toBe('Choose an object.');
  });

  it('shows the match and the first rows when they are there', () => {
    expect(mount().shadowRoot!.querySelector('c-insights-key-match')).toBeNull();
    const element = mount(CHOSEN, { match: loaded({ sampled: 1, matched: 1 }) });
    expect(element.shadowRoot!.querySelector<LwcElement<InsightsKeyMatch>>('c-insights-key-match')!.objectLabel).toBe(
      'Lead'
    );
    expect(
      element.shadowRoot!.querySelector<LwcElement<InsightsReportPreview>>('c-insights-report-preview')!.keyColumn
    ).toBe('User ID');
  });

  it('is accessible', async () => {
    await expect(mount(CHOSEN, { match: loaded({ sampled: 1, matched: 1 }) })).toBeAccessible();
  });
});
