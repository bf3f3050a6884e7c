import { setTimeout as sleep } from 'node:timers/promises';
import { ObserveContext } from '@fairway/backstage-plugin-multicluster-node';
import { KubernetesError } from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { KarmadaConnections } from '../connect';
import { Discovery } from '../Discovery';
import { Impersonated, missingRights } from './missingRights';
import { sourceFacts } from './sourceFacts';
import { TemplateLanes } from './TemplateLanes';

/** How often a control plane is asked what it serves and what the credentials may do. */
const EVERY_MS = 600_000;

/** When rights are first asked for: the lanes go first, and the kinds of templates are known by then. */
const FIRST_MS = 2_000;

/**
 * Tells from time to time what the control plane is and which rights are missing.
 *
 * @internal
 */
export async function watchOver(
  context: ObserveContext,
  options: {
    connections: KarmadaConnections;
    discovery: Discovery;
    templates: TemplateLanes;
    impersonates: Impersonated[];
  },
): Promise<void> {
  const { signal, report, logger } = context;
  const { connections, discovery, templates, impersonates } = options;
  for (let wait = FIRST_MS; !signal.aborted; wait = EVERY_MS) {
    const catalog = discovery.known;
    if (catalog) {
      report.facts(sourceFacts(catalog));
    }
    await sleep(wait, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) {
      return;
    }
    try {
      report.facts(sourceFacts(await discovery.read(EVERY_MS / 2)));
      report.missingRbac(
        await missingRights(connections, templates.resources(), {
          impersonates,
          signal,
        }),
      );
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
