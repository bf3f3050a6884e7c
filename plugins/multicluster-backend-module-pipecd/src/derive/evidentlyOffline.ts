import { DeriveRunInput } from '@fairway/backstage-plugin-multicluster-node';
import { PipecdRun } from '../native/PipecdRun';

/**
 * Since when nobody executes a run, in ms since the epoch; undefined where that is not certain.
 *
 * @remarks
 * A piped that was started again reads OFFLINE until its first statistics, up to a minute, while it works already. So one that
 * reported a stage since it went offline is back.
 *
 * @internal
 */
export function evidentlyOffline({
  agent,
  run,
}: Pick<DeriveRunInput<PipecdRun>, 'agent' | 'run'>): number | undefined {
  if (agent?.state !== 'offline') {
    return undefined;
  }
  const back = run.native.stages.some(({ at = 0 }) => at * 1000 > agent.since);
  return back ? undefined : agent.since;
}
