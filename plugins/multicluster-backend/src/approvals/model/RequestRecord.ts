import {
  Actor,
  ApprovalCode,
  ApprovalKind,
  ApprovalState,
  ApprovalSubject,
  GateEnforcement,
  IdentityMode,
  Requester,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { Shortfall } from '../rules/quorum/Shortfall';
import { ApprovalPolicy } from './ApprovalPolicy';

/** A request as it is stored. Times are milliseconds since the epoch, by the clock of the database. */
export interface RequestRecord {
  id: string;
  /** What is decided over all its openings; at most one request of it is open. See gateKeyOf. */
  gateKey: string;
  generation: number;
  /** Grows with every write; part of the ETag. */
  version: number;
  kind: ApprovalKind;
  state: ApprovalState;
  decision?: 'approve' | 'reject';
  source: string;
  runKey?: string;
  pipelineKey?: string;
  gateId?: string;
  gateVersion?: string;
  policyKey?: string;
  title: string;
  environment?: string;
  subject: ApprovalSubject;
  subjectDigest: string;
  /** Equal for requests about one change: a lane and the run that changed it. */
  changeKey?: string;
  policy: ApprovalPolicy;
  policyHash: string;
  requesters: Requester[];
  enforcement: GateEnforcement;
  identityMode: IdentityMode;
  delivery: 'worker' | 'in-request' | 'none';
  detail: RequestDetail;
  /** Nobody may vote, for this reason; absent: votes are collected. */
  refusal?: ApprovalCode;
  halted?: {
    sentence: Sentence;
    owners: string[];
    may: Array<'continue' | 'roll-back' | 'abandon'>;
  };
  breakGlass?: {
    by: string;
    reason: string;
    ticket?: string;
    reviewBy: number;
    reviewedBy?: string;
    review?: string;
  };
  entities: Array<{ entityRef: string; confirmed: boolean }>;
  createdAt: number;
  updatedAt: number;
  notBefore?: number;
  deadline?: number;
  recallUntil?: number;
  sealedAt?: number;
  closedAt?: number;
  closedBy?: Actor;
  /** How it ended. */
  sentence?: Sentence;
  supersededBy?: string;
  /** First read that did not find its gate any more; a second, five seconds later, cancels. */
  missingSince?: number;
}

/** Why what a lane holds needs no new approval, see exemptionOf. */
export type LaneExemption = 'replicas' | 'failover' | 'return';

/**
 * What an exemption rests on: content that was approved here, or content that merely was there (when the lane was armed, or by hand),
 * which a person accepted as it is.
 */
export type ExemptionBasis = 'approved' | 'baseline';

/** What views show of a request beside. */
export interface RequestDetail {
  tool?: string;
  /** Id of the run in URLs. */
  runId?: string;
  pipelineName?: string;
  runUrl?: string;
  gateTitle?: string;
  gateUrl?: string;
  /** People whom the tool lists, and how many it needs at least; absent: not known. */
  toolApprovers?: string[];
  toolNeeds?: number;
  /** False: the tool takes no rejection from here; whoever would stop it does so there. */
  toolRejects?: boolean;
  rejectRollsBack?: boolean;
  /** Clusters to release, in the order of the waves of the policy. */
  waves?: string[][];
  /** Environments that it reaches, all of which judge it, in the order of promotion; '' for clusters of none, first. */
  environments?: string[];
  /** Of a lane, by cluster: the digest of what is decided about but for the number of copies. */
  withoutReplicas?: Record<string, string>;
  notes?: Sentence[];
  /** Who is missing for its policy to be met at all; with the refusal `POLICY_UNSATISFIABLE` alone. */
  missing?: Shortfall[];
  /** Why no new approval is needed for it. */
  exemption?: LaneExemption;
  /** What that rests on; of no meaning without one. */
  exemptionBasis?: ExemptionBasis;
  /** Who released it so (ref of a user); absent: the portal did by itself. */
  exemptBy?: string;
  /** Somebody took it back, or it had changed by the time it was sent: it is decided by votes from now on. */
  exemptionGone?: boolean;
}
