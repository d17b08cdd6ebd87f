import { createElement } from 'lwc';
import InsightsCheckList from 'c/insightsCheckList';

const CHECKS = [
  { code: 'ThisOrg', label: 'This org', state: 'Ok', message: 'It is this org.' },
  { code: 'ScheduledUserOther', label: 'User', state: 'Warning', message: 'Another.', remedy: 'Let them test.' },
  { code: 'NotScheduled', label: 'Job', state: 'Error', message: 'Not there.', remedy: 'Press Connect.' }
];

function mount(checks: unknown) {
  const element = createElement('c-insights-check-list', { is: InsightsCheckList });
  Object.assign(element, { checks });
  document.body.appendChild(element);
  return element;
}

const all = (element: HTMLElement, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)
];

describe('c-insights-check-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('says of each check what was tested, how it is and what was found', () => {
    const lines = all(mount(CHECKS), 'li').map(({ textContent }) => textContent);
    expect(lines).toHaveLength(3);
    expect(lines[0]).toContain('This org');
    expect(lines[0]).toContain('OK');
    expect(lines[0]).toContain('It is this org.');
    expect(lines[2]).toContain('Error');
  });

  it('says what to do about what is wrong, and nothing otherwise', () => {
    expect(all(mount(CHECKS), '[data-id="remedy"]').map(({ textContent }) => textContent)).toEqual([
      'Let them test.',
      'Press Connect.'
    ]);
  });

  it('tells states apart by icon', () => {
    const icons = all(mount(CHECKS), 'lightning-icon') as unknown as { iconName: string }[];
    expect(new Set(icons.map(({ iconName }) => iconName)).size).toBe(3);
  });

  it('shows no list when nothing was tested', () => {
    expect(all(mount([]), 'ul')).toEqual([]);
  });

  it('is accessible', async () => {
    await expect(mount(CHECKS)).toBeAccessible();
  });
});
