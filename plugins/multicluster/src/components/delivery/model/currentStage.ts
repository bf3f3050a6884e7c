import {
  RunStatus,
  Stage,
} from '@fairway/backstage-plugin-multicluster-common';

const RANK: Partial<Record<RunStatus, number>> = {
  running: 1,
  waiting: 2,
  paused: 2,
  unknown: 3,
  failed: 4,
  cancelled: 5,
};

/**
 * The stage that whoever opens a run wants to see: where it goes back, else where it is, else where it ended ill, else the
 * last one that did something. Undefined where there are none.
 *
 * @internal
 */
export function currentStage(stages: readonly Stage[]): Stage | undefined {
  const rank = ({ status, detail }: Stage) =>
    detail === 'rolling-back' ? 0 : RANK[status];
  const [telling] = stages
    .filter(stage => rank(stage) !== undefined)
    .sort((a, b) => rank(a)! - rank(b)!);
  return (
    telling ??
    [...stages].reverse().find(({ status }) => status === 'succeeded') ??
    stages[0]
  );
}
