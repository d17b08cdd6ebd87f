import { createElement } from 'lwc';
import type LightningBadge from 'lightning/badge';
import { newDraft } from 'c/insightsDraft';
import InsightsWizardEnvironment from 'c/insightsWizardEnvironment';

const environments = [
  { id: 'e1', name: 'Acme', kind: 'Production', isThisOrg: true, userName: 'Ann Admin', organizationId: '00D1' },
  { id: 'e2', name: 'Acme Test', kind: 'Sandbox', isThisOrg: false, organizationId: '00D2' }
];

function mount(values: Record<string, unknown> = {}) {
  const element = createElement('c-insights-wizard-environment', { is: InsightsWizardEnvironment });
  Object.assign(element, { environments, value: 'e1', ...values });
  document.body.appendChild(element);
  return element;
}

describe('c-insights-wizard-environment', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows kind, user and org of each environment, and which one is chosen', () => {
    const element = mount();
    const inputs = [...element.shadowRoot!.querySelectorAll('input')];
    expect(inputs.map(({ checked }) => checked)).toEqual([true, false]);
    expect(element.shadowRoot!.textContent).toContain('Ann Admin');
    expect(element.shadowRoot!.textContent).toContain('00D2');
    const badges = [...element.shadowRoot!.querySelectorAll<LwcElement<LightningBadge>>('lightning-badge')].map(
      ({ label }) => label
    );
    expect(badges).toEqual(['Production', 'This org', 'Sandbox']);
  });

  it('tells which one the user chooses', () => {
    const element = mount();
    const updates: unknown[] = [];
    element.addEventListener('draftchange', (event) =>
      updates.push((event as CustomEvent).detail.update(newDraft()).environmentId)
    );
    const second = element.shadowRoot!.querySelectorAll('input')[1]!;
    second.checked = true;
    second.dispatchEvent(new CustomEvent('change'));
    expect(updates).toEqual(['e2']);
  });

  it('leads to the accounts when no environment is connected', () => {
    const element = mount({ environments: [] });
    const accounts = jest.fn();
    element.addEventListener('accounts', accounts);
    const state = element.shadowRoot!.querySelector('c-insights-state')!;
    state.dispatchEvent(new CustomEvent('action'));
    expect(accounts).toHaveBeenCalledTimes(1);
  });

  it.each([[environments], [[]]])('is accessible', async (shown) => {
    await expect(mount({ environments: shown })).toBeAccessible();
  });
});
