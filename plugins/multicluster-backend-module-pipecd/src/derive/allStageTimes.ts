import { PipecdRun } from '../native/PipecdRun';
import { RunMemory } from './RunMemory';
import { StageSpan } from './StageSpan';
import { stageTimes } from './stageTimes';

/** Times of all stages by key, each after those it requires. @internal */
export function allStageTimes(
  run: PipecdRun,
  memory: RunMemory,
): ReadonlyMap<string, StageSpan> {
  const times = new Map<string, StageSpan>();
  const stages = new Map(run.stages.map(stage => [stage.key, stage]));
  const timesOf = (key: string): StageSpan => {
    const done = times.get(key);
    const stage = stages.get(key);
    if (done || !stage) {
      return done ?? {};
    }
    const ends = stage.requires.map(before => timesOf(before).end);
    const known = memory.starts.find(
      start => start.key === key && start.retried === stage.retried,
    );
    const result = stageTimes(stage, run, known, latest(ends));
    times.set(key, result);
    return result;
  };
  run.stages.forEach(({ key }) => timesOf(key));
  return times;
}

/** Unknown as soon as one is: a stage that waits for two does not begin when one of them ends. */
function latest(ends: ReadonlyArray<number | undefined>): number | undefined {
  const known = ends.filter((end): end is number => end !== undefined);
  return known.length > 0 && known.length === ends.length
    ? Math.max(...known)
    : undefined;
}
