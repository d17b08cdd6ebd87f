import { createElement } from 'lwc';
import { type Draft, type Step, addMapping, change, newDraft, setObject, setReport } from 'c/insightsDraft';
import type InsightsProblem from 'c/insightsProblem';
import type InsightsWizardChoice from 'c/insightsWizardChoice';
import InsightsWizardSteps from 'c/insightsWizardSteps';
import { NOTHING_LOADED } from 'c/insightsWizardView';

const PAIR: Draft = change(setObject(setReport(newDraft(), 'nps', 'NPS'), 'Lead'), {
  environmentId: 'e1',
  keyColumn: 'User ID',
  keyField: 'Email'
});
const MAPPED = addMapping(PAIR, { column: 'NPS', field: 'Nps__c' });

function mount(draft: Draft, current: Step, values: Record<string, unknown> = {}) {
  const element = createElement('c-insights-wizard-steps', { is: InsightsWizardSteps });
  Object.assign(element, { draft, current, loaded: NOTHING_LOADED, environments: [{ id: 'e1' }], ...values });
  document.body.appendChild(element);
  return element;
}

type Steps = ReturnType<typeof mount>;
const find = (element: Steps, id: string) =>
  element.shadowRoot!.querySelector<HTMLElement & { disabled: boolean }>(`[data-id="${id}"]`);
const choiceOf = (element: Steps) =>
  element.shadowRoot!.querySelector<LwcElement<InsightsWizardChoice>>('c-insights-wizard-choice')!;

function listen(element: Steps, name: string) {
  const heard = jest.fn();
  element.addEventListener(name, (event) => heard((event as CustomEvent).detail));
  return heard;
}

describe('c-insights-wizard-steps', () => {
  afterEach(() => document.body.replaceChildren());

  it.each<[Step, string[]]>([
    ['environment', ['cancel', 'continue']],
    ['choice', ['cancel', 'back', 'continue']],
    ['mapping', ['cancel', 'back', 'save', 'continue']],
    ['schedule', ['cancel', 'back', 'save', 'save-and-run']]
  ])('shows the buttons of the step %s', (step, buttons) => {
    const footer = mount(MAPPED, step).shadowRoot!.querySelector('footer')!;
    expect([...footer.querySelectorAll<HTMLElement>('lightning-button')].map(({ dataset }) => dataset.id)).toEqual(
      buttons
    );
  });

  it('goes back and on', () => {
    const element = mount(MAPPED, 'choice');
    const step = listen(element, 'step');
    find(element, 'back')!.click();
    find(element, 'continue')!.click();
    expect(step.mock.calls).toEqual([[{ step: 'environment' }], [{ step: 'mapping' }]]);
  });

  it('says what is missing at each attempt, and puts the cursor there', async () => {
    const element = mount(change(newDraft(), { environmentId: 'e1' }), 'choice');
    const step = listen(element, 'step');
    const focusGap = jest.spyOn(choiceOf(element), 'focusGap');
    find(element, 'continue')!.click();
    await Promise.resolve();
    expect(find(element, 'gaps')!.textContent).toContain('Choose a report.');
    expect(focusGap.mock.calls).toEqual([['report']]);
    find(element, 'continue')!.click();
    expect(focusGap).toHaveBeenCalledTimes(2);
    expect(step).not.toHaveBeenCalled();
  });

  it('forgets what was missing when another step is opened', async () => {
    const element = mount(change(newDraft(), { environmentId: 'e1' }), 'choice');
    find(element, 'continue')!.click();
    await Promise.resolve();
    element.current = 'environment';
    await Promise.resolve();
    element.current = 'choice';
    await Promise.resolve();
    expect(choiceOf(element).showsGaps).toBe(false);
    expect(find(element, 'gaps')!.textContent).toBe('');
  });

  it('asks to save, with or without a run', () => {
    const element = mount(MAPPED, 'schedule');
    const save = listen(element, 'save');
    find(element, 'save')!.click();
    find(element, 'save-and-run')!.click();
    expect(save.mock.calls).toEqual([[{ runNow: false }], [{ runNow: true }]]);
  });

  it.each([
    [MAPPED, false],
    [PAIR, true]
  ])('allows to save what is complete', (draft, isDisabled) => {
    expect(find(mount(draft, 'mapping'), 'save')!.disabled).toBe(isDisabled);
  });

  it('lets nothing be changed or left while it saves, and keeps the cursor on the button', async () => {
    const element = mount(MAPPED, 'schedule', { saving: true });
    const isInert = (id: string) => find(element, id)!.closest<HTMLElement>('[data-editable]')?.inert ?? false;
    expect(['heading', 'back', 'cancel', 'save', 'save-and-run'].map(isInert)).toEqual([
      true,
      true,
      true,
      false,
      false
    ]);
    expect(find(element, 'save')!.disabled).toBe(false);
    expect(find(element, 'gaps')!.textContent).toBe('Saving');
    element.saving = false;
    await Promise.resolve();
    expect(isInert('heading')).toBe(false);
  });

  it('keeps the cursor when what has failed is tried again', () => {
    const element = mount(MAPPED, 'mapping');
    element.shadowRoot!.querySelector('c-insights-wizard-mapping')!.dispatchEvent(new CustomEvent('retry'));
    expect(element.shadowRoot!.activeElement).toBe(find(element, 'heading'));
  });

  it('says before saving which lines would be left out', () => {
    const element = mount(addMapping(MAPPED, { column: 'Visits' }), 'schedule');
    expect(find(element, 'gaps')!.textContent).toMatch(/row 2$/);
  });

  it('shows why it could not be saved', () => {
    const saveProblem = { code: 'X', message: 'No.', remedy: 'Ask.' };
    const element = mount(MAPPED, 'mapping', { saveProblem });
    const shown = element.shadowRoot!.querySelector<LwcElement<InsightsProblem>>('footer c-insights-problem')!;
    expect(shown.problem).toEqual(saveProblem);
  });

  it.each<[Step, string, string]>([
    ['environment', 'c-insights-wizard-environment', 'accounts'],
    ['choice', 'c-insights-wizard-choice', 'draftchange'],
    ['choice', 'c-insights-wizard-choice', 'retry'],
    ['mapping', 'c-insights-wizard-mapping', 'fieldrequest'],
    ['mapping', 'c-insights-wizard-mapping', 'refreshfields'],
    ['mapping', 'c-insights-wizard-mapping', 'step'],
    ['schedule', 'c-insights-wizard-schedule', 'draftchange'],
    ['schedule', 'c-insights-wizard-path', 'step']
  ])('passes on from %s what %s asks for by %s', (step, tag, name) => {
    const element = mount(MAPPED, step);
    const heard = listen(element, name);
    element.shadowRoot!.querySelector(tag)!.dispatchEvent(new CustomEvent(name, { detail: 'as it is' }));
    expect(heard.mock.calls).toEqual([['as it is']]);
  });

  it('puts the cursor on the heading of the step that is opened', async () => {
    const element = mount(MAPPED, 'environment');
    element.current = 'schedule';
    await Promise.resolve();
    expect(element.shadowRoot!.activeElement).toBe(find(element, 'heading'));
    expect(find(element, 'heading')!.textContent).toBe('Schedule');
  });

  it.each<[Step]>([['environment'], ['choice'], ['mapping'], ['schedule']])('is accessible in %s', async (step) => {
    await expect(mount(MAPPED, step)).toBeAccessible();
  });
});
