import {
  ProblemCode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';

/** How a lane fares, with what of it is not written yet. */
export interface LaneState {
  name: string;
  subject: string;
  retired: boolean;
  contactAt?: number;
  lagSeconds?: number;
  relists: number;
  errors: number;
  problem?: { code: ProblemCode; sentence: Sentence; since: number };
  /** The problem was told by an earlier observation; the first contact of this one ends it. */
  inherited: boolean;
  /** A change that readers should see soon is not written yet. */
  urgent: boolean;
  /** When it was last written, and the contact that was written then. */
  writtenAt: number;
  writtenContactAt?: number;
  /** What readers were last told of how it fares, see conditionOf. */
  toldCondition?: string;
}
