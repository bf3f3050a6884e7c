import { KeyedCache } from './KeyedCache';

function open() {
  const clock = { now: 0 };
  const cache = KeyedCache.create<string>({
    ttlMs: 100,
    maxKeys: 2,
    now: () => clock.now,
  });
  const reader = (answer: string) => jest.fn(async () => answer);
  return { cache, clock, reader };
}

describe('KeyedCache', () => {
  it('shares one reading for a while, then reads with the reader of whoever asks', async () => {
    const { cache, clock, reader } = open();
    const [first, second, third] = ['first', 'second', 'third'].map(reader);
    expect(
      await Promise.all([cache.get('a', first), cache.get('a', second)]),
    ).toEqual(['first', 'first']);
    clock.now = 99;
    expect(await cache.get('a', second)).toBe('first');
    clock.now = 100;
    expect(await cache.get('a', third)).toBe('third');
    expect(first).toHaveBeenCalledTimes(1);
    expect(second).not.toHaveBeenCalled();
  });

  it('does not keep a failure', async () => {
    const { cache, reader } = open();
    await expect(
      cache.get('a', async () => {
        throw new Error('gone');
      }),
    ).rejects.toThrow('gone');
    expect(await cache.get('a', reader('back'))).toBe('back');
  });

  it('forgets the oldest when there are too many, and what is too old', async () => {
    const { cache, clock, reader } = open();
    await cache.get('a', reader('1'));
    await cache.get('b', reader('1'));
    clock.now = 50;
    await cache.get('c', reader('1'));
    expect(cache.size).toBe(2);
    expect(await cache.get('b', reader('2'))).toBe('1');
    expect(await cache.get('a', reader('2'))).toBe('2');
    clock.now = 200;
    await cache.get('d', reader('1'));
    expect(cache.size).toBe(1);
  });

  it('keeps the newer answer when an older reading fails late', async () => {
    const { cache, clock, reader } = open();
    let fail = (_: Error) => {};
    const old = cache.get(
      'a',
      () => new Promise<string>((_, reject) => (fail = reject)),
    );
    clock.now = 100;
    await cache.get('a', reader('new'));
    fail(new Error('late'));
    await expect(old).rejects.toThrow('late');
    expect(await cache.get('a', reader('newer'))).toBe('new');
  });
});
