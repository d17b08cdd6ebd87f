import { createElement } from 'lwc';
import InsightsReportPreview from 'c/insightsReportPreview';

const sample = {
  columns: [{ name: 'User ID' }, { name: 'Last Login' }],
  rows: Array.from({ length: 9 }, (_one, index) => [`user${index}@example.com`, null]),
  total: 1234,
  refreshedAt: '2026-11-24T07:00:00.000Z'
};

function mount(values: Record<string, unknown>) {
  const element = createElement('c-insights-report-preview', { is: InsightsReportPreview });
  Object.assign(element, { sample, keyColumn: 'User ID', ...values });
  document.body.appendChild(element);
  return element;
}

describe('c-insights-report-preview', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the first five rows, and how many there are', () => {
    const element = mount({});
    expect(element.shadowRoot!.querySelectorAll('tbody tr')).toHaveLength(5);
    expect(element.shadowRoot!.querySelector('p')!.textContent).toMatch(/^5 of 1,234 rows.*2026-11-24 07:00 UTC/);
  });

  it('shows a blank cell as blank', () => {
    const cells = mount({}).shadowRoot!.querySelectorAll('tbody tr:first-child td');
    expect([...cells].map((cell) => cell.textContent)).toEqual(['user0@example.com', '']);
  });

  it('marks the key column', () => {
    const heads = [...mount({}).shadowRoot!.querySelectorAll('th')];
    expect(heads.map((head) => head.querySelector('lightning-icon') !== null)).toEqual([true, false]);
  });

  it('says that a report has no rows yet', () => {
    const element = mount({ sample: { ...sample, rows: [] } });
    expect(element.shadowRoot!.querySelector('table')).toBeNull();
    expect(element.shadowRoot!.textContent).not.toBe('');
  });

  it('is accessible', async () => {
    await expect(mount({})).toBeAccessible();
  });
});
