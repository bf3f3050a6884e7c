import {
  Decision,
  Gate,
  sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  DerivedRun,
  gatesOf,
} from '@fairway/backstage-plugin-multicluster-node';
import { RequestRecord } from '../model/RequestRecord';
import { GateEvent } from './GateEvent';

/**
 * What a run says of the gate of its tool that a request is about.
 *
 * @remarks
 * A time that ran out and an agent that was stopped are nobody's decision. A gate that is not there any more, or was opened
 * anew, is only missed; whoever calls reads once more before anything follows from that.
 */
export function eventOfGate(
  request: Pick<RequestRecord, 'gateId' | 'gateVersion'>,
  run: Pick<DerivedRun, 'stages' | 'gates'> | undefined,
): GateEvent {
  const gate = run && gatesOf(run).find(({ id }) => id === request.gateId);
  if (!gate || gate.version !== request.gateVersion) {
    return { type: 'gone', sentence: sentence('gateEnd.gone') };
  }
  switch (gate.state) {
    case 'pending':
      return { type: 'waits' };
    case 'approved':
    case 'skipped':
      return decided(gate, 'approve');
    case 'rejected':
      return decided(gate, 'reject');
    case 'expired':
      return {
        type: 'ended',
        how: 'expired',
        sentence: sentence('gateEnd.expired'),
      };
    case 'cancelled':
    case 'orphaned':
      return {
        type: 'ended',
        how: 'cancelled',
        sentence: sentence('gateEnd.cancelled'),
      };
    default:
      return { type: 'nothing' };
  }
}

/** By whoever was last of those who decided that way. */
function decided(
  { decisions }: Gate,
  decision: 'approve' | 'reject',
): GateEvent {
  const verdicts: Array<Decision['verdict']> =
    decision === 'approve' ? ['approved', 'skipped'] : ['rejected'];
  const last = decisions
    .filter(({ verdict }) => verdicts.includes(verdict))
    .at(-1);
  return {
    type: 'decided',
    decision,
    ...(last && { actor: last.actor }),
  };
}
