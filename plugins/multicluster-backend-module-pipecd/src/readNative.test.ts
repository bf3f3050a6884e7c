import { anyStoredRun } from './__testUtils__/anyStoredRun';
import { readNative } from './readNative';

describe('readNative', () => {
  it('leaves what this version wrote as it is', () => {
    expect(readNative(anyStoredRun)).toEqual(anyStoredRun);
  });

  it('reads a status that is missing as one that nobody knows, never as pending', () => {
    expect(readNative({})).toEqual({
      generation: 'v0',
      status: -1,
      stages: [],
    });
    expect(readNative({ stages: [{ status: 'done' }] }).stages[0].status).toBe(
      -1,
    );
  });

  it('tells stages of one key apart, and leaves out requirements that cannot be drawn', () => {
    const { stages } = readNative({
      stages: [
        { key: 'a', requires: ['a', 'gone', 'b'] },
        { key: 'a' },
        { key: 'b', requires: ['a'] },
        { key: 'c', hidden: true },
        { key: 'd', requires: ['c'] },
      ],
    });

    expect(stages.map(({ key }) => key)).toEqual(['a', 'a#1', 'b', 'c', 'd']);
    expect(stages.map(({ requires }) => requires)).toEqual([
      ['b'],
      [],
      [],
      [],
      [],
    ]);
  });
});
