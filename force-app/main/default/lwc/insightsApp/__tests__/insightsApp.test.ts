import { createElement } from 'lwc';
import { CurrentPageReference } from 'lightning/navigation';
import InsightsApp from 'c/insightsApp';
import { asked } from './stubs';

const mockNavigate = jest.fn();

jest.mock('lightning/navigation', () => {
  const { createTestWireAdapter } = jest.requireActual('@salesforce/wire-service-jest-util');
  const Navigate = Symbol('Navigate');
  const mixin = (base: new () => object) =>
    class extends base {
      [Navigate](...parameters: unknown[]) {
        mockNavigate(...parameters);
      }
    };
  return {
    CurrentPageReference: createTestWireAdapter(jest.fn()),
    NavigationMixin: Object.assign(mixin, { Navigate })
  };
});

// The views are tested by themselves; here it matters which one is shown and what it is told.
jest.mock('c/insightsIntegrations', () => ({ __esModule: true, default: jest.requireActual('./stubs').Integrations }));
jest.mock('c/insightsAccounts', () => ({ __esModule: true, default: jest.requireActual('./stubs').Accounts }));
jest.mock('c/insightsWizard', () => ({ __esModule: true, default: jest.requireActual('./stubs').Wizard }));

const PAGE = { type: 'standard__navItemPage', attributes: { apiName: 'InsightsSync' } };
const rendered = () => new Promise((done) => setTimeout(done));

async function mount(state: object = {}) {
  const element = createElement('c-insights-app', { is: InsightsApp });
  document.body.appendChild(element);
  await goTo(state);
  return element;
}

async function goTo(state: object) {
  // eslint-disable-next-line @lwc/lwc/no-unexpected-wire-adapter-usages -- How tests feed the adapter.
  (CurrentPageReference as unknown as { emit(page: object): void }).emit({ ...PAGE, state });
  await rendered();
}

const find = (element: HTMLElement, tag: string) =>
  element.shadowRoot!.querySelector<HTMLElement & { integrationId?: string; step?: string }>(tag)!;
const isGridHidden = (element: HTMLElement) =>
  find(element, 'c-insights-integrations').parentElement!.classList.contains('slds-hide');
const tell = (element: HTMLElement, tag: string, name: string, detail?: object) =>
  find(element, tag).dispatchEvent(new CustomEvent(name, { detail }));

describe('c-insights-app', () => {
  beforeEach(() => jest.resetAllMocks());
  afterEach(() => document.body.replaceChildren());

  it('begins with the grid', async () => {
    const element = await mount();
    expect(isGridHidden(element)).toBe(false);
    expect(find(element, 'c-insights-wizard')).toBeNull();
    expect(asked).not.toHaveBeenCalled();
  });

  it('shows the grid for an address that it does not know', async () => {
    expect(isGridHidden(await mount({ c__view: 'nonsense' }))).toBe(false);
  });

  it('waits until it knows its address', () => {
    const element = createElement('c-insights-app', { is: InsightsApp });
    document.body.appendChild(element);
    expect(element.shadowRoot!.children).toHaveLength(0);
  });

  it.each([
    ['create', undefined, { c__view: 'wizard' }],
    ['edit', { integrationId: 'a1' }, { c__view: 'wizard', c__id: 'a1', c__step: 'mapping' }],
    ['accounts', undefined, { c__view: 'accounts' }]
  ])('goes where the grid wants: %s', async (wish, detail, state) => {
    const element = await mount();
    tell(element, 'c-insights-integrations', wish, detail);
    expect(mockNavigate).toHaveBeenCalledWith({ ...PAGE, state }, false);
  });

  it('opens the wizard by its address, without loading the grid', async () => {
    const element = await mount({ c__view: 'wizard', c__id: 'a1', c__step: 'mapping' });
    const wizard = find(element, 'c-insights-wizard');
    expect([wizard.integrationId, wizard.step]).toEqual(['a1', 'mapping']);
    expect(find(element, 'c-insights-integrations')).toBeNull();
  });

  it('keeps the grid behind other views, and brings it up to date afterwards', async () => {
    const element = await mount();
    const grid = find(element, 'c-insights-integrations');
    await goTo({ c__view: 'accounts' });
    expect(isGridHidden(element)).toBe(true);
    expect(find(element, 'c-insights-accounts')).not.toBeNull();
    await goTo({});
    expect(find(element, 'c-insights-integrations')).toBe(grid);
    expect(isGridHidden(element)).toBe(false);
    expect(asked.mock.calls).toEqual([['refresh'], ['focus']]);
  });

  it('gives the focus to the grid when another view makes way for it, and not before it is shown', async () => {
    const element = await mount();
    await goTo({ c__view: 'accounts' });
    expect(asked).not.toHaveBeenCalledWith('focus');
    const seen: unknown[] = [];
    asked.mockImplementation((what) => seen.push([what, isGridHidden(element)]));
    await goTo({});
    await goTo({});
    expect(seen.filter((each) => String(each).startsWith('focus'))).toEqual([['focus', false]]);
  });

  it('goes from the wizard to the accounts when an environment has to be connected first', async () => {
    const element = await mount({ c__view: 'wizard' });
    tell(element, 'c-insights-wizard', 'accounts');
    expect(mockNavigate).toHaveBeenCalledWith({ ...PAGE, state: { c__view: 'accounts' } }, false);
  });

  it('goes back to the grid from accounts and from a wizard that was left', async () => {
    const element = await mount({ c__view: 'accounts' });
    tell(element, 'c-insights-accounts', 'close');
    await goTo({ c__view: 'wizard' });
    tell(element, 'c-insights-wizard', 'cancel');
    expect(mockNavigate.mock.calls).toEqual([
      [{ ...PAGE, state: {} }, false],
      [{ ...PAGE, state: {} }, false]
    ]);
  });

  it('runs what the wizard has saved, and leaves the wizard for good', async () => {
    const element = await mount({ c__view: 'wizard' });
    tell(element, 'c-insights-wizard', 'saved', { integrationId: 'a1', runNow: true });
    expect(mockNavigate).toHaveBeenCalledWith({ ...PAGE, state: {} }, true);
    await goTo({});
    expect(asked.mock.calls).toEqual([['run', 'a1'], ['focus']]);
  });

  it('only shows what the wizard has saved when it shall not run', async () => {
    const element = await mount();
    await goTo({ c__view: 'wizard' });
    tell(element, 'c-insights-wizard', 'saved', { integrationId: 'a1', runNow: false });
    await goTo({});
    expect(asked.mock.calls).toEqual([['refresh'], ['focus']]);
  });

  it('opens the log by its address, once, and leaves the address when it is closed', async () => {
    const element = await mount({ c__view: 'log', c__id: 'a1', c__run: 'r1' });
    expect(asked.mock.calls).toEqual([['log', 'a1', 'r1']]);
    tell(element, 'c-insights-integrations', 'logclosed');
    expect(mockNavigate).toHaveBeenCalledWith({ ...PAGE, state: {} }, true);
    // Nothing on the page had the focus before.
    expect(asked).toHaveBeenLastCalledWith('focus');
  });

  it('opens the log when the address changes under the grid, as a link of a toast does', async () => {
    await mount();
    await goTo({ c__view: 'log', c__id: 'a1', c__run: 'r1' });
    expect(asked.mock.calls).toEqual([['log', 'a1', 'r1']]);
  });

  it('stays where it is when a log is closed that the grid has opened', async () => {
    const element = await mount();
    tell(element, 'c-insights-integrations', 'logclosed');
    expect(mockNavigate).not.toHaveBeenCalled();
  });

  it('is accessible', async () => {
    await expect(await mount()).toBeAccessible();
  });
});
