import type { z as zod } from 'zod/v3';
import { affinityInput, labelSelectorInput } from './affinityInput';

/**
 * What the spec of a policy may hold, under Karmada's own names.
 *
 * @remarks
 * Every object is strict: an API server drops a field it does not know with a mere warning, and a `replicaScheduling`
 * beside `placement` then divides nothing.
 */
export function policyInput(z: typeof zod) {
  return {
    resourceSelectors: z
      .array(
        z
          .object({
            apiVersion: z.string().min(1).describe('For example apps/v1'),
            kind: z.string().min(1).describe('For example Deployment'),
            name: z.string().min(1).optional(),
            labelSelector: labelSelectorInput(z).optional(),
          })
          .strict(),
      )
      .min(1)
      .describe('Objects to place, in the namespace of the policy'),
    placement: placementInput(z)
      .optional()
      .describe('Where, and how copies are divided. Absent: every cluster'),
    propagateDeps: z
      .boolean()
      .optional()
      .describe('Place ConfigMaps, Secrets and the like that they use as well'),
    priority: z
      .number()
      .int()
      .min(-2147483648)
      .max(2147483647)
      .optional()
      .describe('The higher one wins where two policies select one object'),
    preemption: z.enum(['Always', 'Never']).optional(),
    conflictResolution: z
      .enum(['Abort', 'Overwrite'])
      .optional()
      .describe('What happens where a cluster has such an object already'),
    preserveResourcesOnDeletion: z.boolean().optional(),
  };
}

function placementInput(z: typeof zod) {
  return z
    .object({
      clusterAffinity: affinityInput(z).optional(),
      spreadConstraints: z
        .array(
          z
            .object({
              spreadByField: z
                .enum(['cluster', 'region', 'zone', 'provider'])
                .optional(),
              spreadByLabel: z.string().min(1).optional(),
              minGroups: z.number().int().min(0).optional(),
              maxGroups: z.number().int().min(0).optional(),
            })
            .strict(),
        )
        .optional(),
      replicaScheduling: divisionInput(z).optional(),
    })
    .strict();
}

function divisionInput(z: typeof zod) {
  return z
    .object({
      replicaSchedulingType: z.enum(['Duplicated', 'Divided']).optional(),
      replicaDivisionPreference: z.enum(['Aggregated', 'Weighted']).optional(),
      weightPreference: z
        .object({
          staticWeightList: z
            .array(
              z
                .object({
                  targetCluster: affinityInput(z),
                  weight: z.number().int().min(1),
                })
                .strict(),
            )
            .optional(),
          dynamicWeight: z.enum(['AvailableReplicas']).optional(),
        })
        .strict()
        .optional(),
    })
    .strict();
}
