import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import { GatesFacet } from '@fairway/backstage-plugin-multicluster-node';

/** Gates are shown with a link: whoever opens it decides in the tool, as themselves. @internal */
export const decidedInTheTool: GatesFacet = {
  capabilities: () =>
    (['approve', 'reject'] as const).map(verdict => ({
      verdict,
      available: false,
      reason: sentence('tool.decideThere'),
      identityModes: ['deep-link'],
      delivery: 'worker',
    })),
  decide: async () => ({
    outcome: 'refused',
    code: 'unsupported',
    sentence: sentence('tool.decideThere'),
    actedAs: { mode: 'deep-link' },
    retryable: false,
  }),
};
