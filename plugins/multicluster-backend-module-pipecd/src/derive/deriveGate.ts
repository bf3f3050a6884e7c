import { Decision, Gate } from '@fairway/backstage-plugin-multicluster-common';
import { DeploymentStatus } from '../native/DeploymentStatus';
import { PipecdStage } from '../native/PipecdRun';
import { StageStatus } from '../native/StageStatus';
import { isoTime } from '../project/isoTime';
import { GateApproval } from './GateApproval';
import { gateApprovals } from './gateApprovals';
import { gateExpiry } from './gateExpiry';
import { gateSentence } from './gateSentence';
import { gateState } from './gateState';
import { gateVersion } from './gateVersion';
import { isEnough } from './isEnough';
import { RunContext } from './RunContext';

/** A stage that somebody has to approve, as a gate. @internal */
export function deriveGate(stage: PipecdStage, context: RunContext): Gate {
  const { input, native, times, identityModes } = context;
  const { url, key: runKey } = input.run;
  const approvals = gateApprovals(stage, native.generation);
  const approvers = stage.approvers ?? [];
  const enough = isEnough(stage, native.generation, approvals.length);
  const state = gateState(stage, context);
  const { start, end } = times.get(stage.key) ?? {};
  const openedAt = isoTime(start);
  const closedAt = state === 'orphaned' ? undefined : isoTime(end);
  return {
    id: stage.key,
    stageId: stage.key,
    state,
    version: gateVersion(runKey, stage),
    title: stage.name,
    ...(stage.description && { description: stage.description }),
    approvers: approvers.map(nativeId => ({ nativeId, kind: 'user' })),
    anyone: approvers.length === 0,
    quorum: {
      kind: 'n-of',
      ...(stage.log?.minimum && { n: stage.log.minimum }),
      received: approvals.length,
    },
    decisions: decisionsOf(stage, approvals),
    ...(openedAt && { openedAt }),
    ...(closedAt && { closedAt }),
    ...gateExpiry(stage, state, context),
    // The list of approvers is enforced by PipeCD, and whether there is a gate at all by the team's own repository.
    enforcement: 'cooperative',
    identityModes: [...identityModes],
    actionable:
      native.status === DeploymentStatus.RUNNING &&
      stage.status === StageStatus.RUNNING &&
      !enough,
    sentence: gateSentence(stage, state, approvals, context),
    ...(url && { url }),
  };
}

function decisionsOf(
  { approvers = [], skippedBy, status }: PipecdStage,
  approvals: readonly GateApproval[],
): Decision[] {
  const isListed = (name: string) =>
    approvers.length === 0 || approvers.includes(name);
  const decisions = approvals.map(({ name, at }): Decision => {
    const time = isoTime(at);
    return {
      actor: { nativeId: name, kind: 'user' },
      verdict: 'approved',
      ...(time && { at: time }),
      listed: isListed(name),
    };
  });
  if (skippedBy && status === StageStatus.SKIPPED) {
    decisions.push({
      actor: { nativeId: skippedBy, kind: 'user' },
      verdict: 'skipped',
      listed: isListed(skippedBy),
    });
  }
  return decisions;
}
