import { PermissionCriteria } from '@backstage/plugin-permission-common';

/**
 * Requests that a rule of the permission policy holds for, as it is asked of the database. Any of the values is enough.
 *
 * @public
 */
export type ApprovalFilter =
  | { field: 'owner'; values: string[] }
  | { field: 'environment'; values: string[] }
  | { field: 'kind'; values: string[] }
  | { field: 'source'; values: string[] };

/** All of them, none of them, or those of a tree of conditions. */
export type ApprovalCondition =
  | 'all'
  | 'none'
  | PermissionCriteria<ApprovalFilter>;
