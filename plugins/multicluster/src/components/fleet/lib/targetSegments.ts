import {
  PlacementState,
  placementStates,
} from '@fairway/backstage-plugin-multicluster-common';
import {
  stateLook,
  StateTone,
} from '@fairway/backstage-plugin-multicluster-react';

/** A stretch of the bar that shows targets by state. */
export interface TargetSegment {
  state: PlacementState;
  tone: StateTone;
  count: number;
  /** 0 to 1 of all targets. */
  share: number;
}

const order: Record<StateTone, number> = {
  bad: 0,
  warn: 1,
  hold: 2,
  run: 3,
  stale: 4,
  info: 5,
  ok: 6,
};

/** Targets by state as stretches of a bar, worst first, so that trouble always starts at the left. */
export function targetSegments(
  targets: Partial<Record<PlacementState, number>>,
): TargetSegment[] {
  const present = placementStates.flatMap(state => {
    const count = targets[state] ?? 0;
    return count > 0 ? [{ state, count, tone: stateLook(state).tone }] : [];
  });
  const total = present.reduce((sum, segment) => sum + segment.count, 0);
  return present
    .map(segment => ({ ...segment, share: segment.count / total }))
    .sort((a, b) => order[a.tone] - order[b.tone]);
}
