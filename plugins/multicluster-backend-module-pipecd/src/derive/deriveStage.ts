import { Stage } from '@fairway/backstage-plugin-multicluster-common';
import { nativeName } from '../native/nativeName';
import { PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { isoTime } from '../project/isoTime';
import { deriveGate } from './deriveGate';
import { RunContext } from './RunContext';
import { stageKind } from './stageKind';
import { stageNotes } from './stageNotes';
import { stageStatus } from './stageStatus';

/** A stage of a run. PipeCD has no steps: the log is the stage's. @internal */
export function deriveStage(stage: PipecdStage, context: RunContext): Stage {
  const state = stageStatus(stage, context);
  const { start, end, late } = context.times.get(stage.key) ?? {};
  const startedAt = isoTime(start);
  const finishedAt = isoTime(end);
  return {
    id: stage.key,
    name: stage.name,
    ...(stage.description && { description: stage.description }),
    kind: stageKind(stage),
    ...state,
    nativeStatus: nativeName('STAGE', StageStatus, stage.status),
    requires: [...stage.requires],
    ...(startedAt && { startedAt }),
    ...(startedAt && late && { startedAtMost: true }),
    ...(finishedAt && { finishedAt }),
    ...(stage.retried > 0 && { attempts: stage.retried + 1 }),
    steps: [],
    notes: stageNotes(stage, state, context),
    ...(stage.display && { message: stage.display }),
    ...(stage.gate && { gate: deriveGate(stage, context) }),
    hasLog: stage.status !== StageStatus.NOT_STARTED_YET,
  };
}
