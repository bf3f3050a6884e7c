import { setTimeout } from 'node:timers/promises';
import { Mutex } from './Mutex';

describe('Mutex', () => {
  it('runs one task at a time, also after one that failed', async () => {
    const mutex = new Mutex();
    let running = 0;
    const order: number[] = [];
    const task = (id: number) => async () => {
      running += 1;
      expect(running).toBe(1);
      await setTimeout(5);
      running -= 1;
      if (id === 1) {
        throw new Error('no');
      }
      order.push(id);
      return id;
    };
    const results = await Promise.allSettled(
      [0, 1, 2, 3].map(id => mutex.run(task(id))),
    );
    expect(order).toEqual([0, 2, 3]);
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ]);
  });

  it('lets those go first that ask for it, but not for ever', async () => {
    const mutex = new Mutex();
    const order: string[] = [];
    const add = (name: string, first: boolean) =>
      mutex.run(
        async () => {
          order.push(name);
        },
        { first },
      );
    await Promise.all([
      add('begun', false),
      add('other', false),
      ...Array.from({ length: 12 }, () => add('first', true)),
    ]);
    expect(order[0]).toBe('begun');
    expect(order.indexOf('other')).toBe(9);
    expect(order).toHaveLength(14);
  });
});
