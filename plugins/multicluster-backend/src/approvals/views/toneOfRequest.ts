import {
  ApprovalState,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestRecord } from '../model/RequestRecord';

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

/** Halts that the policy asks for: somebody is waited for, and nothing is wrong. */
const ASKED_FOR = ['lane.halted.person'];

/** How much a request should draw the eye. */
export function toneOfRequest({
  state,
  halted,
}: Pick<RequestRecord, 'state' | 'halted'>): Tone {
  return state === 'halted' &&
    halted &&
    ASKED_FOR.includes(halted.sentence.code)
    ? 'hold'
    : TONES[state];
}
