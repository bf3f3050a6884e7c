import {
  CoverageProblem,
  SourceLane,
} from '@fairway/backstage-plugin-multicluster-common';

/** How well everything is read, at one moment. */
export interface FleetHealth {
  sources: SourceHealth[];
  lanes: ReadonlyMap<number, LaneHealth>;
}

/** How well one source is read. */
export interface SourceHealth {
  sourceId?: number;
  id: string;
  type: string;
  state: 'live' | 'degraded' | 'down' | 'starting' | 'broken';
  lanes: LaneHealth[];
  problems: CoverageProblem[];
  /** Whether any of its lanes was ever listed to the end. */
  everRead: boolean;
}

/** How well one lane of a source is read. */
export interface LaneHealth {
  laneId: number;
  sourceId: number;
  controlPlane: string;
  name: string;
  subject: string;
  state: SourceLane['state'];
  /** Milliseconds since the epoch. */
  contactAt?: number;
  lagSeconds?: number;
  objects: number;
  relists: number;
  errors: number;
  problem?: CoverageProblem;
}
