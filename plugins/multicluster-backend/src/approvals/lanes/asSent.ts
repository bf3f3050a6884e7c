import { ActionResult } from '@fairway/backstage-plugin-multicluster-common';

/** What was taken still has to be seen; what was changed meanwhile is compared and sent anew. */
export function asSent(result: ActionResult): ActionResult {
  if (result.outcome === 'applied') {
    return { ...result, outcome: 'requested' };
  }
  return result.outcome === 'refused' && result.code === 'conflict'
    ? { ...result, retryable: true }
    : result;
}
