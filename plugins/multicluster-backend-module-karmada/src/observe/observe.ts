import {
  FleetFact,
  ObserveContext,
  versionedSink,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  observeAll,
  observeResource,
  ObserveResourceOptions,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { KarmadaConnections } from '../connect';
import { Discovery } from '../Discovery';
import { awaitKarmada } from './awaitKarmada';
import { FirstLists, FirstListTimings } from './FirstLists';
import { FixedLane, fixedLanes } from './fixedLanes';
import { FORM } from './FORM';
import { logOnce } from './logOnce';
import { TemplateLanes } from './TemplateLanes';
import { defaultTemplateTimings, TemplateTimings } from './TemplateTimings';
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
  firstListTimings?: FirstListTimings;
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
  const context = { ...given, sink: versionedSink(given.sink, FORM) };
  const { connections, discovery, timings } = options;
  await awaitKarmada(context, discovery, RETRY_MS);
  const first = FirstLists.create(context, options.firstListTimings);
  const onUnknown = logOnce(context.logger);
  const templates = TemplateLanes.create({
    transport: connections.read,
    discovery,
    configMaps: options.configMaps,
    context: first.context,
    timings: { ...defaultTemplateTimings, ...options.templateTimings },
  });
  const observeLane = (
    { project, last: _, ...lane }: FixedLane,
    laneContext: ObserveContext,
  ) =>
    observeResource({
      ...lane,
      transport: connections.read,
      project: object => {
        const facts = project(object, onUnknown);
        facts.forEach(fact => noteKind(templates, fact));
        return facts;
      },
      context: laneContext,
      ...(timings && { timings }),
    });
  const observeLast = async (lane: FixedLane, signal: AbortSignal) => {
    // Before it begins: what was not listed yet must be missed by those who count lanes.
    context.report.declare(lane.lane, { subject: lane.subject });
    if ((await context.sink.checkpoint(lane.lane)) === undefined) {
      await first.through(signal, () => templates.begun);
    }
    await observeLane(lane, { ...context, signal });
  };
  await observeAll(context.signal, [
    ...fixedLanes.map(
      lane => (signal: AbortSignal) =>
        lane.last
          ? observeLast(lane, signal)
          : observeLane(lane, { ...first.context, signal }),
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

/** Kinds that bindings refer to are observed as soon as they pass by. */
function noteKind(templates: TemplateLanes, fact: FleetFact): void {
  if (fact.type === 'placement' && !fact.dependency) {
    const { group, version, kind } = fact.workload;
    templates.note(group, version, kind);
  }
}
