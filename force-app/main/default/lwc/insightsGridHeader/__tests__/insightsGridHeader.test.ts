import { createElement } from 'lwc';
import InsightsGridHeader from 'c/insightsGridHeader';

const VIEW = { integrations: [{ id: 'a' }, { id: 'b' }], canManage: true, isInstalled: true };

function mount(properties: object) {
  const element = createElement('c-insights-grid-header', { is: InsightsGridHeader });
  Object.assign(element, { view: VIEW, refreshedAt: '2026-11-24T16:05:00Z', ...properties });
  document.body.appendChild(element);
  return element;
}

const find = (element: HTMLElement, id: string) =>
  element.shadowRoot!.querySelector<HTMLElement & { disabled: boolean }>(`[data-id="${id}"]`);

describe('c-insights-grid-header', () => {
  afterEach(() => document.body.replaceChildren());

  it('says how many integrations there are and how fresh that is', () => {
    const text = mount({}).shadowRoot!.textContent!.replace(/\s+/g, ' ');
    expect(text).toContain('2 integrations • Updated at 8:05 AM');
  });

  it('counts a single one as one', () => {
    expect(mount({ view: { ...VIEW, integrations: [{ id: 'a' }] } }).shadowRoot!.textContent).toContain(
      '1 integration '
    );
  });

  it.each(['refresh', 'accounts', 'create'])('tells that the user wants %s', (wish) => {
    const element = mount({});
    const heard = jest.fn();
    element.addEventListener(wish, heard);
    find(element, wish)!.click();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('shows that it refreshes, and takes no second wish meanwhile, without losing the focus', () => {
    expect(mount({}).shadowRoot!.querySelector('lightning-spinner')).toBeNull();
    const element = mount({ refreshing: true });
    const heard = jest.fn();
    element.addEventListener('refresh', heard);
    find(element, 'refresh')!.click();
    expect(heard).not.toHaveBeenCalled();
    expect(find(element, 'refresh')!.disabled).toBeFalsy();
    expect(element.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
  });

  it('gives the focus to a button, and to the heading where there is none', () => {
    const element = mount({});
    const focused = (find(element, 'accounts')!.focus = jest.fn());
    element.focusButton('accounts');
    expect(focused).toHaveBeenCalledTimes(1);
    const closed = mount({ view: null });
    closed.focusButton('accounts');
    expect(closed.shadowRoot!.activeElement).toBe(find(closed, 'title'));
    find(closed, 'title')!.blur();
    closed.focus();
    expect(closed.shadowRoot!.activeElement).toBe(find(closed, 'title'));
  });

  it('offers a new integration only to those who manage', () => {
    expect(find(mount({ view: { ...VIEW, canManage: false } }), 'create')).toBeNull();
  });

  it('leads those who manage to the connection that is missing', () => {
    const element = mount({ view: { ...VIEW, isInstalled: false } });
    const heard = jest.fn();
    element.addEventListener('accounts', heard);
    find(element, 'connect')!.click();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it('tells the others whom to ask for it', () => {
    const element = mount({ view: { ...VIEW, isInstalled: false, canManage: false } });
    expect(find(element, 'connect')).toBeNull();
    expect(find(element, 'hint')!.textContent).toContain('Insights Sync Admin');
  });

  it('has no hint where runs are scheduled', () => {
    expect(find(mount({}), 'hint')).toBeNull();
  });

  it('has nothing to offer before there is data', () => {
    const element = mount({ view: null });
    expect(element.shadowRoot!.querySelectorAll('lightning-button, lightning-button-icon')).toHaveLength(0);
    expect(find(element, 'hint')).toBeNull();
  });

  it('is accessible', async () => {
    await expect(mount({ view: { ...VIEW, isInstalled: false } })).toBeAccessible();
  });
});
