import { createElement } from 'lwc';
import InsightsState from 'c/insightsState';

function mount(properties: object) {
  const element = createElement('c-insights-state', { is: InsightsState });
  Object.assign(element, properties);
  document.body.appendChild(element);
  return element;
}

const find = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);

describe('c-insights-state', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows a spinner while loading, and nothing else', () => {
    const element = mount({ variant: 'loading' });
    expect(find(element, 'lightning-spinner')).not.toBeNull();
    expect(find(element, 'h2')).toBeNull();
  });

  it('says what happened and what to do', () => {
    const element = mount({ variant: 'error', message: 'WalkMe is closed.', remedy: 'Wait.' });
    expect(find(element, '[role="alert"]')!.textContent).toContain('WalkMe is closed.');
    expect(find(element, '[data-id="remedy"]')!.textContent).toBe('Wait.');
    expect(find(element, 'h2')!.textContent).not.toBe('');
  });

  it('tells that its button was clicked', () => {
    const element = mount({ variant: 'empty', heading: 'Nothing here', actionLabel: 'Add' });
    const heard = jest.fn();
    element.addEventListener('action', heard);
    find(element, 'lightning-button')!.click();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(find(element, 'h2')!.textContent).toBe('Nothing here');
  });

  it('keeps the focus of its button when that makes way for another state', async () => {
    const element = mount({ variant: 'error', message: 'Closed.' });
    element.focus();
    expect(element.shadowRoot!.activeElement).toBe(find(element, 'h2'));
    element.variant = 'loading';
    await Promise.resolve();
    expect(element.shadowRoot!.activeElement).toBe(find(element, '.loading'));
  });

  it('gives the focus to its button', () => {
    const element = mount({ variant: 'error', actionLabel: 'Again' });
    const focused = (find(element, 'lightning-button')!.focus = jest.fn());
    element.focus();
    expect(focused).toHaveBeenCalledTimes(1);
  });

  it('has no button without a text for it', () => {
    expect(find(mount({ variant: 'empty', heading: 'Nothing here' }), 'lightning-button')).toBeNull();
  });

  it('tells users without access whom to ask', () => {
    const element = mount({ variant: 'no-access' });
    expect(find(element, 'h2')!.textContent).not.toBe('');
    expect(find(element, '[data-id="remedy"]')!.textContent).not.toBe('');
  });

  it.each(['loading', 'empty', 'error', 'no-access'])('is accessible when %s', async (variant) => {
    await expect(mount({ variant, heading: 'Heading', actionLabel: 'Do' })).toBeAccessible();
  });
});
