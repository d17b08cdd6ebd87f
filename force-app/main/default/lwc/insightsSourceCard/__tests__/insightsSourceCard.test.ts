import { createElement } from 'lwc';
import InsightsSourceCard from 'c/insightsSourceCard';

const SOURCE = {
  name: 'WalkMeEU',
  label: 'WalkMe EU',
  externalCredential: 'WalkMeEU',
  principal: 'ClientCredentials',
  integrations: 3,
  setupUrl: '/lightning/setup/NamedCredential/home'
};
const OK = { code: 'Connection', label: 'Connection', state: 'Ok', message: 'It answers.' };
const NO_REPORTS = { code: 'NoReports', label: 'Reports', state: 'Warning', message: 'None.', remedy: 'Tag one.' };
const REFUSED = { code: 'Unauthorized', label: 'Connection', state: 'Error', message: 'Refused.', remedy: 'Again.' };

function mount(properties: object) {
  const element = createElement('c-insights-source-card', { is: InsightsSourceCard });
  Object.assign(element, { source: SOURCE, now: '2026-11-24T10:00:00.000Z' }, properties);
  document.body.appendChild(element);
  return element;
}

const card = (element: HTMLElement) => element.shadowRoot!.querySelector('c-insights-test-card')!.shadowRoot!;
const find = (element: HTMLElement, id: string) => card(element).querySelector<HTMLElement>(`[data-id="${id}"]`);
const text = (element: HTMLElement, id: string) => find(element, id)!.textContent!.trim();
const listed = (element: HTMLElement) =>
  (card(element).querySelector('c-insights-check-list') as unknown as { checks: object[] }).checks;

describe('c-insights-source-card', () => {
  afterEach(() => document.body.replaceChildren());

  it('says that nothing is known of a connection that nobody has used', () => {
    const element = mount({});
    expect(text(element, 'connection')).toBe('Not tested yet');
    expect(text(element, 'integrations')).toBe('3');
    expect(listed(element)).toEqual([]);
  });

  it.each([
    [[OK], 'Works'],
    [[OK, NO_REPORTS], 'Works'],
    [[REFUSED], 'Fails']
  ])('says after a test that found %j that the connection: %s', (checks, words) => {
    const element = mount({ testing: { busy: false, checks } });
    expect(text(element, 'connection')).toBe(words);
    expect(listed(element)).toEqual(checks);
    expect(text(element, 'announcement')).not.toBe('');
  });

  it('says how the last run found it, until it is tested', () => {
    const worked = mount({ source: { ...SOURCE, lastRunState: 'Ok', lastRunAt: '2026-11-24T08:00:00.000Z' } });
    expect(text(worked, 'connection')).toContain('2 hours ago');
    expect(find(worked, 'connection')!.title).toBe('2026-11-24 08:00 UTC');
    expect(listed(worked)).toEqual([]);
  });

  it('says what the last run met, and what to do about it', () => {
    const source = {
      ...SOURCE,
      lastRunState: 'Error',
      lastRunAt: '2026-11-24T08:00:00.000Z',
      lastRunMessage: 'Refused.',
      lastRunRemedy: 'Enter it again.'
    };
    expect(listed(mount({ source }))).toEqual([
      expect.objectContaining({ state: 'Error', message: 'Refused.', remedy: 'Enter it again.' })
    ]);
    expect(listed(mount({ source, testing: { busy: false, checks: [OK] } }))).toEqual([OK]);
    expect(listed(mount({ source, testing: { busy: true, checks: [] } }))).toEqual([]);
  });

  it('asks for a test of this source', () => {
    const heard = jest.fn();
    const element = mount({ canTest: true });
    element.addEventListener('test', (event) => heard((event as CustomEvent).detail));
    find(element, 'test')!.click();
    expect(heard.mock.calls).toEqual([[{ sourceName: 'WalkMeEU' }]]);
  });

  it('shows users who may not test how it is, without a button and a guide that ends in one', () => {
    const element = mount({ canTest: false });
    expect(text(element, 'connection')).not.toBe('');
    expect(find(element, 'test')).toBeNull();
    expect(element.shadowRoot!.querySelector('c-insights-credential-guide')).toBeNull();
  });

  it('has a guide to entering key and secret for this source', () => {
    const guide = mount({ canTest: true }).shadowRoot!.querySelector('c-insights-credential-guide');
    expect((guide as unknown as { source: object }).source).toEqual(SOURCE);
  });

  it.each([
    ['before a test', undefined],
    ['during a test', { busy: true, checks: [] }],
    ['after a test', { busy: false, checks: [REFUSED] }]
  ])('is accessible %s', async (_when, testing) => {
    await expect(mount({ canTest: true, testing })).toBeAccessible();
  });
});
