import {
  PlacementState,
  placementSeverity,
} from '@fairway/backstage-plugin-multicluster-common';

/** Whether a state asks for no attention at all. @internal */
export function isCalm(state: PlacementState): boolean {
  return placementSeverity(state) >= placementSeverity('healthy');
}
