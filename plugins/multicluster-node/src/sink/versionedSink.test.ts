import { MemoryFleetSink } from '../testUtils';
import { versionedSink } from './versionedSink';

describe('versionedSink', () => {
  it('resumes only from checkpoints of facts of the same form', async () => {
    const stored = MemoryFleetSink.create({
      checkpoints: { old: 'k1:17', older: '16', empty: 'k2:' },
    });
    const sink = versionedSink(stored, 'k2:');
    const sweep = await sink.beginSweep('new');
    await sweep.complete('18');

    for (const lane of ['old', 'older', 'empty', 'none']) {
      expect(await sink.checkpoint(lane)).toBeUndefined();
    }
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
