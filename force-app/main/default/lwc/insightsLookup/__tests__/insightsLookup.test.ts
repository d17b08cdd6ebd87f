import { createElement } from 'lwc';
import InsightsLookup from 'c/insightsLookup';

const OPTIONS = [
  { value: 'Account', label: 'Account', meta: 'Account' },
  { value: 'Lead', label: 'Lead', meta: 'Lead', search: 'prospect' },
  { value: 'Team__c', label: 'Team Lead', meta: 'Team__c' }
];

function mount(values: Record<string, unknown> = {}) {
  const element = createElement('c-insights-lookup', { is: InsightsLookup });
  Object.assign(element, { label: 'Object', options: OPTIONS, ...values });
  document.body.appendChild(element);
  return element;
}

type Lookup = ReturnType<typeof mount>;
const inputOf = (element: Lookup) => element.shadowRoot!.querySelector('input')!;
const rowsOf = (element: Lookup) => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[role="option"]')];
const labelsOf = (element: Lookup) => rowsOf(element).map((row) => row.dataset.value);
const activeOf = (element: Lookup) =>
  element.shadowRoot!.querySelector<HTMLElement>('.slds-has-focus')?.dataset.value ?? null;

async function press(element: Lookup, key: string): Promise<KeyboardEvent> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  inputOf(element).dispatchEvent(event);
  await Promise.resolve();
  return event;
}

async function type(element: Lookup, text: string): Promise<void> {
  inputOf(element).value = text;
  inputOf(element).dispatchEvent(new CustomEvent('input'));
  await Promise.resolve();
}

function chosenBy(element: Lookup): jest.Mock {
  const handler = jest.fn();
  element.addEventListener('choose', (event) => handler((event as CustomEvent).detail.value));
  return handler;
}

describe('c-insights-lookup', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows nothing but the chosen label until it is opened', async () => {
    const element = mount({ value: 'Lead' });
    expect(inputOf(element).value).toBe('Lead');
    expect(rowsOf(element)).toEqual([]);
    inputOf(element).click();
    await Promise.resolve();
    expect(labelsOf(element)).toEqual(['Account', 'Lead', 'Team__c']);
    expect(activeOf(element)).toBe('Lead');
    expect(inputOf(element).getAttribute('aria-expanded')).toBe('true');
  });

  it('narrows the list by label, meta line and further words', async () => {
    const element = mount();
    await type(element, 'lead');
    expect(labelsOf(element)).toEqual(['Lead', 'Team__c']);
    await type(element, 'lead team');
    expect(labelsOf(element)).toEqual(['Team__c']);
    await type(element, 'prospect');
    expect(labelsOf(element)).toEqual(['Lead']);
    await type(element, '__c');
    expect(labelsOf(element)).toEqual(['Team__c']);
  });

  it('chooses by keyboard', async () => {
    const element = mount();
    const chosen = chosenBy(element);
    await press(element, 'ArrowDown');
    await press(element, 'ArrowDown');
    expect(activeOf(element)).toBe('Account');
    await press(element, 'End');
    expect(activeOf(element)).toBe('Team__c');
    await press(element, 'ArrowDown');
    expect(activeOf(element)).toBe('Account');
    await press(element, 'ArrowUp');
    await press(element, 'Home');
    await press(element, 'PageDown');
    expect(activeOf(element)).toBe('Team__c');
    expect(inputOf(element).getAttribute('aria-activedescendant')).not.toBeNull();
    await press(element, 'Enter');
    expect(chosen.mock.calls).toEqual([['Team__c']]);
    expect(inputOf(element).value).toBe('Team Lead');
    expect(rowsOf(element)).toEqual([]);
  });

  it('closes by Escape without choosing, and leaves Escape to others when it is closed', async () => {
    const element = mount({ value: 'Lead' });
    const chosen = chosenBy(element);
    await type(element, 'acc');
    expect((await press(element, 'Escape')).defaultPrevented).toBe(true);
    expect(inputOf(element).value).toBe('Lead');
    expect(chosen).not.toHaveBeenCalled();
    expect((await press(element, 'Escape')).defaultPrevented).toBe(false);
  });

  it('returns to what was chosen when it is left', async () => {
    const element = mount({ value: 'Lead' });
    await type(element, 'nothing of the kind');
    inputOf(element).dispatchEvent(new CustomEvent('blur'));
    await Promise.resolve();
    expect(inputOf(element).value).toBe('Lead');
  });

  it('chooses by mouse, without losing the cursor before the click', async () => {
    const element = mount();
    const chosen = chosenBy(element);
    inputOf(element).click();
    await Promise.resolve();
    const down = new MouseEvent('mousedown', { bubbles: true, cancelable: true });
    rowsOf(element)[1]!.dispatchEvent(down);
    expect(down.defaultPrevented).toBe(true);
    rowsOf(element)[1]!.click();
    expect(chosen).toHaveBeenCalledWith('Lead');
  });

  it('says nothing when the same is chosen again', async () => {
    const element = mount({ value: 'Lead' });
    const chosen = chosenBy(element);
    await press(element, 'ArrowDown');
    await press(element, 'Enter');
    expect(chosen).not.toHaveBeenCalled();
  });

  it('does not offer what is excluded, apart from what is chosen', async () => {
    const element = mount({ value: 'Lead', excluded: ['Lead', 'Account'] });
    inputOf(element).click();
    await Promise.resolve();
    expect(labelsOf(element)).toEqual(['Lead', 'Team__c']);
  });

  it('renders the first hundred of a thousand options and says how to find the others', async () => {
    const options = Array.from({ length: 1000 }, (_one, index) => ({ value: `${index}`, label: `Field ${index}` }));
    const element = mount({ options });
    inputOf(element).click();
    await Promise.resolve();
    expect(rowsOf(element)).toHaveLength(100);
    expect(element.shadowRoot!.querySelector('[data-id="list"]')!.textContent).toContain('900');
    await type(element, 'field 999');
    expect(labelsOf(element)).toEqual(['999']);
  });

  it('says that nothing matches', async () => {
    const element = mount();
    await type(element, 'zzz');
    expect(element.shadowRoot!.querySelector('[role="status"]')!.textContent).not.toBe('');
    await press(element, 'Enter');
    expect(rowsOf(element)).toEqual([]);
  });

  it('shows that options are on their way, and no list until then', async () => {
    const element = mount({ loading: true, options: [] });
    inputOf(element).click();
    await Promise.resolve();
    expect(element.shadowRoot!.querySelector('lightning-spinner')).not.toBeNull();
    expect(inputOf(element).getAttribute('aria-expanded')).toBe('false');
  });

  it('names a value that is not among the options', () => {
    expect(inputOf(mount({ value: 'Gone__c' })).value).toBe('Gone__c');
    expect(inputOf(mount({ value: 'r1', fallbackLabel: 'Old report' })).value).toBe('Old report');
  });

  it('says what is wrong at the input itself', () => {
    const element = mount({ error: 'Choose an object.' });
    expect(inputOf(element).getAttribute('aria-invalid')).toBe('true');
    expect(inputOf(element).getAttribute('aria-describedby')).not.toBeNull();
    expect(element.shadowRoot!.textContent).toContain('Choose an object.');
  });

  it('stays closed while it is disabled', async () => {
    const element = mount({ disabled: true });
    await press(element, 'ArrowDown');
    expect(rowsOf(element)).toEqual([]);
  });

  it('puts the cursor into its input', () => {
    const element = mount();
    (element as unknown as { focus(): void }).focus();
    expect(element.shadowRoot!.activeElement).toBe(inputOf(element));
  });

  it.each([[false], [true]])('is accessible (open: %s)', async (open) => {
    const element = mount({ value: 'Lead', required: true, error: 'Wrong.' });
    if (open) {
      await press(element, 'ArrowDown');
    }
    await expect(element).toBeAccessible();
  });
});
