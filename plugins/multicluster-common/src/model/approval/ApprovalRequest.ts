import { IdentityMode } from '../IdentityMode';
import { GateEnforcement } from '../run/Gate';
import { Actor } from '../run/Actor';
import { Sentence } from '../Sentence';
import { ApprovalCode } from './ApprovalCode';
import { ApprovalState } from './ApprovalState';
import { ApprovalKind, ApprovalSubject } from './ApprovalSubject';
import { DeliveryStep } from './DeliveryStep';
import { QuorumProgress } from './QuorumRule';
import { Vote } from './Vote';

/** Something that waits for people, or did. @public */
export interface ApprovalRequest {
  id: string;
  kind: ApprovalKind;
  state: ApprovalState;
  /** Set when it is decided. */
  decision?: 'approve' | 'reject';
  /** Grows with each change of the subject; votes count for one generation. */
  generation: number;
  /** `"<id>.<generation>.<version>"`: what `If-Match` takes. */
  etag: string;
  /** What is asked, for example "Release checkout to member1". Text, never markup. */
  title: string;
  source: string;
  /** What its system is called where people read it. */
  tool?: string;
  run?: { id: string; pipeline: string; url?: string };
  gate?: { id: string; title: string; url?: string };
  lane?: { id: string; policy: string };
  environment?: string;
  entityRefs: string[];
  subject: ApprovalSubject;
  subjectDigest: string;
  /** Who asked for the change, and who wrote it; none of them may decide where duties are separated. */
  requesters: Requester[];
  policy: {
    name: string;
    hash: string;
    builtIn: boolean;
    /** Which votes need a comment; absent: none. */
    comment?: 'required' | 'on-reject';
  };
  quorum?: QuorumProgress;
  enforcement: GateEnforcement;
  /** As whom its effect is asked for. `deep-link`: votes are not collected, it is decided in the tool. */
  identityMode: IdentityMode;
  delivery: 'worker' | 'in-request' | 'none';
  votes: Vote[];
  steps: DeliveryStep[];
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601; not before this. */
  notBefore?: string;
  /** ISO 8601; undecided until then, it expires. */
  deadline?: string;
  /** ISO 8601; until then the decision can be taken back. */
  recallUntil?: string;
  /** ISO 8601. */
  closedAt?: string;
  /** Who decided it elsewhere. */
  closedBy?: Actor;
  window?: WindowState;
  /** What holds every decision of its scope. */
  stop?: { id: string; reason: string; by: string; until: string };
  halted?: {
    sentence: Sentence;
    /** Refs of who has to act. */
    owners: string[];
    may: Array<'continue' | 'roll-back' | 'abandon'>;
  };
  /** Decided past the rules; somebody has to look at it. */
  breakGlass?: {
    by: string;
    reason: string;
    ticket?: string;
    reviewBy?: string;
    reviewedBy?: string;
  };
  supersededBy?: string;
  /** Whether refusing it takes back what the run did: true where the tool rolls back by itself. Absent: not known. */
  rejectRollsBack?: boolean;
  /** What matters first: what it waits for, or how it ended. */
  sentence: Sentence;
  /** More to know before deciding: dependencies that leave, jobs that run again, what cannot be promised. */
  notes: Sentence[];
  blastRadius?: BlastRadius;
}

/** {@inheritDoc ApprovalRequest.requesters} @public */
export interface Requester extends Actor {
  role: 'trigger' | 'author' | 'co-author';
}

/** Windows and freezes, as they are now. @public */
export interface WindowState {
  open: boolean;
  sentence?: Sentence;
  /** ISO 8601. */
  nextOpen?: string;
  /** ISO 8601. */
  nextClose?: string;
}

/** What a decision reaches. A count that nobody can know is absent. @public */
export interface BlastRadius {
  clusters: string[];
  regions: string[];
  workloads: number;
  replicas?: number;
  /** Share of the capacity of those clusters, 0 to 1. */
  capacityShare?: number;
}

/** Whether the caller may do something with a request, and why not. @public */
export interface ApprovalAbility {
  allowed: boolean;
  code?: ApprovalCode;
  /** Why not; of a vote that is allowed, what it leads to. */
  sentence?: Sentence;
}
