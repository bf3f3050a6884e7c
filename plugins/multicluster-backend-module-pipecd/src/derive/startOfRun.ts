import { RunContext } from './RunContext';

/**
 * When the first stage of a run began, in seconds since the epoch: PipeCD says no start of a deployment.
 *
 * @remarks
 * Unknown when a stage was over before anybody looked and before any start that was seen: a later stage must not pass for the
 * first. Of a run that was seen before it began, such a stage was so short that its end will do.
 *
 * @internal
 */
export function startOfRun({
  native,
  times,
  memory,
}: Pick<RunContext, 'native' | 'times' | 'memory'>): number | undefined {
  const spans = native.stages.map(({ key }) => times.get(key) ?? {});
  const start = earliest(spans.map(span => span.start));
  const end = earliest(
    spans.map(span => (span.start === undefined ? span.end : undefined)),
  );
  if (end === undefined || (start !== undefined && start <= end)) {
    return start;
  }
  return memory.early ? end : undefined;
}

function earliest(
  times: ReadonlyArray<number | undefined>,
): number | undefined {
  const known = times.filter((time): time is number => time !== undefined);
  return known.length > 0 ? Math.min(...known) : undefined;
}
