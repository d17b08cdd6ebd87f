import { createElement } from 'lwc';
import InsightsFieldReasons from 'c/insightsFieldReasons';

const reasons = (count: number) =>
  Array.from({ length: count }, (_one, index) => ({
    name: `F${index}__c`,
    label: `Field ${index}`,
    reason: 'Formula.'
  }));

async function mount(count: number, open = true) {
  const element = createElement('c-insights-field-reasons', { is: InsightsFieldReasons });
  Object.assign(element, { heading: 'Why is a field missing?', reasons: reasons(count) });
  document.body.appendChild(element);
  if (open) {
    element.shadowRoot!.querySelector('button')!.click();
    await Promise.resolve();
  }
  return element;
}

describe('c-insights-field-reasons', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows nothing when every field is offered', async () => {
    expect((await mount(0, false)).shadowRoot!.querySelector('button')).toBeNull();
  });

  it('names fields and reasons when it is asked', async () => {
    const element = await mount(2, false);
    const button = element.shadowRoot!.querySelector('button')!;
    expect(button.textContent).toContain('(2)');
    expect(button.getAttribute('aria-expanded')).toBe('false');
    expect(element.shadowRoot!.querySelectorAll('dt')).toHaveLength(0);
    button.click();
    await Promise.resolve();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect([...element.shadowRoot!.querySelectorAll('dd')].map((one) => one.textContent)).toEqual([
      'Formula.',
      'Formula.'
    ]);
  });

  it('finds one of 800 fields', async () => {
    const element = await mount(800);
    expect(element.shadowRoot!.querySelectorAll('dt')).toHaveLength(50);
    const input = element.shadowRoot!.querySelector('lightning-input')!;
    input.dispatchEvent(new CustomEvent('change', { detail: { value: 'field 799' } }));
    await Promise.resolve();
    expect([...element.shadowRoot!.querySelectorAll('dt')].map((one) => one.textContent)).toEqual([
      'Field 799 F799__c'
    ]);
    input.dispatchEvent(new CustomEvent('change', { detail: { value: 'zzz' } }));
    await Promise.resolve();
    expect(element.shadowRoot!.querySelector('[role="status"]')).not.toBeNull();
  });

  it('is accessible', async () => {
    await expect(await mount(60)).toBeAccessible();
  });
});
