import { policyHash } from '../rules/digest/policyHash';
import { stricterOf } from '../rules/policy/stricterOf';
import { tightenedBy } from '../rules/policy/tightenedBy';
import { GivenPolicy, PolicySubject, RequestRules } from './RequestRules';

/** {@inheritDoc policyOfAll} */
export interface JoinedPolicy extends GivenPolicy {
  /** The most guarded of them: that of the policy which covers most of the others; of several the last. Absent: it is in none. */
  environment?: string;
}

/**
 * By which policy something is decided that reaches several environments: what satisfies it satisfies the policy of each. Rejects
 * when the catalog cannot be read.
 *
 * @param environments - in the order of promotion; '' for what belongs to none, which may be production for all anybody knows
 */
export async function policyOfAll(
  rules: Pick<RequestRules, 'policyOf'>,
  environments: readonly string[],
  about: Omit<PolicySubject, 'environment'>,
): Promise<JoinedPolicy> {
  const all = await Promise.all(
    (environments.length > 0 ? environments : ['']).map(async environment => ({
      environment,
      given: await rules.policyOf({
        ...about,
        ...(environment && { environment }),
      }),
    })),
  );
  const covered = ({ given }: (typeof all)[number]) =>
    all.filter(other => !tightenedBy(given.policy, other.given.policy)).length;
  const named = all.filter(({ environment }) => environment !== '');
  // What makes nothing stricter, such as the name, is as in the last that is joined.
  const guarded = (named.length > 0 ? named : all).reduce((best, one) =>
    covered(one) >= covered(best) ? one : best,
  );
  const shown = guarded.environment && { environment: guarded.environment };
  if (all.length === 1) {
    return { ...guarded.given, ...shown };
  }
  const policy = [...all.filter(one => one !== guarded), guarded]
    .map(({ given }) => given.policy)
    .reduce(stricterOf);
  const refusal = all.find(({ given }) => given.refusal)?.given.refusal;
  return {
    policy,
    hash: policyHash(policy),
    ...(refusal && { refusal }),
    ...shown,
  };
}
