import fs from 'node:fs/promises';
import path from 'node:path';
import { resolveSafeChildPath } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { stringify } from 'yaml';
import { checkPropagationPolicy } from '../policy/checkPropagationPolicy';
import { clustersWithoutCopies } from '../policy/clustersWithoutCopies';
import { policyInput } from '../policy/policyInput';
import { PropagationPolicy } from '../policy/PropagationPolicy';
import { examples } from './createPropagationPolicyWriteAction.examples';

/** Writes a Karmada PropagationPolicy into the workspace, if an API server would take it and act on all of it. */
export function createPropagationPolicyWriteAction() {
  return createTemplateAction({
    id: 'multicluster:propagation-policy:write',
    description:
      'Writes a Karmada PropagationPolicy into the workspace. Refuses what an API server would refuse, drop or never act on.',
    examples,
    supportsDryRun: true,
    schema: {
      input: z =>
        z
          .object({
            path: z
              .string()
              .min(1)
              .optional()
              .describe(
                'File to write, from the root of the workspace. Absent: propagation-policy.yaml',
              ),
            name: z.string().min(1).describe('Name of the policy'),
            namespace: z
              .string()
              .min(1)
              .optional()
              .describe(
                'Namespace of the policy and of what it selects. Absent: the one it is applied to',
              ),
            ...policyInput(z),
          })
          .strict(),
      output: z =>
        z.object({
          path: z.string().describe('The file that was written'),
          policy: z.any().describe('The policy, as an object'),
        }),
    },
    async handler(ctx) {
      const { path: file = 'propagation-policy.yaml', ...input } = ctx.input;
      const { name, namespace, ...spec } = input;
      const policy: PropagationPolicy = {
        apiVersion: 'policy.karmada.io/v1alpha1',
        kind: 'PropagationPolicy',
        metadata: { name, ...(namespace && { namespace }) },
        spec,
      };
      const findings = checkPropagationPolicy(policy);
      if (findings.length > 0) {
        throw new InputError(
          `The policy ${name} would not do what it says: ${findings.join(
            '; ',
          )}`,
        );
      }
      for (const cluster of clustersWithoutCopies(policy)) {
        ctx.logger.warn(
          `${cluster} is named but has no weight: it gets no copy`,
        );
      }
      const target = resolveSafeChildPath(ctx.workspacePath, file);
      await fs.mkdir(path.dirname(target), { recursive: true });
      await fs.writeFile(target, stringify(policy));
      ctx.logger.info(`Wrote the policy ${name} to ${file}`);
      ctx.output('path', file);
      ctx.output('policy', policy);
    },
  });
}
