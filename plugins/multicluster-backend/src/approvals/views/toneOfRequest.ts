import {
  ApprovalState,
  Tone,
} from '@fairway/backstage-plugin-multicluster-common';

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
export function toneOfRequest(state: ApprovalState): Tone {
  return TONES[state];
}
