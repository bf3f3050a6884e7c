import {
  Gate,
  GateState,
  isRunOver,
  RunStatus,
  Sentence,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { RunFact } from '@fairway/backstage-plugin-multicluster-node';
import { objectOf, textOf, textsOf } from './json';

/** The approval that a run waits for or has had; undefined: there is none. Pure. @internal */
export function deriveGate(run: RunFact, status: RunStatus): Gate | undefined {
  const approval = objectOf(run.native.approval);
  if (Object.keys(approval).length === 0) {
    return undefined;
  }
  const state = stateOf(textOf(approval.state), status);
  const names = [...new Set(textsOf(approval.approvedBy))];
  const needed = Number(approval.needed);
  const approvers = textsOf(approval.approvers);
  return {
    id: 'approval',
    stageId: textOf(approval.stage) || undefined,
    state,
    // Another opening is another version: a click meant for the first must not decide the second.
    version: `${run.key}/${textOf(approval.opening)}`,
    title: 'Approval',
    approvers: approvers.map(nativeId => ({ nativeId, kind: 'user' })),
    anyone: approvers.length === 0,
    quorum: {
      kind: 'n-of',
      received: names.length,
      ...(Number.isInteger(needed) && needed > 0 && { n: needed }),
    },
    decisions: names.map(nativeId => ({
      actor: { nativeId, kind: 'user' },
      verdict: 'approved',
      listed: approvers.length === 0 || approvers.includes(nativeId),
    })),
    enforcement: 'enforced',
    identityModes: ['deep-link'],
    actionable: state === 'pending',
    sentence: saidOf(state, names),
    ...(run.url && { url: run.url }),
  };
}

function stateOf(native: string, run: RunStatus): GateState {
  switch (native) {
    case 'OPEN':
      if (isRunOver(run)) {
        return 'orphaned';
      }
      return run === 'waiting' ? 'pending' : 'unknown';
    case 'APPROVED':
      return 'approved';
    case 'EXPIRED':
      return 'expired';
    default:
      return 'unknown';
  }
}

function saidOf(state: GateState, names: string[]): Sentence {
  switch (state) {
    case 'approved':
      return names.length > 0
        ? sentence('gate.approved', { names: names.join(', ') })
        : sentence('gate.approvedByNobody');
    case 'expired':
    case 'orphaned':
      return sentence(`gate.${state}`);
    default:
      return sentence('tool.decideThere');
  }
}
