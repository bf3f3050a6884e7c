import { mockServices } from '@backstage/backend-test-utils';
import { setTimeout as wait } from 'node:timers/promises';
import { SweepLoop } from './SweepLoop';

describe('SweepLoop', () => {
  const logger = mockServices.logger.mock();
  const sweepRights = async () => {};

  beforeEach(() => jest.clearAllMocks());

  it('leaves no listener behind with each round', async () => {
    const added = jest.spyOn(AbortSignal.prototype, 'addEventListener');
    const removed = jest.spyOn(AbortSignal.prototype, 'removeEventListener');
    const sweep = jest.fn(async () => {});
    const loop = SweepLoop.start({
      engine: { sweep, sweepRights },
      logger,
      everyMs: 1,
    });
    while (sweep.mock.calls.length < 20) {
      await wait(1);
    }
    expect(added.mock.calls.length).toBeGreaterThanOrEqual(19);
    expect(added.mock.calls.length - removed.mock.calls.length).toBeLessThan(3);
    await loop.stop();
    jest.restoreAllMocks();
  });

  it('goes on after a round that failed, and ends at once when it is stopped', async () => {
    const sweep = jest
      .fn(async () => {})
      .mockRejectedValueOnce(new Error('The database is away'));
    const loop = SweepLoop.start({
      engine: { sweep, sweepRights },
      logger,
      everyMs: 1,
    });
    while (sweep.mock.calls.length < 2) {
      await wait(1);
    }
    await loop.stop();
    const rounds = sweep.mock.calls.length;
    await wait(20);
    expect(sweep).toHaveBeenCalledTimes(rounds);
    expect(logger.warn).toHaveBeenCalledTimes(1);

    const idle = SweepLoop.start({
      engine: { sweep, sweepRights },
      logger,
      everyMs: 60_000,
    });
    await wait(5);
    const before = performance.now();
    await idle.stop();
    expect(performance.now() - before).toBeLessThan(1_000);
  });

  it('looks at the time while a round of rights hangs, and begins no second one', async () => {
    const sweep = jest.fn(async () => {});
    let finish = () => {};
    const hangs = jest.fn(
      () => new Promise<void>(resolve => (finish = resolve)),
    );
    const loop = SweepLoop.start({
      engine: { sweep, sweepRights: hangs },
      logger,
      everyMs: 1,
      rightsEveryMs: 1,
    });
    while (sweep.mock.calls.length < 20) {
      await wait(1);
    }
    expect(hangs).toHaveBeenCalledTimes(1);
    let stopped = false;
    const stopping = loop.stop().then(() => (stopped = true));
    await wait(5);
    // Its database may be closed once it has stopped.
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(hangs).toHaveBeenCalledTimes(1);
  });

  it('says that a round of rights failed, and begins another', async () => {
    const fails = jest.fn().mockRejectedValueOnce(new Error('away'));
    const loop = SweepLoop.start({
      engine: { sweep: async () => {}, sweepRights: fails },
      logger,
      everyMs: 1,
      rightsEveryMs: 1,
    });
    while (fails.mock.calls.length < 2) {
      await wait(1);
    }
    await loop.stop();
    expect(logger.warn).toHaveBeenCalledTimes(1);
  });
});
