import { GateLog } from '../native/GateLog';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { RawDeployment, RawStage } from '../wire/messages';
import { generationOf } from './generationOf';
import { guardRequires } from './guardRequires';
import { projectGate } from './projectGate';
import { projectStageMetadata } from './projectStageMetadata';
import { stageKeys } from './stageKeys';
import { textUpTo } from './textUpTo';

/**
 * Stages of a deployment. While it is PENDING they are temporary (v0 plans them anew) and left out.
 *
 * @param learnt - what logs of gates said, by stage id
 * @internal
 */
export function projectStages(
  raw: RawDeployment,
  learnt: Readonly<Record<string, GateLog>>,
): PipecdStage[] {
  if ((raw.status ?? 0) === DeploymentStatus.PENDING) {
    return [];
  }
  const stages = raw.stages ?? [];
  const keys = stageKeys(stages);
  const generation = generationOf(raw);
  const hidden = stages.map(stage => isHidden(stage, generation));
  const requires = guardRequires(
    new Map(
      stages.flatMap((stage, index) =>
        hidden[index] ? [] : [[keys[index], stage.requires ?? []]],
      ),
    ),
  );
  return stages.map((stage, index) =>
    projectStage(stage, learnt, {
      key: keys[index],
      requires: requires.get(keys[index]) ?? [],
      ...(hidden[index] && { hidden: true }),
    }),
  );
}

function projectStage(
  raw: RawStage,
  learnt: Readonly<Record<string, GateLog>>,
  place: Pick<PipecdStage, 'key' | 'requires' | 'hidden'>,
): PipecdStage {
  const description = textUpTo(500, raw.desc);
  return {
    id: raw.id ?? '',
    ...place,
    name: raw.name ?? '',
    ...(description && { description }),
    status: raw.status ?? 0,
    ...(isRollback(raw) && { rollback: true }),
    ...(raw.completed_at && { at: raw.completed_at }),
    retried: raw.retried_count ?? 0,
    ...projectGate(raw, learnt),
    ...projectStageMetadata(raw),
  };
}

/** v1 leaves `visible` out of every stage; v0 sets it on a rollback when it runs. */
function isHidden(raw: RawStage, generation: 'v0' | 'v1'): boolean {
  return generation === 'v0'
    ? !raw.visible
    : isRollback(raw) && (raw.status ?? 0) === StageStatus.NOT_STARTED_YET;
}

/** Stages of v0 are rollbacks by their name, those of v1 say so. */
function isRollback(raw: RawStage): boolean {
  return (
    raw.rollback ??
    (!raw.available_operation && /(^|_)ROLLBACK$/.test(raw.name ?? ''))
  );
}
