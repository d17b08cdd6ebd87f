import { createElement } from 'lwc';
import InsightsWizardConflict from 'c/insightsWizardConflict';

function mount() {
  const element = createElement('c-insights-wizard-conflict', { is: InsightsWizardConflict });
  Object.assign(element, { message: 'Ann Admin saved it 2 minutes ago.' });
  document.body.appendChild(element);
  const closed = jest.fn();
  element.addEventListener('modalclose', (event) => closed((event as CustomEvent).detail));
  return { element, closed };
}

describe('c-insights-wizard-conflict', () => {
  afterEach(() => document.body.replaceChildren());

  it('names who saved meanwhile', () => {
    expect(mount().element.shadowRoot!.textContent).toContain('Ann Admin saved it 2 minutes ago.');
  });

  it.each([
    ['theirs', 'theirs'],
    ['mine', 'mine'],
    ['cancel', null]
  ])('closes by %s with %s', (button, result) => {
    const { element, closed } = mount();
    element.shadowRoot!.querySelector<HTMLElement>(`[data-id="${button}"]`)!.click();
    expect(closed.mock.calls.map(([detail]) => detail ?? null)).toEqual([result]);
  });

  it('is accessible', async () => {
    await expect(mount().element).toBeAccessible();
  });
});
