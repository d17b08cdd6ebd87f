import { createElement } from 'lwc';
import InsightsWizardSummary from 'c/insightsWizardSummary';

function mount(items: unknown[]) {
  const element = createElement('c-insights-wizard-summary', { is: InsightsWizardSummary });
  Object.assign(element, { items });
  document.body.appendChild(element);
  return element;
}

describe('c-insights-wizard-summary', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists what was chosen, one line each', () => {
    const element = mount([
      { term: 'Report', details: ['Logins'] },
      { term: 'Fields', details: ['A → B', 'C → D'] }
    ]);
    expect([...element.shadowRoot!.querySelectorAll('dt')].map((one) => one.textContent)).toEqual(['Report', 'Fields']);
    expect([...element.shadowRoot!.querySelectorAll('dd span')].map((one) => one.textContent)).toEqual([
      'Logins',
      'A → B',
      'C → D'
    ]);
  });

  it('shows nothing when nothing was chosen', () => {
    expect(mount([]).shadowRoot!.textContent).toBe('');
  });

  it('is accessible', async () => {
    await expect(mount([{ term: 'Report', details: ['Logins'] }])).toBeAccessible();
  });
});
