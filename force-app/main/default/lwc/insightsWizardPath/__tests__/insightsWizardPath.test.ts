import { createElement } from 'lwc';
import InsightsWizardPath from 'c/insightsWizardPath';

const steps = [
  { name: 'environment', label: 'Environment', isDone: true, blockedBecause: null },
  { name: 'choice', label: 'Report and object', isDone: false, blockedBecause: null },
  { name: 'mapping', label: 'Mapping', isDone: false, blockedBecause: 'Choose a report.' }
];

function mount() {
  const element = createElement('c-insights-wizard-path', { is: InsightsWizardPath });
  Object.assign(element, { steps, current: 'choice' });
  document.body.appendChild(element);
  const went = jest.fn();
  element.addEventListener('step', (event) => went((event as CustomEvent).detail.step));
  const button = (name: string) => element.shadowRoot!.querySelector<HTMLButtonElement>(`[data-step="${name}"]`)!;
  return { element, went, button };
}

describe('c-insights-wizard-path', () => {
  afterEach(() => document.body.replaceChildren());

  it('tells the step that is shown from those that are done', () => {
    const { button } = mount();
    expect(button('choice').getAttribute('aria-current')).toBe('step');
    expect(button('environment').getAttribute('aria-current')).toBeNull();
    expect(button('environment').textContent).toContain('Complete');
  });

  it('goes to a step that can be opened', () => {
    const { button, went } = mount();
    button('environment').click();
    expect(went.mock.calls).toEqual([['environment']]);
    button('choice').click();
    expect(went).toHaveBeenCalledTimes(1);
  });

  it('says why a step cannot be opened yet', async () => {
    const { element, button, went } = mount();
    expect(button('mapping').getAttribute('aria-disabled')).toBe('true');
    button('mapping').click();
    await Promise.resolve();
    expect(went).not.toHaveBeenCalled();
    expect(element.shadowRoot!.querySelector('[role="status"]')!.textContent).toContain('Choose a report.');
  });

  it('is accessible', async () => {
    await expect(mount().element).toBeAccessible();
  });
});
