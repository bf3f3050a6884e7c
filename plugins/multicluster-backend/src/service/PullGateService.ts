import { ApprovalCode } from '@fairway/backstage-plugin-multicluster-common';

/** What a stage asks: whether it may go on. Everything in it comes from outside and is believed in nothing. */
export interface PullQuestion {
  /** What stands behind `Bearer` in the `Authorization` header. */
  secret: string | undefined;
  /** The body as it was sent. */
  body: Buffer;
}

/** What it is told. Whatever is no answer is an error, at which a stage must not go on either. */
export interface PullAnswer {
  decision: 'wait' | 'approved' | 'rejected';
  /** Id of the request for approval; absent: none is open yet. */
  request?: string;
  /** Why, where it says more than the decision. */
  reason?: ApprovalCode | 'EXPIRED' | 'SUPERSEDED' | 'NOT_OBSERVED_YET';
}

/** Answers stages that ask the portal whether they may go on. */
export interface PullGateService {
  /**
   * Rejects with an AuthenticationError (401) for a secret of nobody, an InputError (400) for what is no question, a
   * NotFoundError (404) for a run that was not observed, a NotAllowedError (403) for one that is nobody's, a ConflictError
   * (409) when there is nothing to answer any more, a ServiceUnavailableError (503) when that cannot be told, and with 429.
   */
  answer(question: PullQuestion): Promise<PullAnswer>;
}
