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
  /** Whether every lane of it that can be read was listed to the end at least once. */
  everRead: boolean;
}

/** How well one lane of a source is read. */
export interface LaneHealth {
  laneId: number;
  sourceId: number;
  controlPlane: string;
  facet: string;
  name: string;
  subject: string;
  state: SourceLane['state'];
  /** Was listed to the end at least once. */
  everRead: boolean;
  /** Milliseconds since the epoch. */
  contactAt?: number;
  lagSeconds?: number;
  objects: number;
  relists: number;
  errors: number;
  problem?: CoverageProblem;
}
