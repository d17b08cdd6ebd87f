import { createElement } from 'lwc';
import InsightsIssueList from 'c/insightsIssueList';

const ISSUES = [
  {
    id: 'i1',
    rowNumber: 1207,
    keyValue: 'ann@acme.com',
    column: 'Seats',
    field: 'NumberOfEmployees',
    fieldLabel: 'Employees',
    value: 'many',
    outcome: 'Rejected',
    message: 'many is not a number.',
    remedy: 'Use digits.',
    recordId: '00Q000000000001'
  },
  {
    id: 'i2',
    rowNumber: 1300,
    keyValue: 'bob@acme.com',
    outcome: 'Unmatched',
    message: 'No record.',
    remedy: 'Make it.'
  }
];

function mount(issues: unknown = ISSUES) {
  const element = createElement('c-insights-issue-list', { is: InsightsIssueList });
  Object.assign(element, { issues, runName: 'RUN-000001' });
  document.body.appendChild(element);
  return element;
}

const cellsOf = (element: HTMLElement, row: number) =>
  [...element.shadowRoot!.querySelectorAll(`tbody tr:nth-child(${row}) > *`)].map(({ textContent }) =>
    textContent!.replace(/\s+/g, ' ').trim()
  );

describe('c-insights-issue-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows row, key, column and field, value, outcome, reason, remedy and record', () => {
    expect(cellsOf(mount(), 1)).toEqual([
      '1,207',
      'ann@acme.com',
      'Seats → Employeesmany',
      'Rejected',
      'many is not a number.Use digits.',
      'Open record of row 1,207 (opens in a new tab)'
    ]);
  });

  it('links to the record, if there is one', () => {
    const links = mount().shadowRoot!.querySelectorAll('a');
    expect(links).toHaveLength(1);
    expect(links[0]!.getAttribute('href')).toBe('/lightning/r/00Q000000000001/view');
    expect(links[0]!.target).toBe('_blank');
    expect(cellsOf(mount(), 2).at(-1)).toBe('');
  });

  it('leaves cells empty for an issue of the row as a whole', () => {
    expect(cellsOf(mount(), 2).slice(2, 4)).toEqual(['', 'Unmatched']);
  });

  it('shows an outcome that it does not know by its own name', () => {
    expect(cellsOf(mount([{ id: 'i3', outcome: 'Postponed' }]), 1)[3]).toBe('Postponed');
  });

  it('names the table and tells cells apart in a narrow window', () => {
    const element = mount();
    expect(element.shadowRoot!.querySelector('table')!.getAttribute('aria-label')).toBe('Issues of RUN-000001');
    const labels = [...element.shadowRoot!.querySelectorAll('tbody tr:first-child > *')].map((cell) =>
      cell.getAttribute('data-label')
    );
    const heads = [...element.shadowRoot!.querySelectorAll('thead th')].map(({ textContent }) => textContent);
    expect(labels).toEqual(heads);
  });

  it('gives the focus to a line', () => {
    const element = mount() as HTMLElement & { focusLine(position: number): void };
    element.focusLine(1);
    expect(element.shadowRoot!.activeElement!.textContent).toContain('1,300');
  });

  it('is accessible', async () => {
    await expect(mount()).toBeAccessible();
  });
});
