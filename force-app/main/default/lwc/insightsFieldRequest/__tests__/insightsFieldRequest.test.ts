import { createElement } from 'lwc';
import type InsightsProblem from 'c/insightsProblem';
import { downloadBase64 } from 'c/insightsDownload';
import InsightsFieldRequest from 'c/insightsFieldRequest';
import fieldPackage from '@salesforce/apex/InsightsWizardController.fieldPackage';

jest.mock('@salesforce/apex/InsightsWizardController.fieldPackage', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('c/insightsDownload', () => ({ __esModule: true, downloadBase64: jest.fn() }));

const SAMPLE = {
  columns: [
    { name: 'User ID', dataType: 'string' },
    { name: 'Last Login', dataType: 'datetime' },
    { name: 'NPS', dataType: 'number' }
  ],
  rows: [['ann@example.com', '2026-11-24T08:00:00Z', '9']]
};
const flush = () => new Promise(process.nextTick);

function mount(values: Record<string, unknown> = {}) {
  const element = createElement('c-insights-field-request', { is: InsightsFieldRequest });
  const given = {
    objectName: 'Lead',
    objectLabel: 'Lead',
    sample: SAMPLE,
    existingFields: ['Email', 'WalkMe_NPS__c'],
    wantedColumns: ['Last Login']
  };
  Object.assign(element, given, values);
  document.body.appendChild(element);
  return element;
}

type Modal = ReturnType<typeof mount>;
const find = <T extends HTMLElement>(element: Modal, id: string, column?: string) =>
  element.shadowRoot!.querySelector<T>(`[data-id="${id}"]${column ? `[data-column="${column}"]` : ''}`)!;

async function want(element: Modal, column: string, checked = true): Promise<void> {
  const box = find<HTMLInputElement>(element, 'wanted', column);
  box.checked = checked;
  box.dispatchEvent(new CustomEvent('change'));
  await Promise.resolve();
}

async function type(element: Modal, id: string, value: string): Promise<void> {
  find(element, id).dispatchEvent(new CustomEvent('change', { detail: { value } }));
  await Promise.resolve();
}

describe('c-insights-field-request', () => {
  beforeEach(() => jest.resetAllMocks());
  afterEach(() => document.body.replaceChildren());

  it('begins with the columns that are not mapped, and names their fields', () => {
    const element = mount();
    const wanted = [...element.shadowRoot!.querySelectorAll<HTMLInputElement>('[data-id="wanted"]')];
    expect(wanted.map(({ checked }) => checked)).toEqual([false, true, false]);
    expect(find<HTMLInputElement>(element, 'name').value).toBe('WalkMe_Last_Login');
    expect(find<HTMLSelectElement>(element, 'type').value).toBe('DateTime');
  });

  it('writes the e-mail anew whenever something changes', async () => {
    const element = mount();
    expect(find(element, 'body').textContent).toMatch(/WalkMe_Last_Login__c {2}Last Login {2}Date\/time/);
    await want(element, 'NPS');
    expect(find(element, 'body').textContent).toContain('WalkMe_NPS_2__c');
    await type(element, 'label', 'Seen');
    expect(find(element, 'body').textContent).toContain('Seen');
    const select = find<HTMLSelectElement>(element, 'type');
    select.value = 'Date';
    select.dispatchEvent(new CustomEvent('change'));
    await Promise.resolve();
    expect(find(element, 'body').textContent).toMatch(/Seen +Date\n/);
  });

  it('opens the mail program with subject and text', () => {
    const address = find<HTMLAnchorElement>(mount(), 'open').href;
    expect(address).toMatch(/^mailto:\?subject=.*Lead.*&body=.*WalkMe_Last_Login__c/);
  });

  it('copies the request, and says so', async () => {
    const element = mount();
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    find(element, 'copy').click();
    await flush();
    expect(writeText.mock.calls[0][0]).toContain('WalkMe_Last_Login__c');
    expect(find(element, 'copied').textContent).toMatch(/^Copied/);
  });

  it('marks the text when the browser forbids to copy', async () => {
    const element = mount();
    Object.assign(navigator, { clipboard: { writeText: jest.fn().mockRejectedValue(new Error('NotAllowed')) } });
    const selectAllChildren = jest.fn();
    jest.spyOn(window, 'getSelection').mockReturnValue({ selectAllChildren } as unknown as Selection);
    find(element, 'copy').click();
    await flush();
    expect(selectAllChildren).toHaveBeenCalledWith(find(element, 'body'));
    expect(find(element, 'copied').textContent).toContain('Ctrl+C');
  });

  it('downloads the fields as metadata, with the command that deploys them', async () => {
    const element = mount();
    (fieldPackage as jest.Mock).mockResolvedValue({ fileName: 'Lead.zip', base64: 'UEs=' });
    find(element, 'download').click();
    await flush();
    expect((fieldPackage as jest.Mock).mock.calls).toEqual([
      [{ objectName: 'Lead', fields: [{ name: 'WalkMe_Last_Login__c', label: 'Last Login', type: 'DateTime' }] }]
    ]);
    expect(downloadBase64).toHaveBeenCalledWith('Lead.zip', 'UEs=');
    expect(find(element, 'command').textContent).toContain('--metadata-dir Lead.zip --single-package');
  });

  it('says why the metadata could not be made, and lets the user try again', async () => {
    const element = mount();
    (fieldPackage as jest.Mock)
      .mockRejectedValueOnce({ body: { message: '{"code":"X","message":"No.","remedy":"Ask."}' } })
      .mockResolvedValue({ fileName: 'Lead.zip', base64: '' });
    find(element, 'download').click();
    await flush();
    const problem = element.shadowRoot!.querySelector<LwcElement<InsightsProblem>>('c-insights-problem')!;
    expect(problem.problem).toMatchObject({ message: 'No.' });
    problem.dispatchEvent(new CustomEvent('retry'));
    await flush();
    expect(problem.problem).toBeNull();
    expect(find(element, 'command')).not.toBeNull();
  });

  it('offers no request that Salesforce would refuse, and says why', async () => {
    const element = mount();
    await type(element, 'name', '1st login');
    expect(find(element, 'fault').textContent).not.toBe('');
    expect(find(element, 'body')).toBeNull();
    await type(element, 'name', 'Email__c');
    expect(find(element, 'fault').textContent).toContain('already');
    await type(element, 'name', 'Good_Name');
    expect(find(element, 'fault')).toBeNull();
    expect(find(element, 'body').textContent).toContain('Good_Name__c');
  });

  it('asks for a column when none is chosen, and for the report when its columns are not known', async () => {
    const element = mount();
    await want(element, 'Last Login', false);
    expect(element.shadowRoot!.textContent).toContain('Choose at least one column.');
    expect(mount({ sample: null }).shadowRoot!.querySelectorAll('[data-id="wanted"]')).toHaveLength(0);
  });

  it('closes', () => {
    const element = mount();
    const closed = jest.fn();
    element.addEventListener('modalclose', closed);
    find(element, 'close').click();
    expect(closed).toHaveBeenCalledTimes(1);
  });

  it('is accessible', async () => {
    const element = mount();
    await want(element, 'NPS');
    await type(element, 'name', '');
    await expect(element).toBeAccessible();
    await type(element, 'name', 'WalkMe_Seen');
    await expect(element).toBeAccessible();
  });
});
