import {
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { PipecdStage } from '../native/PipecdRun';
import { GateApproval } from './GateApproval';

/** How many approvals an open gate has and needs, and who may give one. @internal */
export function waitingParts(
  { approvers = [], log }: PipecdStage,
  approvals: readonly GateApproval[],
): Sentence[] {
  return [
    progressPart(log?.minimum, approvals),
    ...whoPart(approvers, approvals),
  ];
}

/** Only the log says how many are needed; until it was read, none of it is claimed. */
function progressPart(
  needed: number | undefined,
  approvals: readonly GateApproval[],
): Sentence {
  const names = approvals.map(({ name }) => name).join(', ');
  if (!names) {
    return needed
      ? sentence('gate.part.none', { count: needed })
      : sentence('gate.part.nobody');
  }
  return needed
    ? sentence('gate.part.someOf', {
        received: approvals.length,
        needed,
        names,
      })
    : sentence('gate.part.some', { names });
}

function whoPart(
  approvers: readonly string[],
  approvals: readonly GateApproval[],
): Sentence[] {
  if (approvers.length === 0) {
    return [sentence('gate.part.anyone')];
  }
  const names = approvers
    .filter(approver => !approvals.some(({ name }) => name === approver))
    .join(', ');
  if (!names) {
    return [];
  }
  return approvals.length > 0
    ? [sentence('gate.part.approversLeft', { names })]
    : [sentence('gate.part.approvers', { names })];
}
