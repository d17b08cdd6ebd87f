import { createElement } from 'lwc';
import InsightsTestCard from 'c/insightsTestCard';

const FACTS = [
  { id: 'status', label: 'Status', text: 'Connected', icon: 'utility:success', variant: 'success' },
  { id: 'checked', label: 'Last test', text: '2 hours ago', note: '2026-11-24 08:00 UTC', title: 'Tuesday' }
];
const OK = { code: 'ThisOrg', label: 'This org', state: 'Ok', message: 'It is this org.' };
const FAILED = { code: 'NotScheduled', label: 'Job', state: 'Error', message: 'No.', remedy: 'Press Connect.' };

function mount(properties: object) {
  const element = createElement('c-insights-test-card', { is: InsightsTestCard });
  Object.assign(element, { name: 'Acme', facts: FACTS, canTest: true }, properties);
  document.body.appendChild(element);
  return element;
}

const find = (element: HTMLElement, id: string) => element.shadowRoot!.querySelector<HTMLElement>(`[data-id="${id}"]`);
const text = (element: HTMLElement, id: string) => find(element, id)!.textContent!.replace(/\s+/g, ' ').trim();
const listed = (element: HTMLElement) =>
  (element.shadowRoot!.querySelector('c-insights-check-list') as unknown as { checks: object[] }).checks;

describe('c-insights-test-card', () => {
  afterEach(() => document.body.replaceChildren());

  it('says what is known: in words, with an icon, an addition and a hint where there is one', () => {
    const element = mount({ badge: 'Production' });
    expect([text(element, 'status'), text(element, 'checked')]).toEqual([
      'Connected',
      '2 hours ago (2026-11-24 08:00 UTC)'
    ]);
    expect(find(element, 'checked')!.title).toBe('Tuesday');
    expect(element.shadowRoot!.querySelectorAll('dd lightning-icon')).toHaveLength(1);
    expect(element.shadowRoot!.querySelectorAll('lightning-badge')).toHaveLength(1);
    expect(mount({}).shadowRoot!.querySelector('lightning-badge')).toBeNull();
  });

  it('asks for a test once, also when clicked while one is under way', () => {
    const heard = jest.fn();
    const idle = mount({});
    idle.addEventListener('test', heard);
    find(idle, 'test')!.click();
    expect(heard).toHaveBeenCalledTimes(1);
    const busy = mount({ testing: { busy: true, checks: [] } });
    busy.addEventListener('test', heard);
    find(busy, 'test')!.click();
    expect(heard).toHaveBeenCalledTimes(1);
    expect(text(busy, 'announcement')).toContain('Testing Acme');
  });

  it('has no button for users who may not test', () => {
    expect(find(mount({ canTest: false }), 'test')).toBeNull();
  });

  it('says what a test has found, and sums it up', () => {
    const element = mount({ testing: { busy: false, checks: [OK, FAILED] } });
    expect(text(element, 'announcement')).toContain('1');
    expect(listed(element)).toEqual([OK, FAILED]);
  });

  it('shows what is known already until a test finds something', () => {
    expect(listed(mount({ checks: [FAILED] }))).toEqual([FAILED]);
    expect(listed(mount({ checks: [FAILED], testing: { busy: true, checks: [] } }))).toEqual([]);
    expect(listed(mount({ checks: [FAILED], testing: { busy: false, checks: [OK] } }))).toEqual([OK]);
    expect(text(mount({ checks: [FAILED] }), 'announcement')).toBe('');
  });

  it.each([
    ['before a test', undefined],
    ['during a test', { busy: true, checks: [] }],
    ['after a test', { busy: false, checks: [OK, FAILED] }]
  ])('is accessible %s', async (_when, testing) => {
    await expect(mount({ testing })).toBeAccessible();
  });
});
