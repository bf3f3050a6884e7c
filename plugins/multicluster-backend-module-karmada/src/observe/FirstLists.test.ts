import { mockServices } from '@backstage/backend-test-utils';
import {
  MemoryFleetSink,
  recordingLaneReporter,
} from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { FirstLists } from './FirstLists';

describe('FirstLists', () => {
  function open(checkpoints: Record<string, string> = {}) {
    const stop = new AbortController();
    const first = FirstLists.create(
      {
        signal: stop.signal,
        logger: mockServices.logger.mock(),
        sink: MemoryFleetSink.create({ checkpoints }),
        report: recordingLaneReporter(),
        now: Date.now,
      },
      { stalledMs: 400, lookMs: 5 },
    );
    const { report, sink } = first.context;
    report.declare('deployments', { subject: 'Deployments' });
    report.declare('policies', { subject: 'Policies' });
    let through = false;
    const waiting = first
      .through(stop.signal, () => true)
      .then(() => {
        through = true;
      });
    return { report, sink, stop, waiting, isThrough: () => through };
  }
  const complete = async ({ sink }: ReturnType<typeof open>, lane: string) =>
    (await sink.beginSweep(lane)).complete('1');
  const pause = (ms: number) => new Promise(done => setTimeout(done, ms));

  it('lets go when every lane was listed, and not before', async () => {
    const world = open();
    await complete(world, 'deployments');
    await pause(50);
    expect(world.isThrough()).toBe(false);
    await complete(world, 'policies');
    await world.waiting;
  });

  it('waits for no lane that failed, went, or goes on from where it was', async () => {
    const world = open({ deployments: '7' });
    world.report.problem('policies', {
      code: 'forbidden',
      sentence: { code: 'x', params: {}, text: 'x' },
    });
    world.report.declare('jobs', { subject: 'Jobs' });
    world.report.retire('jobs');
    expect(await world.sink.checkpoint('deployments')).toBe('7');
    const began = performance.now();
    await world.waiting;
    expect(performance.now() - began).toBeLessThan(300);
  });

  it('waits for a long list as long as it gets further, and for a stalled one no longer', async () => {
    const world = open();
    await complete(world, 'policies');
    const sweep = await world.sink.beginSweep('deployments');
    for (let page = 0; page < 6; page += 1) {
      await pause(100);
      await sweep.page([]);
    }
    expect(world.isThrough()).toBe(false);
    await world.waiting;
  });

  it('ends with the observation', async () => {
    const world = open();
    world.stop.abort();
    await expect(world.waiting).rejects.toThrow('aborted');
  });
});
