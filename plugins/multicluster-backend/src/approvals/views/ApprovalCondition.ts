import { PermissionCriteria } from '@backstage/plugin-permission-common';

/** Requests that a condition holds for: what a rule of the permission policy becomes, and then SQL. */
export type ApprovalFilter =
  | { entityRefs: string[]; confirmed?: boolean }
  | { owners: string[] }
  | { environments: string[] }
  | { kinds: string[] }
  | { sources: string[] };

/** All of them, none of them, or those of a tree of conditions. */
export type ApprovalCondition =
  | 'all'
  | 'none'
  | PermissionCriteria<ApprovalFilter>;
