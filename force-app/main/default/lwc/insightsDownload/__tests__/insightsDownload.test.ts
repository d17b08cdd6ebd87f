import { downloadAddress, downloadText, recordAddress } from 'c/insightsDownload';

describe('c/insightsDownload', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('saves text under the name of the file and lets go of it', () => {
    const made: Blob[] = [];
    URL.createObjectURL = jest.fn((blob: Blob) => {
      made.push(blob);
      return 'blob:1';
    }) as typeof URL.createObjectURL;
    URL.revokeObjectURL = jest.fn();
    const clicked: HTMLAnchorElement[] = [];
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      clicked.push(this);
    });

    downloadText('rows.csv', ['a', 'b']);

    expect(made.map(({ size }) => size)).toEqual([2]);
    expect(clicked.map(({ download, href }) => [download, href])).toEqual([['rows.csv', 'blob:1']]);
    expect(URL.revokeObjectURL).not.toHaveBeenCalled();
    jest.runAllTimers();
    expect(URL.revokeObjectURL).toHaveBeenCalledWith('blob:1');
  });

  it('knows where files and records are', () => {
    expect(downloadAddress('068000000000001')).toBe('/sfc/servlet.shepherd/version/download/068000000000001');
    expect(recordAddress('00Q000000000001')).toBe('/lightning/r/00Q000000000001/view');
  });
});
