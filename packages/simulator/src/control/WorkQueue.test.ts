import { Random } from '../clock/Random';
import { SimulatedClock } from '../clock/SimulatedClock';
import { WorkQueue } from './WorkQueue';

function queueOf(handle: (key: string, at: number) => number | void) {
  const clock = SimulatedClock.create();
  const errors: unknown[] = [];
  const queue = WorkQueue.create(
    {
      clock,
      random: Random.create(1),
      lag: 100,
      onError: error => errors.push(error),
    },
    key => handle(key, clock.elapsed()),
  );
  return { clock, queue, errors };
}

describe('a work queue', () => {
  it('works once on a key that is wished for many times, after about its lag', () => {
    const done: Array<[string, number]> = [];
    const { clock, queue } = queueOf((key, at) => void done.push([key, at]));
    queue.add('a');
    queue.add('a');
    queue.add('b');
    clock.advance(1000);
    expect(done.map(([key]) => key).sort()).toEqual(['a', 'b']);
    done.forEach(([, at]) => {
      expect(at).toBeGreaterThanOrEqual(50);
      expect(at).toBeLessThanOrEqual(150);
    });
  });

  it('brings a key forward that waits longer', () => {
    const done: number[] = [];
    const { clock, queue } = queueOf((_, at) => void done.push(at));
    queue.add('a', 10_000);
    queue.add('a', 10);
    clock.advance(20_000);
    expect(done).toEqual([10]);
  });

  it('sees a key again after as long as the handler says', () => {
    const done: number[] = [];
    const { clock, queue } = queueOf((_, at) => {
      done.push(at);
      return done.length < 3 ? 1000 : undefined;
    });
    queue.add('a', 0);
    clock.advance(10_000);
    expect(done).toEqual([0, 1000, 2000]);
  });

  it('reports what a handler throws and goes on with other keys', () => {
    const done: string[] = [];
    const { clock, queue, errors } = queueOf(key => {
      if (key === 'bad') {
        throw new Error('no');
      }
      done.push(key);
    });
    queue.add('bad', 0);
    queue.add('good', 1);
    clock.advance(10);
    expect(errors).toEqual([new Error('no')]);
    expect(done).toEqual(['good']);
  });
});
