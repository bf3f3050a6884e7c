import type { z as zod } from 'zod/v3';

/** A label selector. Karmada stores an operator it does not know, and the policy then matches nothing. */
export function labelSelectorInput(z: typeof zod) {
  return z
    .object({
      matchLabels: z.record(z.string(), z.string()).optional(),
      matchExpressions: z
        .array(
          z
            .object({
              key: z.string().min(1),
              operator: z.enum(['In', 'NotIn', 'Exists', 'DoesNotExist']),
              values: z.array(z.string()).optional(),
            })
            .strict(),
        )
        .optional(),
    })
    .strict();
}

/** Which clusters. The keys and operators of the field selector are those Karmada's webhook lets pass. */
export function affinityInput(z: typeof zod) {
  return z
    .object({
      clusterNames: z.array(z.string().min(1)).optional(),
      exclude: z.array(z.string().min(1)).optional(),
      labelSelector: labelSelectorInput(z).optional(),
      fieldSelector: z
        .object({
          matchExpressions: z
            .array(
              z
                .object({
                  key: z.enum(['provider', 'region', 'zone']),
                  operator: z.enum(['In', 'NotIn']),
                  values: z.array(z.string()).optional(),
                })
                .strict(),
            )
            .optional(),
        })
        .strict()
        .optional(),
    })
    .strict();
}
