/**
 * Aggregates control planes, clusters and delivery tools for the multicluster plugin.
 *
 * @packageDocumentation
 */
export { multiclusterPlugin as default } from './plugin';
export {
  createMulticlusterApprovalConditionalDecision,
  multiclusterApprovalConditions,
} from './permissions/approval/multiclusterApprovalPolicies';
export type { ApprovalFilter } from './approvals/views/ApprovalCondition';
export type { ApprovalResource } from './permissions/approval/ApprovalResource';
