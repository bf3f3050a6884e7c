import {
  FleetFact,
  ObserveContext,
  versionedSink,
} from '@fairway/backstage-plugin-multicluster-node';
import {
  deliveryMarks,
  KubernetesObject,
  observeAll,
  observeResource,
} from '@fairway/backstage-plugin-multicluster-node/kubernetes';
import { ClusterSettings } from '../config';
import { ClusterConnections } from '../connect';
import { isOfThePlatform } from '../project/isOfThePlatform';
import { projectWorkload } from '../project/projectWorkload';
import { ClusterLane, ClusterTimings } from './ClusterLane';
import { FORM } from './FORM';
import { ImageIdReader, ImageIdTimings } from './ImageIdReader';
import { ImageIds } from './ImageIds';
import { LaneQueue } from './LaneQueue';
import { watchOver } from './watchOver';
import { WorkloadLane, workloadLanes } from './workloadLanes';

/** What is observed of one cluster, and how. @internal */
export interface ObserveOptions {
  settings: ClusterSettings;
  connections: ClusterConnections;
  clusterTimings?: Partial<ClusterTimings>;
  imageIdTimings?: Partial<ImageIdTimings>;
}

/**
 * Observes a cluster until the signal aborts: the cluster itself, its workloads, and slowly which images their pods run.
 *
 * @throws what the sink throws, a ConflictError when the lease is lost
 * @internal
 */
export async function observe(
  given: ObserveContext,
  options: ObserveOptions,
): Promise<void> {
  const { settings, connections } = options;
  const { read: transport } = connections;
  const sink = versionedSink(given.sink, FORM);
  const ids = ImageIds.create(settings.name);
  const queue = LaneQueue.create(sink, ids);
  const context = { ...given, sink };
  const lanes = workloadLanes(settings.namespaces);
  const clusters = ClusterLane.create({
    settings,
    transport,
    context,
    timings: options.clusterTimings,
  });
  const reader = ImageIdReader.create({
    transport,
    context,
    queue,
    ids,
    lanes,
    timings: options.imageIdTimings,
  });
  // Before it begins: what was not listed yet must be missed by those who count lanes.
  for (const { lane, subject } of lanes) {
    given.report.declare(lane, { subject });
  }
  // So that a workload is never stored before the cluster that says whether it is live.
  await clusters.begin(given.signal);
  await observeAll(given.signal, [
    signal => clusters.run(signal),
    ...lanes.map(
      lane => (signal: AbortSignal) =>
        observeResource({
          transport,
          resource: lane.kind,
          lane: lane.lane,
          subject: lane.subject,
          namespace: lane.namespace,
          annotations: deliveryMarks,
          project: object => project(object, lane, ids),
          context: { ...context, sink: queue.sink, signal },
        }),
    ),
    signal => reader.run(signal),
    signal => watchOver({ ...context, signal }, { connections, settings }),
  ]);
}

function project(
  object: KubernetesObject,
  lane: WorkloadLane,
  ids: ImageIds,
): FleetFact[] {
  const workload = projectWorkload(object, lane.kind);
  return workload && (lane.namespace || !isOfThePlatform(workload.namespace))
    ? [workload, ids.note(lane, object, workload)]
    : [];
}
