import { createElement } from 'lwc';
import InsightsMappingSuggestions from 'c/insightsMappingSuggestions';

const suggestions = [
  { column: 'Last Login', field: 'Last__c', fieldLabel: 'WalkMe Last Login', score: 1 },
  { column: 'NPS', field: 'Nps__c', fieldLabel: 'WalkMe NPS', score: 0.9 }
];

function mount(shown: unknown[]) {
  const element = createElement('c-insights-mapping-suggestions', { is: InsightsMappingSuggestions });
  Object.assign(element, { suggestions: shown });
  document.body.appendChild(element);
  const accepted = jest.fn();
  element.addEventListener('accept', (event) => accepted((event as CustomEvent).detail.suggestions));
  return { element, accepted };
}

describe('c-insights-mapping-suggestions', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows nothing without suggestions', () => {
    expect(mount([]).element.shadowRoot!.querySelector('section')).toBeNull();
  });

  it.each([
    [suggestions, '2 suggestions'],
    [suggestions.slice(1), '1 suggestion']
  ])('counts them', (shown, text) => {
    expect(mount(shown).element.shadowRoot!.querySelector('p')!.textContent).toBe(text);
  });

  it('accepts all at once', () => {
    const { element, accepted } = mount(suggestions);
    element.shadowRoot!.querySelector<HTMLElement>('[data-id="all"]')!.click();
    expect(accepted.mock.calls).toEqual([[suggestions]]);
  });

  it('accepts one alone', () => {
    const { element, accepted } = mount(suggestions);
    element.shadowRoot!.querySelector<HTMLElement>('[data-column="NPS"]')!.click();
    expect(accepted.mock.calls).toEqual([[[suggestions[1]]]]);
  });

  it('is accessible', async () => {
    await expect(mount(suggestions).element).toBeAccessible();
  });
});
