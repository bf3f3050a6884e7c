import { inParallel } from './inParallel';

const pause = () => new Promise(resolve => setImmediate(resolve));

describe('Work in parallel', () => {
  it('takes everything in its order, and never more at once than it may', async () => {
    const taken: number[] = [];
    let running = 0;
    let most = 0;
    await inParallel([1, 2, 3, 4, 5, 6, 7], { atOnce: 3 }, async item => {
      taken.push(item);
      running += 1;
      most = Math.max(most, running);
      await pause();
      running -= 1;
    });
    expect(taken).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('begins with none after it was told not to go on', async () => {
    const taken: number[] = [];
    const goOn = () => taken.length < 3;
    await inParallel([1, 2, 3, 4, 5], { atOnce: 1, goOn }, async item => {
      taken.push(item);
    });
    expect(taken).toEqual([1, 2, 3]);
  });

  it('tells what failed', async () => {
    await expect(
      inParallel([1], { atOnce: 2 }, async () => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
  });
});
