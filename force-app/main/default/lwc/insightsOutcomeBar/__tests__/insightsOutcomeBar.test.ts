import { createElement } from 'lwc';
import InsightsOutcomeBar from 'c/insightsOutcomeBar';

function mount(run: unknown, compact = false) {
  const element = createElement('c-insights-outcome-bar', { is: InsightsOutcomeBar });
  Object.assign(element, { run, compact });
  document.body.appendChild(element);
  return element;
}

const all = (element: HTMLElement, selector: string) => [
  ...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)
];

describe('c-insights-outcome-bar', () => {
  afterEach(() => document.body.replaceChildren());

  it('gives each outcome a slice as wide as its share', () => {
    const slices = all(mount({ updated: 3, rejected: 1, skipped: 0 }), '.segment');
    expect(slices.map(({ style }) => style.flexGrow)).toEqual(['0.75', '0.25']);
  });

  it('says the counts in words, too', () => {
    const element = mount({ updated: 1200, rejected: 1 });
    expect(all(element, '[role="img"]')[0]!.getAttribute('aria-label')).toBe(
      'Rows by outcome: Updated 1,200 and Rejected 1'
    );
    expect(all(element, 'li').map(({ textContent }) => textContent)).toEqual(['Updated 1,200', 'Rejected 1']);
  });

  it('leaves out the legend where there is no room, but not the words', () => {
    const element = mount({ updated: 2 }, true);
    expect(all(element, 'li')).toEqual([]);
    expect(all(element, '[role="img"]')[0]!.title).toBe('Rows by outcome: Updated 2');
  });

  it.each([[null], [{}], [{ updated: 0 }]])('says that there are no rows for %j', (run) => {
    const element = mount(run);
    expect(all(element, '.bar')).toEqual([]);
    expect(element.shadowRoot!.textContent).not.toBe('');
  });

  it('is accessible', async () => {
    await expect(mount({ updated: 3, unmatched: 2, rejected: 1 })).toBeAccessible();
  });
});
