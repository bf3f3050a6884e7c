import { LaneContent } from '@fairway/backstage-plugin-multicluster-node';
import { LaneDigests } from '../rules/exemptionOf';
import { ArmedLane } from './ArmedLane';
import { LaneFacts } from './LaneFacts';

/** An armed lane with its content, read from its source a moment ago. */
export interface LaneReading {
  lane: ArmedLane;
  facts: LaneFacts & Required<Pick<LaneFacts, 'policy'>>;
  content: LaneContent;
  /** By cluster; clusters that have something of the lane rendered. */
  clusters: Record<string, LaneClusterReading>;
}

/** {@inheritDoc LaneReading.clusters} */
export interface LaneClusterReading extends LaneDigests {
  /** False: some of it is held back. */
  dispatched: boolean;
  /** Some of it is held back since it was rendered: the cluster has none of that, although it had the very same before. */
  absent: boolean;
}
