import {
  DerivedRun,
  DeriveRunInput,
} from '@fairway/backstage-plugin-multicluster-node';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { nativeName } from '../native/nativeName';
import { PipecdRun } from '../native/PipecdRun';
import { isoTime } from '../project/isoTime';
import { contextOf } from './contextOf';
import { DeriveOptions } from './DeriveOptions';
import { deriveStage } from './deriveStage';
import { headOf } from './headOf';
import { RunContext } from './RunContext';
import { startOfRun } from './startOfRun';
import { unlistedNotes } from './unlistedNotes';

/**
 * Where a run of PipeCD stands: its status, its stages and its gates, for pipeds of both generations. Pure.
 *
 * @internal
 */
export function deriveRun(
  input: DeriveRunInput<PipecdRun>,
  options: DeriveOptions = { identityModes: ['deep-link'] },
): DerivedRun {
  const context = contextOf(input, options.identityModes);
  const { native, phase, memory } = context;
  const stages = native.stages
    .filter(({ hidden }) => !hidden)
    .map(stage => deriveStage(stage, context));
  const { notes = [], ...head } = headOf(context, stages);
  const start = startOfRun(context);
  const end = phase === 'over' ? native.completedAt : undefined;
  // Clocks of pipeds differ: an end before its start proves that the start is not known.
  const startedAt = isoTime(end && start && start > end ? undefined : start);
  const finishedAt = isoTime(end);
  return {
    ...head,
    nativeStatus: nativeName('DEPLOYMENT', DeploymentStatus, native.status),
    ...(native.summary && { summary: native.summary }),
    ...(startedAt && { startedAt }),
    ...(finishedAt && { finishedAt }),
    stages,
    notes: [...notes, ...unlistedNotes(stages)],
    ...endedBy(context),
    ...rollsBack(native),
    memory,
  };
}

/**
 * A rollback stands among the stages from the plan on where autoRollback is on, and nowhere where it is off (v0 Terraform, if
 * nobody turned it on). Before the plan nobody can tell.
 */
function rollsBack({
  status,
  stages,
}: PipecdRun): Pick<DerivedRun, 'rollsBack'> {
  return status === DeploymentStatus.PENDING || stages.length === 0
    ? {}
    : { rollsBack: stages.some(({ rollback }) => rollback === true) };
}

function endedBy({ cause }: RunContext): Pick<DerivedRun, 'endedBy'> {
  return cause?.actor
    ? { endedBy: { nativeId: cause.actor, kind: 'user' } }
    : {};
}
