import { LaneWorkload } from './LaneFacts';

/** What a template that is silent gives a rollout, in seconds, as Kubernetes does. */
const DEFAULT_SECONDS = 600;
/** Between the end of a rollout and the word of it on the control plane; seconds. */
const REPORT_SECONDS = 30;

/** How long the slowest workload of a lane may take to come up on a cluster, in milliseconds. */
export function patienceOf(
  workloads: ReadonlyArray<Pick<LaneWorkload, 'progressDeadlineSeconds'>>,
): number {
  const seconds = workloads.map(
    ({ progressDeadlineSeconds = DEFAULT_SECONDS }) => progressDeadlineSeconds,
  );
  const longest = seconds.length > 0 ? Math.max(...seconds) : DEFAULT_SECONDS;
  return (longest + REPORT_SECONDS) * 1000;
}
