import { DeriveRunInput } from '@fairway/backstage-plugin-multicluster-node';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { PipecdRun, PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { readMemory } from './readMemory';
import { RunMemory, StageStart } from './RunMemory';

/**
 * What is known of a run beside what PipeCD says now: `completed_at` of a stage is its start only while it runs, and moves when
 * a piped restarts, so that the first one seen is kept.
 *
 * @internal
 */
export function remember(input: DeriveRunInput<PipecdRun>): RunMemory {
  const { status, stages } = input.run.native;
  const before = readMemory(input.previous);
  const starts = stages.flatMap(stage =>
    startOf(stage, before.starts, input.previous === undefined),
  );
  const free =
    status === DeploymentStatus.PENDING && input.ahead.length === 0
      ? before.free ?? freeSince(input)
      : undefined;
  const back =
    status === DeploymentStatus.ROLLING_BACK
      ? before.back ?? backSince(stages, starts, input.now)
      : before.back;
  const early =
    before.early ||
    status === DeploymentStatus.PENDING ||
    status === DeploymentStatus.PLANNED;
  return {
    ...(early && { early: true }),
    ...(free !== undefined && { free }),
    ...(back !== undefined && { back }),
    starts,
  };
}

function startOf(
  { key, retried, status, at }: PipecdStage,
  before: readonly StageStart[],
  late: boolean,
): StageStart[] {
  const known = before.find(
    start => start.key === key && start.retried === retried,
  );
  if (status !== StageStatus.RUNNING || at === undefined) {
    return known ? [known] : [];
  }
  return known
    ? [{ ...known, first: Math.min(known.first, at), last: at }]
    : [{ key, retried, first: at, last: at, ...(late && { late: true }) }];
}

/** A run that stood behind another could not be planned before; one that is seen for the first time could since it was made. */
function freeSince({ previous, run, now }: DeriveRunInput<PipecdRun>): number {
  return previous ? now : Math.min(now, Date.parse(run.createdAt) || now);
}

function backSince(
  stages: readonly PipecdStage[],
  starts: readonly StageStart[],
  now: number,
): number {
  const rollbacks = stages.filter(({ rollback }) => rollback);
  const seen = starts
    .filter(start => rollbacks.some(({ key }) => key === start.key))
    .map(({ first }) => first * 1000);
  return Math.min(now, ...seen);
}
