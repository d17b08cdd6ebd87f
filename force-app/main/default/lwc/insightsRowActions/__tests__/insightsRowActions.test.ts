import { createElement } from 'lwc';
import type LightningButtonIcon from 'lightning/buttonIcon';
import type LightningButtonMenu from 'lightning/buttonMenu';
import type LightningMenuItem from 'lightning/menuItem';
import type LightningSpinner from 'lightning/spinner';
import InsightsRowActions from 'c/insightsRowActions';

const ROW = { id: 'a00', name: 'Logins', active: true };

function mount(properties: object) {
  const element = createElement('c-insights-row-actions', { is: InsightsRowActions });
  Object.assign(element, { row: ROW, ...properties });
  document.body.appendChild(element);
  return element;
}

async function mountNear(properties: object) {
  const element = mount(properties);
  element.shadowRoot!.querySelector('.actions')!.dispatchEvent(new CustomEvent('focusin'));
  await Promise.resolve();
  return element;
}

const items = (element: HTMLElement) => [
  ...element.shadowRoot!.querySelectorAll<LwcElement<LightningMenuItem>>('lightning-menu-item')
];
const values = (element: HTMLElement) => items(element).map(({ value }) => value);
const pencil = (element: HTMLElement) =>
  element.shadowRoot!.querySelector<LwcElement<LightningButtonIcon>>('lightning-button-icon');

const menu = (element: HTMLElement) =>
  element.shadowRoot!.querySelector<LwcElement<LightningButtonMenu>>('lightning-button-menu')!;

describe('c-insights-row-actions', () => {
  afterEach(() => document.body.replaceChildren());

  it('fills its menu when it is pointed at or gets the focus', async () => {
    for (const sign of ['mouseenter', 'focusin']) {
      const element = mount({ canRun: true });
      expect(items(element)).toHaveLength(0);
      element.shadowRoot!.querySelector('.actions')!.dispatchEvent(new CustomEvent(sign));
      await Promise.resolve();
      expect(items(element)).toHaveLength(2);
    }
  });

  it('offers everything to those who manage', async () => {
    const element = await mountNear({ canManage: true, canRun: true });
    expect(values(element)).toEqual(['run', 'log', 'duplicate', 'pause', 'delete']);
    expect(pencil(element)!.alternativeText).toBe('Edit Logins');
  });

  it('offers running and the log to those who run', async () => {
    const element = await mountNear({ canRun: true });
    expect(values(element)).toEqual(['run', 'log']);
    expect(pencil(element)).toBeNull();
  });

  it('offers the log alone to those who look', async () => {
    expect(values(await mountNear({}))).toEqual(['log']);
  });

  it('resumes what is paused, and still runs it', async () => {
    const element = await mountNear({ canManage: true, canRun: true, row: { ...ROW, active: false } });
    expect(values(element)).toEqual(['run', 'log', 'duplicate', 'resume', 'delete']);
  });

  it('does not run what is running', async () => {
    const element = await mountNear({ canRun: true, row: { ...ROW, lastRun: { status: 'Queued' } } });
    expect(items(element)[0]!.disabled).toBe(true);
  });

  it('tells what was chosen for which integration', () => {
    const element = mount({ canManage: true, canRun: true });
    const heard = jest.fn();
    element.addEventListener('rowaction', (event) => heard((event as CustomEvent).detail));
    element
      .shadowRoot!.querySelector('lightning-button-menu')!
      .dispatchEvent(new CustomEvent('select', { detail: { value: 'pause' } }));
    pencil(element)!.click();
    expect(heard.mock.calls.flat()).toEqual([
      { action: 'pause', integrationId: 'a00' },
      { action: 'edit', integrationId: 'a00' }
    ]);
  });

  it('waits while something is being done, without losing the focus', async () => {
    const element = await mountNear({ canManage: true, canRun: true, busy: true });
    const heard = jest.fn();
    element.addEventListener('rowaction', heard);
    pencil(element)!.click();
    expect(heard).not.toHaveBeenCalled();
    expect([pencil(element)!.disabled, menu(element).disabled]).toEqual([undefined, undefined]);
    expect(items(element).flatMap(({ value, disabled }) => (disabled ? [] : [value]))).toEqual(['log']);
    expect(element.shadowRoot!.querySelector<LwcElement<LightningSpinner>>('lightning-spinner')!.alternativeText).toBe(
      'Working on Logins'
    );
  });

  it('gives the focus to its menu, and to the pencil where there is one', () => {
    const element = mount({ canManage: true });
    const focused = (menu(element).focus = jest.fn());
    element.focus();
    expect(focused).toHaveBeenCalledTimes(1);
    const edited = (pencil(element)!.focus = jest.fn());
    element.focusEdit();
    expect(edited).toHaveBeenCalledTimes(1);
  });

  it('tells nothing without an integration', () => {
    const element = mount({ canManage: true, row: undefined });
    const heard = jest.fn();
    element.addEventListener('rowaction', heard);
    pencil(element)!.click();
    expect(heard).not.toHaveBeenCalled();
  });

  it('is accessible', async () => {
    await expect(await mountNear({ canManage: true, canRun: true })).toBeAccessible();
  });
});
