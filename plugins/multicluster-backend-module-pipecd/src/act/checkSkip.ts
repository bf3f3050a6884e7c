import {
  ActionResult,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RunFact } from '@fairway/backstage-plugin-multicluster-node';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { PipecdRun, PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { Acting } from './Acting';
import { outcome } from './outcome';

/** PipeCD compares the name and nothing else, whatever operation a plugin offers. */
const SKIPPABLE = 'ANALYSIS';

/** Whether a stage may be skipped now: a result when there is nothing to ask. @internal */
export function checkSkip(
  { native, active }: RunFact<PipecdRun>,
  stage: PipecdStage | undefined,
  acting: Acting,
): ActionResult | undefined {
  if (!stage) {
    return outcome.refused(
      acting,
      'not-found',
      sentence('pipecd.act.notFound'),
    );
  }
  if (stage.name !== SKIPPABLE) {
    return outcome.refused(
      acting,
      'unsupported',
      sentence('pipecd.act.notSkippable'),
    );
  }
  if (stage.status === StageStatus.SKIPPED) {
    return outcome.noop(acting, sentence('pipecd.act.already'));
  }
  if (
    native.status === DeploymentStatus.RUNNING &&
    stage.status === StageStatus.RUNNING
  ) {
    return undefined;
  }
  const reason = active ? 'stageNotRunning' : 'runOver';
  return outcome.refused(
    acting,
    'conflict',
    sentence('pipecd.act.closed', {
      reason: [sentence(`pipecd.act.${reason}`)],
    }),
  );
}
