import { Cached } from './Cached';

function open(share?: number, staleMs?: number) {
  const clock = { now: 0 };
  const read = jest.fn(async () => clock.now);
  const cached = Cached.create({
    read,
    ttlMs: 100,
    share,
    staleMs,
    now: () => clock.now,
  });
  return { cached, clock, read };
}

describe('Cached', () => {
  it('reads once for questions asked together and for a while after', async () => {
    const { cached, clock, read } = open();
    expect(await Promise.all([cached.get(), cached.get()])).toEqual([0, 0]);
    clock.now = 99;
    expect(await cached.get()).toBe(0);
    clock.now = 100;
    expect(await cached.get()).toBe(100);
    expect(read).toHaveBeenCalledTimes(2);
  });

  it('does not keep a failure', async () => {
    const { cached, read } = open();
    read.mockRejectedValueOnce(new Error('gone'));
    await expect(cached.get()).rejects.toThrow('gone');
    await expect(cached.get()).resolves.toBe(0);
  });

  it('keeps longer what took long to read', async () => {
    const { cached, clock, read } = open(0.1);
    read.mockImplementationOnce(async () => {
      clock.now = 50;
      return 7;
    });
    expect(await cached.get()).toBe(7);
    clock.now = 499;
    expect(await cached.get()).toBe(7);
    clock.now = 500;
    expect(await cached.get()).toBe(500);
  });

  it('gives what is too old while a new answer is read, and waits for the new one when it is older still', async () => {
    const { cached, clock, read } = open(undefined, 50);
    expect(await cached.get()).toBe(0);
    clock.now = 120;
    expect(await cached.get()).toBe(0);
    expect(read).toHaveBeenCalledTimes(2);
    expect(await cached.get()).toBe(120);
    clock.now = 270;
    expect(await cached.get()).toBe(270);
  });

  it('goes on giving what is too old when a new answer fails', async () => {
    const { cached, clock, read } = open(undefined, 50);
    expect(await cached.get()).toBe(0);
    read.mockRejectedValueOnce(new Error('gone'));
    clock.now = 120;
    expect(await cached.get()).toBe(0);
    expect(await cached.get()).toBe(0);
    expect(read).toHaveBeenCalledTimes(3);
  });
});
