import { Reloader, ResourceCache } from 'c/insightsResource';

const settled = () => Promise.resolve().then(() => Promise.resolve());

describe('c/insightsResource', () => {
  it('loads once, and keeps what came', async () => {
    const changed = jest.fn();
    const load = jest.fn().mockResolvedValue([1]);
    const cache = new ResourceCache(changed);
    expect(cache.read('list', load)).toEqual({ value: null, problem: null, isLoading: true });
    expect(cache.read('list', load).isLoading).toBe(true);
    await settled();
    expect(cache.read('list', load)).toEqual({ value: [1], problem: null, isLoading: false });
    expect(load).toHaveBeenCalledTimes(1);
    expect(changed).toHaveBeenCalledTimes(1);
  });

  it('says why something could not be loaded, until it is asked to try again', async () => {
    const load = jest
      .fn()
      .mockRejectedValueOnce({ body: { message: '{"code":"Refused","message":"No.","remedy":"Ask."}' } })
      .mockResolvedValueOnce('there');
    const cache = new ResourceCache(() => undefined);
    cache.read('it', load);
    await settled();
    expect(cache.read('it', load)).toMatchObject({ problem: { code: 'Refused', remedy: 'Ask.' }, isLoading: false });
    cache.forgetProblems();
    cache.read('it', load);
    await settled();
    expect(cache.read('it', load).value).toBe('there');
  });

  it('keeps what was known while it is read again, also when that fails', async () => {
    const load = jest.fn().mockResolvedValueOnce('old').mockRejectedValueOnce(new Error('x')).mockResolvedValue('new');
    const cache = new ResourceCache(() => undefined);
    cache.read('it', load);
    await settled();
    cache.forget('it');
    expect(cache.read('it', load)).toEqual({ value: 'old', problem: null, isLoading: true });
    await settled();
    expect(cache.read('it', load)).toMatchObject({ value: 'old', problem: { code: 'Unexpected' }, isLoading: false });
    cache.forgetProblems();
    cache.read('it', load);
    await settled();
    expect(cache.read('it', load)).toEqual({ value: 'new', problem: null, isLoading: false });
  });

  it('takes the answer to the newest question, whichever comes last', async () => {
    const answers: ((value: string) => void)[] = [];
    const load = () => new Promise<string>((resolve) => answers.push(resolve));
    const cache = new ResourceCache(() => undefined);
    cache.read('it', load);
    cache.forget('it');
    cache.read('it', load);
    answers[1]!('new');
    await settled();
    answers[0]!('old');
    await settled();
    expect(cache.read('it', load).value).toBe('new');
  });

  it('loads again what was forgotten, and keeps the rest', async () => {
    const load = jest.fn().mockResolvedValue('x');
    const cache = new ResourceCache(() => undefined);
    cache.read('a', load);
    cache.read('b', load);
    await settled();
    cache.forgetProblems();
    cache.forget('a');
    cache.read('a', load);
    cache.read('b', load);
    expect(load).toHaveBeenCalledTimes(3);
  });
});

describe('a reloader', () => {
  it('loads once more for all who ask while it loads', async () => {
    const ends: (() => void)[] = [];
    const load = jest.fn(() => new Promise<void>((resolve) => ends.push(resolve)));
    const reloader = new Reloader(load);
    const first = reloader.reload();
    const others = [reloader.reload(), reloader.reload()];
    expect(load).toHaveBeenCalledTimes(1);
    ends[0]!();
    await first;
    await settled();
    expect(load).toHaveBeenCalledTimes(2);
    ends[1]!();
    await Promise.all(others);
    expect(load).toHaveBeenCalledTimes(2);
  });

  it('says when it is idle', async () => {
    let end: () => void = () => undefined;
    const reloader = new Reloader(() => new Promise((resolve) => (end = resolve)));
    await reloader.idle;
    let isIdle = false;
    reloader.reload();
    const waiting = reloader.idle.then(() => (isIdle = true));
    await settled();
    expect(isIdle).toBe(false);
    end();
    await waiting;
    expect(isIdle).toBe(true);
  });
});
