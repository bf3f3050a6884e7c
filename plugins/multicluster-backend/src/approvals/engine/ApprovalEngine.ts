import {
  Actor,
  ApprovalCode,
  Sentence,
} from '@fairway/backstage-plugin-multicluster-common';
import { JsonObject } from '@backstage/types';
import type { Exempted, Exemption } from './ExemptRequests';
import type { PersonGrounds } from './PersonGrounds';
import { RequestRecord } from '../model/RequestRecord';
import { StepRecord } from '../model/StepRecord';
import { VoteRecord } from '../model/VoteRecord';

/**
 * Everything that can happen to a request for approval. Each method is one transaction: votes, seal, outbox and trail are
 * written together or not at all.
 *
 * @remarks
 * The first group is told by whoever observes; these never throw for how the request stands (what comes too late is a no-op
 * whose answer shows the request as it is) and may be repeated. The second group is what people do: the caller of the engine
 * has judged the permission and passes what it was judged by as `evidence`. They throw an `ApprovalError` with `code` and
 * `statusCode` (see ./ApprovalError), or the NotFoundError of util/codedErrors (`approval-not-found`). Times are milliseconds since the epoch by the clock of the database.
 */
export interface ApprovalEngine {
  /**
   * Opens a request unless one of this `gateKey` is open, which is then left as it is (`opened: false`); also unless the last
   * of this `gateKey` ended with the same digest other than `cancelled`, see `reopen`. Never two, however many replicas ask at
   * once.
   */
  open(draft: RequestDraft): Promise<Opening>;

  /**
   * E29: opens a request and seals it at once, because what it is about was approved before. `sealed: false`: one of this `gateKey`
   * is decided already. Whoever asks has proved it, and looked whether windows are open where they hold it.
   *
   * @throws DECIDED_IN_TOOL when it cannot be delivered from here
   */
  exempt(draft: RequestDraft, exemption: Exemption): Promise<Exempted>;

  /**
   * E14: what is decided about is another thing now. Votes are void, the generation grows. Without effect when the digest is
   * the one it has. A decision that was taken up already is checked by its preflight instead.
   */
  subjectChanged(id: string, change: SubjectChange): Promise<RequestSnapshot>;

  /**
   * E16: a complete read did not find the gate. The first such read is only noted; one at least five seconds later cancels.
   * `gateSeen` forgets the first. Never call either for a read that failed or was partial.
   */
  gateGone(id: string, why: { sentence: Sentence }): Promise<RequestSnapshot>;
  gateSeen(id: string): Promise<void>;

  /**
   * E19: it was decided at the source. When one of our own steps was sent and the decision is the one we sent, whether it was
   * ours is left to the worker (no-op here): only the adapter can tell. `ours`: ids of steps of which the effect was
   * seen, where that was looked at already, as it has to be of what halted, which no worker looks at.
   */
  decidedElsewhere(
    id: string,
    decided: { decision: 'approve' | 'reject'; actor?: Actor; ours?: string[] },
  ): Promise<RequestSnapshot>;

  /** It ended and nobody decided: time ran out at the source, or the run or whoever runs it was stopped. Never EXTERNAL. */
  endedUndecided(
    id: string,
    end: { how: 'expired' | 'cancelled'; sentence: Sentence },
  ): Promise<RequestSnapshot>;

  /** E15: something newer asks in the same lane. `by`: id of the request that took its place. */
  superseded(id: string, by?: string): Promise<RequestSnapshot>;

  /**
   * Begins to read what something that this person does is judged by, while the caller judges the permission: both ask others, and
   * one after the other is what most of a vote takes. Writes nothing. For one act, which is handed the promise at once.
   */
  prepare(id: string, by: Voter): Promise<PersonGrounds>;

  /**
   * E1-E4, E11, E12. A vote on what is sealed or on its way throws `DECISION_SEALED` or `DECISION_IN_FLIGHT`; one on what ended
   * is stored as `late` with `applied: false`. With in-request delivery the answer comes after the attempt to deliver.
   *
   * @throws codes of `ApprovalCode`: STALE_VERSION (412), SUBJECT_CHANGED (409, with `digest`), COMMENT_REQUIRED (400),
   * IDEMPOTENCY_MISMATCH (422), every code of "nobody may vote" (409) and "this person may not" (403)
   */
  vote(command: VoteCommand): Promise<EngineAnswer>;

  /** E5. @throws NOTHING_TO_RECALL when the caller has no counted vote, DECISION_SEALED, DECISION_IN_FLIGHT, FINAL */
  withdraw(command: PersonCommand): Promise<EngineAnswer>;

  /**
   * E6, by a counted voter or a member of an owner group. A decision that is still queued is taken back and the caller's vote
   * withdrawn (all votes when an owner recalls who did not vote).
   *
   * @throws NOTHING_TO_RECALL, TOO_LATE (409), FINAL, NOT_ELIGIBLE
   */
  recall(command: PersonCommand): Promise<EngineAnswer>;

  /** E26. Skips quorum and windows; never the digest, the preflight or a stop of the line. @throws REASON_REQUIRED (fewer than 20 characters), TICKET_REQUIRED, IS_REQUESTER never; else as `vote` */
  breakGlass(command: BreakGlassCommand): Promise<EngineAnswer>;

  /** Of a decision past the rules, by somebody else than who took it. @throws NOT_ELIGIBLE, FINAL when it was reviewed */
  review(command: PersonCommand & { comment: string }): Promise<EngineAnswer>;

  /** What becomes of a halted delivery. @throws NOT_HALTED (409), REASON_REQUIRED, NOT_PERMITTED for what `halted.may` lacks */
  resolve(
    command: PersonCommand & {
      action: 'continue' | 'roll-back' | 'abandon';
      reason: string;
    },
  ): Promise<EngineAnswer>;

  /** @throws NotFoundError with the code `approval-not-found` */
  get(id: string): Promise<RequestSnapshot>;

  /** The open request of a gate. */
  findOpen(gateKey: string): Promise<RequestRecord | undefined>;

  /** Whether somebody may vote now, for what stands beside a button. Reads the catalog; writes nothing. */
  judge(
    snapshot: RequestSnapshot,
    by: Voter,
    decision: 'approve' | 'reject',
  ): Promise<Judgement>;

  /**
   * What happens at its moment: deadlines (E13), windows and `notBefore` that open or close (E9, E10). Repeats do no harm; every
   * replica may call it.
   */
  sweep(signal?: AbortSignal): Promise<void>;

  /**
   * Rights that were lost (E24), policies that changed (E25), people that are missing. It takes minutes where thousands are open,
   * and nothing may wait for it. Repeats do no harm; every replica may call it, also while `sweep` runs.
   */
  sweepRights(signal?: AbortSignal): Promise<void>;
}

/** What a request is opened with. */
export type RequestDraft = Pick<
  RequestRecord,
  | 'gateKey'
  | 'kind'
  | 'source'
  | 'runKey'
  | 'pipelineKey'
  | 'gateId'
  | 'gateVersion'
  | 'policyKey'
  | 'title'
  | 'environment'
  | 'subject'
  | 'subjectDigest'
  | 'changeKey'
  | 'policy'
  | 'policyHash'
  | 'requesters'
  | 'enforcement'
  | 'identityMode'
  | 'delivery'
  | 'detail'
  | 'refusal'
  | 'entities'
> & {
  /** When the tool gives up by itself. The policy may make it earlier, never later. */
  toolDeadline?: number;
  /** Opens although the last of this `gateKey` ended with the same digest: somebody asked to try again. */
  reopen?: boolean;
};

/** {@inheritDoc ApprovalEngine.open} */
export interface Opening {
  request: RequestRecord;
  opened: boolean;
}

/** What changed. What is absent stays as it is. */
export type SubjectChange = Pick<RequestDraft, 'subject' | 'subjectDigest'> &
  Partial<
    Pick<
      RequestDraft,
      | 'requesters'
      | 'detail'
      | 'gateVersion'
      | 'changeKey'
      | 'policy'
      | 'policyHash'
      | 'title'
      | 'entities'
    >
  > & {
    /** `null`: votes may be cast now. */
    refusal?: ApprovalCode | null;
  };

/** A request with all that belongs to it, as of one moment. */
export interface RequestSnapshot {
  request: RequestRecord;
  /** Of every generation, in the order of casting. */
  votes: VoteRecord[];
  /** Of the decision that stands; of the last one where none does. */
  steps: StepRecord[];
  /** The clock of the database when it was read. */
  readAt: number;
}

/** Who does something, as the verified credentials of the call say. Nothing of it comes from a body. */
export interface Voter {
  /** Absent: the caller is a service. */
  userEntityRef?: string;
  /** Somebody or something that acts in the user's name; refused. */
  actsFor?: string;
}

/** What everything that people do has in common. */
export interface PersonCommand {
  id: string;
  by: Voter;
  /** `ApprovalRequest.etag` of what was looked at. */
  ifMatch: string;
  /** By what the permission was judged, for the trail. */
  evidence?: JsonObject;
  idempotency?: Idempotency;
  /** What {@link ApprovalEngine.prepare} began to read for this very act; absent: it is read when the act begins. */
  grounds?: Promise<PersonGrounds>;
}

/** Makes a repetition recognisable: the same key and fingerprint give the first answer again. */
export interface Idempotency {
  /** The header as it came. */
  key: string;
  /** Hex SHA-256 of method, path and body. */
  fingerprint: string;
}

/** {@inheritDoc ApprovalEngine.vote} */
export interface VoteCommand extends PersonCommand {
  decision: 'approve' | 'reject';
  subjectDigest: string;
  comment?: string;
  notBefore?: number;
  channel: 'portal' | 'bulk';
  /** The person's own credential at the tool, for in-request delivery. Held in memory, never stored or logged. */
  userCredential?: string;
}

/** {@inheritDoc ApprovalEngine.breakGlass} */
export interface BreakGlassCommand extends PersonCommand {
  subjectDigest: string;
  reason: string;
  ticket?: string;
  userCredential?: string;
}

/** What is answered, the first time and every time it is repeated. */
export interface EngineAnswer {
  snapshot: RequestSnapshot;
  /** False: it was kept as evidence and changed nothing. */
  applied: boolean;
  /** True: this was answered before. */
  replayed: boolean;
}

/** Whether somebody may, and why not. */
export type Judgement =
  | { allowed: true; groups: string[] }
  | { allowed: false; code: ApprovalCode; sentence: Sentence };
