import { PolicyFact } from '@fairway/backstage-plugin-multicluster-node';
import { LaneRef } from './LaneRef';

/** A lane that the portal holds, as it is stored. Times are milliseconds since the epoch, by the clock of the database. */
export interface ArmedLane extends LaneRef {
  /** Of this arming; not the id in URLs, see laneIdOf. */
  id: string;
  /** Ref of a user. In their name it is held again, and released where nobody voted. */
  armedBy: string;
  armedAt: number;
  detail: ArmedLaneDetail;
}

/** What is kept of a lane beside. */
export interface ArmedLaneDetail {
  reason?: string;
  /** As last seen: by what the source frees what a deleted policy left held. */
  policy: PolicyFact;
  /** Keys of placements of the policy as last seen: what is left held once the policy is deleted. */
  placements: string[];
}
