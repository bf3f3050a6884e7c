import { ActionResult } from '@fairway/backstage-plugin-multicluster-common';
import { outcome } from './outcome';
import { Repetitions } from './Repetitions';

const taken = outcome.requested({ mode: 'service' }, 'command-1');
const never = new AbortController().signal;

describe('Repetitions', () => {
  it('asks anew for whoever waits when the first gave up before anything was sent', async () => {
    const repetitions = Repetitions.create();
    const first = new AbortController();
    const givesUp = () =>
      new Promise<ActionResult>((_, reject) => {
        first.signal.onabort = () => reject(first.signal.reason);
      });
    const ask = jest.fn(async () => taken);
    const one = repetitions.once(['gate'], first.signal, givesUp);
    const others = [1, 2].map(() => repetitions.once(['gate'], never, ask));
    first.abort(new Error('the browser is gone'));

    await expect(one).rejects.toThrow('the browser is gone');
    expect(await Promise.all(others)).toEqual([taken, taken]);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  it('gives whoever waits the fault of the first, where that did not give up', async () => {
    const repetitions = Repetitions.create();
    const ask = jest.fn(async () => taken);
    const results = await Promise.allSettled([
      repetitions.once(['gate'], never, async () => {
        throw new Error('a fault');
      }),
      repetitions.once(['gate'], never, ask),
    ]);

    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
    expect(ask).not.toHaveBeenCalled();
  });

  it('keeps what was taken, and lets all else be tried again', async () => {
    const repetitions = Repetitions.create();
    const refused = outcome.refused({ mode: 'service' }, 'stale', {
      code: 'x',
      params: {},
      text: 'x',
    });
    const ask = jest
      .fn(async () => taken)
      .mockResolvedValueOnce(refused as typeof taken);
    for (const expected of [refused, taken, taken]) {
      expect(await repetitions.once(['gate'], never, ask)).toBe(expected);
    }
    expect(ask).toHaveBeenCalledTimes(2);
  });
});
