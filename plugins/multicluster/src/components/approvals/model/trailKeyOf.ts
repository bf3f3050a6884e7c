import {
  TrailAction,
  trailActions,
} from '@fairway/backstage-plugin-multicluster-common';

/** The key of an action's words; undefined for one that this version does not know, which is shown as it is stored. @internal */
export function trailKeyOf(action: string): TrailAction | undefined {
  return trailActions.find(known => known === action);
}
