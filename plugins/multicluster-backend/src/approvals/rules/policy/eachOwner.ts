import { QuorumRule } from '@fairway/backstage-plugin-multicluster-common';
import { ApprovalPolicy } from '../../model/ApprovalPolicy';

/**
 * A policy that asks somebody of each owner besides. What several own is released at once, and none of them decides for another.
 * Without effect where all have the same owners.
 *
 * @param owners - refs of groups and users that own it, for each entity; an entity that nobody owns can be approved by nobody
 */
export function eachOwner(
  policy: ApprovalPolicy,
  owners: ReadonlyArray<readonly string[]>,
): ApprovalPolicy {
  const sets = new Map(
    owners.map(refs => [JSON.stringify([...refs].sort()), refs]),
  );
  if (sets.size < 2) {
    return policy;
  }
  const rules = [...sets.values()].map((refs): QuorumRule => {
    const users = refs.filter(ref => ref.startsWith('user:'));
    const groups = refs.filter(ref => !ref.startsWith('user:'));
    return {
      atLeast: 1,
      of: {
        ...(groups.length > 0 && { groups: [...groups].sort() }),
        ...(users.length > 0 && { users: [...users].sort() }),
      },
    };
  });
  return { ...policy, require: { all: [policy.require, ...rules] } };
}
