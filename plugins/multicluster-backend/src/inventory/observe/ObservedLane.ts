import {
  ProblemCode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** How a lane fares, as the replica that observes it knows it. */
export interface ObservedLane {
  source: string;
  /** The facet that it is a lane of. */
  facet: string;
  name: string;
  /** What people call it. */
  subject: string;
  retired: boolean;
  /** Last contact, in milliseconds since the epoch; undefined: none yet. */
  contactAt?: number;
  /** Seconds between a change at the source and our seeing it. */
  lagSeconds?: number;
  relists: number;
  errors: number;
  /** Rows kept. */
  objects: number;
  problem?: { code: ProblemCode; sentence: Sentence; since: number };
}
