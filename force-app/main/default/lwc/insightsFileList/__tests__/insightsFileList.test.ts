import { createElement } from 'lwc';
import InsightsFileList from 'c/insightsFileList';

const FILES = [
  { versionId: 'v1', documentId: 'd1', title: 'RUN-1 log', kind: 'Log', size: 2048, firstRow: 1, lastRow: 1000 },
  { versionId: 'v2', documentId: 'd2', title: 'RUN-1 rejected', kind: 'Rejected', size: 10, firstRow: 1, lastRow: 1000 }
];

function mount(files: unknown = FILES) {
  const element = createElement('c-insights-file-list', { is: InsightsFileList });
  Object.assign(element, { files });
  document.body.appendChild(element);
  return element;
}

describe('c-insights-file-list', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows what each file holds', () => {
    const rows = [...mount().shadowRoot!.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].slice(1, 4).map(({ textContent }) => textContent)
    );
    expect(rows).toEqual([
      ['Every row', '1 to 1,000', '2 kB'],
      ['Rejected rows', '1 to 1,000', '10 byte']
    ]);
  });

  it('links to the page of the file and to its download, each with its name', () => {
    const [page, download] = mount().shadowRoot!.querySelectorAll('tbody tr:first-child a');
    expect(page!.getAttribute('href')).toBe('/lightning/r/d1/view');
    expect(download!.getAttribute('href')).toBe('/sfc/servlet.shepherd/version/download/v1');
    expect(download!.textContent!.replace(/\s/g, ' ')).toBe('Download RUN-1 log');
  });

  it('says why there are no files', () => {
    const element = mount([]);
    expect(element.shadowRoot!.querySelector('table')).toBeNull();
    expect(element.shadowRoot!.querySelector('c-insights-state')).not.toBeNull();
  });

  it('is accessible', async () => {
    await expect(mount()).toBeAccessible();
  });
});
