import { MemoryFleetSink } from '@fairway/backstage-plugin-multicluster-node/testUtils';
import { versionedSink } from './versionedSink';

describe('versionedSink', () => {
  it('resumes only from checkpoints of facts of the same form', async () => {
    const stored = MemoryFleetSink.create({ checkpoints: { old: '17' } });
    const sink = versionedSink(stored);
    const sweep = await sink.beginSweep('new');
    await sweep.complete('18');

    expect(await sink.checkpoint('old')).toBeUndefined();
    expect(await sink.checkpoint('new')).toBe('18');

    await sink.change({
      lane: 'new',
      upserts: [],
      deletes: [],
      checkpoint: '19',
    });
    expect(await sink.checkpoint('new')).toBe('19');
    await sink.change({ lane: 'new', upserts: [], deletes: [] });
    expect(await sink.checkpoint('new')).toBe('19');
  });
});
