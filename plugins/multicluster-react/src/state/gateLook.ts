import { GateState } from '@fairway/backstage-plugin-multicluster-common';
import { StateLook } from './stateLook';

const LOOKS: Record<GateState, StateLook> = {
  upcoming: { shape: 'zero', tone: 'stale' },
  pending: { shape: 'hold', tone: 'hold' },
  approved: { shape: 'ok', tone: 'ok' },
  rejected: { shape: 'bad', tone: 'bad' },
  expired: { shape: 'bad', tone: 'bad' },
  orphaned: { shape: 'stop', tone: 'warn' },
  cancelled: { shape: 'stop', tone: 'stale' },
  skipped: { shape: 'skip', tone: 'stale' },
  unknown: { shape: 'unknown', tone: 'stale' },
};

/** How a gate looks. A state this version does not know looks unknown. @public */
export function gateLook(state: GateState, lastKnown = false): StateLook {
  if (lastKnown) {
    return { shape: 'stale', tone: 'stale' };
  }
  return LOOKS[state] ?? LOOKS.unknown;
}
