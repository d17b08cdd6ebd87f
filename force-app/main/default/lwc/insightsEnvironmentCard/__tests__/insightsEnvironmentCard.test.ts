import { createElement } from 'lwc';
import InsightsEnvironmentCard from 'c/insightsEnvironmentCard';

const THIS_ORG = {
  id: 'a01000000000001AAA',
  name: 'Acme',
  kind: 'Production',
  isThisOrg: true,
  status: 'Connected',
  lastCheckedAt: '2026-11-24T08:00:00.000Z',
  userName: 'Ada Admin',
  organizationId: '00D000000000001AAA',
  integrations: 1200
};
const OK = { code: 'ThisOrg', label: 'This org', state: 'Ok', message: 'It is this org.' };
const NOT_SCHEDULED = { code: 'NotScheduled', label: 'Job', state: 'Error', message: 'No.', remedy: 'Press Connect.' };

function mount(properties: object) {
  const element = createElement('c-insights-environment-card', { is: InsightsEnvironmentCard });
  Object.assign(element, { environment: THIS_ORG, now: '2026-11-24T10:00:00.000Z' }, properties);
  document.body.appendChild(element);
  return element;
}

const card = (element: HTMLElement) => element.shadowRoot!.querySelector('c-insights-test-card')!.shadowRoot!;
const find = (element: HTMLElement, id: string) => card(element).querySelector<HTMLElement>(`[data-id="${id}"]`);
const text = (element: HTMLElement, id: string) => find(element, id)!.textContent!.trim();

describe('c-insights-environment-card', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what the environment is, and when it was tested', () => {
    const element = mount({});
    const badge = card(element).querySelector('lightning-badge') as unknown as { label: string };
    expect(badge.label).toBe('Production');
    expect(text(element, 'status')).toBe('Connected');
    expect(text(element, 'user')).toBe('Ada Admin');
    expect(text(element, 'integrations')).toBe('1,200');
    expect(text(element, 'checked')).toMatch(/^2 hours ago\s*\(2026-11-24 08:00 UTC\)$/);
  });

  it('says that nothing is scheduled and that it was never tested', () => {
    const element = mount({ environment: { ...THIS_ORG, userName: null, lastCheckedAt: null } });
    expect(text(element, 'user')).toContain('not scheduled');
    expect(text(element, 'checked')).toBe('Never');
  });

  it('shows another org as disconnected and names no user for it', () => {
    const element = mount({
      environment: { ...THIS_ORG, isThisOrg: false, status: 'Disconnected', kind: 'Sandbox' }
    });
    expect(text(element, 'status')).toBe('Disconnected');
    expect(find(element, 'user')).toBeNull();
  });

  it('asks for a test of this environment, if the user may', () => {
    const heard = jest.fn();
    const element = mount({ canTest: true });
    element.addEventListener('test', (event) => heard((event as CustomEvent).detail));
    find(element, 'test')!.click();
    expect(heard.mock.calls).toEqual([[{ environmentId: THIS_ORG.id }]]);
    expect(find(mount({ canTest: false }), 'test')).toBeNull();
  });

  it('says what a test has found', () => {
    const element = mount({ canTest: true, testing: { busy: false, checks: [OK, NOT_SCHEDULED] } });
    expect(text(element, 'announcement')).toContain('1');
    const list = card(element).querySelector('c-insights-check-list') as unknown as { checks: unknown[] };
    expect(list.checks).toEqual([OK, NOT_SCHEDULED]);
  });

  it.each([
    ['before a test', undefined],
    ['during a test', { busy: true, checks: [] }],
    ['after a test', { busy: false, checks: [OK, NOT_SCHEDULED] }]
  ])('is accessible %s', async (_when, testing) => {
    await expect(mount({ canTest: true, testing })).toBeAccessible();
  });
});
