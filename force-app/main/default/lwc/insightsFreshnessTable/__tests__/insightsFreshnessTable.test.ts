import { createElement } from 'lwc';
import InsightsFreshnessTable from 'c/insightsFreshnessTable';

const NOW = '2026-11-24T10:00:00.000Z';

function mount(integrations: Apex.InsightsFreshness[]) {
  const element = createElement('c-insights-freshness-table', { is: InsightsFreshnessTable });
  Object.assign(element, { integrations, now: NOW });
  document.body.appendChild(element);
  return element;
}

const rows = (element: HTMLElement) =>
  [...element.shadowRoot!.querySelectorAll('tbody tr')].map((row) => row.textContent!.replace(/\s+/g, ' ').trim());

describe('c-insights-freshness-table', () => {
  afterEach(() => document.body.replaceChildren());

  it('says of each integration whether its data is fresh, and since when', () => {
    const element = mount([{ id: '1', name: 'Logins', active: true, lastGoodRunAt: '2026-11-24T08:00:00.000Z' }]);
    expect(rows(element)[0]).toContain('Logins');
    expect(rows(element)[0]).toContain('2 hours ago');
    expect(rows(element)[0]).toContain('2026-11-24 08:00 UTC');
  });

  it('puts stale integrations first, with the reason', () => {
    const element = mount([
      { id: '1', name: 'Fresh one', active: true, lastGoodRunAt: NOW },
      { id: '2', name: 'Old one', active: true, isStale: true, reason: 'It is too old.' }
    ]);
    expect(rows(element)[0]).toContain('Old one');
    expect(rows(element)[0]).toContain('It is too old.');
    expect(rows(element)[0]).toContain('Never');
  });

  it('tells paused integrations from stale ones', () => {
    const element = mount([{ id: '1', name: 'Resting', active: false, reason: 'Paused by somebody.' }]);
    expect(element.shadowRoot!.querySelector('[data-id="state"]')!.textContent).toBe('Paused');
  });

  it('is accessible', async () => {
    await expect(mount([{ id: '1', name: 'Logins', active: true, lastGoodRunAt: NOW }])).toBeAccessible();
  });
});
