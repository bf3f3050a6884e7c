import { ApprovalPolicy } from '../../model/ApprovalPolicy';
import { ruleInOrder } from '../policy/ruleInOrder';
import { canonicalJson } from './canonicalJson';
import { sha256Hex } from './sha256Hex';

/** Hex SHA-256 of a policy. The order in which parts of its rule, groups and users are written says nothing. */
export function policyHash(policy: ApprovalPolicy): string {
  return sha256Hex(
    canonicalJson({ ...policy, require: ruleInOrder(policy.require) }),
  );
}
