import { createElement } from 'lwc';
import type InsightsProblem from 'c/insightsProblem';
import LightningConfirm from 'lightning/confirm';
import { ShowToastEventName } from 'lightning/platformShowToastEvent';
import { type DraftUpdate, addMapping, change, setObject, setReport } from 'c/insightsDraft';
import InsightsFieldRequest from 'c/insightsFieldRequest';
import InsightsWizard from 'c/insightsWizard';
import type InsightsWizardChoice from 'c/insightsWizardChoice';
import InsightsWizardConflict from 'c/insightsWizardConflict';
import type InsightsWizardEnvironment from 'c/insightsWizardEnvironment';
import type InsightsWizardMapping from 'c/insightsWizardMapping';
import type InsightsWizardPath from 'c/insightsWizardPath';
import type InsightsWizardSchedule from 'c/insightsWizardSchedule';
import type InsightsWizardSteps from 'c/insightsWizardSteps';
import convertSamples from '@salesforce/apex/InsightsWizardController.convertSamples';
import loadFields from '@salesforce/apex/InsightsWizardController.loadFields';
import loadIntegration from '@salesforce/apex/InsightsWizardController.loadIntegration';
import loadObjects from '@salesforce/apex/InsightsWizardController.loadObjects';
import loadReport from '@salesforce/apex/InsightsWizardController.loadReport';
import loadReports from '@salesforce/apex/InsightsWizardController.loadReports';
import loadSetup from '@salesforce/apex/InsightsWizardController.loadSetup';
import matchSample from '@salesforce/apex/InsightsWizardController.matchSample';
import saveIntegration from '@salesforce/apex/InsightsWizardController.saveIntegration';

jest.mock('@salesforce/apex/InsightsWizardController.convertSamples', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsWizardController.fieldPackage', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsWizardController.loadFields', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsWizardController.loadIntegration', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('@salesforce/apex/InsightsWizardController.loadObjects', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsWizardController.loadReport', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsWizardController.loadReports', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsWizardController.loadSetup', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsWizardController.matchSample', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/apex/InsightsWizardController.saveIntegration', () => ({ default: jest.fn() }), {
  virtual: true
});
jest.mock('c/insightsFieldRequest', () => ({ __esModule: true, default: { open: jest.fn() } }));
jest.mock('c/insightsWizardConflict', () => ({ __esModule: true, default: { open: jest.fn() } }));

const SETUP = {
  environments: [
    { id: 'e1', name: 'Acme', kind: 'Production', status: 'Connected' },
    { id: 'e2', name: 'Old', kind: 'Sandbox', status: 'Disconnected' }
  ],
  sources: [{ name: 'WalkMeUS', label: 'WalkMe US' }],
  defaultSource: 'WalkMeUS',
  canManage: true
};
const SAMPLE = {
  columns: [{ name: 'User ID' }, { name: 'NPS' }],
  rows: [['ann@example.com', '9']],
  total: 1
};
const FIELDS = {
  objectName: 'Lead',
  label: 'Lead',
  fields: [
    { name: 'Email', label: 'Email', canKey: true, canMap: true, conversion: 'Email' },
    { name: 'Nps__c', label: 'NPS', canMap: true, conversion: 'Text' }
  ]
};
const SAVED = {
  id: 'i1',
  revision: 3,
  name: 'NPS to Lead',
  environmentId: 'e1',
  sourceName: 'WalkMeUS',
  reportId: 'nps',
  reportName: 'NPS',
  keyColumn: 'User ID',
  targetObject: 'Lead',
  keyField: 'Email',
  active: true,
  runHourUtc: 8,
  mappings: [{ id: 'm1', column: 'NPS', field: 'Nps__c', blankRule: 'Keep', position: 1 }]
};

const mocked = (method: unknown) => method as jest.Mock;
const refusal = (code: string) => ({ body: { message: JSON.stringify({ code, message: `${code}!`, remedy: 'Do.' }) } });

async function flush(): Promise<void> {
  for (let turn = 0; turn < 5; turn++) {
    await new Promise(process.nextTick);
  }
}

async function mount(values: Record<string, unknown> = {}) {
  const element = createElement('c-insights-wizard', { is: InsightsWizard });
  Object.assign(element, values);
  document.body.appendChild(element);
  await flush();
  return element;
}

type Wizard = Awaited<ReturnType<typeof mount>>;
const stepsOf = (element: Wizard) =>
  element.shadowRoot!.querySelector<LwcElement<InsightsWizardSteps>>('c-insights-wizard-steps');
/** Looks in the wizard itself, then in its steps. */
const within = <T extends HTMLElement>(element: Wizard, selector: string) =>
  element.shadowRoot!.querySelector<T>(selector) ?? stepsOf(element)?.shadowRoot!.querySelector<T>(selector) ?? null;
const find = (element: Wizard, id: string) => within<HTMLElement & { disabled: boolean }>(element, `[data-id="${id}"]`);
const environmentOf = (element: Wizard) =>
  within<LwcElement<InsightsWizardEnvironment>>(element, 'c-insights-wizard-environment')!;
const choiceOf = (element: Wizard) => within<LwcElement<InsightsWizardChoice>>(element, 'c-insights-wizard-choice')!;
const mappingOf = (element: Wizard) => within<LwcElement<InsightsWizardMapping>>(element, 'c-insights-wizard-mapping')!;
const scheduleOf = (element: Wizard) =>
  within<LwcElement<InsightsWizardSchedule>>(element, 'c-insights-wizard-schedule')!;
const pathOf = (element: Wizard) => within<LwcElement<InsightsWizardPath>>(element, 'c-insights-wizard-path')!;
const stateOf = (element: Wizard) => element.shadowRoot!.querySelector('c-insights-state');

async function click(element: Wizard, id: string): Promise<void> {
  find(element, id)!.click();
  await flush();
}

/** What a step asks for when the user changes something in it. */
async function ask(step: HTMLElement, update: DraftUpdate): Promise<void> {
  step.dispatchEvent(new CustomEvent('draftchange', { detail: { update } }));
  await flush();
}

async function choosePair(element: Wizard): Promise<void> {
  await click(element, 'continue');
  await ask(choiceOf(element), (draft) => setObject(setReport(draft, 'nps', 'NPS'), 'Lead'));
}

function listen(element: Wizard, name: string) {
  const heard = jest.fn();
  element.addEventListener(name, (event) => heard((event as CustomEvent).detail));
  return heard;
}

function leavePage(): boolean {
  const event = new CustomEvent('beforeunload', { cancelable: true });
  window.dispatchEvent(event);
  return !event.defaultPrevented;
}

describe('c-insights-wizard', () => {
  beforeEach(() => {
    jest.resetAllMocks();
    sessionStorage.clear();
    LightningConfirm.open = jest.fn().mockResolvedValue(true);
    mocked(loadSetup).mockResolvedValue(SETUP);
    mocked(loadReports).mockResolvedValue([{ id: 'nps', name: 'NPS', keyColumn: 'User ID' }]);
    mocked(loadObjects).mockResolvedValue([{ name: 'Lead', label: 'Lead' }]);
    mocked(loadReport).mockResolvedValue(SAMPLE);
    mocked(loadFields).mockResolvedValue(FIELDS);
    mocked(matchSample).mockResolvedValue({ sampled: 1, matched: 1 });
    mocked(convertSamples).mockResolvedValue([]);
    mocked(loadIntegration).mockResolvedValue(SAVED);
    mocked(saveIntegration).mockImplementation(({ draft }) => Promise.resolve({ ...draft, id: 'i1', revision: 4 }));
  });
  afterEach(() => document.body.replaceChildren());

  it('leads from nothing to a finished integration', async () => {
    const element = await mount();
    const saved = listen(element, 'saved');
    const toast = listen(element, ShowToastEventName);
    await choosePair(element);
    expect(choiceOf(element).match.value).toEqual({ sampled: 1, matched: 1 });
    expect(mocked(matchSample)).toHaveBeenCalledWith({
      objectName: 'Lead',
      keyField: 'Email',
      keys: ['ann@example.com']
    });
    await click(element, 'continue');
    await ask(mappingOf(element), (draft) => addMapping(draft, { column: 'NPS', field: 'Nps__c' }));
    await click(element, 'continue');
    expect(scheduleOf(element).proposedName).toBe('NPS to Lead');
    await click(element, 'save-and-run');
    const [{ draft }] = mocked(saveIntegration).mock.calls[0];
    expect(draft).toMatchObject({ name: 'NPS to Lead', environmentId: 'e1', keyColumn: 'User ID', keyField: 'Email' });
    expect(draft.mappings).toHaveLength(1);
    expect(saved.mock.calls).toEqual([[{ integrationId: 'i1', runNow: true }]]);
    expect(toast.mock.calls[0][0]).toMatchObject({ title: 'NPS to Lead was saved.', variant: 'success' });
  });

  it('offers connected environments only, and chooses the only one', async () => {
    const element = await mount();
    const step = environmentOf(element);
    expect(step.environments.map(({ id }) => id)).toEqual(['e1']);
    expect(step.value).toBe('e1');
  });

  it('leaves the choice to the user when there are several', async () => {
    const environments = SETUP.environments.map((one) => ({ ...one, status: 'Connected' }));
    mocked(loadSetup).mockResolvedValue({ ...SETUP, environments });
    const element = await mount();
    expect(pathOf(element).steps[1]!.blockedBecause).toBe('Choose an environment.');
    await click(element, 'continue');
    expect(choiceOf(element)).toBeNull();
    expect(find(element, 'gaps')!.textContent).toContain('Choose an environment.');
  });

  it('says what is missing instead of going on', async () => {
    const element = await mount();
    await click(element, 'continue');
    await click(element, 'continue');
    expect(choiceOf(element).showsGaps).toBe(true);
    expect(choiceOf(element).gaps).toEqual(['report', 'object', 'keyColumn', 'keyField']);
    expect(find(element, 'gaps')!.textContent).toContain('Choose a report.');
  });

  it('goes back and forth by the headings and loses nothing, not even what was loaded', async () => {
    const element = await mount();
    await choosePair(element);
    pathOf(element).dispatchEvent(new CustomEvent('step', { detail: { step: 'environment' } }));
    await flush();
    pathOf(element).dispatchEvent(new CustomEvent('step', { detail: { step: 'choice' } }));
    await flush();
    expect(choiceOf(element).draft).toMatchObject({ reportId: 'nps', targetObject: 'Lead', keyField: 'Email' });
    for (const method of [loadReports, loadObjects, loadReport, loadFields, matchSample]) {
      expect(mocked(method)).toHaveBeenCalledTimes(1);
    }
  });

  describe('with an object that has an external id beside the e-mail', () => {
    const crmId = { name: 'Crm_Id__c', label: 'CRM', canKey: true, isExternalId: true, isUnique: true };
    const keyFieldOf = (element: Wizard) => choiceOf(element).draft.keyField;
    const sampleOf = (cell: string) => ({ ...SAMPLE, rows: [[cell, '9']] });

    beforeEach(() => {
      mocked(loadFields).mockResolvedValue({ ...FIELDS, fields: [...FIELDS.fields, crmId] });
      mocked(loadReport).mockImplementation(({ reportId }: { reportId: string }) =>
        Promise.resolve(sampleOf(reportId === 'nps' ? 'ann@example.com' : 'C-1'))
      );
    });

    it('proposes the field that holds what the key column holds, whichever is chosen first', async () => {
      const element = await mount();
      await click(element, 'continue');
      await ask(choiceOf(element), (draft) => setObject(draft, 'Lead'));
      expect(keyFieldOf(element)).toBeNull();
      await ask(choiceOf(element), (draft) => setReport(draft, 'nps', 'NPS'));
      expect(keyFieldOf(element)).toBe('Email');
      await ask(choiceOf(element), (draft) => setReport(draft, 'accounts', 'Accounts'));
      expect(keyFieldOf(element)).toBe('Crm_Id__c');
    });

    it('keeps the field that the user has chosen', async () => {
      const element = await mount();
      await choosePair(element);
      await ask(choiceOf(element), (draft) => change(draft, { keyField: 'Email' }));
      await ask(choiceOf(element), (draft) => setReport(draft, 'accounts', 'Accounts'));
      expect(keyFieldOf(element)).toBe('Email');
    });
  });

  it('does not go to a step that cannot be reached yet', async () => {
    const element = await mount();
    pathOf(element).dispatchEvent(new CustomEvent('step', { detail: { step: 'schedule' } }));
    await flush();
    expect(pathOf(element).current).toBe('environment');
  });

  it('moves the cursor to the heading of the step', async () => {
    const element = await mount();
    await click(element, 'continue');
    expect(stepsOf(element)!.shadowRoot!.activeElement).toBe(find(element, 'heading'));
    await click(element, 'back');
    expect(find(element, 'heading')!.textContent).toBe('Environment');
  });

  it('opens the mapping of an integration that is edited, and asks for no lists', async () => {
    const element = await mount({ integrationId: 'i1' });
    expect(mappingOf(element).draft.mappings).toHaveLength(1);
    expect(element.shadowRoot!.querySelector('h1')!.textContent).toBe('Edit NPS to Lead');
    expect(loadReports).not.toHaveBeenCalled();
    expect(loadObjects).not.toHaveBeenCalled();
  });

  it('begins with the step that it is told', async () => {
    expect(scheduleOf(await mount({ integrationId: 'i1', step: 'schedule' }))).not.toBeNull();
  });

  it('can be saved from the first complete line on', async () => {
    const element = await mount({ integrationId: 'i1' });
    expect(find(element, 'save')!.disabled).toBe(false);
    await ask(mappingOf(element), (draft) => ({ ...draft, mappings: [] }));
    expect(find(element, 'save')!.disabled).toBe(true);
    expect(find(element, 'gaps')!.textContent).not.toBe('');
    await ask(mappingOf(element), (draft) => addMapping(draft, { column: 'NPS', field: 'Nps__c' }));
    expect(find(element, 'save')!.disabled).toBe(false);
  });

  it('saves once, however often it is clicked', async () => {
    const element = await mount({ integrationId: 'i1' });
    find(element, 'save')!.click();
    find(element, 'save')!.click();
    await flush();
    expect(saveIntegration).toHaveBeenCalledTimes(1);
  });

  it('does not send the user away from unsaved work when nobody knows what went wrong', async () => {
    mocked(saveIntegration).mockRejectedValueOnce({ status: 500, body: { message: 'Internal' } });
    const element = await mount({ integrationId: 'i1' });
    await click(element, 'save');
    const { problem } = within<LwcElement<InsightsProblem>>(element, 'footer c-insights-problem')!;
    expect(problem).toMatchObject({ code: 'Unexpected', remedy: expect.stringMatching(/Press Save again/) });
  });

  it('asks for no samples of fields that are gone', async () => {
    jest.useFakeTimers({ doNotFake: ['nextTick'] });
    mocked(loadIntegration).mockResolvedValue({
      ...SAVED,
      mappings: [...SAVED.mappings, { id: 'm2', column: 'NPS', field: 'Gone__c', blankRule: 'Keep', position: 2 }]
    });
    await mount({ integrationId: 'i1' });
    jest.advanceTimersByTime(1000);
    const [[{ requests }]] = mocked(convertSamples).mock.calls;
    expect(requests.map(({ field }: { field: string }) => field)).toEqual(['Nps__c']);
    jest.useRealTimers();
  });

  it('cannot be left while it saves', async () => {
    mocked(saveIntegration).mockReturnValueOnce(new Promise(() => null));
    const element = await mount({ integrationId: 'i1' });
    const left = listen(element, 'cancel');
    await click(element, 'save');
    await click(element, 'close');
    expect(left).not.toHaveBeenCalled();
  });

  it('sends a draft that has to be sent again under the same key', async () => {
    mocked(saveIntegration).mockRejectedValueOnce(new TypeError('Failed to fetch'));
    const element = await mount({ integrationId: 'i1' });
    await click(element, 'save');
    await click(element, 'save');
    const [first, second] = mocked(saveIntegration).mock.calls.map(([{ draft }]) => draft.saveKey);
    expect(first).toMatch(/./);
    expect(second).toBe(first);
  });

  it('counts from the clock of the org', async () => {
    mocked(loadSetup).mockResolvedValue({ ...SETUP, now: '2030-01-01T09:00:00.000Z' });
    const element = await mount({ integrationId: 'i1', step: 'schedule' });
    expect(scheduleOf(element).now).toMatch(/^2030-01-01T09:0/);
  });

  it('keeps the work when Salesforce refuses to save, and says why', async () => {
    mocked(saveIntegration).mockRejectedValueOnce(refusal('Refused'));
    const element = await mount({ integrationId: 'i1' });
    const saved = listen(element, 'saved');
    await click(element, 'save');
    const problem = within<LwcElement<InsightsProblem>>(element, 'footer c-insights-problem')!;
    expect(problem.problem).toMatchObject({ message: 'Refused!', remedy: 'Do.' });
    expect(saved).not.toHaveBeenCalled();
    await click(element, 'save');
    expect(saved).toHaveBeenCalledTimes(1);
  });

  it('saves over the changes of somebody else only when the user says so', async () => {
    mocked(saveIntegration).mockRejectedValueOnce(refusal('ChangedMeanwhile'));
    mocked(InsightsWizardConflict.open).mockResolvedValue('mine');
    const element = await mount({ integrationId: 'i1' });
    const saved = listen(element, 'saved');
    await ask(mappingOf(element), (draft) => change(draft, { runHourUtc: 5 }));
    mocked(loadIntegration).mockResolvedValue({ ...SAVED, revision: 9, runHourUtc: 11 });
    await click(element, 'save');
    expect(mocked(InsightsWizardConflict.open).mock.calls[0][0]).toMatchObject({ message: 'ChangedMeanwhile!' });
    expect(mocked(saveIntegration).mock.calls[1][0].draft).toMatchObject({ revision: 9, runHourUtc: 5 });
    expect(saved).toHaveBeenCalledTimes(1);
  });

  it('shows the changes of somebody else when the user prefers them', async () => {
    mocked(saveIntegration).mockRejectedValueOnce(refusal('ChangedMeanwhile'));
    mocked(InsightsWizardConflict.open).mockResolvedValue('theirs');
    const element = await mount({ integrationId: 'i1' });
    await ask(mappingOf(element), (draft) => change(draft, { runHourUtc: 5 }));
    mocked(loadIntegration).mockResolvedValue({ ...SAVED, revision: 9, runHourUtc: 11 });
    await click(element, 'save');
    expect(mappingOf(element).draft).toMatchObject({ revision: 9, runHourUtc: 11 });
    expect(saveIntegration).toHaveBeenCalledTimes(1);
    expect(leavePage()).toBe(true);
  });

  it('goes on editing when the user has not decided', async () => {
    mocked(saveIntegration).mockRejectedValueOnce(refusal('ChangedMeanwhile'));
    const element = await mount({ integrationId: 'i1' });
    await ask(mappingOf(element), (draft) => change(draft, { runHourUtc: 5 }));
    await click(element, 'save');
    expect(mappingOf(element).draft.runHourUtc).toBe(5);
    expect(leavePage()).toBe(false);
  });

  it('asks before work is thrown away', async () => {
    const element = await mount({ integrationId: 'i1' });
    const cancel = listen(element, 'cancel');
    await ask(mappingOf(element), (draft) => change(draft, { runHourUtc: 5 }));
    expect(leavePage()).toBe(false);
    mocked(LightningConfirm.open).mockResolvedValueOnce(false);
    await click(element, 'cancel');
    expect(cancel).not.toHaveBeenCalled();
    await click(element, 'close');
    expect(cancel).toHaveBeenCalledTimes(1);
    expect(sessionStorage).toHaveLength(0);
  });

  it('does not ask when there is nothing to lose', async () => {
    const element = await mount({ integrationId: 'i1' });
    const cancel = listen(element, 'cancel');
    expect(leavePage()).toBe(true);
    await click(element, 'cancel');
    expect(LightningConfirm.open).not.toHaveBeenCalled();
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  it('offers work that was not saved after a reload', async () => {
    const before = await mount();
    await choosePair(before);
    before.remove();
    const element = await mount();
    expect(find(element, 'offer')).not.toBeNull();
    await click(element, 'resume');
    expect(choiceOf(element).draft).toMatchObject({ reportId: 'nps', targetObject: 'Lead' });
    element.remove();
    const fresh = await mount();
    await click(fresh, 'fresh');
    expect(pathOf(fresh).current).toBe('environment');
    expect(sessionStorage).toHaveLength(0);
  });

  it('opens the request for fields with what is not mapped', async () => {
    const element = await mount({ integrationId: 'i1' });
    await ask(mappingOf(element), (draft) => ({ ...draft, mappings: [] }));
    mappingOf(element).dispatchEvent(new CustomEvent('fieldrequest'));
    await flush();
    expect(mocked(InsightsFieldRequest.open).mock.calls[0][0]).toMatchObject({
      objectName: 'Lead',
      objectLabel: 'Lead',
      existingFields: ['Email', 'Nps__c'],
      wantedColumns: ['NPS']
    });
  });

  it('reads the fields again when somebody has made new ones', async () => {
    const element = await mount({ integrationId: 'i1' });
    mappingOf(element).dispatchEvent(new CustomEvent('refreshfields'));
    await flush();
    expect(loadFields).toHaveBeenCalledTimes(2);
    expect(mappingOf(element).fields.value).toEqual(FIELDS);
  });

  it('tries again what could not be loaded in a step', async () => {
    mocked(loadReports).mockRejectedValueOnce(refusal('Unavailable'));
    const element = await mount();
    await click(element, 'continue');
    expect(choiceOf(element).reports.problem).toMatchObject({ code: 'Unavailable' });
    choiceOf(element).dispatchEvent(new CustomEvent('retry'));
    await flush();
    expect(choiceOf(element).reports.value).toHaveLength(1);
  });

  it('shows what went wrong at the start, and tries again', async () => {
    mocked(loadSetup).mockRejectedValueOnce(refusal('Unavailable'));
    const element = await mount();
    expect(stateOf(element)).toMatchObject({ variant: 'error', message: 'Unavailable!' });
    stateOf(element)!.dispatchEvent(new CustomEvent('action'));
    await flush();
    expect(pathOf(element)).not.toBeNull();
  });

  it.each([
    ['may not manage', () => mocked(loadSetup).mockResolvedValue({ ...SETUP, canManage: false })],
    [
      'has no access',
      () => mocked(loadSetup).mockRejectedValue({ body: { message: 'You do not have access to the Apex class X' } })
    ]
  ])('tells a user who %s whom to ask', async (_who, given) => {
    given();
    expect(stateOf(await mount())).toMatchObject({ variant: 'no-access' });
  });

  it('leads to the accounts when no environment is connected', async () => {
    const element = await mount();
    const accounts = listen(element, 'accounts');
    environmentOf(element).dispatchEvent(new CustomEvent('accounts'));
    expect(accounts).toHaveBeenCalledTimes(1);
  });

  it('shows that it is loading', async () => {
    mocked(loadSetup).mockReturnValue(new Promise(() => undefined));
    expect(stateOf(await mount())).toMatchObject({ variant: 'loading' });
  });

  it('is accessible in each step', async () => {
    const element = await mount({ integrationId: 'i1', step: 'environment' });
    await expect(element).toBeAccessible();
    for (let step = 0; step < 3; step++) {
      await click(element, 'continue');
      await expect(element).toBeAccessible();
    }
  });
});
