import { Authorizer } from '../auth/Authorizer';
import { UserInfo } from '../auth/UserInfo';

/** All rules the caller has in a namespace. */
export function selfSubjectRulesReview(
  authorizer: Authorizer,
  user: UserInfo,
  namespace: string,
): object {
  return {
    resourceRules: authorizer
      .rules(user, namespace)
      .filter(rule => rule.resources)
      .map(({ verbs, apiGroups, resources, resourceNames }) => ({
        verbs,
        apiGroups,
        resources,
        ...(resourceNames?.length && { resourceNames }),
      })),
    nonResourceRules: [],
    incomplete: false,
  };
}
