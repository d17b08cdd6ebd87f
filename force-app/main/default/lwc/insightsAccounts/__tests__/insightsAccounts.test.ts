import { createElement } from 'lwc';
import { ShowToastEventName } from 'lightning/platformShowToastEvent';
import InsightsAccounts from 'c/insightsAccounts';
import checkEnvironment from '@salesforce/apex/InsightsAccountsController.checkEnvironment';
import checkSource from '@salesforce/apex/InsightsAccountsController.checkSource';
import connectThisOrg from '@salesforce/apex/InsightsAccountsController.connectThisOrg';
import loadAccounts from '@salesforce/apex/InsightsAccountsController.loadAccounts';

jest.mock('@salesforce/apex/InsightsAccountsController.checkEnvironment', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsAccountsController.checkSource', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsAccountsController.connectThisOrg', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsAccountsController.loadAccounts', () => ({ default: jest.fn() }), {
  virtual: true
});

const THIS_ORG = { id: 'e1', name: 'Acme', kind: 'Production', isThisOrg: true, status: 'Connected', integrations: 2 };
const OLD = { id: 'e2', name: 'Old', kind: 'Sandbox', isThisOrg: false, status: 'Disconnected', integrations: 0 };
const US = { name: 'WalkMeUS', label: 'WalkMe US', integrations: 2 };
const EU = { name: 'WalkMeEU', label: 'WalkMe EU', integrations: 0 };
const VIEW = {
  environments: [THIS_ORG, OLD],
  sources: [EU, US],
  canManage: true,
  canTest: true,
  isInstalled: true,
  now: '2026-11-24T10:00:00.000Z'
};
const OK = { code: 'ThisOrg', label: 'This org', state: 'Ok', message: 'Yes.' };
const ANSWERS = { code: 'Connection', label: 'Connection', state: 'Ok', message: 'It answers.' };

const load = loadAccounts as unknown as jest.Mock;
const connect = connectThisOrg as unknown as jest.Mock;
const testEnvironment = checkEnvironment as unknown as jest.Mock;
const testSource = checkSource as unknown as jest.Mock;

const apexError = (code: string) => ({
  body: { message: JSON.stringify({ code, message: `${code}!`, remedy: 'Mend it.' }) }
});
const settle = async () => {
  for (let turn = 0; turn < 10; turn++) {
    await Promise.resolve();
  }
};

type CardElement = HTMLElement & { testing?: { busy: boolean; checks: { label: string }[] } };

async function mount() {
  const element = createElement('c-insights-accounts', { is: InsightsAccounts });
  document.body.appendChild(element);
  await settle();
  return element;
}

const all = <T extends HTMLElement>(element: HTMLElement, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<T>(selector)
];
const find = (element: HTMLElement, id: string) => all(element, `[data-id="${id}"]`)[0] ?? null;
const environmentCards = (element: HTMLElement) => all<CardElement>(element, 'c-insights-environment-card');
const sourceCards = (element: HTMLElement, where: string) =>
  all<CardElement & { source: { name: string } }>(element, `[data-id="${where}"] c-insights-source-card`);
const ask = (card: HTMLElement, detail: object) => card.dispatchEvent(new CustomEvent('test', { detail }));

function hear(element: HTMLElement, name: string) {
  const heard = jest.fn();
  element.addEventListener(name, (event) => heard((event as CustomEvent).detail));
  return heard;
}

describe('c-insights-accounts', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    load.mockResolvedValue(VIEW);
    testEnvironment.mockResolvedValue([OK]);
    testSource.mockResolvedValue([ANSWERS]);
  });
  afterEach(() => document.body.replaceChildren());

  it('shows environments, the region in use, and the others below it', async () => {
    const element = await mount();
    expect(environmentCards(element)).toHaveLength(2);
    expect(sourceCards(element, 'main').map(({ source }) => source.name)).toEqual(['WalkMeUS']);
    expect(sourceCards(element, 'others').map(({ source }) => source.name)).toEqual(['WalkMeEU']);
    expect(find(element, 'hint')).toBeNull();
  });

  it('shows all regions while none is in use', async () => {
    load.mockResolvedValue({ ...VIEW, sources: [EU, { ...US, integrations: 0 }] });
    const element = await mount();
    expect(sourceCards(element, 'main')).toHaveLength(2);
    expect(sourceCards(element, 'others')).toHaveLength(0);
  });

  it('goes on at its heading for people who use the keyboard', async () => {
    const element = await mount();
    expect(element.shadowRoot!.activeElement).toBe(all(element, 'h1')[0]);
  });

  it('shows that it is loading, and then why it could not, until a retry succeeds', async () => {
    load.mockRejectedValueOnce(apexError('Odd'));
    const element = createElement('c-insights-accounts', { is: InsightsAccounts });
    document.body.appendChild(element);
    const state = () => all(element, 'c-insights-state')[0] as unknown as { variant: string; remedy: string };
    expect(state().variant).toBe('loading');
    await settle();
    expect(state().variant).toBe('error');
    expect(state().remedy).toBe('Mend it.');

    all(element, 'c-insights-state')[0]!.dispatchEvent(new CustomEvent('action'));
    await settle();
    expect(environmentCards(element)).toHaveLength(2);
  });

  it('goes on at its heading when the button that tries again goes away', async () => {
    load.mockRejectedValueOnce(apexError('Odd'));
    const element = await mount();
    const title = all(element, 'h1')[0]!;
    title.blur();
    expect(element.shadowRoot!.activeElement).toBeNull();
    all(element, 'c-insights-state')[0]!.dispatchEvent(new CustomEvent('action'));
    await settle();
    expect(element.shadowRoot!.activeElement).toBe(title);
  });

  it('tells users without access so', async () => {
    load.mockRejectedValue({ body: { message: "You do not have access to the Apex class named 'X'." } });
    const element = await mount();
    expect((all(element, 'c-insights-state')[0] as unknown as { variant: string }).variant).toBe('no-access');
  });

  it('connects this org once, however often it is clicked', async () => {
    load.mockResolvedValue({ ...VIEW, environments: [], isInstalled: false });
    connect.mockResolvedValue(VIEW);
    const element = await mount();
    const toasts = hear(element, ShowToastEventName);
    expect(find(element, 'none')).not.toBeNull();

    find(element, 'connect')!.click();
    find(element, 'connect')!.click();
    await settle();

    expect(connect).toHaveBeenCalledTimes(1);
    expect(environmentCards(element)).toHaveLength(2);
    expect(find(element, 'hint')).toBeNull();
    expect(element.shadowRoot!.activeElement).toBe(all(element, 'h1')[0]);
    expect(toasts).toHaveBeenCalledWith(expect.objectContaining({ variant: 'success' }));
  });

  it('says why this org could not be connected, and keeps the button', async () => {
    load.mockResolvedValue({ ...VIEW, isInstalled: false });
    connect.mockRejectedValue(apexError('NotAllowed'));
    const element = await mount();
    const toasts = hear(element, ShowToastEventName);
    find(element, 'connect')!.click();
    await settle();
    expect(toasts).toHaveBeenCalledWith({ variant: 'error', title: 'NotAllowed!', message: 'Mend it.' });
    expect((find(element, 'connect') as unknown as { disabled: boolean }).disabled).toBe(false);
  });

  it('tells users who may not connect whom to ask', async () => {
    load.mockResolvedValue({ ...VIEW, isInstalled: false, canManage: false });
    const element = await mount();
    expect(find(element, 'hint')!.textContent).toContain('Insights Sync Admin');
    expect(find(element, 'connect')).toBeNull();
  });

  it('tests the org together with the connections in use', async () => {
    const element = await mount();
    ask(environmentCards(element)[0]!, { environmentId: 'e1' });
    await Promise.resolve();
    expect(environmentCards(element)[0]!.testing!.busy).toBe(true);
    await settle();

    expect(testEnvironment).toHaveBeenCalledWith({ environmentId: 'e1' });
    expect(testSource.mock.calls).toEqual([[{ sourceName: 'WalkMeUS' }]]);
    const { busy, checks } = environmentCards(element)[0]!.testing!;
    expect(busy).toBe(false);
    expect(checks.map(({ label }) => label)).toEqual(['This org', 'WalkMe US: Connection']);
    expect(sourceCards(element, 'main')[0]!.testing).toEqual({ busy: false, checks: [ANSWERS] });
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('asks WalkMe nothing for an environment that is another org', async () => {
    const element = await mount();
    ask(environmentCards(element)[1]!, { environmentId: 'e2' });
    await settle();
    expect(testSource).not.toHaveBeenCalled();
    expect(environmentCards(element)[1]!.testing!.checks).toEqual([OK]);
    expect(environmentCards(element)[0]!.testing).toBeUndefined();
  });

  it('shows a test that failed as a finding', async () => {
    testSource.mockRejectedValue(apexError('Odd'));
    const element = await mount();
    ask(sourceCards(element, 'main')[0]!, { sourceName: 'WalkMeUS' });
    await settle();
    expect(sourceCards(element, 'main')[0]!.testing).toEqual({
      busy: false,
      checks: [{ code: 'Odd', label: 'Test', state: 'Error', message: 'Odd!', remedy: 'Mend it.' }]
    });
  });

  it('keeps what it shows when it cannot be read again after a test', async () => {
    const element = await mount();
    const toasts = hear(element, ShowToastEventName);
    load.mockRejectedValue(apexError('Odd'));
    ask(environmentCards(element)[0]!, { environmentId: 'e1' });
    await settle();
    expect(environmentCards(element)).toHaveLength(2);
    expect(toasts).toHaveBeenCalledWith(expect.objectContaining({ variant: 'error', title: 'Odd!' }));
  });

  it('offers viewers no test', async () => {
    load.mockResolvedValue({ ...VIEW, canManage: false, canTest: false });
    const element = await mount();
    const cards = all(element, 'c-insights-environment-card, c-insights-source-card') as unknown as {
      canTest: boolean;
    }[];
    expect(cards.map(({ canTest }) => canTest)).toEqual([false, false, false, false]);
  });

  it('tells that the user wants to go back', async () => {
    const element = await mount();
    const heard = hear(element, 'close');
    find(element, 'close')!.click();
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['with data', VIEW],
    ['when nothing is connected', { ...VIEW, environments: [], isInstalled: false }]
  ])('is accessible %s', async (_when, view) => {
    load.mockResolvedValue(view);
    await expect(await mount()).toBeAccessible();
  });

  it('is accessible with an error', async () => {
    load.mockRejectedValue(apexError('Odd'));
    await expect(await mount()).toBeAccessible();
  });
});
