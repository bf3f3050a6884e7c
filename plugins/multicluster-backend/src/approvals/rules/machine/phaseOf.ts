import {
  ApprovalState,
  finalApprovalStates,
} from '@fairway/backstage-plugin-multicluster-common';

/** Columns of the table that the machine is held to; a halted delivery is one of its own. */
export type Phase = 'P' | 'H' | 'Q' | 'D' | 'U' | 'X' | 'T';

const open: Partial<Record<ApprovalState, Phase>> = {
  pending: 'P',
  held: 'H',
  queued: 'Q',
  delivering: 'D',
  unknown: 'U',
  halted: 'X',
};

/** {@inheritDoc Phase} */
export function phaseOf(state: ApprovalState): Phase {
  const phase = finalApprovalStates.includes(state) ? 'T' : open[state];
  if (!phase) {
    throw new Error(`A request cannot be '${state}'`);
  }
  return phase;
}
