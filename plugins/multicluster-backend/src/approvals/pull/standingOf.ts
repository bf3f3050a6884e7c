import { RequestSnapshot } from '../engine/ApprovalEngine';

/** What a request has to say to the stage that asks. */
export type Standing =
  | { say: 'wait' }
  /** It may be told, if nothing speaks against it now. */
  | { say: 'approve' | 'reject' }
  /** Nobody decided, and nobody will: the stage must not go on. */
  | { say: 'end'; reason: 'EXPIRED' | 'SUPERSEDED' }
  | { say: 'nothing' };

/**
 * What a stage that asks may be told, by how its request stands.
 *
 * @remarks
 * A decision is told only once its delivery was taken up (its step was sent): until then it can be recalled, held by a freeze
 * or a stop, or lose a voter. A request that took effect says the same as before, because a restart runs the script again.
 */
export function standingOf({
  request: { state, decision },
  steps,
}: Pick<RequestSnapshot, 'request' | 'steps'>): Standing {
  const sent = steps.some(step =>
    ['sent', 'observed', 'unproven'].includes(step.state),
  );
  switch (state) {
    case 'pending':
    case 'held':
    case 'queued':
      return { say: 'wait' };
    case 'delivering':
    case 'unknown':
    case 'halted':
    case 'applied':
    case 'rejected':
      return decision && sent
        ? { say: decision }
        : { say: state === 'halted' ? 'nothing' : 'wait' };
    case 'expired':
      return { say: 'end', reason: 'EXPIRED' };
    case 'superseded':
      return { say: 'end', reason: 'SUPERSEDED' };
    default:
      return { say: 'nothing' };
  }
}
