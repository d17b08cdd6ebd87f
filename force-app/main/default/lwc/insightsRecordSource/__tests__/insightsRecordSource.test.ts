import { createElement } from 'lwc';
import InsightsRecordSource from 'c/insightsRecordSource';

const SOURCE: Apex.InsightsCardIntegration = {
  integrationId: 'a01',
  integrationName: 'Logins to Lead',
  active: true,
  fields: [
    { name: 'WalkMe_Last_Login__c', label: 'Last Login', value: '11/24/2026', column: 'Last Login' },
    { name: 'WalkMe_Source__c', label: 'Source', value: null, column: null }
  ],
  lastRunId: 'a02',
  lastRunName: 'RUN-000002',
  lastRunAt: '2026-11-24T08:01:00.000Z',
  lastRunStatus: 'Completed',
  writtenAt: '2026-11-23T08:00:00.000Z',
  writtenByRunId: 'a03',
  writtenByRunName: 'RUN-000001',
  isStale: false
};

function mount(source: Apex.InsightsCardIntegration, now?: string) {
  const element = createElement('c-insights-record-source', { is: InsightsRecordSource });
  Object.assign(element, { source, now });
  document.body.appendChild(element);
  return element;
}

const find = (element: HTMLElement, selector: string) => element.shadowRoot!.querySelector<HTMLElement>(selector);

describe('c-insights-record-source', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows the fields with their values and where these come from', () => {
    const element = mount(SOURCE);
    const terms = [...element.shadowRoot!.querySelectorAll('dt')];
    expect(terms.map((term) => term.textContent)).toEqual(['Last Login', 'Source']);
    expect(terms[0]!.title).toContain('Last Login');
    expect(terms[1]!.title).toBe('A constant');
    expect(element.shadowRoot!.querySelector('dd')!.textContent).toBe('11/24/2026');
  });

  it('names the run that wrote the record and leads to it', () => {
    const element = mount(SOURCE);
    const heard = jest.fn();
    element.addEventListener('run', ((event: CustomEvent) => heard(event.detail)) as EventListener);
    const written = find(element, '[data-id="written"]')!;
    expect(written.textContent).toContain('2026-11-23 08:00 UTC');
    written.querySelector('button')!.click();
    expect(heard).toHaveBeenCalledWith({ runId: 'a03' });
  });

  it("counts how long ago that was from the org's clock", () => {
    const element = mount(SOURCE, '2026-11-23T11:00:00.000Z');
    expect(find(element, '[data-id="written"]')!.textContent).toContain('3 hours ago');
  });

  it('says why the values are stale, and what to do about the row', () => {
    const element = mount({
      ...SOURCE,
      isStale: true,
      staleReason: 'The row was not written.',
      issueMessage: 'many is no number.',
      issueRemedy: 'Correct it.'
    });
    expect(find(element, '[data-id="state"]')!.textContent).toBe('Stale');
    expect(find(element, '[data-id="reason"]')!.textContent).toBe('The row was not written.');
    expect(find(element, '[data-id="issue"]')!.textContent).toContain('Correct it.');
  });

  it('tells whether the values are fresh, stale, or of a paused integration', () => {
    const stateOf = (change: Apex.InsightsCardIntegration) =>
      find(mount({ ...SOURCE, ...change }), '[data-id="state"]')!.textContent;
    expect(stateOf({})).toBe('Fresh');
    expect(stateOf({ isStale: true })).toBe('Stale');
    expect(stateOf({ isStale: true, active: false })).toBe('Paused');
  });

  it('says that no run has written the record, and that no field may be read', () => {
    const element = mount({ ...SOURCE, fields: [], writtenByRunId: null, writtenAt: null });
    expect(find(element, '[data-id="written"]')!.querySelector('button')).toBeNull();
    expect(find(element, 'dl')).toBeNull();
  });

  it('is accessible', async () => {
    await expect(mount(SOURCE)).toBeAccessible();
  });
});
