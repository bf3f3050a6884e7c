import { native, workload } from '../__testUtils__/objects';
import { ImageIds } from './ImageIds';
import { LaneQueue } from './LaneQueue';
import { workloadLanes } from './workloadLanes';
import { MemoryFleetSink } from '@fairway/backstage-plugin-multicluster-node/testUtils';

const [lane] = workloadLanes([]);
const ID = { app: `sha256:${'a'.repeat(64)}` };
const idle = () => false;

function object({ generation = 4, updated = 3, pinned = false } = {}) {
  const { wanted, total, ready, available } = native();
  return {
    raw: {
      metadata: { generation },
      spec: { replicas: wanted, selector: { matchLabels: { app: 'cart' } } },
      status: {
        observedGeneration: generation,
        replicas: total,
        updatedReplicas: updated,
        readyReplicas: ready,
        availableReplicas: available,
      },
    },
    fact: workload({
      generation,
      ...(pinned && {
        images: [
          { container: 'app', image: 'a@b', version: 'b', digest: 'sha256:b' },
        ],
      }),
    }),
  };
}

function note(ids: ImageIds, given: Parameters<typeof object>[0] = {}) {
  const { raw, fact } = object(given);
  return ids.note(lane, raw, fact).native.ids;
}

describe('ImageIds', () => {
  let ids: ImageIds;

  beforeEach(() => {
    ids = ImageIds.create('gondor');
  });

  it('asks for what was never read, and again after a while', () => {
    note(ids);
    const item = ids.next(0, 1_000, idle)!;
    expect(item.workload.name).toBe('cart');
    expect(ids.keep(item, ID, 0)).toBeDefined();

    expect(ids.next(999, 1_000, idle)).toBeUndefined();
    const again = ids.next(1_000, 1_000, idle)!;
    // The same answer writes nothing.
    expect(ids.keep(again, ID, 1_000)).toBeUndefined();
  });

  it('asks for nothing of what is pinned, rolls out, or is being listed', () => {
    note(ids, { pinned: true });
    expect(ids.next(0, 1_000, idle)).toBeUndefined();
    note(ids, { updated: 1 });
    expect(ids.next(0, 1_000, idle)).toBeUndefined();
    note(ids);
    expect(ids.next(0, 1_000, () => true)).toBeUndefined();
    expect(ids.next(0, 1_000, idle)).toBeDefined();
  });

  it('keeps ids while nothing changes, and forgets them with a change', () => {
    note(ids);
    ids.keep(ids.next(0, 1_000, idle)!, ID, 0);

    expect(note(ids)).toEqual(ID);
    expect(note(ids, { generation: 5, updated: 1 })).toBeUndefined();
    expect(note(ids, { generation: 5 })).toBeUndefined();
  });

  it('reads anew what settles anew: a pod that was replaced may have pulled another image', () => {
    note(ids);
    ids.keep(ids.next(0, 1_000, idle)!, ID, 0);
    note(ids, { updated: 2 });
    expect(note(ids)).toBeUndefined();

    expect(ids.next(1, 1_000, idle)).toBeDefined();
  });

  it('does not believe pods that were read while the workload changed', () => {
    note(ids);
    const asked = ids.next(0, 1_000, idle)!;
    note(ids, { generation: 5 });

    expect(ids.keep(asked, ID, 0)).toBeUndefined();
    expect(note(ids, { generation: 5 })).toBeUndefined();
  });

  it('forgets what is deleted, and what a full list did not name', () => {
    note(ids);
    ids.onSweep(lane.lane);
    note(ids);
    ids.onSwept(lane.lane);
    expect(ids.next(0, 1_000, idle)).toBeDefined();
    ids.onSweep(lane.lane);
    ids.onSwept(lane.lane);
    expect(ids.next(0, 1_000, idle)).toBeUndefined();

    note(ids);
    ids.onDeleted([workload().key]);
    expect(ids.next(0, 1_000, idle)).toBeUndefined();
  });
});

describe('LaneQueue', () => {
  it('lets one write of a lane wait for another, and says while it is listed', async () => {
    const sink = MemoryFleetSink.create();
    sink.slowDown(20);
    const queue = LaneQueue.create(sink, ImageIds.create('gondor'));
    const change = () =>
      queue.sink.change({ lane: 'a', upserts: [], deletes: [] });
    await Promise.all([change(), queue.run('a', changeBeside(sink)), change()]);
    expect(sink.overlaps()).toEqual([]);

    const sweep = await queue.sink.beginSweep('a');
    expect(queue.isSweeping('a')).toBe(true);
    await sweep.complete('1');
    expect(queue.isSweeping('a')).toBe(false);
  });

  it('goes on after a call that failed', async () => {
    const sink = MemoryFleetSink.create();
    const queue = LaneQueue.create(sink, ImageIds.create('gondor'));
    await expect(
      queue.run('a', async () => {
        throw new Error('no');
      }),
    ).rejects.toThrow('no');

    await expect(queue.run('a', async () => 1)).resolves.toBe(1);
  });
});

function changeBeside(sink: MemoryFleetSink) {
  return () => sink.change({ lane: 'a', upserts: [], deletes: [] });
}
