import { ApprovalDemand } from './ApprovalDemand';

/**
 * Whether a policy asked for approval in an environment at a moment; `before`: that was not noted yet. Requests of before tell that
 * a policy asked, and none that none did. Where nothing is known at all it is taken to have asked: what nobody approved must not
 * look harmless because a note is missing.
 *
 * @param at - milliseconds since the epoch
 */
export function demandAt(
  demands: readonly ApprovalDemand[],
  environment: string,
  at: number,
): 'asked' | 'not-asked' | 'before' {
  const noted = demands.find(one => one.environment === '');
  const asked = demands.some(
    ({ environment: name, since, until = Infinity }) =>
      name !== '' && name === environment && since <= at && at < until,
  );
  if (!noted || asked) {
    return 'asked';
  }
  return at < noted.since ? 'before' : 'not-asked';
}
