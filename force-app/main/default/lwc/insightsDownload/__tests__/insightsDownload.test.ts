import { downloadAddress, downloadBase64, downloadText, recordAddress } from 'c/insightsDownload';

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

  it('saves bytes as they are', () => {
    const made: BlobPart[][] = [];
    const plain = globalThis.Blob;
    globalThis.Blob = function (parts: BlobPart[]) {
      made.push(parts);
      return new plain(parts);
    } as unknown as typeof Blob;
    URL.createObjectURL = jest.fn(() => 'blob:1');
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);

    downloadBase64('fields.zip', 'UEsDBP8A');
    globalThis.Blob = plain;

    expect(made.map(([part]) => [...(part as Uint8Array)])).toEqual([[0x50, 0x4b, 3, 4, 0xff, 0]]);
  });

  it('knows where files and records are', () => {
    expect(downloadAddress('068000000000001')).toBe('/sfc/servlet.shepherd/version/download/068000000000001');
    expect(recordAddress('00Q000000000001')).toBe('/lightning/r/00Q000000000001/view');
  });
});
