import { DeriveRunInput, RunFact } from '../../../contract';
import { MemoryRunsSink } from '../../MemoryRunsSink';
import { RunTracker } from './RunTracker';

describe('RunTracker', () => {
  const runs = 20;
  const asked: DeriveRunInput[] = [];
  const source = {
    runs: {
      derive(input: DeriveRunInput) {
        asked.push(input);
        return { status: input.run.key === 'run-3' ? 'succeeded' : 'pending' };
      },
    },
  };

  /** A pipeline whose later half of runs may still move. */
  async function tracking(): Promise<RunTracker> {
    const sink = MemoryRunsSink.create();
    const upserts = Array.from({ length: runs }, (_, at) => ({
      type: 'run',
      key: `run-${at}`,
      pipelineKey: 'shop',
      active: at >= runs / 2 || at === 3,
      createdAt: new Date(at * 1000).toISOString(),
    })) as RunFact[];
    await sink.change({ lane: 'runs', upserts, deletes: [] });
    return RunTracker.create(source as never, sink);
  }

  beforeEach(() => {
    asked.length = 0;
  });

  it('derives each run that is ahead once, whatever stands before it', async () => {
    const tracker = await tracking();
    tracker.derive(`run-${runs - 1}`);
    const keys = asked.map(({ run }) => run.key);
    expect(keys).toEqual([
      'run-3',
      ...Array.from({ length: runs / 2 }, (_, at) => `run-${runs / 2 + at}`),
    ]);
  });

  it('gives each those before it that are not over, and nothing to one that is', async () => {
    const tracker = await tracking();
    tracker.derive('run-12');
    tracker.derive('run-9');
    const ahead = asked.map(({ run, ahead: before }) => [
      run.key,
      ...before.map(({ key }) => key),
    ]);
    expect(ahead).toEqual([
      ['run-3'],
      ['run-10'],
      ['run-11', 'run-10'],
      ['run-12', 'run-10', 'run-11'],
      ['run-9'],
    ]);
  });
});
