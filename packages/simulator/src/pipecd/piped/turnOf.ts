import { DeploymentStatus } from '../model/enums';
import { isOver } from '../model/isOver';
import type { Deployment } from '../model/messages';

/** Whether an older deployment of the same application is not over. */
function isQueued(own: Deployment, all: Iterable<Deployment>): boolean {
  for (const other of all) {
    if (other.id === own.id) {
      return false;
    }
    if (other.application_id === own.application_id && !isOver(other)) {
      return true;
    }
  }
  return false;
}

/**
 * Whether a deployment may be planned: one of an application at a time, oldest first, and a block of a chain after the
 * block before it; never, when that one did not succeed.
 */
export function turnOf(
  own: Deployment,
  all: Iterable<Deployment>,
): 'now' | 'later' | 'never' {
  const rows = [...all];
  if (isQueued(own, rows)) {
    return 'later';
  }
  const index = own.deployment_chain_block_index ?? 0;
  if (!own.deployment_chain_id || index === 0) {
    return 'now';
  }
  const before = rows.find(
    ({ deployment_chain_id, deployment_chain_block_index = 0 }) =>
      deployment_chain_id === own.deployment_chain_id &&
      deployment_chain_block_index === index - 1,
  );
  if (!before || !isOver(before)) {
    return 'later';
  }
  return before.status === DeploymentStatus.SUCCESS ? 'now' : 'never';
}
