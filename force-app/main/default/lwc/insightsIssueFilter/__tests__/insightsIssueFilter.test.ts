import { createElement } from 'lwc';
import InsightsIssueFilter, { ALL_ISSUES } from 'c/insightsIssueFilter';

const REASONS = [
  { code: 'NoMatch', outcome: 'Unmatched', message: 'No record has this key.', count: 1045 },
  { code: 'NotANumber', outcome: 'Rejected', name: 'Not a number', message: 'many is not a number.', count: 12 },
  { code: 'Locked', outcome: 'Rejected', message: null, count: 3 }
];

function mount(filter: object = {}, reasons: unknown = REASONS) {
  const element = createElement('c-insights-issue-filter', { is: InsightsIssueFilter });
  Object.assign(element, { reasons, filter: { ...ALL_ISSUES, ...filter } });
  document.body.appendChild(element);
  const heard = jest.fn();
  element.addEventListener('filter', (event) => heard((event as CustomEvent).detail));
  return { element, heard };
}

const field = (element: HTMLElement, id: string) =>
  element.shadowRoot!.querySelector(`[data-id="${id}"]`) as HTMLElement & {
    options: { label: string; value: string }[];
    value: string;
  };
const change = (element: HTMLElement, id: string, value: string) =>
  field(element, id).dispatchEvent(new CustomEvent('change', { detail: { value } }));
const optionsOf = (element: HTMLElement, id: string) => field(element, id).options.map(({ label }) => label);

describe('c-insights-issue-filter', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('offers the outcomes and reasons that occur, with their counts', () => {
    const { element } = mount();
    expect(optionsOf(element, 'outcome')).toEqual(['All outcomes', 'Unmatched (1,045)', 'Rejected (15)']);
    expect(optionsOf(element, 'reason')).toEqual([
      'All reasons',
      'No record has this key. (1,045)',
      'Not a number (12)',
      'Locked (3)'
    ]);
  });

  it('offers the reasons of the chosen outcome only', () => {
    const { element } = mount({ outcome: 'Rejected' });
    expect(optionsOf(element, 'reason')).toEqual(['All reasons', 'Not a number (12)', 'Locked (3)']);
  });

  it('offers a reason of two outcomes once', () => {
    const { element } = mount({}, [...REASONS, { code: 'Locked', outcome: 'Skipped', message: 'Locked!', count: 1 }]);
    expect(optionsOf(element, 'reason')).toContain('Locked (4)');
    expect(optionsOf(element, 'reason')).toHaveLength(4);
  });

  it('tells the chosen reason, and keeps the rest', () => {
    const { element, heard } = mount({ searchText: 'acme' });
    change(element, 'reason', 'NoMatch');
    expect(heard).toHaveBeenCalledWith({ outcome: '', reasonCode: 'NoMatch', searchText: 'acme' });
  });

  it('drops a reason that the chosen outcome does not have', () => {
    const { element, heard } = mount({ reasonCode: 'NoMatch' });
    change(element, 'outcome', 'Rejected');
    expect(heard).toHaveBeenCalledWith({ outcome: 'Rejected', reasonCode: '', searchText: '' });
  });

  it('keeps a reason that the chosen outcome has', () => {
    const { element, heard } = mount({ reasonCode: 'Locked' });
    change(element, 'outcome', 'Rejected');
    expect(heard).toHaveBeenCalledWith({ outcome: 'Rejected', reasonCode: 'Locked', searchText: '' });
  });

  it('searches once the user has stopped typing', () => {
    const { element, heard } = mount();
    change(element, 'search', 'a');
    jest.advanceTimersByTime(200);
    change(element, 'search', 'ac');
    jest.advanceTimersByTime(299);
    expect(heard).not.toHaveBeenCalled();
    jest.advanceTimersByTime(1);
    expect(heard.mock.calls).toEqual([[{ outcome: '', reasonCode: '', searchText: 'ac' }]]);
  });

  it('does not search once it is gone', () => {
    const { element, heard } = mount();
    change(element, 'search', 'a');
    document.body.replaceChildren();
    jest.runAllTimers();
    expect(heard).not.toHaveBeenCalled();
  });

  it('is accessible', async () => {
    jest.useRealTimers();
    await expect(mount().element).toBeAccessible();
  });
});
