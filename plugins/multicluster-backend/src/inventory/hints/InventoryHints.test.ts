import { InventoryChange } from './InventoryChange';
import { InventoryHints } from './InventoryHints';

describe('InventoryHints', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  function listen() {
    const hints = InventoryHints.create();
    const heard: InventoryChange[][] = [];
    const stop = hints.onChange(changes => heard.push(changes));
    return { hints, heard, stop };
  }

  it('tells the changes of all sources together, at most twice a second', () => {
    const { hints, heard } = listen();
    for (let ms = 0; ms < 2000; ms += 2) {
      hints.add({
        source: ms % 4 ? 'west' : 'east',
        revision: ms,
        workloadIds: [ms],
        clusterIds: [1],
      });
      jest.advanceTimersByTime(2);
    }
    expect(heard.length).toBeLessThanOrEqual(5);
    expect(heard.length).toBeGreaterThanOrEqual(3);
    expect(heard[1].map(({ source }) => source).sort()).toEqual([
      'east',
      'west',
    ]);
    const ids = heard.flat().flatMap(({ workloadIds }) => [...workloadIds]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('tells a lone change soon', () => {
    const { hints, heard } = listen();
    hints.add({
      source: 'west',
      revision: 3,
      workloadIds: [7],
      clusterIds: [],
    });
    jest.advanceTimersByTime(50);
    expect(heard).toEqual([
      [
        {
          source: 'west',
          firstRevision: 3,
          revision: 3,
          workloadIds: new Set([7]),
          clusterIds: new Set(),
          pipelineIds: new Set(),
          runIds: new Set(),
          all: false,
        },
      ],
    ]);
  });

  it('says from which revision to which it tells of', () => {
    const { hints, heard } = listen();
    for (const revision of [3, 4, 5]) {
      hints.add({ source: 'west', revision, workloadIds: [7], clusterIds: [] });
    }
    jest.advanceTimersByTime(50);
    expect(heard[0][0]).toMatchObject({ firstRevision: 3, revision: 5 });
  });

  it('takes everything as changed when too much is', () => {
    const { hints, heard } = listen();
    const workloadIds = Array.from({ length: 60_000 }, (_, id) => id);
    hints.add({ source: 'west', revision: 3, workloadIds, clusterIds: [] });
    jest.advanceTimersByTime(1000);
    expect(heard[0][0]).toMatchObject({ all: true, workloadIds: new Set() });
  });

  it('names pipelines and runs that changed, beside what else has', () => {
    const { hints, heard } = listen();
    hints.add({ source: 'west', revision: 3, pipelineIds: [1], runIds: [4] });
    hints.add({ source: 'west', revision: 4, runIds: [4, 5] });
    jest.advanceTimersByTime(50);
    expect(heard[0]).toMatchObject([
      { pipelineIds: new Set([1]), runIds: new Set([4, 5]), all: false },
    ]);
  });

  it('says that trust has changed beside what else has, once', () => {
    const { hints, heard } = listen();
    const none = { source: 'west', workloadIds: [], clusterIds: [] };
    hints.add({ ...none, revision: 0, trust: true });
    hints.add({ ...none, revision: 4, workloadIds: [7] });
    jest.advanceTimersByTime(1000);
    hints.add({ ...none, revision: 5, workloadIds: [8] });
    jest.advanceTimersByTime(1000);
    expect(heard.map(([change]) => change.trust)).toEqual([true, undefined]);
    expect(heard[0][0]).toMatchObject({ firstRevision: 4, revision: 4 });
  });

  it('collects nothing while nobody listens, and tells nothing after stop', () => {
    const { hints, heard, stop } = listen();
    hints.add({
      source: 'west',
      revision: 1,
      workloadIds: [1],
      clusterIds: [],
    });
    hints.stop();
    jest.advanceTimersByTime(1000);
    stop();
    hints.add({
      source: 'west',
      revision: 2,
      workloadIds: [1],
      clusterIds: [],
    });
    jest.advanceTimersByTime(1000);
    expect(heard).toEqual([]);
  });
});
