import { createElement } from 'lwc';
import type LightningBadge from 'lightning/badge';
import { type Draft, addMapping, newDraft } from 'c/insightsDraft';
import InsightsMappingRow, { CONSTANT } from 'c/insightsMappingRow';

const ROW = {
  key: '1',
  number: 1,
  column: 'Last Login',
  constant: null,
  field: 'Last__c',
  blankRule: 'Keep',
  canClear: true,
  typeLabel: 'Date',
  conversion: 'Read as a date',
  description: 'Last Login to WalkMe Last Login',
  fault: '',
  before: '24 Nov 2026',
  after: '2026-11-24',
  problem: '',
  remedy: ''
};

function mount(values: Record<string, unknown> = {}) {
  const element = createElement('c-insights-mapping-row', { is: InsightsMappingRow });
  const columnOptions = [{ value: 'Last Login', label: 'Last Login' }];
  const fieldOptions = [{ value: 'Last__c', label: 'WalkMe Last Login' }];
  Object.assign(element, { row: { ...ROW, ...values }, columnOptions, fieldOptions, usedFields: ['Last__c'] });
  document.body.appendChild(element);
  return element;
}

type Row = ReturnType<typeof mount>;
const find = (element: Row, id: string) => element.shadowRoot!.querySelector<HTMLElement>(`[data-id="${id}"]`);

/** The line as it is after what the element asks for. */
function changedBy(element: Row, act: () => void) {
  let draft: Draft = addMapping(newDraft(), { column: 'Last Login', field: 'Last__c' });
  element.addEventListener('draftchange', (event) => (draft = (event as CustomEvent).detail.update(draft)));
  act();
  return draft.mappings[0];
}

describe('c-insights-mapping-row', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the type, the conversion in words and a sample before and after', () => {
    const element = mount();
    expect(element.shadowRoot!.querySelector<LwcElement<LightningBadge>>('lightning-badge')!.label).toBe('Date');
    expect(find(element, 'conversion')!.textContent).toBe('Read as a date');
    expect(find(element, 'sample')!.textContent).toMatch(/24 Nov 2026.*2026-11-24/);
  });

  it('shows a value that stays as it is once', () => {
    expect(find(mount({ after: '24 Nov 2026' }), 'sample')!.querySelector('.before')).toBeNull();
  });

  it('says why a value does not fit, instead of a sample', () => {
    const element = mount({ problem: 'No date.', remedy: 'Use another form.' });
    expect(find(element, 'problem')!.textContent).toMatch(/No date\..*Use another form\./);
    expect(find(element, 'sample')).toBeNull();
  });

  it('says what is missing', () => {
    expect(find(mount({ fault: 'Choose a field.', before: '', after: '' }), 'fault')!.textContent).toContain(
      'Choose a field.'
    );
  });

  it('changes column and field', () => {
    const element = mount();
    const column = changedBy(element, () =>
      find(element, 'column')!.dispatchEvent(new CustomEvent('choose', { detail: { value: 'NPS' } }))
    );
    expect(column).toMatchObject({ column: 'NPS', constant: null });
    const field = changedBy(element, () =>
      find(element, 'field')!.dispatchEvent(new CustomEvent('choose', { detail: { value: 'Nps__c' } }))
    );
    expect(field).toMatchObject({ field: 'Nps__c' });
  });

  it('takes a value of the user in place of a column, and the other way round', () => {
    const element = mount();
    const chosen = changedBy(element, () =>
      find(element, 'column')!.dispatchEvent(new CustomEvent('choose', { detail: { value: CONSTANT } }))
    );
    expect(chosen).toMatchObject({ column: null, constant: '' });
    const constant = mount({ column: null, constant: '', canClear: false });
    const typed = changedBy(constant, () =>
      find(constant, 'constant')!.dispatchEvent(new CustomEvent('change', { detail: { value: 'WalkMe' } }))
    );
    expect(typed).toMatchObject({ constant: 'WalkMe' });
    expect(changedBy(constant, () => find(constant, 'column-instead')!.click())).toMatchObject({ constant: null });
  });

  it('asks what blank cells do, where they can do something', () => {
    expect(find(mount({ canClear: false }), 'blank')).toBeNull();
    const element = mount();
    const select = find(element, 'blank') as HTMLSelectElement;
    expect(select.value).toBe('Keep');
    const line = changedBy(element, () => {
      select.value = 'Clear';
      select.dispatchEvent(new CustomEvent('change'));
    });
    expect(line).toMatchObject({ blankRule: 'Clear' });
  });

  it('is removed by a button that names the line', () => {
    const element = mount();
    const removed = jest.fn();
    element.addEventListener('remove', (event) => removed((event as CustomEvent).detail));
    const button = find(element, 'remove') as HTMLElement & { alternativeText: string };
    expect(button.alternativeText).toContain(ROW.description);
    button.click();
    expect(removed.mock.calls).toEqual([[{ key: '1' }]]);
  });

  it('keeps the cursor when a value takes the place of a column, and a column that of a value', async () => {
    const element = mount({});
    document.body.focus();
    find(element, 'column')!.dispatchEvent(new CustomEvent('choose', { detail: { value: CONSTANT } }));
    element.row = { ...element.row, column: null, constant: '' };
    await Promise.resolve();
    const constant = jest.spyOn(find(element, 'constant')!, 'focus');
    element.focus();
    expect(constant).toHaveBeenCalledTimes(1);
    find(element, 'column-instead')!.click();
    element.row = { ...element.row, constant: null };
    await Promise.resolve();
    expect(element.shadowRoot!.activeElement).toBe(find(element, 'column'));
  });

  it.each([[{}], [{ column: null, constant: 'x' }], [{ problem: 'No date.', remedy: 'Use another.' }]])(
    'is accessible with %j',
    async (values) => {
      await expect(mount(values)).toBeAccessible();
    }
  );
});
