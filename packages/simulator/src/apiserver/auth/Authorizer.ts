import { Attributes } from './Attributes';
import { UserInfo } from './UserInfo';

/** Decides whether a user may do something. */
export interface Authorizer {
  allows(user: UserInfo, attributes: Attributes): boolean;
  /** The rules a user has in a namespace, for SelfSubjectRulesReview. */
  rules(user: UserInfo, namespace: string): PolicyRule[];
}

/** A rule of a Role or ClusterRole. */
export interface PolicyRule {
  verbs: string[];
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  nonResourceURLs?: string[];
}
