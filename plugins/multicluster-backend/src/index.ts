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
