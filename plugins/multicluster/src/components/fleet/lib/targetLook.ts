import { PlacementState } from '@fairway/backstage-plugin-multicluster-common';
import { Look } from './Look';

const looks: Record<PlacementState, Look> = {
  leaving: { tone: 'stale', shape: 'out' },
  'awaiting-purge': { tone: 'stale', shape: 'out' },
  evicting: { tone: 'warn', shape: 'out' },
  suspended: { tone: 'hold', shape: 'pause' },
  pending: { tone: 'run', shape: 'half' },
  'apply-failed': { tone: 'bad', shape: 'octagon' },
  'rolling-out': { tone: 'run', shape: 'half' },
  unhealthy: { tone: 'bad', shape: 'octagon' },
  unknown: { tone: 'stale', shape: 'question' },
  applied: { tone: 'ok', shape: 'check' },
  healthy: { tone: 'ok', shape: 'check' },
};

/** Shape and colour of a target's label; a label of a newer back end reads as unknown. */
export function targetLook(state: PlacementState): Look {
  return looks[state] ?? looks.unknown;
}
