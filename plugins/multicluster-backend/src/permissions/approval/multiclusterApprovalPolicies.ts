import { createConditionExports } from '@backstage/plugin-permission-node';
import { approvalResourceRef } from './approvalResourceRef';
import { approvalRules } from './approvalRules';

const { conditions, createConditionalDecision } = createConditionExports({
  resourceRef: approvalResourceRef,
  rules: approvalRules,
});

/**
 * Conditions on requests for approval, for permission policies.
 *
 * @remarks
 * They are judged in the database, so that a list shows what may be seen and its pages stay full. `hasEntityOwner` looks at
 * entities whose match is confirmed.
 *
 * @public
 */
export const multiclusterApprovalConditions = conditions;

/**
 * A decision for a permission on requests for approval, under {@link multiclusterApprovalConditions}.
 *
 * @public
 */
export const createMulticlusterApprovalConditionalDecision =
  createConditionalDecision;
