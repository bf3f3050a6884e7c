import { RunContext } from './RunContext';

/**
 * When the first stage of a run began, in seconds since the epoch: PipeCD says no start of a deployment. A first stage that was
 * over before anybody looked counts by its end, if the run was seen before it began.
 *
 * @internal
 */
export function startOfRun({
  native,
  times,
  memory,
}: Pick<RunContext, 'native' | 'times' | 'memory'>): number | undefined {
  const starts = native.stages.flatMap(({ key }) => {
    const { start, end } = times.get(key) ?? {};
    const known = start ?? (memory.early ? end : undefined);
    return known === undefined ? [] : [known];
  });
  return starts.length > 0 ? Math.min(...starts) : undefined;
}
