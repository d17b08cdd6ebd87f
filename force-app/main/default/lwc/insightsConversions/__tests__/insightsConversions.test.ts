import { ConversionCache, conversionKey } from 'c/insightsConversions';
import { addMapping, newDraft } from 'c/insightsDraft';

const sample = {
  columns: [{ name: 'A' }, { name: 'B' }],
  rows: [
    ['1', 'x'],
    ['1', 'y'],
    [null as never, 'z']
  ]
};
const lineOf = (column: string, field: string) => addMapping(newDraft(), { column, field }).mappings[0]!;
const echo = (requests: Apex.InsightsSampleRequest[]) =>
  Promise.resolve(requests.map(({ column, field, values }) => ({ column, field, samples: [{ before: values?.[0] }] })));

async function settle(): Promise<void> {
  jest.advanceTimersByTime(1000);
  for (let turn = 0; turn < 5; turn++) {
    await Promise.resolve();
  }
}

describe('c/insightsConversions', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('asks about several lines in one call, with values that differ', async () => {
    const convert = jest.fn(echo);
    const changed = jest.fn();
    const cache = new ConversionCache(convert, changed);
    const lines = [lineOf('A', 'F__c'), lineOf('B', 'G__c')];
    cache.want('here', lines, sample);
    await settle();
    expect(convert.mock.calls).toEqual([
      [
        [
          { column: 'A', field: 'F__c', values: ['1'] },
          { column: 'B', field: 'G__c', values: ['x', 'y', 'z'] }
        ]
      ]
    ]);
    expect(cache.results[conversionKey(lines[1]!)]!.samples![0]!.before).toBe('x');
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('asks about a line once, and not before it is complete', async () => {
    const convert = jest.fn(echo);
    const cache = new ConversionCache(convert, () => undefined);
    cache.want('here', [lineOf('A', 'F__c'), addMapping(newDraft(), { column: 'B' }).mappings[0]!], sample);
    await settle();
    cache.want('here', [lineOf('A', 'F__c')], sample);
    await settle();
    expect(convert).toHaveBeenCalledTimes(1);
    expect(convert.mock.calls[0]![0]).toHaveLength(1);
  });

  it('asks about a value of the user without a report', async () => {
    const convert = jest.fn(echo);
    const cache = new ConversionCache(convert, () => undefined);
    cache.want('here', [addMapping(newDraft(), { constant: 'yes', field: 'F__c' }).mappings[0]!], null);
    await settle();
    expect(convert.mock.calls[0]![0][0]!.values).toEqual(['yes']);
  });

  it('throws away answers for another object', async () => {
    const cache = new ConversionCache(echo, () => undefined);
    cache.want('Lead', [lineOf('A', 'F__c')], sample);
    jest.advanceTimersByTime(1000);
    cache.want('Contact', [], sample);
    await settle();
    expect(cache.results).toEqual({});
  });

  it('does not blame another object for what went wrong with the former one', async () => {
    const convert = jest.fn().mockRejectedValueOnce(new Error('x')).mockImplementation(echo);
    const cache = new ConversionCache(convert, () => undefined);
    cache.want('Lead', [lineOf('A', 'F__c')], sample);
    jest.advanceTimersByTime(1000);
    cache.want('Contact', [], sample);
    await settle();
    expect(cache.problem).toBeNull();
  });

  it('says why samples could not be converted, and asks again when told to', async () => {
    const convert = jest.fn().mockRejectedValueOnce(new Error('x')).mockImplementation(echo);
    const cache = new ConversionCache(convert, () => undefined);
    cache.want('here', [lineOf('A', 'F__c')], sample);
    await settle();
    expect(cache.problem!.code).toBe('Unexpected');
    cache.forget();
    cache.want('here', [lineOf('A', 'F__c')], sample);
    await settle();
    expect(cache.problem).toBeNull();
    expect(Object.keys(cache.results)).toHaveLength(1);
  });

  it('asks about what has failed again together with a line that changes', async () => {
    const convert = jest.fn().mockRejectedValueOnce(new Error('x')).mockImplementation(echo);
    const cache = new ConversionCache(convert, () => undefined);
    const lines = [lineOf('A', 'F__c'), lineOf('B', 'G__c')];
    cache.want('here', lines.slice(0, 1), sample);
    await settle();
    cache.want('here', lines, sample);
    await settle();
    expect(convert.mock.calls[1]![0]).toHaveLength(2);
    expect([cache.problem, Object.keys(cache.results)]).toEqual([null, lines.map(conversionKey)]);
  });

  it('asks nothing after it was stopped', async () => {
    const convert = jest.fn(echo);
    const cache = new ConversionCache(convert, () => undefined);
    cache.want('here', [lineOf('A', 'F__c')], sample);
    cache.stop();
    await settle();
    expect(convert).not.toHaveBeenCalled();
  });
});
