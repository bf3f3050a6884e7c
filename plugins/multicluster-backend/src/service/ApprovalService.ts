import {
  ApprovalDetails,
  ApprovalItem,
  ApprovalList,
  BulkVoteResult,
  VoteInput,
} from '@fairway/backstage-plugin-multicluster-common';
import { RequestSnapshot, Voter } from '../approvals/engine/ApprovalEngine';
import { Person } from '../approvals/engine/directory/DirectoryFacts';
import { ApprovalCondition } from '../approvals/views/ApprovalCondition';
import { Writing, WritingTo } from './Acting';
import { Asking, Paging } from './FleetService';
import { ViewBody } from './ViewBody';

/** Which requests to list. */
export interface ApprovalListRequest extends Paging {
  scope?: 'mine' | 'open' | 'closed' | 'all';
  entityRefs?: string[];
  environment?: string;
  /** Id of a run, as in URLs. */
  runId?: string;
}

/** Requests for approval, for someone. Writes throw errors with an ApprovalCode. */
export interface ApprovalService {
  list(
    request: ApprovalListRequest,
    options: Asking,
  ): Promise<ViewBody<ApprovalList>>;
  /** Throws a NotFoundError for a request nobody knows, or one the caller may not see; so do the writes. */
  approval(
    id: string,
    request: { since?: number },
    options: Asking,
  ): Promise<ViewBody<ApprovalDetails>>;
  vote(id: string, input: VoteInput, options: WritingTo): Promise<ApprovalItem>;
  /** Each stands for itself; rejects only when none could be looked at. */
  voteAll(
    inputs: Array<VoteInput & { id: string; ifMatch: string }>,
    options: Writing,
  ): Promise<BulkVoteResult[]>;
  withdraw(id: string, options: WritingTo): Promise<ApprovalItem>;
  recall(id: string, options: WritingTo): Promise<ApprovalItem>;
  breakGlass(
    id: string,
    input: { subjectDigest: string; reason: string; ticket?: string },
    options: WritingTo,
  ): Promise<ApprovalItem>;
  review(
    id: string,
    input: { comment: string },
    options: WritingTo,
  ): Promise<ApprovalItem>;
  resolve(
    id: string,
    input: { action: 'continue' | 'roll-back' | 'abandon'; reason: string },
    options: WritingTo,
  ): Promise<ApprovalItem>;
}

/** Who looks: what they may do with a request is said beside it. */
export interface Viewer {
  by: Voter;
  /** As the catalog has them now; absent: an answer of it that is some seconds old will do. */
  person?: Person;
  /** Requests on which each permission is granted. */
  may: Record<'vote' | 'breakGlass' | 'resolve', ApprovalCondition>;
}

/** Requests, for whoever was already let in. `only`: as far as the caller may see them. */
export interface ApprovalReader {
  list(
    request: ApprovalListRequest & { only: ApprovalCondition },
    viewer: Viewer,
  ): Promise<ViewBody<ApprovalList>>;
  /** Undefined: nobody knows it, or `only` leaves it out. */
  approval(
    request: { id: string; since?: number; only: ApprovalCondition },
    viewer: Viewer,
  ): Promise<ViewBody<ApprovalDetails> | undefined>;
  /** {@inheritDoc ApprovalReader.approval} */
  item(
    request: { id: string; only: ApprovalCondition },
    viewer: Viewer,
  ): Promise<ApprovalItem | undefined>;
  /**
   * {@inheritDoc ApprovalReader.item}
   *
   * @param written - what was just committed of it, which is not read again
   */
  itemOf(
    written: RequestSnapshot,
    request: { only: ApprovalCondition },
    viewer: Viewer,
  ): Promise<ApprovalItem | undefined>;
  /** Those of some requests that a condition holds for. */
  holding(ids: string[], condition: ApprovalCondition): Promise<Set<string>>;
}
