import { PlacementState } from '@fairway/backstage-plugin-multicluster-common';

/** What a placement is waited for to be. */
export interface WantedPlacement {
  /** Tag, short digest or `sha256:…`. Absent: any version. */
  version?: string;
  /** States that will do. */
  states: PlacementState[];
  /** Only these clusters, all of which must have a copy. Absent: every cluster that is to have one. */
  clusters?: string[];
  /** Name of the only workload to look at. Absent: all of the entity's. */
  workload?: string;
}
