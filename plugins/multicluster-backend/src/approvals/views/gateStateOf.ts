import { GateState } from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';

/** How a request stands, in the words of gates. What is approved and on its way, or held, waits for nobody any more. */
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
    default:
      return decision === 'reject' ? 'rejected' : 'approved';
  }
}
