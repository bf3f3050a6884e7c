import {
  ActionResult,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RunFact } from '@fairway/backstage-plugin-multicluster-node';
import { gateApprovals } from '../derive/gateApprovals';
import { gateVersion } from '../derive/gateVersion';
import { isEnough } from '../derive/isEnough';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { PipecdRun, PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { Acting } from './Acting';
import { outcome } from './outcome';

/**
 * Whether a gate may be approved now, by a fresh answer of PipeCD: a result when there is nothing to ask.
 *
 * @remarks
 * PipeCD checks less than this. It takes an approval of a stage that has not begun and counts it later, and one of a gate whose
 * deployment is rolling back, which is then never read.
 *
 * @internal
 */
export function checkGate(
  run: RunFact<PipecdRun>,
  gateId: string,
  version: string,
  acting: Acting & { user: string },
): ActionResult | undefined {
  const { native, key } = run;
  const stage = native.stages.find(one => one.key === gateId && one.gate);
  const { user } = acting;
  if (!stage) {
    return outcome.refused(
      acting,
      'not-found',
      sentence('pipecd.act.notFound'),
    );
  }
  if (gateVersion(key, stage) !== version) {
    return outcome.refused(acting, 'stale', sentence('pipecd.act.stale'));
  }
  const closed = closedBecause(native, stage);
  if (closed) {
    return outcome.refused(
      acting,
      'gate-closed',
      sentence('pipecd.act.closed', { reason: [closed] }),
    );
  }
  const approvers = stage.approvers ?? [];
  if (approvers.length > 0 && !approvers.includes(user)) {
    return outcome.refused(
      acting,
      'not-approver',
      sentence('pipecd.act.notApprover', { user }),
    );
  }
  const approvals = gateApprovals(stage, native.generation);
  if (approvals.some(({ name }) => name === user)) {
    return outcome.noop(
      acting,
      sentence('pipecd.act.approvedAlready', { user }),
    );
  }
  return isEnough(stage, native.generation, approvals.length)
    ? outcome.refused(acting, 'already-decided', sentence('pipecd.act.decided'))
    : undefined;
}

function closedBecause(
  { status }: PipecdRun,
  stage: PipecdStage,
): Sentence | undefined {
  const over: number[] = [
    DeploymentStatus.SUCCESS,
    DeploymentStatus.FAILURE,
    DeploymentStatus.CANCELLED,
  ];
  if (over.includes(status)) {
    return sentence('pipecd.act.runOver');
  }
  if (status !== DeploymentStatus.RUNNING) {
    return sentence('pipecd.act.runNotRunning');
  }
  return stage.status === StageStatus.RUNNING
    ? undefined
    : sentence('pipecd.act.stageNotRunning');
}
