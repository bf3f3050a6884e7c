import { GateState } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';

/**
 * How a request stands, in the words of gates. What is approved and on its way, or held, waits for nobody any more; of what halted,
 * or was sent without an answer, nobody can say whether the decision arrived.
 */
export function gateStateOf({
  state,
  decision,
}: Pick<RequestRecord, 'state' | 'decision'>): GateState {
  switch (state) {
    case 'pending':
    case 'expired':
    case 'rejected':
      return state;
    case 'superseded':
    case 'cancelled':
    case 'failed':
      return 'cancelled';
    case 'halted':
    case 'unknown':
      return 'unknown';
    default:
      return decision === 'reject' ? 'rejected' : 'approved';
  }
}
