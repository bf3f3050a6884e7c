import {
  FilterValue,
  placementStates,
  PlacementState,
  PlacementSummaryState,
} from '@fairway/backstage-plugin-multicluster-common';
import { valuePattern } from './valuePattern';

// An object, so that a state that is added to the model and not here does not compile.
const SUMMARY_STATES: Record<PlacementSummaryState, true> = {
  converged: true,
  progressing: true,
  degraded: true,
  unscheduled: true,
  'scheduling-suspended': true,
};

const BEYOND_STATES = ['unplaced', 'unread', 'last-known'] as const;

/** {@inheritDoc MatchingStates} */
export type BeyondStates = (typeof BEYOND_STATES)[number];

/** What `status:` of a list means in the rows. */
export interface MatchingStates {
  /** States of placements. */
  summaries: PlacementSummaryState[];
  /** States of single targets. */
  targets: PlacementState[];
  /** Conditions that no state holds, because they depend on what is read and how. */
  conditions: BeyondStates[];
}

/**
 * The states that a value of `status:` names. Found here and not in SQL, because an index finds a state and not a pattern:
 * what nothing is in costs nothing then.
 */
export function matchingStates(value: FilterValue): MatchingStates {
  const pattern = valuePattern(value);
  return {
    summaries: (Object.keys(SUMMARY_STATES) as PlacementSummaryState[]).filter(
      state => pattern.test(state),
    ),
    targets: placementStates.filter(state => pattern.test(state)),
    // Named in full alone: `un*` means states, and would otherwise look at every workload.
    conditions: BEYOND_STATES.filter(
      condition => condition === value.text.toLowerCase(),
    ),
  };
}
