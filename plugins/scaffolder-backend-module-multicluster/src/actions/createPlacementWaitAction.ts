import { AuthService } from '@backstage/backend-plugin-api';
import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  MulticlusterApi,
  placementStates,
} from '@fairway/backstage-plugin-multicluster-common';
import { waitForPlacement } from '../placement/waitForPlacement';
import { examples } from './createPlacementWaitAction.examples';

const POLL_MS = 5000;
const TIMEOUT_SECONDS = 600;
const DAY_SECONDS = 86_400;

/**
 * Waits until an entity runs as wanted on every cluster it is placed on. Asks as the person who started the task, so
 * that a template shows nobody more than the entity's page would.
 */
export function createPlacementWaitAction(options: {
  api: Pick<MulticlusterApi, 'getEntityTopology'>;
  auth: AuthService;
  pollMs?: number;
}) {
  const { api, auth, pollMs = POLL_MS } = options;
  return createTemplateAction({
    id: 'multicluster:placement:wait',
    description:
      'Waits until an entity runs in the wanted version and state on every cluster it is placed on, or fails at a deadline with what is missing.',
    examples,
    // A dry run changes nothing on any cluster, so there is nothing to wait for.
    supportsDryRun: false,
    schema: {
      input: z =>
        z
          .object({
            entityRef: z
              .string()
              .min(1)
              .describe('For example component:default/checkout'),
            version: z
              .string()
              .min(1)
              .optional()
              .describe('Image tag or digest. Absent: any version'),
            states: z
              .array(z.enum(placementStates))
              .min(1)
              .optional()
              .describe('States that will do. Absent: healthy and applied'),
            clusters: z
              .array(z.string().min(1))
              .min(1)
              .optional()
              .describe('Absent: every cluster that is to have a copy'),
            workload: z
              .string()
              .min(1)
              .optional()
              .describe('Name of the only workload to look at. Absent: all'),
            timeoutSeconds: z
              .number()
              .int()
              .min(1)
              .max(DAY_SECONDS)
              .optional()
              .describe(
                'When to give up; a session that ends before ends the wait. Absent: after ten minutes',
              ),
          })
          .strict(),
      output: z =>
        z.object({
          sentence: z.string().describe('What was seen in the end'),
        }),
    },
    async handler(ctx) {
      const {
        entityRef,
        states = ['healthy', 'applied'],
        timeoutSeconds = TIMEOUT_SECONDS,
        ...wanted
      } = ctx.input;
      const ref = stringifyEntityRef(
        parseEntityRef(entityRef, { defaultKind: 'component' }),
      );
      const onBehalfOf = await ctx.getInitiatorCredentials();
      const verdict = await waitForPlacement({
        entityRef: ref,
        wanted: { ...wanted, states },
        timeoutMs: timeoutSeconds * 1000,
        pollMs,
        signal: ctx.signal,
        report: sentence => ctx.logger.info(sentence),
        ask: async request => {
          // A new token each time, because each is good for one answer or a few; none outlives the person's session.
          const { token } = await auth.getPluginRequestToken({
            onBehalfOf,
            targetPluginId: 'multicluster',
          });
          return api.getEntityTopology(ref, { ...request, token });
        },
      });
      ctx.output('sentence', verdict.sentence);
    },
  });
}
