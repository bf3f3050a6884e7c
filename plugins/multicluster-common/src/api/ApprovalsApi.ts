import {
  MulticlusterRequestOptions,
  NotModified,
  PageRequest,
} from './MulticlusterApi';
import {
  ActionPreview,
  ApprovalDetails,
  ApprovalDiff,
  ApprovalItem,
  ApprovalList,
  AuditList,
  AuditReport,
  LaneList,
  LineStop,
  RestoredLane,
  StopList,
} from './views';

/** Options of everything that changes something. @public */
export interface WriteOptions {
  /** `ApprovalRequest.etag` of what was looked at. Another one by then: 412 `STALE_VERSION`. */
  ifMatch: string;
  /** Chosen by the caller, one for each thing it wants done; a repetition with the same is answered as the first was. */
  idempotencyKey: string;
  token?: string;
  signal?: AbortSignal;
}

/** What a vote says. @public */
export interface VoteInput {
  decision: 'approve' | 'reject';
  /** Of what was looked at. Another one by then: 409 `SUBJECT_CHANGED`. */
  subjectDigest: string;
  comment?: string;
  /** ISO 8601; have the effect not before this. */
  notBefore?: string;
}

/** Result of one of several votes. @public */
export interface BulkVoteResult {
  id: string;
  /** As the request itself would have been answered. */
  status: number;
  item?: ApprovalItem;
  error?: { code: string; message: string };
}

/**
 * Approvals, lanes, stops and the trail.
 *
 * @remarks
 * Every method rejects with a `ResponseError` whose body carries an {@link ApprovalCode} or another stable `code`.
 *
 * @public
 */
export interface ApprovalsApi {
  listApprovals(
    request: PageRequest & {
      /** `mine`: up to the caller now; `open` (the default): not ended; `closed`: ended, the last first; `all`. */
      scope?: 'mine' | 'open' | 'closed' | 'all';
      entityRefs?: string[];
      environment?: string;
      /** Id of a run. */
      runId?: string;
    },
    options?: MulticlusterRequestOptions,
  ): Promise<ApprovalList | NotModified>;
  getApproval(
    id: string,
    /** Generation that the caller last looked at; the answer then says what changed. */
    request?: { since?: number },
    options?: MulticlusterRequestOptions,
  ): Promise<ApprovalDetails | NotModified>;
  /** What it would change; read at the far end, so that it takes a moment. */
  getApprovalDiff(
    id: string,
    options?: Omit<MulticlusterRequestOptions, 'ifNoneMatch'>,
  ): Promise<ApprovalDiff>;
  vote(
    id: string,
    input: VoteInput,
    options: WriteOptions,
  ): Promise<ApprovalItem>;
  /** At most 200; each stands for itself. */
  voteAll(
    inputs: Array<VoteInput & { id: string; ifMatch: string }>,
    options: Omit<WriteOptions, 'ifMatch'>,
  ): Promise<BulkVoteResult[]>;
  withdrawVote(id: string, options: WriteOptions): Promise<ApprovalItem>;
  recall(id: string, options: WriteOptions): Promise<ApprovalItem>;
  breakGlass(
    id: string,
    input: { subjectDigest: string; reason: string; ticket?: string },
    options: WriteOptions,
  ): Promise<ApprovalItem>;
  /** Somebody else looked at what was decided past the rules. */
  review(
    id: string,
    input: { comment: string },
    options: WriteOptions,
  ): Promise<ApprovalItem>;
  resolve(
    id: string,
    input: { action: 'continue' | 'roll-back' | 'abandon'; reason: string },
    options: WriteOptions,
  ): Promise<ApprovalItem>;

  listStops(options?: MulticlusterRequestOptions): Promise<StopList>;
  stopTheLine(
    input: { scope: LineStop['scope']; reason: string; until: string },
    options: Omit<WriteOptions, 'ifMatch'>,
  ): Promise<LineStop>;
  liftStop(
    id: string,
    input: { reason: string },
    options: Omit<WriteOptions, 'ifMatch'>,
  ): Promise<LineStop>;

  listLanes(
    request?: { entityRefs?: string[] },
    options?: MulticlusterRequestOptions,
  ): Promise<LaneList | NotModified>;
  /** `dryRun` looks at what would happen, and gives the `resourceVersion` that the real request sends back. */
  manageLane(
    id: string,
    input: {
      action: 'arm' | 'disarm';
      dryRun: boolean;
      reason?: string;
      resourceVersion?: string;
    },
    options: Omit<WriteOptions, 'ifMatch'>,
  ): Promise<ActionPreview>;
  /** Releases what only restores content that the lane had before; `ifMatch` is the `etag` of the offer. */
  restoreLane(
    id: string,
    input: { reason: string },
    options: WriteOptions,
  ): Promise<RestoredLane>;
  manageCluster(
    cluster: { controlPlane: string; name: string },
    input: {
      action: 'cordon' | 'uncordon';
      dryRun: boolean;
      reason?: string;
      resourceVersion?: string;
    },
    options: Omit<WriteOptions, 'ifMatch'>,
  ): Promise<ActionPreview>;

  listAudit(
    request: PageRequest & { requestId?: string },
    options?: MulticlusterRequestOptions,
  ): Promise<AuditList>;
  getAuditReport(
    request: PageRequest & { environment?: string; from: string; to: string },
    options?: MulticlusterRequestOptions,
  ): Promise<AuditReport>;
  /** The whole report as CSV: what a page holds at most is read page by page. */
  downloadAuditReport(
    request: { environment?: string; from: string; to: string },
    options?: MulticlusterRequestOptions,
  ): Promise<string>;
}
