import readFile from '@salesforce/apex/InsightsRunsController.readFile';
import { FileTexts, LogReader } from 'c/insightsLogReader';

jest.mock('@salesforce/apex/InsightsRunsController.readFile', () => ({ default: jest.fn() }), { virtual: true });

const read = readFile as unknown as jest.Mock;
const FILES = [{ versionId: 'v1' }, { versionId: 'v2' }, { versionId: 'v3' }];
const TEXTS: Record<string, string> = {
  v1: '\uFEFF"Row","Key"\r\n"1","a@acme.com"\r\n"2","\'=b"\r\n',
  v2: '\uFEFF"Row","Key"\r\n"3","c@ACME.com"\r\n',
  v3: '\uFEFF"Row","Key"\r\n"4","d"\r\n'
};

describe('c/insightsLogReader', () => {
  beforeEach(() => {
    read.mockReset();
    read.mockImplementation(({ versionId }: { versionId: string }) => Promise.resolve(TEXTS[versionId]));
  });

  it('reads no more files than it needs', async () => {
    const reader = new LogReader(new FileTexts(FILES), '');
    await reader.readUntil(2, jest.fn());
    expect(reader.header).toEqual(['Row', 'Key']);
    expect(reader.lines).toEqual([
      ['1', 'a@acme.com'],
      ['2', '=b']
    ]);
    expect([reader.filesRead, reader.fileCount, reader.isDone]).toEqual([1, 3, false]);
  });

  it('goes on where it was', async () => {
    const onFile = jest.fn();
    const reader = new LogReader(new FileTexts(FILES), '');
    await reader.readUntil(1, onFile);
    await reader.readUntil(100, onFile);
    expect(reader.lines.map(([row]) => row)).toEqual(['1', '2', '3', '4']);
    expect(reader.isDone).toBe(true);
    expect(onFile).toHaveBeenCalledTimes(3);
  });

  it('searches all files in any letter case', async () => {
    const reader = new LogReader(new FileTexts(FILES), ' AcMe ');
    await reader.readUntil(100, jest.fn());
    expect(reader.lines.map(([row]) => row)).toEqual(['1', '3']);
  });

  it('can be stopped, and go on then', async () => {
    const reader = new LogReader(new FileTexts(FILES), 'd');
    await reader.readUntil(1, () => reader.stop());
    expect([reader.filesRead, reader.lines.length]).toEqual([1, 0]);
    await reader.readUntil(1, jest.fn());
    expect(reader.lines).toEqual([['4', 'd']]);
  });

  it('reads a file once, however often it is searched', async () => {
    const texts = new FileTexts(FILES);
    await new LogReader(texts, 'nothing').readUntil(1, jest.fn());
    await new LogReader(texts, 'nothing else').readUntil(1, jest.fn());
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('lets a failure through and can try again', async () => {
    read.mockRejectedValueOnce(new Error('offline'));
    const reader = new LogReader(new FileTexts(FILES), '');
    await expect(reader.readUntil(1, jest.fn())).rejects.toThrow('offline');
    await reader.readUntil(1, jest.fn());
    expect(reader.lines).toHaveLength(2);
  });

  it('reads all files for a download, telling which one it is at', async () => {
    const positions: number[] = [];
    const texts = await new FileTexts(FILES).readAll((position) => positions.push(position) > 0);
    expect(texts).toEqual([TEXTS.v1, TEXTS.v2, TEXTS.v3]);
    expect(positions).toEqual([1, 2, 3]);
  });

  it('stops a download when asked to', async () => {
    expect(await new FileTexts(FILES).readAll((position) => position < 2)).toBeNull();
    expect(read).toHaveBeenCalledTimes(1);
  });
});
