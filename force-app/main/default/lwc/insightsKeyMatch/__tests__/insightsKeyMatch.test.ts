import { createElement } from 'lwc';
import type LightningIcon from 'lightning/icon';
import type InsightsProblem from 'c/insightsProblem';
import InsightsKeyMatch from 'c/insightsKeyMatch';

const result = {
  sampled: 50,
  matched: 43,
  unmatched: 4,
  ambiguous: 2,
  converted: 0,
  blank: 1,
  invalid: 0,
  unmatchedExamples: ['a@example.com', 'b@example.com']
};
const loaded = (value: unknown) => ({ value, problem: null, isLoading: false });

function mount(match: unknown) {
  const element = createElement('c-insights-key-match', { is: InsightsKeyMatch });
  Object.assign(element, { match, objectLabel: 'Lead' });
  document.body.appendChild(element);
  return element;
}

const partsOf = (element: ReturnType<typeof mount>) =>
  [...element.shadowRoot!.querySelectorAll('li')].map(({ dataset }) => dataset.part);

describe('c-insights-key-match', () => {
  afterEach(() => document.body.replaceChildren());

  it('says how many match, and what becomes of the others', () => {
    const element = mount(loaded(result));
    expect(element.shadowRoot!.querySelector('.summary')!.textContent).toBe('43 of 50 sample rows match');
    expect(partsOf(element)).toEqual(['matched', 'unmatched', 'ambiguous', 'blank']);
    expect(element.shadowRoot!.querySelector('[data-part="unmatched"]')!.textContent).toContain(
      'a@example.com and b@example.com'
    );
    expect(element.shadowRoot!.querySelector('[data-id="none"]')).toBeNull();
  });

  it('warns when nothing matches', () => {
    const element = mount(loaded({ sampled: 3, matched: 0, unmatched: 3 }));
    expect(element.shadowRoot!.querySelector('[data-id="none"]')).not.toBeNull();
    expect(element.shadowRoot!.querySelector<LwcElement<LightningIcon>>('lightning-icon')!.iconName).toBe(
      'utility:warning'
    );
  });

  it('tells that it is counting', () => {
    const element = mount({ value: null, problem: null, isLoading: true });
    expect(element.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
    expect(partsOf(element)).toEqual([]);
  });

  it('shows an error, and passes on the wish to try again', () => {
    const problem = { code: 'X', message: 'No.', remedy: 'Ask.' };
    const element = mount({ value: null, problem, isLoading: false });
    const retry = jest.fn();
    element.addEventListener('retry', retry);
    const shown = element.shadowRoot!.querySelector<LwcElement<InsightsProblem>>('c-insights-problem')!;
    expect(shown.problem).toEqual(problem);
    shown.dispatchEvent(new CustomEvent('retry'));
    expect(retry).toHaveBeenCalledTimes(1);
  });

  it('is accessible', async () => {
    await expect(mount(loaded(result))).toBeAccessible();
  });
});
