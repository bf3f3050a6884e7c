import { ApprovalPolicy } from '../../model/ApprovalPolicy';
import { policyHash } from '../digest/policyHash';
import { stricterOf } from './stricterOf';

/**
 * The policy of a request that waits while the platform, or an entity, changes what decides it (E25): the stricter of both.
 *
 * @returns undefined where nothing gets stricter by it. What makes nothing stricter, such as a name, is left as it is: two
 * replicas that were given different configurations would otherwise write over each other for as long as both run.
 */
export function tightenedBy(
  held: ApprovalPolicy,
  now: ApprovalPolicy,
): ApprovalPolicy | undefined {
  const { name, remindAt, supersede, builtIn } = held;
  const both = { ...stricterOf(held, now), name, remindAt, supersede, builtIn };
  const { waves } = held;
  const tightened =
    both.waves && waves
      ? { ...both, waves: { ...both.waves, clusters: waves.clusters } }
      : both;
  // Both in the same form: how a rule is written says nothing.
  return policyHash(tightened) === policyHash(stricterOf(held, held))
    ? undefined
    : tightened;
}
