import { ApprovalDemand } from './ApprovalDemand';

/**
 * Whether a policy asked for approval in an environment at a moment; `before`: the portal did not observe yet. Where nothing is known
 * at all it is taken to have asked: what nobody approved must not look harmless because a note is missing.
 *
 * @param at - milliseconds since the epoch
 */
export function demandAt(
  demands: readonly ApprovalDemand[],
  environment: string,
  at: number,
): 'asked' | 'not-asked' | 'before' {
  const observed = demands.find(one => one.environment === '');
  if (!observed) {
    return 'asked';
  }
  if (at < observed.since) {
    return 'before';
  }
  return demands.some(
    ({ environment: name, since, until = Infinity }) =>
      name !== '' && name === environment && since <= at && at < until,
  )
    ? 'asked'
    : 'not-asked';
}
