import {
  ApprovalItem,
  ApprovalState,
} from '@fairway/backstage-plugin-multicluster-common';
import { StateLook } from '@fairway/backstage-plugin-multicluster-react';

const LOOKS: Record<ApprovalState, StateLook> = {
  pending: { shape: 'hold', tone: 'hold' },
  held: { shape: 'pending', tone: 'hold' },
  queued: { shape: 'pending', tone: 'run' },
  delivering: { shape: 'run', tone: 'run' },
  // Sent and not confirmed is never drawn as well.
  unknown: { shape: 'unknown', tone: 'warn' },
  halted: { shape: 'warn', tone: 'bad' },
  applied: { shape: 'ok', tone: 'ok' },
  rejected: { shape: 'bad', tone: 'bad' },
  external: { shape: 'applied', tone: 'info' },
  expired: { shape: 'stop', tone: 'warn' },
  superseded: { shape: 'skip', tone: 'stale' },
  cancelled: { shape: 'stop', tone: 'stale' },
  failed: { shape: 'bad', tone: 'bad' },
};

/** How a request looks. A state this version does not know looks unknown. @internal */
export function approvalLook({
  request: { state },
  tone,
}: {
  request: Pick<ApprovalItem['request'], 'state'>;
  tone: ApprovalItem['tone'];
}): StateLook {
  // Where the policy wants somebody to say that it goes on, nothing is wrong.
  return state === 'halted' && tone === 'hold'
    ? LOOKS.pending
    : LOOKS[state] ?? LOOKS.unknown;
}
