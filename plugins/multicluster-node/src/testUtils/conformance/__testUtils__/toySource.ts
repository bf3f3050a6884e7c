import { sentence } from '@fairway/backstage-plugin-multicluster-common';
import {
  ClusterFact,
  FleetFact,
  FleetFacet,
  ObserveContext,
  PlacementFact,
  WorkloadFact,
  workloadKey,
} from '../../../contract';
import { FleetSource } from '../FleetHarness';
import { ToyObject, ToySystem } from './ToySystem';

const group = 'apps';
const kind = 'Deployment';

function project(object: ToyObject): FleetFact[] {
  const { name, namespace, uid } = object;
  const identity = { group, version: 'v1', kind, namespace, name };
  const key = workloadKey(identity);
  const workload: WorkloadFact = {
    ...identity,
    type: 'workload',
    key,
    uid,
    generation: object.generation,
    labels: object.labels,
    images: [{ container: 'app', image: object.image, version: object.image }],
    imagesKnown: true,
    deleting: false,
  };
  const placement: PlacementFact = {
    type: 'placement',
    key: `binding ${key}`,
    workloadKey: key,
    workload: { ...identity, uid },
    dependency: false,
    native: { clusters: object.clusters, status: object.status },
  };
  return object.clusters.length > 0 ? [workload, placement] : [workload];
}

const derive: FleetFacet['derive'] = ({ placement }) => {
  const { clusters } = placement.native as { clusters: string[] };
  return {
    summary: { state: 'converged', flags: [] },
    replicas: {},
    targets: clusters.map(cluster => ({
      cluster,
      axes: { lifecycle: 'desired', delivery: 'applied', health: 'healthy' },
      replicas: {},
      versions: [],
      versionKnowledge: 'unknown',
    })),
  };
};

const said = (subject: string) =>
  sentence('source.problem.unreachable', { subject });

async function observe(
  system: ToySystem,
  { sink, report, signal }: ObserveContext,
): Promise<void> {
  const lane = 'toys';
  report.declare(lane, { subject: 'Toys' });
  const cluster: ClusterFact = {
    type: 'cluster',
    key: 'one',
    name: 'one',
    state: 'ready',
    zones: [],
    labels: {},
    taints: [],
  };
  let at = Number((await sink.checkpoint(lane)) ?? -1);
  while (!signal.aborted) {
    if (!system.reachable) {
      const code = 'unreachable';
      report.problem(lane, { code, sentence: said('Toys') });
    } else if (at < system.oldest) {
      report.relist(lane);
      report.contact(lane);
      const sweep = await sink.beginSweep(lane);
      const version = system.version;
      await sweep.page([
        cluster,
        ...[...system.objects.values()].flatMap(project),
      ]);
      await sweep.complete(String(version));
      at = version;
    } else {
      const events = system.since(at);
      report.contact(lane);
      report.recovered(lane);
      for (const { version, object, gone } of events) {
        const facts = project(object);
        const keys = facts.map(({ type, key }) => ({ type, key }));
        await sink.change({
          lane,
          upserts: gone ? [] : facts,
          deletes: gone ? keys : [],
          checkpoint: String(version),
        });
        at = version;
      }
    }
    await new Promise(resolve => setTimeout(resolve, 5));
  }
}

/** A source that keeps the rules, on a system of a few lines; `break` replaces parts of it. */
export function toySource(
  system: ToySystem,
  broken: Partial<FleetFacet> = {},
): FleetSource {
  return {
    id: 'toy',
    type: 'toy',
    fleet: {
      observe: context => observe(system, context),
      derive,
      explainUnplaced: () => said('nothing selects it'),
      explainLoss: () => said('it stays'),
      ...broken,
    },
  };
}
