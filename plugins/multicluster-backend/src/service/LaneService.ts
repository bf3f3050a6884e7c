import {
  ActionPreview,
  Lane,
  LaneList,
  RestoredLane,
} from '@fairway/backstage-plugin-multicluster-common';
import { RestoreInput } from '../approvals/lanes/LaneRestore';
import { Acting, Writing, WritingTo } from './Acting';
import { Asking } from './FleetService';
import { ViewBody } from './ViewBody';

/** Arming or disarming, or looking at what it would do. */
export interface LaneInput {
  action: 'arm' | 'disarm';
  dryRun: boolean;
  reason?: string;
  /** Of the dry run; absent with `dryRun`. */
  resourceVersion?: string;
}

/** Lanes, for someone. */
export interface LaneService {
  list(
    request: { entityRefs?: string[] },
    options: Asking,
  ): Promise<ViewBody<LaneList>>;
  /** Throws a NotFoundError for a lane nobody knows, or one the caller may not see. */
  manage(
    id: string,
    input: LaneInput,
    options: Writing,
  ): Promise<ActionPreview>;
  /** {@inheritDoc LaneService.manage} */
  restore(
    id: string,
    input: { reason: string },
    options: WritingTo,
  ): Promise<RestoredLane>;
}

/** A lane before it is said what its reader may do. */
export type LaneBody = Omit<Lane, 'can'>;

/** Which lanes: all that are held, unless it says otherwise. */
export interface LaneListRequest {
  /** Only lanes of workloads that are confirmed as one of theirs, held or not. */
  entityRefs?: string[];
  /** Only those that the portal armed: what others hold is looked for in every policy there is. */
  armedOnly?: boolean;
}

/** Lanes, for whoever was already let in. */
export interface LaneKeeper {
  list(
    request: LaneListRequest,
  ): Promise<ViewBody<Omit<LaneList, 'items'>> & { items: LaneBody[] }>;
  /** Entities a lane is confirmed to belong to; undefined: nobody knows the lane. */
  ownersOf(id: string): Promise<string[] | undefined>;
  /** Checks, and does it unless a check fails or it is a dry run. Undefined: nobody knows the lane. */
  manage(
    id: string,
    input: LaneInput,
    acting: Acting,
  ): Promise<ActionPreview | undefined>;
  /**
   * Opens and seals the release that only restores content that was approved for the lane. Answers with the id of the request.
   * Throws a ConflictError when there is nothing to restore, and an ApprovalError SUBJECT_CHANGED when it is something else than was
   * looked at; undefined: nobody knows the lane.
   */
  restore(
    id: string,
    input: RestoreInput,
    acting: Acting,
  ): Promise<string | undefined>;
}
