import { setTimeout as sleep } from 'node:timers/promises';
import { ObserveContext } from '@fairway/backstage-plugin-multicluster-node';
import { KubernetesError } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { ClusterSettings } from '../config';
import { ClusterConnections } from '../connect';
import { missingRights } from './missingRights';

/** How often a cluster is asked what the credentials may do. */
const EVERY_MS = 600_000;

/** When it is first asked: the lanes go first. */
const FIRST_MS = 2_000;

/**
 * Tells from time to time which rights are missing.
 *
 * @internal
 */
export async function watchOver(
  { signal, report, logger }: ObserveContext,
  options: { connections: ClusterConnections; settings: ClusterSettings },
): Promise<void> {
  const { connections, settings } = options;
  for (let wait = FIRST_MS; !signal.aborted; wait = EVERY_MS) {
    await sleep(wait, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) {
      return;
    }
    try {
      report.missingRbac(await missingRights(connections, settings, signal));
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (!(error instanceof KubernetesError)) {
        throw error;
      }
      // The lanes report what is wrong with the server; not knowing one's own rights stops nothing.
      logger.debug(`Rights could not be reviewed: ${error.message}`);
    }
  }
}
