import {
  ApprovalState,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';
import { isAskedFor } from './isAskedFor';

const TONES: Record<ApprovalState, Tone> = {
  pending: 'hold',
  held: 'hold',
  queued: 'run',
  delivering: 'run',
  unknown: 'warn',
  halted: 'bad',
  applied: 'info',
  rejected: 'info',
  external: 'info',
  expired: 'warn',
  superseded: 'info',
  cancelled: 'info',
  failed: 'bad',
};

/** How much a request should draw the eye. */
export function toneOfRequest({
  state,
  halted,
}: Pick<RequestRecord, 'state' | 'halted'>): Tone {
  return state === 'halted' && isAskedFor(halted?.sentence)
    ? 'hold'
    : TONES[state];
}
