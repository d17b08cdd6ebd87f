import { createElement } from 'lwc';
import type LightningIcon from 'lightning/icon';
import InsightsStatus from 'c/insightsStatus';
import { lookOf } from 'c/insightsStatuses';

function mount(status?: string | null) {
  const element = createElement('c-insights-status', { is: InsightsStatus });
  element.status = status;
  document.body.appendChild(element);
  return element;
}

describe('c-insights-status', () => {
  afterEach(() => document.body.replaceChildren());

  it('says the status by icon and by word', () => {
    const element = mount('CompletedWithIssues');
    const icon = element.shadowRoot!.querySelector<LwcElement<LightningIcon>>('lightning-icon')!;
    expect(icon.iconName).toBe('utility:warning');
    expect(element.shadowRoot!.textContent).toContain(lookOf('CompletedWithIssues').label);
  });

  it('says that an integration has never run', () => {
    expect(mount(null).shadowRoot!.textContent).toContain(lookOf(null).label);
  });

  it('shows a status that it does not know', () => {
    expect(mount('Frozen').shadowRoot!.textContent).toContain('Frozen');
  });

  it('is accessible', async () => {
    await expect(mount('Failed')).toBeAccessible();
  });
});
