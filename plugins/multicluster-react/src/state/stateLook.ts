import {
  ClusterState,
  PlacementState,
  PlacementSummaryState,
} from '@fairway/backstage-plugin-multicluster-common';

/** Shapes a state is drawn with; each differs from the others without colour. @public */
export type StateShape =
  | 'ok'
  | 'applied'
  | 'run'
  | 'pending'
  | 'hold'
  | 'warn'
  | 'bad'
  | 'stale'
  | 'unknown'
  | 'out'
  | 'zero'
  | 'stop'
  | 'skip'
  | 'back';

/** What a colour means; {@link StateColors} has one of each. @public */
export type StateTone =
  | 'ok'
  | 'run'
  | 'hold'
  | 'warn'
  | 'bad'
  | 'stale'
  | 'info';

/** Every state that has a word, a shape and a colour. @public */
export type AnyState =
  | PlacementState
  | PlacementSummaryState
  | ClusterState
  | 'scaled-to-zero'
  | 'kept';

/** How a state looks. @public */
export interface StateLook {
  shape: StateShape;
  tone: StateTone;
}

const LOOKS: Record<AnyState, StateLook> = {
  healthy: { shape: 'ok', tone: 'ok' },
  applied: { shape: 'applied', tone: 'ok' },
  'rolling-out': { shape: 'run', tone: 'run' },
  pending: { shape: 'pending', tone: 'run' },
  suspended: { shape: 'hold', tone: 'hold' },
  'apply-failed': { shape: 'bad', tone: 'bad' },
  unhealthy: { shape: 'bad', tone: 'bad' },
  unknown: { shape: 'unknown', tone: 'stale' },
  evicting: { shape: 'out', tone: 'warn' },
  'awaiting-purge': { shape: 'out', tone: 'stale' },
  leaving: { shape: 'out', tone: 'stale' },

  converged: { shape: 'ok', tone: 'ok' },
  progressing: { shape: 'run', tone: 'run' },
  degraded: { shape: 'warn', tone: 'warn' },
  unscheduled: { shape: 'bad', tone: 'bad' },
  'scheduling-suspended': { shape: 'hold', tone: 'hold' },
  kept: { shape: 'warn', tone: 'warn' },
  'scaled-to-zero': { shape: 'zero', tone: 'stale' },

  ready: { shape: 'ok', tone: 'ok' },
  'not-ready': { shape: 'bad', tone: 'bad' },
  unreachable: { shape: 'bad', tone: 'bad' },
  'never-reported': { shape: 'stale', tone: 'stale' },
  unavailable: { shape: 'unknown', tone: 'stale' },
};

/**
 * How a state looks. A state this version does not know looks unknown.
 *
 * @param lastKnown - true: what is shown is not confirmed by the cluster now
 * @public
 */
export function stateLook(state: AnyState, lastKnown = false): StateLook {
  if (lastKnown) {
    return { shape: 'stale', tone: 'stale' };
  }
  return LOOKS[state] ?? LOOKS.unknown;
}
