import { ObserveContext } from '@fairway/backstage-plugin-multicluster-node';
import {
  observeAll,
  observeResource,
  ObserveResourceOptions,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { KarmadaConnections } from '../connect';
import { Discovery } from '../Discovery';
import { awaitKarmada } from './awaitKarmada';
import { fixedLanes } from './fixedLanes';
import { logOnce } from './logOnce';
import { TemplateLanes } from './TemplateLanes';
import { defaultTemplateTimings, TemplateTimings } from './TemplateTimings';
import { versionedSink } from './versionedSink';
import { Impersonated } from './missingRights';
import { watchOver } from './watchOver';

/** What is observed of one control plane, and how. @internal */
export interface ObserveOptions {
  connections: KarmadaConnections;
  discovery: Discovery;
  configMaps: boolean;
  /** As what the credential for logs acts; empty: as itself. */
  impersonates: Impersonated[];
  /** Of the observer, for tests. */
  timings?: ObserveResourceOptions['timings'];
  templateTimings?: Partial<TemplateTimings>;
}

/** How often a server that is no Karmada is asked again. */
const RETRY_MS = 30_000;

/**
 * Observes a control plane until the signal aborts: Karmada's own kinds, each on a lane that fails by itself, and the
 * templates that its bindings refer to.
 *
 * @throws what the sink throws, a ConflictError when the lease is lost
 * @internal
 */
export async function observe(
  given: ObserveContext,
  options: ObserveOptions,
): Promise<void> {
  const context = { ...given, sink: versionedSink(given.sink) };
  const { connections, discovery, timings } = options;
  await awaitKarmada(context, discovery, RETRY_MS);
  const onUnknown = logOnce(context.logger);
  const templates = TemplateLanes.create({
    transport: connections.read,
    discovery,
    configMaps: options.configMaps,
    context,
    timings: { ...defaultTemplateTimings, ...options.templateTimings },
  });
  await observeAll(context.signal, [
    ...fixedLanes.map(
      ({ project, ...lane }) =>
        (signal: AbortSignal) =>
          observeResource({
            ...lane,
            transport: connections.read,
            project: object => {
              const facts = project(object, onUnknown);
              for (const fact of facts) {
                if (fact.type === 'placement' && !fact.dependency) {
                  const { group, version, kind } = fact.workload;
                  templates.note(group, version, kind);
                }
              }
              return facts;
            },
            context: { ...context, signal },
            ...(timings && { timings }),
          }),
    ),
    signal => templates.run(signal),
    signal =>
      watchOver(
        { ...context, signal },
        {
          connections,
          discovery,
          templates,
          impersonates: options.impersonates,
        },
      ),
  ]);
}
